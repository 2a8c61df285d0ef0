//! The arguments of `#[problem(...)]`: what each is called, where it may stand, and how it is written there.
//!
//! To add one:
//!
//! 1. Add it to [`Argument`] and to [`TABLE`]. It is now read, and the messages that list what is allowed name it. A value
//!    of a new kind is a new [`Form`], with its `usage` here, which `value.rs` reads into a `Value`.
//! 2. Give it its meaning in the file of `model` that has its subject, or in a new one. Read it there with
//!    `Arguments::get` or `text`, or with `VariantInput::flagged` if a field is marked with it, and its default with
//!    `Context::defaults`. Report what is wrong, and put the result into the type that the file defines.
//!    - A text of a source needs `VariantInput::require_expose`.
//!    - A new part of a problem is a field of `Occurrence`, in `sending.rs`; if `FromProblem` has to know it, too, it is
//!      a part of `Declaration`.
//!    - If the argument can stand beside `transparent`, list it in `transparent.rs`.
//! 3. Write the code that it asks for in `expand/problem.rs`, beside the bound that the code needs. A new method of the
//!    trait goes into problem-core, which has to delegate it in `problem/pointers.rs`.
//! 4. If a field is read back from it, add where that is to `OnTheWire` in `model/reading.rs`, and read it from there in
//!    `expand/from_problem.rs`, with a method of problem-core's `Input`.
//! 5. Add a ui test for each message, and a row to the tables of arguments in the README. A new directory of ui tests has
//!    to be listed in `tests/tests/ui.rs`.

use crate::suggest::{nearest, or};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    Status,
    Type,
    Base,
    Title,
    Detail,
    Display,
    Expose,
    Instance,
    Header,
    RetryAfter,
    Challenge,
    Extension,
    Flatten,
    RenameAll,
    Source,
    Transparent,
    Default,
    Other,
    SkipDeserializing,
    Manual,
    IntoResponse,
    Emit,
    Crate,
}

/// What an attribute is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
}

/// How an argument is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `expose`
    Flag,
    /// `title = "..."`
    Text,
    /// `detail = "..."`, a format string over the fields
    Template,
    /// `extension` or `extension = "..."`
    FlagOrText,
    /// `status = 404`
    Status,
    /// `header("name" = "...")`
    Header,
    /// `into_response(axum)`
    Names,
    /// `emit(path::to::macro)`
    Paths,
}

use Argument as A;
use Form::{Flag, FlagOrText, Header, Names, Paths, Status, Template, Text};
use Place::{Enum, Field, Struct, Variant};

type Row = (Argument, &'static str, &'static [(Place, Form)]);

const TABLE: &[Row] = &[
    (A::Status, "status", &[(Enum, Status), (Variant, Status), (Struct, Status), (Field, Flag)]),
    (A::Type, "type", &[(Variant, Text), (Struct, Text)]),
    (A::Base, "base", &[(Enum, Text), (Struct, Text)]),
    (A::Title, "title", &[(Variant, Text), (Struct, Text)]),
    (A::Detail, "detail", &[(Variant, Template), (Struct, Template)]),
    (A::Display, "display", &[(Enum, Flag), (Variant, Flag), (Struct, Flag)]),
    (A::Expose, "expose", &[(Variant, Flag), (Struct, Flag)]),
    (A::Instance, "instance", &[(Variant, Template), (Struct, Template), (Field, Flag)]),
    (A::Header, "header", &[(Enum, Header), (Variant, Header), (Struct, Header), (Field, Text)]),
    (A::RetryAfter, "retry_after", &[(Field, Flag)]),
    (A::Challenge, "challenge", &[(Enum, Text), (Variant, Text), (Struct, Text)]),
    (A::Extension, "extension", &[(Field, FlagOrText)]),
    (A::Flatten, "flatten", &[(Field, Flag)]),
    (A::RenameAll, "rename_all", &[(Enum, Text), (Variant, Text), (Struct, Text)]),
    (A::Source, "source", &[(Field, Flag)]),
    (A::Transparent, "transparent", &[(Variant, Flag), (Struct, Flag)]),
    (A::Default, "default", &[(Field, Flag)]),
    (A::Other, "other", &[(Variant, Flag)]),
    (A::SkipDeserializing, "skip_deserializing", &[(Variant, Flag)]),
    (A::Manual, "manual", &[(Enum, Flag), (Struct, Flag)]),
    (A::IntoResponse, "into_response", &[(Enum, Names), (Struct, Names)]),
    (A::Emit, "emit", &[(Enum, Paths), (Struct, Paths)]),
    (A::Crate, "crate", &[(Enum, Text), (Struct, Text)]),
];

impl Argument {
    /// Returns the argument with a name and its form at `place`, or a message that says why there is none.
    pub(super) fn find(name: &str, place: Place) -> Result<(Self, Form), String> {
        let Some((argument, _, places)) = TABLE.iter().find(|row| row.1 == name) else {
            return Err(unknown(name, place));
        };
        match places.iter().find(|(allowed, _)| *allowed == place) {
            Some((_, form)) => Ok((*argument, *form)),
            None => Err(format!("`{name}` is not allowed on {place}; it belongs on {}", list(places))),
        }
    }

    /// Returns whether a name equals or resembles that of an argument at `place`.
    pub(super) fn is_like(name: &str, place: Place) -> bool {
        nearest(name, &names_at(place)).is_some()
    }

    pub(crate) fn name(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).expect("the table has every argument").1
    }

    /// Returns how the argument is written, for messages.
    pub(super) fn usage(self, form: Form) -> String {
        let name = self.name();
        match form {
            Flag => format!("`{name}`"),
            Text | Template => format!("`{name} = \"...\"`"),
            FlagOrText => format!("`{name}` or `{name} = \"...\"`"),
            Status => format!("`{name} = 404`"),
            Header => format!("`{name}(\"name\" = \"...\")`"),
            Names => format!("`{name}(axum)`"),
            Paths => format!("`{name}(path::to::macro)`"),
        }
    }
}

fn unknown(name: &str, place: Place) -> String {
    let reason = match name {
        "code" | "kind" => Some("the machine-readable identifier is `type`"),
        "message" | "msg" | "description" => Some("the human-readable text is `detail`"),
        "uri" | "url" | "type_uri" => Some("the URI of the problem type is `type`"),
        "catch_all" | "fallback" | "rest" | "unknown" if place == Variant => {
            Some("the variant that receives unmatched problems is marked `other`")
        }
        "skip" | "ignore" if place == Variant => {
            Some("a variant that is sent but not read back is marked `skip_deserializing`")
        }
        "skip" | "ignore" => Some("fields are not sent by default"),
        "name" | "rename" if place == Field => Some("the name of a member is written `extension = \"...\"`"),
        "status_code" => Some("the status code is written `status = 404`"),
        "www_authenticate" => Some("the header field `WWW-Authenticate` is written `challenge = \"Bearer\"`"),
        _ => None,
    };
    if let Some(reason) = reason {
        return format!("unknown argument `{name}`; {reason}");
    }
    let here = names_at(place);
    if let Some(near) = nearest(name, &here) {
        return format!("unknown argument `{name}`; did you mean `{near}`?");
    }
    let everywhere: Vec<_> = TABLE.iter().map(|row| row.1).collect();
    let near = nearest(name, &everywhere);
    match TABLE.iter().find(|row| Some(row.1) == near) {
        Some((_, near, places)) => {
            format!("unknown argument `{name}`; did you mean `{near}`, which belongs on {}?", list(places))
        }
        None => {
            format!(
                "unknown argument `{name}`; expected {}",
                or(here.iter().map(|name| format!("`{name}`")).collect())
            )
        }
    }
}

fn names_at(place: Place) -> Vec<&'static str> {
    let is_here = |row: &&Row| row.2.iter().any(|(allowed, _)| *allowed == place);
    TABLE.iter().filter(is_here).map(|row| row.1).collect()
}

fn list(places: &[(Place, Form)]) -> String {
    or(places.iter().map(|(place, _)| place.to_string()).collect())
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Enum => "an enum",
            Struct => "a struct",
            Variant => "a variant",
            Field => "a field",
        })
    }
}

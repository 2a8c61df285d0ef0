//! The arguments of `#[problem(...)]`: their names, the places that allow them, and their syntax there.
//!
//! To add one:
//!
//! 1. Add it to [`Argument`] and to [`TABLE`]. It is now read, and appears in the messages that list the allowed
//!    arguments. A new kind of value needs a new [`Form`] with its `usage` here, and code in `value.rs` that reads it
//!    into a `Value`.
//! 2. Apply its rules in the file of `model` that covers its subject, or in a new file. Read the argument there with
//!    `Arguments::get` or `text`, or with `VariantInput::flagged` if it marks a field. Read its default from
//!    `Context::defaults`. Report errors, and store the result in the type that the file defines.
//!    - The text of a field needs `exposure::check_text`. List the fields in `fields` of the type that the file defines,
//!      so that `expand/guard.rs` checks their types.
//!    - A new part of a problem becomes a field of `Occurrence`, in `sending.rs`.
//!    - `FromProblem` does not apply the rules for sending: `Rules::Reading` leaves them out.
//!    - If the argument can be combined with `transparent`, list it in `transparent.rs`.
//! 3. Generate its code in `expand/problem.rs`, together with the bound that the code needs. A new method of the trait
//!    goes into problem-core, which must delegate it in `problem/pointers.rs`.
//! 4. If `FromProblem` fills a field from the part that the argument declares, add that part to `WirePart` in
//!    `model/origin.rs`. Generate the code that reads it in `expand/read_fields.rs`, with a method of problem-core's
//!    `Input`.
//! 5. Add a ui test for each message, and describe the argument in the guide, in problem-core's
//!    `guide/arguments.md`. A new directory of ui tests must be listed in `tests/tests/ui.rs`.

use crate::suggest::{nearest, or};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    Status,
    Type,
    Types,
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

/// The item that an attribute is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
}

/// The syntax of an argument at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `expose`
    Flag,
    /// `title = "..."`
    Text,
    /// `detail = "..."`, a format string over the fields, or `detail = Self::method`
    TextOrMethod,
    /// `extension` or `extension = "..."`
    FlagOrText,
    /// `status = 404`
    Status,
    /// `status` or `status = Type::method`
    FlagOrMethod,
    /// `header("name" = "...")` or `header("name" = Self::method)`
    Header,
    /// `extension("name" = ...)` with a string, a number, a boolean, a method or a constant
    Extension,
    /// `into_response(axum)`
    Names,
    /// `emit(path::to::macro)`
    Paths,
}

use Argument as A;
use Form::{Extension, Flag, FlagOrMethod, FlagOrText, Header, Names, Paths, Status, Text, TextOrMethod};
use Place::{Enum, Field, Struct, Variant};

type Row = (Argument, &'static str, &'static [(Place, Form)]);

const TABLE: &[Row] = &[
    (A::Status, "status", &[(Enum, Status), (Variant, Status), (Struct, Status), (Field, FlagOrMethod)]),
    (A::Type, "type", &[(Variant, Text), (Struct, Text)]),
    (A::Types, "types", &[(Enum, Text)]),
    (A::Base, "base", &[(Enum, Text), (Struct, Text)]),
    (A::Title, "title", &[(Variant, Text), (Struct, Text), (Field, Flag)]),
    (A::Detail, "detail", &[(Variant, TextOrMethod), (Struct, TextOrMethod), (Field, Flag)]),
    (A::Display, "display", &[(Enum, Flag), (Variant, Flag), (Struct, Flag)]),
    (A::Expose, "expose", &[(Variant, Flag), (Struct, Flag)]),
    (A::Instance, "instance", &[(Variant, TextOrMethod), (Struct, TextOrMethod), (Field, Flag)]),
    (A::Header, "header", &[(Enum, Header), (Variant, Header), (Struct, Header), (Field, Text)]),
    (A::RetryAfter, "retry_after", &[(Field, Flag)]),
    (A::Challenge, "challenge", &[(Enum, Text), (Variant, Text), (Struct, Text)]),
    (
        A::Extension,
        "extension",
        &[(Enum, Extension), (Variant, Extension), (Struct, Extension), (Field, FlagOrText)],
    ),
    (A::Flatten, "flatten", &[(Field, Flag)]),
    (A::RenameAll, "rename_all", &[(Enum, Text), (Variant, Text), (Struct, Text)]),
    (A::Source, "source", &[(Field, Flag)]),
    (A::Transparent, "transparent", &[(Variant, Flag), (Struct, Flag), (Field, Flag)]),
    (A::Default, "default", &[(Field, Flag)]),
    (A::Other, "other", &[(Variant, Flag)]),
    (A::SkipDeserializing, "skip_deserializing", &[(Variant, Flag)]),
    (A::Manual, "manual", &[(Enum, Flag), (Struct, Flag)]),
    (A::IntoResponse, "into_response", &[(Enum, Names), (Struct, Names)]),
    (A::Emit, "emit", &[(Enum, Paths), (Struct, Paths)]),
    (A::Crate, "crate", &[(Enum, Text), (Struct, Text)]),
];

impl Argument {
    /// Returns the argument with that name and its form at `place`, or the error message if there is none.
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

    /// Returns the syntax of the argument, for messages.
    pub(super) fn usage(self, form: Form) -> String {
        let name = self.name();
        match form {
            Flag => format!("`{name}`"),
            Text => format!("`{name} = \"...\"`"),
            TextOrMethod => format!("`{name} = \"...\"` or `{name} = Self::method`"),
            FlagOrText => format!("`{name}` or `{name} = \"...\"`"),
            Status => format!("`{name} = 404`"),
            FlagOrMethod => format!("`{name}` or `{name} = Type::method`"),
            Header => format!("`{name}(\"name\" = \"...\")` or `{name}(\"name\" = Self::method)`"),
            Extension => format!("`{name}(\"name\" = ...)`"),
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

//! `extension("name" = ...)`: members that no field holds.

use problem_core::{Members, Problem, ProblemType};
use problem_tests::{body, wire};
use std::collections::BTreeMap;
use std::fmt;

fn with_members(members: &str) -> String {
    format!("{{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"d\"{members}}}")
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum Code {
    NameTaken,
}

/// A module and a constant of the same name: a name that begins with a capital is a value.
mod codes {
    pub(super) const GRANT: &[u8] = &[1, 2];
    pub(super) static NOTHING: Option<u8> = None;
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 409,
    detail = "d",
    extension("text" = "a \"{{quoted}}\"\n"),
    extension("empty" = ""),
    extension("int" = 7),
    extension("negative" = -7),
    extension("largest" = 18_446_744_073_709_551_615),
    extension("hex" = 0xff),
    extension("float" = 1.50),
    extension("exponent" = -1e3),
    extension("yes" = true),
    extension("no" = false),
    extension("unit" = Code::NameTaken),
    extension("list" = codes::GRANT),
    extension("none" = codes::NOTHING),
    extension("method" = Self::method),
    extension("function" = function),
    extension("qualified" = <Self as Named>::method_of_trait),
    extension("é-x.1" = 1),
    extension("id" = 2),
)]
struct AllKinds;

impl AllKinds {
    fn method(&self) -> BTreeMap<&'static str, u8> {
        BTreeMap::from([("a", 1)])
    }
}

fn function(_: &AllKinds) -> Option<char> {
    Some('"')
}

trait Named {
    fn method_of_trait(&self) -> &'static str;
}

impl Named for AllKinds {
    fn method_of_trait(&self) -> &'static str {
        "trait"
    }
}

#[test]
fn the_value_is_a_string_a_number_a_boolean_a_constant_or_the_result_of_a_method() {
    assert_eq!(
        body(&AllKinds),
        with_members(
            r#","text":"a \"{quoted}\"\n","empty":"","int":7,"negative":-7,"largest":18446744073709551615,"hex":255,"float":1.5,"exponent":-1000.0,"yes":true,"no":false,"unit":"name_taken","list":[1,2],"method":{"a":1},"function":"\"","qualified":"trait","é-x.1":1,"id":2"#
        )
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, extension("code" = Self::code), extension("svc" = "vault"), extension("retry" = false))]
enum OfTheEnum {
    #[problem(detail = "d")]
    Plain,
    #[problem(detail = "d", extension("link" = "/{id}/{name:?}"), extension("code" = 7))]
    Own { id: u8, name: &'static str },
    #[problem(detail = "d")]
    Field {
        #[problem(extension)]
        code: Option<u8>,
        #[problem(extension)]
        more: u8,
    },
    #[problem(detail = "d", extension("svc" = Self::absent))]
    Absent,
    #[problem(transparent)]
    Transparent(AllKinds),
    #[problem(detail = "d")]
    Flattened(#[problem(flatten)] BTreeMap<&'static str, u8>),
    #[problem(detail = "d", rename_all = "camelCase", extension("snake_case" = 1))]
    Renamed {
        #[problem(extension)]
        from_field: u8,
    },
}

impl OfTheEnum {
    fn code(&self) -> String {
        format!("{self:?}")
    }

    fn absent(&self) -> Option<u8> {
        None
    }
}

#[test]
fn a_variant_has_the_members_of_its_enum_then_its_own_then_those_of_its_fields() {
    assert_eq!(body(&OfTheEnum::Plain), with_members(r#","code":"Plain","svc":"vault","retry":false"#));
    assert_eq!(
        body(&OfTheEnum::Own { id: 3, name: "a\"" }),
        with_members(r#","svc":"vault","retry":false,"link":"/3/\"a\\\"\"","code":7"#)
    );
    assert_eq!(
        body(&OfTheEnum::Renamed { from_field: 1 }),
        with_members(
            r#","code":"Renamed { from_field: 1 }","svc":"vault","retry":false,"snake_case":1,"fromField":1"#
        )
    );
}

#[test]
fn what_a_variant_declares_replaces_the_member_of_its_enum_even_if_it_is_left_out() {
    assert_eq!(
        body(&OfTheEnum::Field { code: Some(1), more: 2 }),
        with_members(r#","svc":"vault","retry":false,"code":1,"more":2"#)
    );
    assert_eq!(
        body(&OfTheEnum::Field { code: None, more: 2 }),
        with_members(r#","svc":"vault","retry":false,"more":2"#)
    );
    assert_eq!(body(&OfTheEnum::Absent), with_members(r#","code":"Absent","retry":false"#));
}

#[test]
fn a_transparent_variant_has_only_the_members_of_the_inner_problem() {
    assert_eq!(wire(&OfTheEnum::Transparent(AllKinds)), wire(&AllKinds));
}

#[test]
fn a_flattened_field_cannot_write_a_declared_member() {
    let flattened = BTreeMap::from([("code", 1), ("other", 2), ("retry", 3), ("svc", 4)]);
    assert_eq!(
        body(&OfTheEnum::Flattened(flattened)),
        with_members(
            r#","code":"Flattened({\"code\": 1, \"other\": 2, \"retry\": 3, \"svc\": 4})","svc":"vault","retry":false,"other":2"#
        )
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(extension("svc" = "va\"ult"), extension("n" = 1))]
enum Constant {
    #[problem(status = 409, detail = "d")]
    Whole,
    #[problem(status = 409, detail = "d", instance = "/i", extension("b" = true))]
    WithInstance,
    #[problem(status = 409, detail = "{0}")]
    WithTemplate(char),
}

#[test]
fn constant_members_are_part_of_a_constant_body() {
    assert_eq!(body(&Constant::Whole), with_members(r#","svc":"va\"ult","n":1"#));
    // A body that is one literal is not copied.
    assert_eq!(Constant::Whole.to_json().as_ptr(), Constant::Whole.to_json().as_ptr());
    assert_eq!(
        body(&Constant::WithInstance),
        with_members(r#","instance":"/i","svc":"va\"ult","n":1,"b":true"#)
    );
    assert_eq!(Constant::WithInstance.to_json().as_ptr(), Constant::WithInstance.to_json().as_ptr());
    assert_eq!(body(&Constant::WithTemplate('d')), with_members(r#","svc":"va\"ult","n":1"#));
}

/// A wrapper that writes a member before those of the inner problem.
#[derive(Debug)]
struct Before<E>(E);

impl<E> fmt::Display for Before<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("log")
    }
}

impl<E: fmt::Debug> std::error::Error for Before<E> {}

impl<E: Problem> Problem for Before<E> {
    fn problem_type(&self) -> ProblemType<'_> {
        self.0.problem_type()
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_detail(f)
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("n", "outer");
        self.0.write_extensions(members);
        members.member("svc", "outer");
        members.member("after", "outer");
    }
}

#[test]
fn a_name_is_written_once_even_by_a_wrapper() {
    assert_eq!(
        body(&Before(Constant::Whole)),
        with_members(r#","n":"outer","svc":"va\"ult","after":"outer""#)
    );
}

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

impl fmt::Debug for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failing")
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, detail = "d", extension("text" = "a{0}"), extension("after" = 1))]
struct FailingText(Failing);

#[test]
fn a_text_whose_formatting_fails_is_left_out() {
    assert_eq!(body(&FailingText(Failing)), with_members(r#","after":1"#));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, detail = "d", extension("text" = "{0:>3$}/{2}"), extension("again" = "{2}"))]
struct Tuple<T>(T, u8, T, usize);

#[test]
fn a_template_takes_fields_of_every_kind() {
    assert_eq!(body(&Tuple("a", 1, "b", 3)), with_members(r#","text":"  a/b","again":"b""#));
}

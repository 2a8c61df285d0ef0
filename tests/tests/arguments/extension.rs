use problem_core::Problem;
use problem_tests::body;
use std::collections::BTreeMap;

fn with_members(members: &str) -> String {
    format!("{{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"d\"{members}}}")
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Variants {
    #[problem(detail = "d")]
    Tuple(#[problem(extension = "count")] u8, u8, #[problem(extension = "été-2.x")] &'static str),
    #[problem(detail = "{detail_}")]
    Named {
        #[problem(extension)]
        zulu: Option<u8>,
        #[problem(extension)]
        alpha: Vec<Option<u8>>,
        #[problem(extension = "id")]
        identifier: String,
        detail_: char,
        #[problem(extension)]
        nested: BTreeMap<&'static str, f64>,
        #[problem(extension = "xx")]
        unit: (),
    },
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, detail = "d")]
struct Tuple(#[problem(extension = "value")] f64);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, detail = "d")]
struct Named {
    #[problem(extension)]
    value: u128,
}

#[test]
fn members_are_in_the_order_of_their_declaration() {
    assert_eq!(body(&Variants::Tuple(3, 4, "x")), with_members(",\"count\":3,\"été-2.x\":\"x\""));
    let named = Variants::Named {
        zulu: Some(1),
        alpha: vec![Some(2), None],
        identifier: "\"\u{0}".to_owned(),
        detail_: 'd',
        nested: BTreeMap::from([("a", 0.5)]),
        unit: (),
    };
    assert_eq!(
        body(&named),
        with_members(r#","zulu":1,"alpha":[2,null],"id":"\"\u0000","nested":{"a":0.5}"#)
    );
    assert_eq!(body(&Tuple(1.0)), with_members(",\"value\":1.0"));
    assert_eq!(Named { value: 7 }.to_json(), with_members(",\"value\":7"));
}

#[test]
fn a_null_member_is_left_out() {
    assert_eq!(body(&Tuple(f64::NAN)), with_members(""));
    assert_eq!(body(&Tuple(f64::INFINITY)), with_members(""));
    let named = Variants::Named {
        zulu: None,
        alpha: vec![],
        identifier: String::new(),
        detail_: 'd',
        nested: BTreeMap::from([("a", f64::NAN)]),
        unit: (),
    };
    assert_eq!(body(&named), with_members(r#","alpha":[],"id":"","nested":{"a":null}"#));
}

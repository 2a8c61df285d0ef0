//! Values that serde buffers, whose texts may be numbers, booleans or empty values.

use super::super::{filled, numbered};
use super::{Shape, problem, problem_of};

/// The maximum depth of elements within the value of a member.
const DEPTH: usize = 125;

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("tagged", problem!("<tagged>"), TAGGED, "</tagged></problem>"),
    Shape::repeated(
        "tagged-of-units",
        problem!("<tagged>"),
        "<i><kind>Unit</kind></i>",
        "</tagged></problem>",
    ),
    Shape::repeated(
        "tagged-of-all-kinds",
        problem!("<tagged>"),
        concat!(
            "<i><kind>Limit</kind><max>1</max><unit>2</unit></i><i><kind>Limit</kind><max>3</max><unit/></i>",
            "<i><kind>Flags</kind><flags><i>true</i></flags></i><i><kind>Flags</kind><flags/></i>",
        ),
        "</tagged></problem>",
    ),
    Shape::repeated(
        "tagged-but-one",
        problem!("<tagged>"),
        TAGGED,
        "<i><kind>Limit</kind><max>a</max></i></tagged></problem>",
    ),
    Shape::repeated(
        "tagged-with-flags",
        problem!("<tagged><i><kind>Flags</kind><flags>"),
        "<i>true</i>",
        "</flags></i></tagged></problem>",
    ),
    Shape::made("tagged-by-name", |size| by_name("tagged_by_name", TAGGED_CONTENT, size)),
    Shape::repeated("untagged", problem!("<untagged>"), "<i>1</i><i>true</i>", "</untagged></problem>"),
    Shape::repeated("untagged-of-numbers", problem!("<untagged>"), "<i>1</i>", "</untagged></problem>"),
    Shape::repeated("untagged-of-empty-values", problem!("<untagged>"), "<i/>", "</untagged></problem>"),
    Shape::repeated("untagged-of-texts", problem!("<untagged>"), "<i>a</i>", "</untagged></problem>"),
    Shape::repeated("untagged-of-structs", problem!("<untagged>"), LIMIT, "</untagged></problem>"),
    Shape::repeated(
        "untagged-of-all-kinds",
        problem!("<untagged>"),
        "<i>1</i><i>true</i><i><max>1</max><unit>2</unit></i><i><i>3</i><i>false</i></i><i/>",
        "</untagged></problem>",
    ),
    Shape::repeated("untagged-but-one", problem!("<untagged>"), "<i>1</i>", "<i>a</i></untagged></problem>"),
    Shape::made("untagged-by-name", |size| by_name("untagged_by_name", "1", size)),
    Shape::made("untagged-by-name-of-empty-values", |size| by_name("untagged_by_name", "", size)),
    Shape::made("untagged-by-name-of-structs", |size| {
        by_name("untagged_by_name", "<max>1</max><unit>2</unit>", size)
    }),
    Shape::repeated("optional", problem!("<optional>"), "<i>1</i><i/>", "</optional></problem>"),
    Shape::repeated("optional-of-none", problem!("<optional>"), "<i/>", "</optional></problem>"),
    Shape::repeated("optional-texts", problem!("<texts>"), "<i>1</i>", "</texts></problem>"),
    Shape::repeated("optional-texts-of-none", problem!("<texts>"), "<i/>", "</texts></problem>"),
    Shape::repeated("optional-texts-of-blanks", problem!("<texts><i>"), " ", "</i></texts></problem>"),
    Shape::repeated("untagged-text-of-digits", problem!("<untagged><i>"), "1", "</i></untagged></problem>"),
    Shape::made("flat", |size| by_name("flat", "1", size)),
    Shape::made("flat-of-empty-values", |size| by_name("flat", "", size)),
    Shape::repeated(
        "flats",
        problem!("<flats>"),
        "<i><own>1</own><max>2</max><unit>3</unit></i>",
        "</flats></problem>",
    ),
    Shape::repeated(
        "flats-with-and-without",
        problem!("<flats>"),
        "<i><own>1</own><max>2</max><unit>a</unit></i><i><own>1</own></i>",
        "</flats></problem>",
    ),
    Shape::repeated("flats-but-one", problem!("<flats>"), "<i><own>1</own></i>", "<i/></flats></problem>"),
    Shape::made("deep-untagged", |size| {
        let deep = format!("{}1{}", "<i>".repeat(DEPTH - 1), "</i>".repeat(DEPTH - 1));
        problem_of(&format!("<untagged>{}</untagged>", filled(&deep, size - 110)))
    }),
    Shape::made("deep-tagged", |size| {
        let start = "<inner><kind>Flags</kind><flags/>".repeat(DEPTH / 2);
        let deep = format!("<i><kind>Flags</kind><flags/>{start}{}</i>", "</inner>".repeat(DEPTH / 2));
        problem_of(&format!("<tagged>{}</tagged>", filled(&deep, size - 110)))
    }),
];

const TAGGED: &str = "<i><kind>Limit</kind><max>1</max><unit>2</unit></i>";
const TAGGED_CONTENT: &str = "<kind>Limit</kind><max>1</max><unit>2</unit>";
const LIMIT: &str = "<i><max>1</max><unit>2</unit></i>";

/// Returns a problem with an object, whose members have this content and different names.
fn by_name(member: &str, content: &str, size: usize) -> Vec<u8> {
    let members = numbered(size - 130, |number| format!("<x{number}>{content}</x{number}>"));
    problem_of(&format!("<{member}><own>1</own>{members}</{member}>"))
}

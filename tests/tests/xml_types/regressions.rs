//! Values that were once read as something else.

use crate::check::{Verdict, answers_for};
use crate::sample::Sample;
use crate::types::{
    Color, Either, External, Flat, Internal, Open, Pair, Structs, TagFirst, TagLast, Variants,
};
use std::collections::BTreeMap;

/// Checks the property for a value alone, and for an array of values.
#[track_caller]
fn assert_holds<T: Sample>(value: T, others: Vec<T>) {
    for answer in answers_for(value, others) {
        assert_ne!(answer.verdict(), Verdict::Failure, "{}\n{answer}", std::any::type_name::<T>());
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn a_number_or_a_boolean_is_not_read_as_a_text() {
    assert_holds(Either::Left::<u8, String>(5), vec![Either::Right(text("5"))]);
    assert_holds(Either::Right::<String, f64>(0.5), vec![]);
    assert_holds(Either::Left::<bool, Color>(true), vec![Either::Right(Color::True)]);
    assert_holds(Structs::One::<u8, String> { value: 5 }, vec![]);
    assert_holds(Structs::Other::<String, u8> { value: 5 }, vec![]);
    assert_holds(Pair { first: Either::Left::<u8, String>(5), second: text("a") }, vec![]);
}

/// A number next to the text must not make the reader look for numbers everywhere.
#[test]
fn a_text_is_not_read_as_a_number() {
    assert_holds(Internal::TooMany { max: Either::Right::<u8, String>(text("5")), order: 0.5 }, vec![]);
    let own = Either::Right::<u8, String>(text("5"));
    assert_holds(Flat { own, rest: Pair { first: 5_u8, second: text("a") } }, vec![]);
    let order = Structs::Other::<u8, String> { value: text("5") };
    assert_holds(External::Fields { max: Either::Right::<u8, bool>(false), order }, vec![]);
}

#[test]
fn an_item_that_is_none_is_not_read_as_an_empty_value() {
    assert_holds(vec![None::<String>], vec![vec![Some(String::new())]]);
    assert_holds(vec![None::<Vec<u8>>], vec![]);
    assert_holds(vec![None::<BTreeMap<String, bool>>], vec![]);
    assert_holds(vec![None::<Pair<Option<u8>, Option<String>>>], vec![]);
    assert_holds((None::<String>, Some(5_u8)), vec![]);
    assert_holds(None::<Either<u8, String>>, vec![]);
    assert_holds(TagFirst::Tuple(Color::Red, None::<String>), vec![]);
    assert_holds(TagLast::Tuple(None::<String>, 5_u8), vec![]);
    assert_holds(Either::Left::<Option<u8>, String>(None), vec![]);
}

#[test]
fn an_empty_text_is_not_read_as_none() {
    assert_holds(Pair { first: Some(String::new()), second: vec![None::<u8>] }, vec![]);
    assert_holds(vec![Some(' '), None], vec![]);
}

#[test]
fn an_empty_array_is_not_read_as_another_empty_value() {
    assert_holds(Either::Right::<String, Vec<Option<u8>>>(vec![]), vec![]);
    assert_holds(Either::Left::<Vec<String>, BTreeMap<String, String>>(vec![]), vec![]);
}

/// This holds for serde's `flatten`, and for `#[problem(flatten)]`, which is checked for each type.
#[test]
fn a_flattened_object_is_not_read_as_none() {
    let pair = || Pair { first: 5_u8, second: text("5") };
    assert_holds(Flat { own: text("a"), rest: Some(pair()) }, vec![Flat { own: text("5"), rest: None }]);
    let map = BTreeMap::from([(text("x"), 5_u8)]);
    assert_holds(Flat { own: 5_u8, rest: Some(map) }, vec![]);
    let internal = Internal::TooMany { max: 5_u8, order: text("a") };
    assert_holds(Flat { own: 5_u8, rest: Some(internal) }, vec![]);
    let variants = Variants::Fields { max: 5_u8, order: pair() };
    assert_holds(Flat { own: 5_u8, rest: Some(variants) }, vec![]);
    let rest = Some(Pair { first: 0.5, second: text("a") });
    assert_holds(Open::Known { max_count: text("a"), rest }, vec![]);
}

#[test]
fn an_optional_field_is_not_read_as_none_if_its_value_is_unclear() {
    assert_holds(Internal::TooMany { max: 5_u8, order: text("5") }, vec![]);
    assert_holds(TagLast::Struct { max: text("5"), order: 5_u8 }, vec![]);
    assert_holds(Some(Flat { own: 5_u8, rest: Pair { first: 5_u8, second: text("5") } }), vec![]);
}

//! Finds out by trial what a value in XML can mean, independently of the code under test.

use crate::check::{Bodies, text};
use crate::sample::Sample;
use crate::source::Source;
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;
use std::vec::IntoIter;

/// What a value that was sent as XML can mean, and what was read.
pub(crate) struct Reading {
    /// Whether all the JSON values that are written as this XML are read as the same value.
    pub(crate) is_clear: bool,
    /// Whether the value was read from XML.
    pub(crate) is_read: bool,
    /// Whether nothing was read from XML.
    pub(crate) is_error: bool,
}

/// The number of JSON values that are tried at most.
const MAX_TRIALS: usize = 500;

/// Reads a value from XML and finds out what it can mean.
///
/// Returns `None` if the value cannot be read from JSON, or if there are too many JSON values to try.
pub(crate) fn reading<T: Sample>(source: &mut Source<'_>) -> Option<Reading> {
    let value: T = source.any();
    let bodies = Bodies::new("urn:e:field", &|members| members.member("value", &value));
    // The JSON values below cannot hold all numbers either.
    let sent = text(&T::deserialize(bodies.details_by_json.extensions().get("value")?).ok()?);
    let received = bodies.details_by_xml.extensions().get("value")?;
    let mut choices = vec![];
    add_choices(received, false, &mut choices);
    let number = choices.iter().try_fold(1_usize, |number, values| number.checked_mul(values.len()))?;
    if number > MAX_TRIALS {
        return None;
    }
    let meanings: BTreeSet<_> = (0..number)
        .filter_map(|index| Some(text(&T::deserialize(&chosen(received, &choices, index)).ok()?)))
        .collect();
    let by_xml = bodies.details_by_xml.extension::<T>("value");
    let is_complete = meanings.contains(&sent);
    assert!(is_complete || T::KIND.lossy, "{sent} is not among {meanings:?}");
    Some(Reading {
        is_clear: meanings.len() == 1 && is_complete,
        is_error: by_xml.is_none(),
        is_read: by_xml.is_some_and(|value| text(&value) == sent),
    })
}

/// Adds the JSON values that each text in a value may stand for.
fn add_choices(value: &Value, is_item: bool, choices: &mut Vec<Vec<Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| add_choices(item, true, choices)),
        Value::Object(members) => members.values().for_each(|member| add_choices(member, false, choices)),
        Value::String(text) => {
            let mut values = vec![value.clone()];
            // White space would not have been written around a number.
            let number = serde_json::from_str::<Number>(text).ok().filter(|_| text.trim() == text);
            values.extend(number.map(Value::Number));
            values.extend(text.parse().ok().map(Value::Bool));
            if text.is_empty() {
                values.extend([Value::Array(vec![]), Value::Object(Map::new())]);
                // A member that is `null` is left out.
                values.extend(is_item.then_some(Value::Null));
            }
            choices.push(values);
        }
        _ => unreachable!("a scalar in XML is text"),
    }
}

/// Returns the JSON value with that index among all the combinations of choices.
fn chosen(received: &Value, choices: &[Vec<Value>], mut index: usize) -> Value {
    let mut values = vec![];
    for choice in choices {
        values.push(choice[index % choice.len()].clone());
        index /= choice.len();
    }
    replaced(received, &mut values.into_iter())
}

/// Returns a value with other values in place of its texts.
fn replaced(value: &Value, values: &mut IntoIter<Value>) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| replaced(item, values)).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), replaced(value, values)));
            Value::Object(members.collect())
        }
        _ => values.next().unwrap(),
    }
}

use super::fields::ReadMember;
use crate::ProblemDetails;
use serde_json::{Map, Value};

/// What was flattened into the extension members: those that no other field has.
pub(super) fn read<T: ReadMember>(details: &ProblemDetails, declared: &[&str]) -> Option<T> {
    let rest = details.extensions().iter().filter(|(name, _)| !declared.contains(&name.as_str()));
    let rest: Map<String, Value> = rest.map(|(name, value)| (name.clone(), value.clone())).collect();
    let null = || T::deserialize(Value::Null).ok();
    // Nothing was written for a `None`, and no more for a map without entries.
    let of_nothing = if rest.is_empty() { null() } else { None };
    of_nothing.or_else(|| details.read(&Value::Object(rest))).or_else(null)
}

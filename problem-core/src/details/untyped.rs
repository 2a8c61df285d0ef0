//! Deserialises values from XML, which has only text where JSON has strings, numbers, booleans and empty values.
//!
//! Most types say what they want. A `u32` asks for a number, so the text `5` is read as one, and a `String` gets the
//! text. An empty text is an empty array for a `Vec`, and an empty object for a struct or a map.
//!
//! But serde also reads values without asking. With `tag`, `untagged` and `flatten`, it first collects a value of any
//! type, and only then looks at the fields. By then a text cannot become a number any more. So the value is read
//! several times:
//!
//! 1. At first, every such text is read as text.
//! 2. If a field refuses the text `5`, `true` or the empty text because of its type, the text is read as a number, a
//!    boolean, or an empty array, an empty object or `null`. This is repeated until no field refuses a text any more.
//!    An error says which text was refused even if serde swallows it: see [`refusal`].
//! 3. Then every other meaning of these texts is tried. If the type reads it as well, there is no telling which value
//!    was sent, and the member is refused. So an untagged enum of a number and a `String` does not read `5`, and an item
//!    that is an `Option<String>` does not read an empty element, which is also written for `null`.
//!
//! A type that accepts all meanings, such as `serde_json::Value`, gets the text. A member that is `null` is left out in
//! XML, so an empty member is only read as `None` if its type cannot be empty.
//!
//! The number of attempts is limited, so the time is linear in the length of the text. A value that would take more is
//! refused.

mod deserializer;
mod leaves;
mod refusal;
mod search;

pub(crate) use self::refusal::is_reading;

use self::leaves::Leaves;
use self::search::Search;
use super::Read;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Deserialises a value, whose texts are read as the type requires.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Read<T> {
    let leaves = Leaves::of(value);
    Search::new(value, &leaves).read()
}

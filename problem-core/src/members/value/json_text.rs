//! Writes the private structs of serde_json, which hold JSON as text.

use super::{Unsendable, Writer};
use serde::ser::Serialize;
use serde_json::Value;

/// The prefix of the names that serde_json reserves for its private structs, whose only field is JSON as text.
///
/// serde_json uses them for its features `raw_value` and `arbitrary_precision`.
pub(crate) const JSON_TEXT: &str = "$serde_json::private::";

/// Writes the text unchanged, if it is JSON that can be read.
pub(super) struct JsonText<'a, 'b> {
    writer: &'b mut Writer<'a>,
    has_text: bool,
}

impl<'a, 'b> JsonText<'a, 'b> {
    pub(super) fn new(writer: &'b mut Writer<'a>) -> Self {
        Self { writer, has_text: false }
    }

    pub(super) fn field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let written = self.text(value);
        self.writer.note(written)
    }

    pub(super) fn end(self) -> Result<(), Unsendable> {
        if self.has_text { Ok(()) } else { Err(Unsendable) }
    }

    fn text<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        if std::mem::replace(&mut self.has_text, true) {
            return Err(Unsendable);
        }
        // The text is first written as a string, by the rules for any other value.
        let start = self.writer.json.len();
        self.writer.inner(value)?;
        let text: String = serde_json::from_slice(&self.writer.json[start..]).map_err(|_| Unsendable)?;
        if !is_readable(&text, self.writer.room) {
            return Err(Unsendable);
        }
        self.writer.json.truncate(start);
        self.writer.json.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Returns whether a text is JSON that can be read.
fn is_readable(text: &str, room: usize) -> bool {
    text.trim() == text && serde_json::from_str::<Value>(text).is_ok_and(|value| fits(&value, room))
}

/// Returns whether a value is not nested too deep and has only numbers that a reader without `arbitrary_precision`
/// can represent.
fn fits(value: &Value, room: usize) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some(),
        Value::Array(items) => room > 0 && items.iter().all(|item| fits(item, room - 1)),
        Value::Object(members) => room > 0 && members.values().all(|member| fits(member, room - 1)),
        _ => true,
    }
}

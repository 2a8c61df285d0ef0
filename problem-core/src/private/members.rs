//! Extension members whose names the derive knows.

use crate::Members;
use serde::Serialize;

/// Writes an extension member whose `,"name":` is `key`.
pub fn write_member<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, key: &str, value: &T) {
    members.declared(key, value);
}

/// What a field under `extension` or `flatten` can be.
#[diagnostic::on_unimplemented(
    message = "an extension member of type `{Self}` cannot be serialised",
    label = "the trait `serde::Serialize` is not implemented for this type",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`",
    note = "for a type of another crate, see whether that crate has a feature for serde"
)]
pub trait ExtensionMember: Serialize {}

// Without this the error would be serde's, about a trait bound, and would not name the extension member.
#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> ExtensionMember for T {}

/// Writes the entries of `value`, except those with a declared name.
pub fn write_flattened<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, value: &T, declared: &[&str]) {
    members.flatten_around(value, declared);
}

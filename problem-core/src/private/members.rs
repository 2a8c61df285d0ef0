//! Writes the extension members that the derive declares.

use crate::Members;
use serde::Serialize;

/// Begins the members of a variant. Each call of `write_member` and `write_flattened` for the variant follows.
pub fn begin_members(members: &mut Members<'_>) {
    members.begin_declared();
}

/// Writes an extension member. `key` is its name in the form `,"name":`.
pub fn write_member<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, key: &str, value: &T) {
    members.declared(key, value);
}

/// Writes an extension member that is the same for every occurrence. `member` has the form `,"name":value`.
pub fn write_constant_member(members: &mut Members<'_>, member: &str, name_length: usize) {
    members.declared_constant(member, name_length);
}

/// A type that a field under `extension` or `flatten` can have.
#[diagnostic::on_unimplemented(
    message = "an extension member of type `{Self}` cannot be serialised",
    label = "the trait `serde::Serialize` is not implemented for this type",
    note = "for your own type, add `#[derive(serde::Serialize)]`",
    note = "for a type from another crate, check whether that crate has a `serde` feature"
)]
pub trait ExtensionMember: Serialize {}

// Without this attribute, the error would be about a trait of serde and would not mention the extension member.
#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> ExtensionMember for T {}

/// Writes the entries of `value`, except those with a declared name.
pub fn write_flattened<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, value: &T, declared: &[&str]) {
    members.flatten_around(value, declared);
}

//! What RFC 9457 gives a name to.

/// The type of a problem that has none of its own (section 4.2.1).
pub(crate) const ABOUT_BLANK: &str = "about:blank";

/// Whether `name` is one of the members that section 3.1 defines.
pub(crate) fn is_standard(name: &str) -> bool {
    matches!(name, "type" | "title" | "status" | "detail" | "instance")
}

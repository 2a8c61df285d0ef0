//! Names and lists of names in messages.

/// The candidate that `name` is most likely a typo or the beginning of.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    // A name of one letter is no nearer to one such name than to another.
    let furthest = (1 + length / 4).min(length.saturating_sub(1));
    let candidates: Vec<_> = candidates.collect();
    let nearest = candidates
        .iter()
        .map(|candidate| (strsim::osa_distance(name, candidate), *candidate))
        .filter(|(distance, _)| *distance <= furthest)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate);
    nearest
        .or_else(|| candidates.into_iter().find(|candidate| name.len() >= 2 && candidate.starts_with(name)))
}

/// "a, b or c"
pub(crate) fn or(items: impl Iterator<Item = String>) -> String {
    let mut items: Vec<_> = items.collect();
    let last = items.pop().unwrap_or_default();
    if items.is_empty() { last } else { format!("{} or {last}", items.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let names = ["status", "type", "title", "retry_after", "extension"];
        for (name, expected) in [
            ("statsu", Some("status")),
            ("sta", Some("status")),
            ("stauts", Some("status")),
            ("tpye", Some("type")),
            ("titel", Some("title")),
            ("typ", Some("type")),
            ("ext", Some("extension")),
            ("re", Some("retry_after")),
            ("e", None),
            ("retryafter", Some("retry_after")),
            ("colour", None),
        ] {
            assert_eq!(nearest(name, names.into_iter()), expected, "{name}");
        }
        assert_eq!(nearest("b", ["a"].into_iter()), None);
        assert_eq!(nearest("tipe", ["tape", "type"].into_iter()), Some("tape"), "the first of the nearest");
    }

    #[test]
    fn lists() {
        let list = |items: &[&str]| or(items.iter().map(|item| (*item).to_owned()));
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a or b");
        assert_eq!(list(&["a", "b", "c"]), "a, b or c");
    }
}

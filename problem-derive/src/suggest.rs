//! Suggested names and lists of names for messages.

/// Returns the candidate that `name` most likely misspells or abbreviates.
pub(crate) fn nearest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let length = name.chars().count();
    // All one-letter names are equally far from each other, so a single letter suggests nothing.
    let furthest = (1 + length / 4).min(length.saturating_sub(1));
    let mut nearest = None;
    for candidate in candidates {
        let distance = distance(name, candidate);
        if distance <= furthest && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, *candidate));
        }
    }
    let beginning =
        || candidates.iter().copied().find(|candidate| length >= 2 && candidate.starts_with(name));
    nearest.map(|(_, candidate)| candidate).or_else(beginning)
}

/// Counts the letters to change, add, remove or swap with their neighbour to turn one name into another (the optimal
/// string alignment distance).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut distances = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            distances[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = distances[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let least = changed.min(distances[i - 1][j] + 1).min(distances[i][j - 1] + 1);
                let is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if is_swapped { least.min(distances[i - 2][j - 2] + 1) } else { least }
            };
        }
    }
    distances[a.len()][b.len()]
}

/// Joins items: "a, b or c".
pub(crate) fn or(mut items: Vec<String>) -> String {
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
            assert_eq!(nearest(name, &names), expected, "{name}");
        }
        assert_eq!(nearest("b", &["a"]), None);
        assert_eq!(nearest("tipe", &["tape", "type"]), Some("tape"), "the first of the nearest");
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "abc", 0),
            ("abc", "abd", 1),
            ("abc", "ab", 1),
            ("abc", "xabc", 1),
            ("abc", "acb", 1),
            ("abcd", "badc", 2),
            ("ca", "abc", 3),
            ("größe", "grösse", 2),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
            assert_eq!(distance(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn lists() {
        let list = |items: &[&str]| or(items.iter().map(|item| (*item).to_owned()).collect());
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a or b");
        assert_eq!(list(&["a", "b", "c"]), "a, b or c");
    }
}

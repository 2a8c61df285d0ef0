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

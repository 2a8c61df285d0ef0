/// What a problem is sent as (RFC 9457, section 3).
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

/// Whether a media type, or a range of them, is that of problems, whatever its case and its parameters (RFC 9110,
/// section 8.3.1).
pub(crate) fn is_problem(media_type: &[u8]) -> bool {
    let essence = media_type.split(|byte| *byte == b';').next().unwrap_or_default();
    essence.trim_ascii().eq_ignore_ascii_case(PROBLEM_JSON.as_bytes())
}

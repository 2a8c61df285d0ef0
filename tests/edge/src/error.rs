use problem_core::Problem;

/// A derived error with a type, a detail, a member and a header field.
#[derive(Clone, Debug, thiserror::Error, Problem)]
#[error("quota of {limit} used up by secret")]
#[problem(status = 403, type = "/quota", detail = "No more than {limit}.", header("x-limit" = "{limit}"))]
pub struct QuotaUsedUp {
    /// The quota.
    #[problem(extension)]
    pub limit: u32,
}

use problem_core::Problem;

#[derive(Debug)]
pub struct Quota(u32);

#[derive(Debug, thiserror::Error, Problem)]
#[error("quota used up")]
#[problem(status = 403, type = "quota_used_up")]
pub struct QuotaUsedUp {
    #[problem(extension)]
    quota: Quota,
}

fn main() {}

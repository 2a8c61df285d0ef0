use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("payment {status}")]
#[problem(status = 409, detail = "The payment cannot be changed any more.")]
pub struct PaymentClosed {
    #[problem(extension)]
    status: &'static str,
}

fn main() {}

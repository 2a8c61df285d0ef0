use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not now")]
#[problem(header("Retry-After" = "soon"))]
enum NotNow {
    #[problem(status = 401, header("www-authenticate" = "realm=\"vault\""))]
    Unauthorized,
    #[problem(status = 405, header("allow" = "GET HEAD"))]
    Method,
    #[problem(status = 407, header("proxy-authenticate" = "\"Basic\""))]
    Proxy,
    #[problem(status = 426, header("upgrade" = "HTTP/"))]
    Upgrade,
}

#[derive(Debug, Error, Problem)]
#[error("not yet")]
#[problem(status = 503, header("retry-after" = "1.5"))]
struct NotYet;

fn main() {}

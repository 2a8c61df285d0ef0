use problem_core::FromProblem;

#[derive(serde::Deserialize)]
struct Limit(u32);

#[derive(FromProblem)]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension, default)]
    limit: Limit,
    #[problem(header = "x-peer", default)]
    peer: std::net::IpAddr,
}

fn main() {}

//! What a `ProblemLayer` costs, compared with the same service behind a layer that does nothing.
//!
//! The reference is `tower::layer::util::Identity`, which leaves the service as it is: so a ratio says what adding the
//! layer costs. A layer with a future and a body of its own would hide the cost of these.
//!
//! Each case has two comparisons of the same services. In `HTTP/1.1`, they answer behind the server of hyper, which is
//! what an application experiences. The bars are for these. In `by itself`, they are called without a server. A whole
//! service may take less than a microsecond there, so even the box that axum puts around another body is 3 % of it.
//!
//! Run it like the benchmark `response` of problem-bench. Words after the name of the benchmark select cases.

#[path = "../../../bench/benches/negotiate/clients.rs"]
#[allow(dead_code, reason = "only the header fields are used")]
mod clients;
#[path = "../../../bench/benches/common/mod.rs"]
#[allow(dead_code, reason = "these contenders consume their input, and so cannot share it")]
mod common;
#[path = "../../../bench/benches/writing/entry.rs"]
mod entry;
#[path = "../../../bench/benches/writing/error.rs"]
mod error;
#[path = "../../../bench/benches/writing/cases.rs"]
#[allow(dead_code, reason = "a few inputs are enough here")]
mod errors;
#[path = "../../../bench/benches/writing/input.rs"]
mod input;

mod agreement;
mod case;
mod cases;
mod connection;
mod exchange;
mod expected;
mod request;
mod routes;

fn main() {
    routes::silence_panics();
    let (mut checks, mut served, mut called) = (Vec::new(), Vec::new(), Vec::new());
    for case in cases::all() {
        let (of_case, [behind_server, by_itself]) = case.split();
        checks.extend(of_case);
        served.push(behind_server);
        called.push(by_itself);
    }
    served.append(&mut called);
    common::run(|| checks.iter().for_each(agreement::Check::assert), served);
}

//! What a `ProblemLayer` costs, compared with the same service behind a layer that does nothing.
//!
//! The reference is `tower::layer::util::Identity`, which leaves the service as it is: so a ratio says what adding the
//! layer costs. A layer with a future and a body of its own would hide the cost of these.
//!
//! Each case has two comparisons of the same services. In `HTTP/1.1`, they answer behind the server of hyper. In `by
//! itself`, they are called without a server.
//!
//! The cases whose name begins with `example` have the service in problem-core/examples/vault behind axum: it checks a
//! token, finds a route, locks its state, and reads and writes JSON. Over `HTTP/1.1`, they are what an application
//! experiences, and the bars are for these. The services of the other cases do nothing, so that the layer's share is as
//! great as it can be. Without a server, such a service may take less than a microsecond, and even the box that axum
//! puts around another body is 3 % of it.
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
#[path = "../common/example.rs"]
mod example;
#[path = "../../../bench/benches/writing/input.rs"]
mod input;
#[path = "../../../../problem-core/examples/vault/service/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the service also has its own server, and parts for its command line"
)]
mod service;

mod agreement;
mod case;
mod cases;
mod connection;
mod example_cases;
mod example_routes;
mod exchange;
mod expected;
mod request;
mod routes;

use tokio::runtime::Builder;

fn main() {
    routes::silence_panics();
    // The example limits the time for a body by a timer of tokio, which is part of a runtime.
    let runtime = Builder::new_current_thread().enable_time().build().expect("a runtime");
    let _entered = runtime.enter();
    let example = example_routes::open();
    let (mut checks, mut served, mut called) = (Vec::new(), Vec::new(), Vec::new());
    for case in example_cases::all(&example.vault).into_iter().chain(cases::all()) {
        let (of_case, [behind_server, by_itself]) = case.split();
        checks.extend(of_case);
        served.push(behind_server);
        called.push(by_itself);
    }
    served.append(&mut called);
    common::run(|| checks.iter().for_each(agreement::Check::assert), served);
}

//! The throughput of error responses: the vault behind axum, called over loopback with requests that must fail.
//!
//! `cargo bench -p problem-load` measures times. With `-- --test` it only checks that the contenders send the same
//! bytes, and that memory does not grow.

mod by_hand;
mod clients;
mod contenders;
#[path = "../common/example.rs"]
mod example;
mod memory;
#[path = "../../../../problem-core/examples/vault/service/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the service also has its own server, and parts for its command line"
)]
mod service;

use self::clients::Clients;
use self::contenders::{CONTENDERS, Case, Service};
use std::time::Duration;

/// The throughput that the derive must reach, relative to the hand-written responses.
const AIM: f64 = 0.95;

/// How often the services are started. The system places their threads at random, which affects the result.
const STARTS: usize = 8;

/// How often each service is measured after each start; the services take turns.
const ROUNDS: usize = 6;
const ROUND: Duration = Duration::from_millis(100);

/// The number of responses during which memory is watched. The same number comes before, to warm up.
const WATCHED: u32 = 20_000;

/// The number of bytes by which memory may grow, for buffers and threads.
///
/// A leak of one word per response would exceed this.
const SLACK: usize = 100_000;

fn main() {
    let has_argument = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    let is_measured = has_argument("--bench") && !has_argument("--test");
    let mut rows = Vec::new();
    for case in Case::ALL {
        let mut samples = [const { Vec::new() }; 2];
        let mut grown = [0; 2];
        for start in 0..if is_measured { STARTS } else { 1 } {
            let services = start_both(start % 2 == 0);
            let mut clients =
                services.each_ref().map(|service| Clients::connect(service.address, case.request()));
            let [by_hand, derived] = clients.each_ref().map(Clients::response);
            assert_eq!(derived, by_hand, "{}: the contenders must send the same bytes", case.name());
            grown = clients.each_mut().map(|clients| {
                clients.ask(WATCHED);
                let before = memory::live();
                clients.ask(WATCHED);
                memory::live().saturating_sub(before)
            });
            assert!(
                grown.iter().all(|bytes| *bytes < SLACK),
                "{}: memory has grown by {grown:?} bytes",
                case.name()
            );
            if is_measured {
                clients::throughput(&mut clients, ROUNDS, ROUND, &mut samples);
            }
        }
        if is_measured {
            rows.push((case.name(), samples.map(clients::median), grown));
        }
    }
    if is_measured {
        report(&rows);
    }
}

fn start_both(by_hand_first: bool) -> [Service; 2] {
    let by_hand = || Service::start(CONTENDERS[0], "by-hand");
    let derive = || Service::start(CONTENDERS[1], "derive");
    if by_hand_first {
        let by_hand = by_hand();
        [by_hand, derive()]
    } else {
        let derive = derive();
        [by_hand(), derive]
    }
}

fn report(rows: &[(&str, [f64; 2], [usize; 2])]) {
    println!(
        "| response | hand-written, per second | derive, per second | ratio | growth in bytes over {WATCHED} responses |"
    );
    println!("|---|--:|--:|--:|--:|");
    for (name, [by_hand, derived], [_, grown]) in rows {
        let ratio = derived / by_hand;
        println!("| {name} | {by_hand:.0} | {derived:.0} | {ratio:.2} | {grown} |");
    }
    let worst = rows.iter().map(|(_, [by_hand, derived], _)| derived / by_hand).fold(f64::INFINITY, f64::min);
    println!(
        "\n{AIM} or more of the hand-written throughput: {}",
        if worst >= AIM { "met" } else { "NOT met" }
    );
}

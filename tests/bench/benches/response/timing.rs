//! Takes the time of all contenders in one run, in turns, so that whatever else the machine does falls on all alike.

use crate::contenders::{CONTENDERS, Contender};
use crate::vault_error::{Case, VaultError};
use std::hint::black_box;
use std::time::Instant;

const WARM_UP_ROUNDS: usize = 20;
const ROUNDS: usize = 600;
const RESPONSES_IN_A_BATCH: u32 = 2_000;

/// The median time of one response, in nanoseconds, by case and contender.
pub(crate) type Nanoseconds = [[f64; CONTENDERS.len()]; Case::ALL.len()];

/// Lets every contender run a batch for every case in each round, another contender first each time.
pub(crate) fn take_time() -> Nanoseconds {
    let errors = Case::ALL.map(Case::error);
    let mut samples = errors.each_ref().map(|_| CONTENDERS.each_ref().map(|_| Vec::with_capacity(ROUNDS)));
    for round in 0..WARM_UP_ROUNDS + ROUNDS {
        for (error, samples) in errors.iter().zip(&mut samples) {
            for turn in 0..CONTENDERS.len() {
                let contender = (round + turn) % CONTENDERS.len();
                let nanoseconds = time_of_a_batch(&CONTENDERS[contender], error);
                if round >= WARM_UP_ROUNDS {
                    samples[contender].push(nanoseconds);
                }
            }
        }
    }
    samples.map(|samples| samples.map(median))
}

/// The time of one response in a batch, dropping it included.
fn time_of_a_batch(contender: &Contender, error: &VaultError) -> f64 {
    let respond = contender.respond;
    let start = Instant::now();
    for _ in 0..RESPONSES_IN_A_BATCH {
        black_box(&respond(black_box(error)));
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(RESPONSES_IN_A_BATCH)
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 2]
}

//! Measures the times of all contenders in one run.
//!
//! The contenders take turns, so that other load on the machine affects all of them alike.

use super::Contender;
use std::hint::black_box;
use std::time::Instant;

const WARM_UP_ROUNDS: usize = 20;
const ROUNDS: usize = 600;
const RUNS_IN_A_BATCH: u32 = 2_000;

/// Returns the median time of one run in nanoseconds, by input and contender.
///
/// In each round, every contender runs one batch for every input. Each round starts with another contender.
pub(crate) fn take_time<I, O, const N: usize, const M: usize>(
    contenders: &[Contender<I, O>; N],
    inputs: &[I; M],
) -> [[f64; N]; M] {
    let mut samples = inputs.each_ref().map(|_| contenders.each_ref().map(|_| Vec::with_capacity(ROUNDS)));
    for round in 0..WARM_UP_ROUNDS + ROUNDS {
        for (input, samples) in inputs.iter().zip(&mut samples) {
            for turn in 0..N {
                let contender = (round + turn) % N;
                let nanoseconds = time_of_a_batch(&contenders[contender], input);
                if round >= WARM_UP_ROUNDS {
                    samples[contender].push(nanoseconds);
                }
            }
        }
    }
    samples.map(|samples| samples.map(median))
}

/// Returns the time of one run in a batch, including the drop of its output.
fn time_of_a_batch<I, O>(contender: &Contender<I, O>, input: &I) -> f64 {
    let run = contender.run;
    let start = Instant::now();
    for _ in 0..RUNS_IN_A_BATCH {
        black_box(&run(black_box(input)));
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(RUNS_IN_A_BATCH)
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 2]
}

//! Checks that no untrusted input takes more than linear time: eight times the input takes about eight times the
//! instructions.
//!
//! Each reader gets each shape in two sizes. Valgrind's callgrind counts the instructions of `measured`, including all
//! functions that it calls.
//!
//! A counter in our own code cannot see the work of a dependency or of the allocator. A clock can, but on a busy
//! machine its limit must be so high that small quadratic factors go unnoticed.
//!
//! The count is nearly the same in each run. So [`MOST`] can be close to the factor between the sizes, with some room
//! for growth like that of sorting. A call is aborted only if it takes many times as long as any linear one.
//!
//! If the count grows by less than [`LEAST`] and by less than one instruction for each byte, the reader has not read its
//! whole input, and the row proves nothing. Such a row fails, too, unless [`early`] gives a reason.
//!
//! One process makes many calls, since starting valgrind takes longer than most of them. Callgrind writes a separate
//! part for each call.

mod counting;
mod early;
mod table;

use self::counting::{Count, Job, count};
use self::table::Row;
use problem_linear::readers::{self, Reader};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

const SMALL: usize = 16 * 1024;
const LARGE: usize = 8 * SMALL;

/// The highest factor allowed between the instructions for the two sizes.
const MOST: f64 = 12.0;

/// The lowest factor that shows by itself that the reader has read its input.
const LEAST: f64 = 3.0;

/// The number of shapes for each process.
const AT_ONCE: usize = 32;

fn main() -> ExitCode {
    if cfg!(debug_assertions) {
        eprintln!("the counts of an unoptimised build are meaningless: add --release");
        return ExitCode::FAILURE;
    }
    let rows = Mutex::new(Vec::new());
    let waiting = Mutex::new(jobs());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some((number, jobs)) = waiting.lock().expect("no worker panics").pop() else { break };
                    let counted = counted(&jobs);
                    rows.lock().expect("no worker panics").push((number, counted));
                }
            });
        }
    });
    let mut rows = rows.into_inner().expect("no worker panics");
    rows.sort_by_key(|(number, _)| *number);
    let rows: Vec<Row> = rows.into_iter().flat_map(|(_, rows)| rows).collect();
    table::print(&rows);
    if rows.iter().any(Row::is_failed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Returns the shapes of all readers at the smaller size, in numbered chunks.
fn jobs() -> Vec<(usize, Vec<Job>)> {
    let of_reader = |reader: &'static Reader| {
        let shapes = reader.shapes().filter(|shape| reader.takes(&shape.build(SMALL)));
        shapes.map(move |shape| Job { reader, shape, size: SMALL })
    };
    let jobs: Vec<Job> = readers::all().flat_map(of_reader).collect();
    jobs.chunks(AT_ONCE).map(<[Job]>::to_vec).enumerate().collect()
}

/// Counts some shapes, and returns their rows.
fn counted(jobs: &[Job]) -> Vec<Row> {
    let both = |job: &Job| [SMALL, LARGE].map(|size| Job { size, ..*job });
    let counts = count(&jobs.iter().flat_map(both).collect::<Vec<_>>());
    let row = |(job, counts): (&Job, &[Count])| {
        let (small, large) = (counts[0], counts[1]);
        let tiny = [SMALL / 4, SMALL / 2].map(|size| Job { size, ..*job });
        let tiny = matches!(large, Count::TooLong).then(|| tiny.map(|job| count(&[job])[0]));
        Row { job: *job, small, large, tiny }
    };
    jobs.iter().zip(counts.chunks(2)).map(row).collect()
}

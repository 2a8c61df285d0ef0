//! Whatever a stranger sends, eight times as much takes about eight times as many instructions.
//!
//! Each reader is given each shape at two sizes. Valgrind's callgrind counts the instructions from the entry to
//! `measured` to its end, with those of all that it calls. A counter in our own code cannot see what a dependency or the
//! allocator does. A clock can, but on a busy machine its limit has to be so far off that small quadratic factors get
//! through. The count is nearly the same each time, so that [`MOST`] can be close to the factor between the sizes: there
//! is room for what grows as sorting does. Only a call that takes many times as long as any linear one is given up.
//!
//! A reader that takes less than [`LEAST`] times as many has not looked at its input, and the row says nothing. That
//! fails, too, unless [`early`] says why it is so.
//!
//! One process makes many calls, since to start valgrind takes longer than most of them. Callgrind writes a part of its
//! own for each.

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

/// How many times the instructions of the smaller the larger may take.
const MOST: f64 = 12.0;

/// How many it has to take to show anything.
const LEAST: f64 = 3.0;

/// How many shapes one process is given.
const AT_ONCE: usize = 32;

fn main() -> ExitCode {
    if cfg!(debug_assertions) {
        eprintln!("the instructions of a build without optimisations say little: add --release");
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

/// The shapes of all readers at the smaller size, in numbered pieces.
fn jobs() -> Vec<(usize, Vec<Job>)> {
    let of_reader = |reader: &'static Reader| {
        let shapes = reader.shapes().filter(|shape| reader.takes(&shape.build(SMALL)));
        shapes.map(move |shape| Job { reader, shape, size: SMALL })
    };
    let jobs: Vec<Job> = readers::all().flat_map(of_reader).collect();
    jobs.chunks(AT_ONCE).map(<[Job]>::to_vec).enumerate().collect()
}

/// The rows of some shapes.
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

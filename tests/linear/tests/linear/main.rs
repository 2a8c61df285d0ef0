//! Whatever a stranger sends, eight times as much takes about eight times as many instructions.
//!
//! Each reader is given each shape at two sizes, and valgrind's callgrind counts the instructions of the one call between
//! the entry to `measured` and its end, with those of all that it calls: a counter of our own would not see what a
//! dependency or the allocator does. Instructions are the same on a busy machine and on a fast one, so that the limit can
//! be near to what linear time takes; a limit for the time would have to be far from it, and would let through what is
//! quadratic with a small factor. Only a call that takes longer than any good one by far is given up.
//!
//! As long as a size of 8 takes less than [`MOST`] times the instructions, there is room for what grows as sorting does,
//! and for caches of the allocator. Less than [`LEAST`] is as bad: a reader that gives up at once shows nothing, and
//! [`early`] lists those that may.
//!
//! One process counts many calls, each of which is a part of its own in what callgrind writes, since it takes longer to
//! start one than to count most calls.

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

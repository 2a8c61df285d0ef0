//! Runs calls under callgrind and counts their instructions.

use problem_linear::readers::Reader;
use problem_linear::shapes::Shape;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// A call to count.
#[derive(Clone, Copy)]
pub(crate) struct Job {
    pub(crate) reader: &'static Reader,
    pub(crate) shape: &'static Shape,
    pub(crate) size: usize,
}

impl Job {
    fn is_larger_than(&self, other: &Self) -> bool {
        (self.reader.name, self.shape.name) == (other.reader.name, other.shape.name) && self.size > other.size
    }
}

#[derive(Clone, Copy)]
pub(crate) enum Count {
    Instructions(u64),
    /// The call took longer than [`PATIENCE`] and was aborted.
    TooLong,
}

/// How long a call may take under valgrind; the longest linear call takes about a second.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Counts the calls in their order. Jobs with the same reader and shape must be sorted by size.
pub(crate) fn count(jobs: &[Job]) -> Vec<Count> {
    let mut counts = Vec::new();
    // After a call is aborted, a new process continues with the next one.
    while let Some(job) = jobs.get(counts.len()) {
        let is_given_up = matches!(counts.last(), Some(Count::TooLong));
        if is_given_up && job.is_larger_than(&jobs[counts.len() - 1]) {
            counts.push(Count::TooLong);
        } else {
            Process::start(&jobs[counts.len()..]).count(&mut counts);
        }
    }
    counts
}

/// The name of the measured function, as valgrind knows it.
const MEASURED: &str = "problem_linear::measured";

struct Process<'a> {
    jobs: &'a [Job],
    child: Child,
    lines: Receiver<String>,
    /// The file that callgrind writes to; it appends the number of the part to the name.
    output: String,
}

impl<'a> Process<'a> {
    fn start(jobs: &'a [Job]) -> Self {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let output = format!("{}/callgrind-{}-{number}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
        let mut command = Command::new("valgrind");
        command.args(["-q", "--tool=callgrind"]);
        command.args(["toggle-collect", "dump-after"].map(|option| format!("--{option}={MEASURED}")));
        command.arg(format!("--callgrind-out-file={output}")).arg(env!("CARGO_BIN_EXE_problem-linear"));
        for Job { reader, shape, size } in jobs {
            command.args([reader.name, shape.name, &size.to_string()]);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().expect("valgrind cannot be started");
        let lines = lines(child.stdout.take().expect("stdout is piped"));
        Self { jobs, child, lines, output }
    }

    /// Appends the count of each call, up to one that takes too long.
    fn count(mut self, counts: &mut Vec<Count>) {
        for (index, job) in self.jobs.iter().enumerate() {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let name = format!("{} {} ", job.reader.name, job.shape.name);
                    assert!(line.starts_with(&name), "{line:?} instead of {name:?}");
                    counts.push(Count::Instructions(self.instructions(index + 1)));
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.child.kill().expect("valgrind cannot be stopped");
                    counts.push(Count::TooLong);
                    break;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("valgrind ended before {} on {} did", job.reader.name, job.shape.name)
                }
            }
        }
        self.child.wait().expect("cannot wait for valgrind");
        for end in (0..=self.jobs.len() + 1).map(|part| format!(".{part}")).chain([String::new()]) {
            // callgrind writes a part for each counted call, and one more for the rest.
            let _ = fs::remove_file(self.output.clone() + &end);
        }
    }

    /// Reads the total from the file of a part.
    fn instructions(&self, part: usize) -> u64 {
        let path = format!("{}.{part}", self.output);
        let text = fs::read_to_string(Path::new(&path)).expect("callgrind has not written its count");
        let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
        total.and_then(|total| total.trim().parse().ok()).expect("callgrind has written no total")
    }
}

/// Returns the lines as they arrive, so that the receiver can wait with a timeout.
fn lines(output: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    receiver
}

//! Child processes that run this benchmark again.

use std::process::{Command, Stdio};

/// Returns a command that runs this benchmark, with a wrapper such as valgrind in front of it.
pub(super) fn this_benchmark_under(wrapper: &[&str]) -> Command {
    let this = std::env::current_exe().expect("the path of this program is unknown");
    let Some((program, options)) = wrapper.split_first() else { return Command::new(this) };
    let mut command = Command::new(program);
    command.args(options).arg(this);
    command
}

/// Runs the command and returns what it prints to its standard output.
pub(super) fn output(mut command: Command) -> String {
    let child = command.stdout(Stdio::piped()).spawn().expect("the benchmark cannot be run again");
    let output = child.wait_with_output().expect("cannot wait for the other run");
    assert!(output.status.success(), "the other run failed: {}", output.status);
    String::from_utf8(output.stdout).expect("the output is text")
}

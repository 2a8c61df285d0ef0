//! Runs the external programs that read the formats.

use std::io::ErrorKind;
use std::process::{Command, Output};

/// Runs a program and returns its output.
///
/// # Panics
///
/// Panics if the program is missing, since nobody would notice a skipped test.
#[must_use]
pub fn run(command: &mut Command, debian_package: &str) -> Output {
    match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => panic!(
            "{} is missing; install it, on Debian with `apt-get install {debian_package}`",
            command.get_program().display(),
        ),
        Err(error) => panic!("cannot run {}: {error}", command.get_program().display()),
    }
}

//! The programs that read the formats.

use std::io::ErrorKind;
use std::process::{Command, Output};

/// Runs a program to its end.
///
/// # Panics
///
/// When the program is missing: a test that is skipped would say nothing, and nobody would notice.
#[must_use]
pub fn run(command: &mut Command, debian_package: &str) -> Output {
    match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => panic!(
            "{} is missing; install it, on Debian with `apt-get install {debian_package}`",
            command.get_program().display(),
        ),
        Err(error) => panic!("{} does not run: {error}", command.get_program().display()),
    }
}

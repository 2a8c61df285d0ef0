//! Runs the first screen of the README as a reader would: in a separate package, with curl.

mod package;

use crate::package::Package;
use problem_tests::markdown::{Step, code, shown, steps};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

const README: &str = include_str!("../../../../README.md");
const COMPILE_ERRORS: &str = include_str!("../../../../problem-core/src/guide/compile_errors.md");

/// The address in the README's program.
const ADDRESS: &str = "127.0.0.1:3000";

#[test]
fn the_program_and_the_client_print_the_output_shown() {
    let [program, client] = code(README, "rust").try_into().expect("a program and a client");
    let commands = README.lines().map(|line| line.trim_start_matches("// "));
    let package = Package::new(commands.filter(|line| line.starts_with("cargo add ")));
    package.add_binary("server", &printing_its_address(program));

    let server = Server::start(package.command("server"));
    package.add_binary("client", &client.replace(ADDRESS, &server.address));

    let [session] = code(README, "console").try_into().expect("one session with curl");
    for Step { command, output: expected } in steps(session) {
        let output = run(Command::new("sh").args(["-c", &command.replace(ADDRESS, &server.address)]));
        assert_eq!(shown(&output), expected, "{command}");
    }
    assert_eq!(run(&mut package.command("client")), "at most 1\n");

    let log = server.stop();
    assert_eq!(log.lines().count(), steps(session).len() + 1, "{log}");
    for line in log.lines() {
        assert!(README.contains(&format!("`{line}`")), "{line}");
    }
}

/// Another test compares the guide with the output of the compiler.
#[test]
fn the_compile_error_is_also_in_the_guide() {
    let [error] = code(README, "text").try_into().expect("one compile error");
    assert!(code(COMPILE_ERRORS, "text").contains(&error), "{error}");
}

/// Returns the program with a free port as its address, which it prints.
fn printing_its_address(program: &str) -> String {
    program
        .replace(ADDRESS, "127.0.0.1:0")
        .replace("    axum::serve(", "    println!(\"{}\", listener.local_addr()?);\n    axum::serve(")
}

fn run(command: &mut Command) -> String {
    let output = command.stderr(Stdio::inherit()).output().expect("the command starts");
    assert!(output.status.success(), "{command:?}: {}", output.status);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The running program of the README.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(mut command: Command) -> Self {
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("the server starts");
        let mut address = String::new();
        let stdout = process.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut address).expect("the address");
        Self { process, address: address.trim_end().to_owned() }
    }

    /// Stops the program, and returns its log.
    fn stop(mut self) -> String {
        self.process.kill().expect("the server is running");
        let mut log = String::new();
        let mut stderr = self.process.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut log).expect("UTF-8");
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Runs the shell commands of the README.

use crate::harness::Server;
use std::process::Command;

const README: &str = include_str!("../../../problem-core/examples/README.md");

/// A line that begins with `$ `, and the output that the README shows below it.
struct Step {
    command: String,
    output: String,
}

#[test]
fn the_curl_commands_print_the_output_shown() {
    let server = Server::start();
    let directory = server.directory().to_str().unwrap().to_owned();
    let steps = steps(|text| {
        text.replace("127.0.0.1:7070", &server.address().to_string())
            .replace("${TMPDIR:-/tmp}/vault-7070", &directory)
    });
    assert!(steps.iter().filter(|step| step.command.contains("curl")).count() >= 15);

    let mut settings = String::new();
    for Step { command, output } in steps {
        if let Some(seconds) = command.strip_prefix("sleep ") {
            server.pass(seconds.parse().unwrap());
        } else if command.contains("curl") || command.starts_with("rm ") {
            let script = format!("{settings}{command}");
            let run = Command::new("sh").args(["-c", &script]).output().expect("sh should run");
            assert!(run.status.success(), "{command}: {run:?}");
            assert_eq!(shown(&String::from_utf8(run.stdout).unwrap()), output, "{command}");
        } else {
            settings += &(command + "\n");
        }
    }

    let log = server.log();
    let shown = README.split("```text\n").map(|block| block.split("\n```").next().unwrap());
    let last = log.last().unwrap();
    assert!(
        shown.map(|line| line.replace("/tmp/vault-7070", &directory)).any(|line| line == *last),
        "{log:?}"
    );
}

/// Returns the steps of all `console` blocks.
fn steps(adapt: impl Fn(&str) -> String) -> Vec<Step> {
    let blocks = README.split("```console\n").skip(1).map(|block| block.split("```").next().unwrap());
    let mut steps: Vec<Step> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        match line.strip_prefix("$ ") {
            Some(command) => steps.push(Step { command: adapt(command), output: String::new() }),
            None => {
                let output = &mut steps.last_mut().expect("a command before its output").output;
                *output += &(adapt(line) + "\n");
            }
        }
    }
    steps
}

/// Returns the output of curl without the lines that the README leaves out.
fn shown(output: &str) -> String {
    let is_shown = |line: &&str| {
        !line.is_empty() && !line.starts_with("date: ") && !line.starts_with("content-length: ")
    };
    output.lines().filter(is_shown).flat_map(|line| [line, "\n"]).collect()
}

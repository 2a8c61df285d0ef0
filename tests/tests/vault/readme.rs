//! Runs the shell commands of the README.

use crate::harness::Server;
use problem_tests::markdown::{Step, code, shown, steps};
use std::process::Command;

const README: &str = include_str!("../../../problem-core/examples/README.md");

#[test]
fn the_curl_commands_print_the_output_shown() {
    let server = Server::start();
    let directory = server.directory().to_str().unwrap().to_owned();
    let address = server.address().to_string();
    let adapt = |text: &str| {
        text.replace("127.0.0.1:7070", &address).replace("${TMPDIR:-/tmp}/vault-7070", &directory)
    };
    // The last section is about another service.
    let (readme, _) = README.split_once("\n## The edge\n").expect("a section about the edge");
    let steps: Vec<Step<'_>> = code(readme, "console").into_iter().flat_map(steps).collect();
    assert!(steps.iter().filter(|step| step.command.contains("curl")).count() >= 15);

    let mut settings = String::new();
    for Step { command, output } in steps {
        let (command, output) = (adapt(command), adapt(&output));
        if let Some(seconds) = command.strip_prefix("sleep ") {
            server.pass(seconds.parse().unwrap());
        } else if command.contains("curl") || command.starts_with("rm ") {
            let script = format!("{settings}{command}");
            let run = Command::new("sh").args(["-c", &script]).output().expect("sh should run");
            assert!(run.status.success(), "{command}: {run:?}");
            // The README leaves the empty lines out, too.
            let printed = shown(&String::from_utf8(run.stdout).unwrap()).replace("\n\n", "\n");
            assert_eq!(printed, output, "{command}");
        } else {
            settings += &(command + "\n");
        }
    }

    let log = server.log();
    let last = format!("{}\n", log.last().unwrap());
    let mut shown = code(README, "text").into_iter().map(|text| text.replace("/tmp/vault-7070", &directory));
    assert!(shown.any(|text| text == last), "{log:?}");
}

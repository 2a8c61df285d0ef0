//! The example `edge` answers the requests in the README of the examples as shown.

#[path = "../examples/edge.rs"]
#[allow(dead_code, reason = "the test serves the router itself, on a free port")]
mod edge;

use problem_tests::markdown::{Step, code, shown, steps};
use std::net::Ipv4Addr;
use std::process::{Command, Stdio};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

const README: &str = include_str!("../../../problem-core/examples/README.md");
const ADDRESS: &str = "127.0.0.1:3000";

#[test]
fn the_requests_of_the_readme_get_the_answers_shown() {
    let runtime = Runtime::new().expect("a runtime");
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
    let address = listener.local_addr().expect("it is bound").to_string();
    runtime.spawn(axum::serve(listener, edge::app()).into_future());

    let (_, section) = README.split_once("\n## The edge\n").expect("a section about the example");
    let session = code(section, "console").into_iter().next().expect("a session with curl");
    let steps = steps(session);
    assert_eq!(steps.len(), 9);
    for Step { command, output: expected } in steps {
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &command.replace(ADDRESS, &address)]).stderr(Stdio::inherit());
        let output = shell.output().expect("it starts");
        assert!(output.status.success(), "{command}");
        let output = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(shown(&output), expected, "{command}");
    }
}

//! Tests of the example service as a separate process: its output, its directory and its data.

#![cfg(unix)]

mod crash;
mod directory;
mod lock;
mod output;
mod requests;

use crate::harness::{PATIENCE, TempDir};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

/// A service that is killed when this value is dropped.
struct Process {
    child: Kill,
    address: SocketAddr,
    /// The first line of its output.
    data: String,
    /// Kept open so that the service can write the rest of its greeting.
    _output: Option<BufReader<ChildStdout>>,
}

impl Process {
    /// Starts a service with its data in this directory, on a free port.
    fn start(directory: &Path) -> Self {
        Self::run(vault(directory))
    }

    /// Starts a service, and waits until it says where it listens.
    fn run(mut command: Command) -> Self {
        let mut child = Kill(command.stdout(Stdio::piped()).spawn().unwrap());
        let mut output = BufReader::new(child.0.stdout.take().unwrap());
        let [data, listening] = [(); 2].map(|()| {
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        });
        let address = listening.strip_prefix("Listening on http://").and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("{data:?} {listening:?}"));
        Self { child, address, data, _output: Some(output) }
    }

    /// Starts a service that cannot say where it listens, and waits until it accepts connections.
    fn run_unheard(mut command: Command) -> Self {
        let started = Instant::now();
        let address = free_address();
        let mut child = Kill(command.args(["--port", &address.port().to_string()]).spawn().unwrap());
        while TcpStream::connect(address).is_err() {
            assert!(started.elapsed() < PATIENCE, "the service does not listen");
            assert_eq!(child.0.try_wait().unwrap(), None, "the service has ended");
            thread::yield_now();
        }
        Self { child, address, data: String::new(), _output: None }
    }

    fn id(&self) -> u32 {
        self.child.0.id()
    }

    /// Ends the service like `kill -9`.
    fn kill(self) {
        drop(self);
    }
}

/// A process that is killed when this value is dropped, even if the test fails.
struct Kill(Child);

impl Drop for Kill {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Returns a command that runs the service with its data in this directory.
fn vault(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
    command.args(["--port", "0", "--data"]).arg(directory).stderr(Stdio::null());
    command
}

/// Returns a command that runs the service with its data in the default place, within this temporary directory.
fn vault_by_default(temp: &Path, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
    command.args(["--port", &port.to_string()]).env("TMPDIR", temp).stderr(Stdio::null());
    command
}

/// Like [`vault`], from a shell that first runs `preparation`.
fn vault_after(preparation: &str, redirection: &str, directory: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!(r#"{preparation}; exec "$0" "$@" {redirection}"#)]);
    command.arg(env!("CARGO_BIN_EXE_vault")).args(["--port", "0", "--data"]).arg(directory);
    command.stderr(Stdio::null());
    command
}

/// Returns the output of a service that must soon end by itself.
#[track_caller]
fn end(command: &mut Command) -> Output {
    let child = command.stdin(Stdio::null()).spawn().unwrap();
    let id = child.id();
    let (ended, wait) = mpsc::channel();
    thread::spawn(move || ended.send(child.wait_with_output()));
    match wait.recv_timeout(PATIENCE) {
        Ok(output) => output.unwrap(),
        Err(_) => {
            let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
            panic!("the service does not end")
        }
    }
}

/// Checks that the service refuses to start and gives this reason.
#[track_caller]
fn assert_refused(command: &mut Command, reason: &str) {
    let output = end(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap()),
        (String::new(), format!("cannot start: {reason}; choose another directory with --data\n"))
    );
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Returns a pipe that is full as long as nobody reads from it.
fn full_pipe() -> (PipeReader, PipeWriter) {
    let (reader, writer) = io::pipe().unwrap();
    let flags = fcntl_getfl(&writer).unwrap();
    fcntl_setfl(&writer, flags | OFlags::NONBLOCK).unwrap();
    for filling in [&[b'x'; 4096][..], b"x"] {
        loop {
            match rustix::io::write(&writer, filling) {
                Ok(_) => {}
                Err(Errno::AGAIN) => break,
                Err(error) => panic!("{error}"),
            }
        }
    }
    // The service must block when it writes, as with any pipe.
    fcntl_setfl(&writer, flags).unwrap();
    (reader, writer)
}

/// Returns a pipe whose other end is closed.
fn broken_pipe() -> PipeWriter {
    io::pipe().unwrap().1
}

/// Returns a path in a new directory where nothing exists yet.
fn place() -> (TempDir, PathBuf) {
    let parent = TempDir::new();
    let path = parent.path().join("data");
    (parent, path)
}

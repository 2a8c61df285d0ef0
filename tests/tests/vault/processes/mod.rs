//! The example service as a process of its own: what becomes of its output.

#![cfg(unix)]

mod output;

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

/// A service that ends with this value.
struct Process {
    _child: Kill,
    address: SocketAddr,
    /// Open, so that the rest of its greeting has somewhere to go.
    _output: Option<BufReader<ChildStdout>>,
}

impl Process {
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
        Self { _child: child, address, _output: Some(output) }
    }

    /// Starts a service that cannot say where it listens, and waits until it does.
    fn run_unheard(mut command: Command) -> Self {
        let started = Instant::now();
        let address = free_address();
        let mut child = Kill(command.args(["--port", &address.port().to_string()]).spawn().unwrap());
        while TcpStream::connect(address).is_err() {
            assert!(started.elapsed() < PATIENCE, "nobody listens");
            assert_eq!(child.0.try_wait().unwrap(), None, "the service has ended");
            thread::yield_now();
        }
        Self { _child: child, address, _output: None }
    }
}

/// Kills the process, whatever becomes of the test.
struct Kill(Child);

impl Drop for Kill {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The service, with its data in a directory.
fn vault(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
    command.args(["--port", "0", "--data"]).arg(directory).stderr(Stdio::null());
    command
}

/// The service by way of a shell, which does something first.
fn vault_after(preparation: &str, redirection: &str, directory: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!(r#"{preparation}; exec "$0" "$@" {redirection}"#)]);
    command.arg(env!("CARGO_BIN_EXE_vault")).args(["--port", "0", "--data"]).arg(directory);
    command.stderr(Stdio::null());
    command
}

/// What a service says that has to end by itself, and soon.
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

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A pipe that takes nothing more, as long as nobody reads.
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
    // The writer of the service is to wait, as on any pipe.
    fcntl_setfl(&writer, flags).unwrap();
    (reader, writer)
}

/// A pipe whose other end is closed.
fn broken_pipe() -> PipeWriter {
    io::pipe().unwrap().1
}

/// A place in a new directory where there is nothing yet.
fn place() -> (TempDir, PathBuf) {
    let parent = TempDir::new();
    let path = parent.path().join("data");
    (parent, path)
}

//! A running service, and a client that sees every byte.

use crate::service::{Vault, serve};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};
use std::{env, fs, process};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

pub(crate) const ALICE: &str = "Bearer alice-token";
pub(crate) const BOB: &str = "Bearer bob-token";

/// A service with a data directory of its own.
pub(crate) struct Server {
    address: SocketAddr,
    passed: Arc<AtomicU64>,
    log: Arc<Mutex<Vec<String>>>,
    directory: Directory,
    /// Stops the service when it is dropped.
    runtime: Runtime,
}

impl Server {
    /// Starts with no data.
    pub(crate) fn start() -> Self {
        Self::in_directory(Directory::new())
    }

    /// Stops and starts with what is in the data directory.
    pub(crate) fn restart(self) -> Self {
        let Self { directory, runtime, .. } = self;
        drop(runtime);
        Self::in_directory(directory)
    }

    fn in_directory(directory: Directory) -> Self {
        let passed = Arc::new(AtomicU64::new(0));
        let clock = {
            let passed = Arc::clone(&passed);
            move || {
                SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + passed.load(Ordering::Relaxed))
            }
        };
        let log = Arc::new(Mutex::new(Vec::new()));
        let sink = {
            let log = Arc::clone(&log);
            move |line: &str| log.lock().unwrap().push(line.to_owned())
        };
        let vault = Vault::open(directory.path(), Box::new(clock), Box::new(sink)).unwrap();
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(listener, vault));
        Self { address, passed, log, directory, runtime }
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, seconds: u64) {
        self.passed.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The lines of the log so far.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Sends a request such as `GET /v1/vaults`.
    pub(crate) fn send(&self, authorization: &str, asked: &str, body: &str) -> Answer {
        self.exchange(&format!(
            "{asked} HTTP/1.1\r\nhost: vault\r\nconnection: close\r\n\
             authorization: {authorization}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    /// As [`send`](Self::send), for a request that must succeed.
    pub(crate) fn set_up(&self, authorization: &str, asked: &str, body: &str) {
        let answer = self.send(authorization, asked, body);
        assert!(matches!(answer.status(), 200..=299), "{asked}: {answer:?}");
    }

    /// Sends bytes and reads until the service closes the connection.
    pub(crate) fn exchange(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        Answer(response)
    }
}

/// A response, as it came.
#[derive(Debug)]
pub(crate) struct Answer(String);

impl Answer {
    pub(crate) fn status(&self) -> u16 {
        self.0["HTTP/1.1 ".len()..][..3].parse().unwrap()
    }

    pub(crate) fn body(&self) -> &str {
        self.0.split_once("\r\n\r\n").unwrap().1
    }

    pub(crate) fn raw(&self) -> &str {
        &self.0
    }

    /// The status code, the header fields and the body, but for what is about the connection or the time.
    pub(crate) fn text(&self) -> String {
        let (head, body) = self.0.split_once("\r\n\r\n").unwrap();
        let mut text = format!("{}\n", self.status());
        for field in head.split("\r\n").skip(1) {
            let (name, value) = field.split_once(": ").unwrap();
            match name {
                "connection" | "date" => {}
                "content-length" => assert_eq!(value, body.len().to_string()),
                _ => text += &[name, ": ", value, "\n"].concat(),
            }
        }
        text + "\n" + body
    }
}

/// Asserts a problem by its status code, its header fields beside `content-type` and `vary`, and its body.
#[track_caller]
pub(crate) fn assert_problem(answer: &Answer, status: u16, fields: &str, body: &str) {
    let expected =
        format!("{status}\ncontent-type: application/problem+json\n{fields}vary: Accept\n\n{body}");
    assert_eq!(answer.text(), expected);
}

/// A directory that is there as long as this value.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);

        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("vault-test-{}-{count}", process::id()));
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // A test may have removed it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

//! A running service, and a client that sees every byte of a response.

use crate::service::clock::Timestamp;
use crate::service::{Clock, Directory, Limits, Log, Vault, serve};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, SystemTime};
use std::{env, fs, process};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;

pub(crate) const ALICE: &str = "Bearer alice-token";
pub(crate) const BOB: &str = "Bearer bob-token";

/// How long a test waits before it gives up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A service with its own data directory.
pub(crate) struct Server {
    address: SocketAddr,
    clock: TestClock,
    log: Log,
    written: Written,
    directory: TempDir,
    /// Stops the service when it is dropped.
    runtime: Runtime,
}

impl Server {
    /// Starts a service without data.
    pub(crate) fn start() -> Self {
        Self::start_in(TempDir::new(), 0)
    }

    /// Starts a service with this data file.
    pub(crate) fn start_with(file: &str) -> Self {
        let directory = TempDir::new();
        fs::write(directory.path().join("vault.json"), file).unwrap();
        Self::start_in(directory, 0)
    }

    /// Like [`start`](Self::start), with other limits.
    pub(crate) fn start_with_limits(limits: Limits) -> Self {
        Self::build(TempDir::new(), 0, |vault| vault.with_limits(limits))
    }

    /// Stops the service and starts it again with its data directory.
    pub(crate) fn restart(self) -> Self {
        self.restart_after(0)
    }

    /// Like [`restart`](Self::restart), at this number of seconds after the first start.
    pub(crate) fn restart_after(self, seconds: u64) -> Self {
        let Self { directory, runtime, .. } = self;
        drop(runtime);
        Self::start_in(directory, seconds)
    }

    fn start_in(directory: TempDir, passed: u64) -> Self {
        Self::build(directory, passed, |vault| vault)
    }

    fn build(directory: TempDir, passed: u64, with: impl FnOnce(Vault) -> Vault) -> Self {
        let (clock, written) = (TestClock::new(passed), Written::default());
        let log = Log::to(written.clone());
        let data = Directory::open(directory.path()).unwrap();
        let vault = with(Vault::open(data, Box::new(clock.clone()), log.clone()).unwrap());
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(listener, vault));
        Self { address, clock, log, written, directory, runtime }
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, seconds: u64) {
        self.clock.passed.send_modify(|passed| *passed += seconds);
    }

    /// Waits until the next wake-up of the service is this number of seconds after the first start, or never.
    #[track_caller]
    pub(crate) fn sleeps_until(&self, seconds: Option<u64>) {
        let moment = seconds.map_or(Timestamp::NEVER, |seconds| at(seconds).into());
        let (sleeps_until, changed) = &*self.clock.sleeps_until;
        let sleeps_until = sleeps_until.lock().unwrap();
        let wait = changed.wait_timeout_while(sleeps_until, PATIENCE, |sleeps| *sleeps != Some(moment));
        assert_eq!(*wait.unwrap().0, Some(moment));
    }

    /// Returns the lines of the log so far.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.flush(PATIENCE);
        self.written.text().lines().map(str::to_owned).collect()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Sends a request such as `GET /v1/vaults`.
    pub(crate) fn send(&self, authorization: &str, asked: &str, body: &str) -> Answer {
        send(self.address, authorization, asked, body)
    }

    /// Like [`send`](Self::send), for a request that must succeed.
    pub(crate) fn set_up(&self, authorization: &str, asked: &str, body: &str) {
        set_up(self.address, authorization, asked, body);
    }

    /// Sends bytes and reads until the service closes the connection.
    pub(crate) fn exchange(&self, request: &str) -> Answer {
        exchange(self.address, request)
    }
}

/// Like [`Server::send`], to the service at this address.
pub(crate) fn send(address: SocketAddr, authorization: &str, asked: &str, body: &str) -> Answer {
    try_send(address, authorization, asked, body).unwrap()
}

/// Like [`send`], to a service that may end before it responds.
pub(crate) fn try_send(
    address: SocketAddr,
    authorization: &str,
    asked: &str,
    body: &str,
) -> io::Result<Answer> {
    let request = format!(
        "{asked} HTTP/1.1\r\nhost: vault\r\nconnection: close\r\n\
         authorization: {authorization}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    try_exchange(address, &request)
}

/// Like [`Server::set_up`], for the service at this address.
pub(crate) fn set_up(address: SocketAddr, authorization: &str, asked: &str, body: &str) {
    let answer = send(address, authorization, asked, body);
    assert!(matches!(answer.status(), 200..=299), "{asked}: {answer:?}");
}

/// Like [`Server::exchange`], with the service at this address.
pub(crate) fn exchange(address: SocketAddr, request: &str) -> Answer {
    try_exchange(address, request).unwrap()
}

fn try_exchange(address: SocketAddr, request: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    Ok(Answer(response))
}

/// A response as it was received.
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

    /// Returns the status code, the header fields and the body, without the fields about the connection and the time.
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

/// Checks the status code of a problem, its header fields besides `content-type` and `vary`, and its body.
#[track_caller]
pub(crate) fn assert_problem(answer: &Answer, status: u16, fields: &str, body: &str) {
    let expected =
        format!("{status}\ncontent-type: application/problem+json\n{fields}vary: Accept\n\n{body}");
    assert_eq!(answer.text(), expected);
}

/// A clock that stands still until a test moves it, and that records which moment the service waits for.
#[derive(Clone)]
struct TestClock {
    passed: watch::Sender<u64>,
    sleeps_until: Arc<(Mutex<Option<Timestamp>>, Condvar)>,
}

/// Returns the time at this number of seconds after the first start.
pub(crate) fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
}

impl TestClock {
    fn new(passed: u64) -> Self {
        Self { passed: watch::Sender::new(passed), sleeps_until: Arc::default() }
    }
}

impl Clock for TestClock {
    fn now(&self) -> SystemTime {
        at(*self.passed.borrow())
    }

    fn sleep_until(&self, moment: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let (sleeps_until, changed) = &*self.sleeps_until;
        *sleeps_until.lock().unwrap() = Some(moment);
        changed.notify_all();
        let mut passed = self.passed.subscribe();
        Box::pin(async move {
            let _ = passed.wait_for(|passed| moment <= at(*passed).into()).await;
        })
    }
}

/// A writer that keeps its output for a test to read.
#[derive(Clone, Default)]
pub(crate) struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A directory that exists as long as this value.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);

        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("vault-test-{}-{count}", process::id()));
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A test may have removed the directory.
        let _ = fs::remove_dir_all(&self.0);
    }
}

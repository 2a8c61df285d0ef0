//! The load: several connections that send the same request again and again.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: u32 = 8;

/// The number of requests that are sent on a connection before their responses are read.
///
/// With so many, most of the time is spent in the service, and not in system calls.
const PIPELINED: u32 = 16;

/// The number of such batches that each connection sends before the clock is read again.
const BATCHES: u32 = 4;

const ANSWERS: u32 = CONNECTIONS * PIPELINED * BATCHES;

pub(crate) struct Clients {
    connections: Vec<TcpStream>,
    requests: String,
    response: Vec<u8>,
}

impl Clients {
    /// Connects to a service, and keeps the response that it gives once the allowance of the token is used up.
    pub(crate) fn connect(address: SocketAddr, request: &str) -> Self {
        let mut connections: Vec<_> = (0..CONNECTIONS).map(|_| connect(address)).collect();
        let mut response = Vec::new();
        // The first requests use up the allowance, and may get another response.
        for _ in 0..100 {
            response = exchange(&mut connections[0], request);
        }
        Self { connections, requests: request.repeat(PIPELINED as usize), response }
    }

    /// Returns the response without the `date` field, the only one that changes with time.
    pub(crate) fn response(&self) -> String {
        let text = String::from_utf8(self.response.clone()).expect("UTF-8");
        text.split_inclusive("\r\n").filter(|line| !line.starts_with("date: ")).collect()
    }

    /// Sends requests until at least this many responses have arrived.
    pub(crate) fn ask(&mut self, answers: u32) {
        for _ in 0..answers.div_ceil(ANSWERS) {
            self.ask_once();
        }
    }

    /// Sends requests until this time has passed, and returns the responses per second.
    fn ask_for(&mut self, time: Duration) -> f64 {
        let start = Instant::now();
        let mut answers = 0;
        while start.elapsed() < time {
            self.ask_once();
            answers += ANSWERS;
        }
        f64::from(answers) / start.elapsed().as_secs_f64()
    }

    fn ask_once(&mut self) {
        let Self { connections, requests, response } = self;
        let (requests, length) = (requests.as_bytes(), response.len() * PIPELINED as usize);
        thread::scope(|scope| {
            for connection in connections {
                scope.spawn(move || {
                    let mut answers = vec![0; length];
                    for _ in 0..BATCHES {
                        connection.write_all(requests).expect("the service reads");
                        connection.read_exact(&mut answers).expect("the service responds");
                    }
                });
            }
        });
    }
}

/// Measures the responses per second of each service.
///
/// The services take turns, so that other load on the machine affects all of them alike.
pub(crate) fn throughput<const N: usize>(
    services: &mut [Clients; N],
    rounds: usize,
    round: Duration,
    samples: &mut [Vec<f64>; N],
) {
    for first in 0..rounds {
        for turn in 0..N {
            let service = (first + turn) % N;
            samples[service].push(services[service].ask_for(round));
        }
    }
}

pub(crate) fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 2]
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("the service listens");
    stream.set_nodelay(true).expect("a socket");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
    stream
}

/// Sends one request, and reads the head of the response and as much of the body as `content-length` says.
fn exchange(connection: &mut TcpStream, request: &str) -> Vec<u8> {
    connection.write_all(request.as_bytes()).expect("the service reads");
    let mut response = Vec::new();
    while !response.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        connection.read_exact(&mut byte).expect("the service responds");
        response.extend(byte);
    }
    let head = String::from_utf8(response.clone()).expect("UTF-8");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    let mut body = vec![0; length.parse().expect("a number")];
    connection.read_exact(&mut body).expect("the service responds");
    response.extend(body);
    response
}

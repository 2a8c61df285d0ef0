//! The load: some connections that ask for the same thing again and again.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: u32 = 8;

/// How many requests are on the way at once on a connection, so that the time goes to the service and not to the calls
/// of the system.
const PIPELINED: u32 = 16;

/// How often all of these are sent before the time is looked at again.
const BATCHES: u32 = 4;

const ANSWERS: u32 = CONNECTIONS * PIPELINED * BATCHES;

pub(crate) struct Clients {
    connections: Vec<TcpStream>,
    requests: String,
    response: Vec<u8>,
}

impl Clients {
    /// Connects, and looks at the answer that the service settles for.
    pub(crate) fn connect(address: SocketAddr, request: &str) -> Self {
        let mut connections: Vec<_> = (0..CONNECTIONS).map(|_| connect(address)).collect();
        let mut response = Vec::new();
        // Until the share of the token is used up, the answer is another.
        for _ in 0..100 {
            response = exchange(&mut connections[0], request);
        }
        Self { connections, requests: request.repeat(PIPELINED as usize), response }
    }

    /// The response without the one header field that changes with time.
    pub(crate) fn response(&self) -> String {
        let text = String::from_utf8(self.response.clone()).expect("UTF-8");
        text.split_inclusive("\r\n").filter(|line| !line.starts_with("date: ")).collect()
    }

    /// Asks until there were so many answers.
    pub(crate) fn ask(&mut self, answers: u32) {
        for _ in 0..answers.div_ceil(ANSWERS) {
            self.ask_once();
        }
    }

    /// Asks until that time has passed; the answers per second.
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
                        connection.read_exact(&mut answers).expect("the service answers");
                    }
                });
            }
        });
    }
}

/// Takes the answers per second of each service, which take turns so that whatever else the machine does falls on all
/// alike.
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

/// Sends one request, and reads the head and as much of a body as it says there is.
fn exchange(connection: &mut TcpStream, request: &str) -> Vec<u8> {
    connection.write_all(request.as_bytes()).expect("the service reads");
    let mut response = Vec::new();
    while !response.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        connection.read_exact(&mut byte).expect("the service answers");
        response.extend(byte);
    }
    let head = String::from_utf8(response.clone()).expect("UTF-8");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    let mut body = vec![0; length.parse().expect("a number")];
    connection.read_exact(&mut body).expect("the service answers");
    response.extend(body);
    response
}

//! A service behind the HTTP/1.1 server of hyper, as in an application.

use crate::request::Sample;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper_util::service::TowerToHyperService;
use std::cell::RefCell;
use std::convert::Infallible;
use std::error::Error;
use std::hint::black_box;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use tower::{Service, ServiceExt};

/// How often a server is polled at most until it responds. It reads the body of a request after it has called the
/// service.
const MOST_POLLS: u32 = 3;

/// A connection that stays open, and the request that its client sends again and again.
pub(crate) struct Connection {
    server: RefCell<Pin<Box<dyn Future<Output = hyper::Result<()>>>>>,
    client: Pipe,
    request: Bytes,
}

impl Connection {
    /// Serves the service as `axum::serve` does, except that nothing waits: the pipe is in memory, and no runtime
    /// polls the server.
    pub(crate) fn new<S, B>(service: S, sample: &Sample) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + Clone + 'static,
        B: http_body::Body<Data = Bytes, Error: Into<Box<dyn Error + Send + Sync>>> + 'static,
    {
        let service = service.map_request(|request: Request<Incoming>| request.map(Body::new));
        let client = Pipe::default();
        let server =
            http1::Builder::new().serve_connection(client.clone(), TowerToHyperService::new(service));
        Self { server: RefCell::new(Box::pin(server)), client, request: sample.bytes() }
    }

    pub(crate) fn run(&self, times: u64) {
        for _ in 0..times {
            self.exchange(|response| {
                black_box(response);
            });
        }
    }

    /// Returns the response to one request, without its date.
    pub(crate) fn respond(&self) -> Response<Bytes> {
        self.exchange(parse)
    }

    fn exchange<T>(&self, read: impl FnOnce(&[u8]) -> T) -> T {
        self.client.0.borrow_mut().request = self.request.clone();
        let mut context = Context::from_waker(Waker::noop());
        let mut polls = 0..MOST_POLLS;
        while self.client.0.borrow().response.is_empty() {
            polls.next().expect("the service waits for nothing but the body of the request");
            let polled = self.server.borrow_mut().as_mut().poll(&mut context);
            assert!(polled.is_pending(), "the server waits for the next request");
        }
        let mut wires = self.client.0.borrow_mut();
        let output = read(&wires.response);
        wires.response.clear();
        output
    }
}

fn parse(response: &[u8]) -> Response<Bytes> {
    let text = std::str::from_utf8(response).expect("UTF-8");
    let (head, body) = text.split_once("\r\n\r\n").expect("the server has written a whole response");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status code");
    let fields = lines.map(|line| line.split_once(": ").expect("a header field"));
    let mut response = Response::builder().status(status);
    for (name, value) in fields.filter(|(name, _)| *name != "date") {
        response = response.header(name, value);
    }
    response.body(Bytes::copy_from_slice(body.as_bytes())).expect("a valid response")
}

/// Both ends of a connection.
#[derive(Clone, Default)]
struct Pipe(Rc<RefCell<Wires>>);

#[derive(Default)]
struct Wires {
    /// What the server has not read yet.
    request: Bytes,
    /// What the client has not read yet.
    response: Vec<u8>,
}

impl Read for Pipe {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        mut buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let request = &mut self.0.borrow_mut().request;
        if request.is_empty() {
            return Poll::Pending;
        }
        buffer.put_slice(&request.split_to(request.len().min(buffer.remaining())));
        Poll::Ready(Ok(()))
    }
}

impl Write for Pipe {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, data: &[u8]) -> Poll<io::Result<usize>> {
        self.0.borrow_mut().response.extend_from_slice(data);
        Poll::Ready(Ok(data.len()))
    }

    /// As a socket does. Otherwise, hyper copies the body of each response.
    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let response = &mut self.0.borrow_mut().response;
        let length = response.len();
        for part in parts {
            response.extend_from_slice(part);
        }
        Poll::Ready(Ok(response.len() - length))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

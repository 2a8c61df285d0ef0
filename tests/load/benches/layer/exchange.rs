//! A service that answers requests without a server.

use crate::request::Sample;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use http_body::Body as _;
use std::cell::RefCell;
use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use tower::Service;

/// A service, and the requests that are ready to be sent to it.
///
/// No runtime polls the futures: nothing ever waits in these services, and a runtime takes a varying time to start a
/// task.
pub(crate) struct Exchange<S> {
    service: S,
    sample: Sample,
    waiting: RefCell<Vec<Request<Body>>>,
}

impl<S, B> Exchange<S>
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + Clone,
    B: http_body::Body<Data = Bytes>,
{
    pub(crate) fn new(service: S, sample: Sample) -> Self {
        Self { service, sample, waiting: RefCell::default() }
    }

    /// Makes requests. The time of a server's parser is not that of the layer.
    pub(crate) fn prepare(&self, times: u64) {
        self.waiting.borrow_mut().extend((0..times).map(|_| self.sample.request()));
    }

    pub(crate) fn run(&self, times: u64) {
        for _ in 0..times {
            let request = self.waiting.borrow_mut().pop().expect("the requests are prepared");
            send(call(&self.service, black_box(request)), |frame| {
                black_box(frame);
            });
        }
    }

    /// Returns the response to one request, with its whole body.
    pub(crate) fn respond(&self) -> Response<Bytes> {
        let mut bytes = Vec::new();
        let mut response = send(call(&self.service, self.sample.request()), |frame| bytes.extend(frame));
        *response.body_mut() = bytes.into();
        response
    }
}

#[inline(never)]
fn call<S, B>(service: &S, request: Request<Body>) -> Response<B>
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + Clone,
{
    // The server of axum also clones the service for each request.
    let mut service = service.clone();
    let mut context = Context::from_waker(Waker::noop());
    assert!(service.poll_ready(&mut context).is_ready(), "the service is always ready");
    let Poll::Ready(Ok(response)) = pin!(service.call(request)).poll(&mut context) else {
        panic!("the service waits for nothing")
    };
    response
}

/// Reads the body as hyper does, frame by frame, after a look at its length.
#[inline(never)]
fn send<B: http_body::Body<Data = Bytes>>(
    response: Response<B>,
    mut write: impl FnMut(Bytes),
) -> Response<Bytes> {
    let (head, body) = response.into_parts();
    let mut body = pin!(body);
    black_box(body.size_hint());
    let mut context = Context::from_waker(Waker::noop());
    while !body.is_end_stream() {
        match body.as_mut().poll_frame(&mut context) {
            Poll::Ready(Some(Ok(frame))) => {
                if let Ok(data) = frame.into_data() {
                    write(data);
                }
            }
            Poll::Ready(None) => break,
            Poll::Ready(Some(Err(_))) | Poll::Pending => panic!("the body is in memory"),
        }
    }
    Response::from_parts(head, Bytes::new())
}

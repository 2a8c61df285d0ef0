use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, DATE, HOST};
use http::{Method, Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// A version of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// HTTP/1.1.
    Http1,
    /// HTTP/2 without TLS, by prior knowledge.
    Http2,
}

impl Version {
    /// Both versions.
    pub const ALL: [Self; 2] = [Self::Http1, Self::Http2];
}

/// One connection to a service.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    sender: Sender,
}

#[derive(Debug)]
enum Sender {
    Http1(http1::SendRequest<Full<Bytes>>),
    Http2(http2::SendRequest<Full<Bytes>>),
}

impl Client {
    /// Connects to a service.
    ///
    /// # Panics
    ///
    /// If the service does not listen.
    pub async fn connect(address: SocketAddr, version: Version) -> Self {
        let stream = TokioIo::new(TcpStream::connect(address).await.expect("the service listens"));
        let sender = match version {
            Version::Http1 => {
                let (sender, connection) = http1::handshake(stream).await.expect("a new connection");
                tokio::spawn(connection);
                Sender::Http1(sender)
            }
            Version::Http2 => {
                let (sender, connection) =
                    http2::handshake(TokioExecutor::new(), stream).await.expect("a new connection");
                tokio::spawn(connection);
                Sender::Http2(sender)
            }
        };
        Self { address, sender }
    }

    /// Sends a request, and returns its response without `date`, which differs from run to run.
    ///
    /// # Errors
    ///
    /// If the connection breaks before the header fields of the response are there.
    ///
    /// # Panics
    ///
    /// If the path of the request is not valid.
    pub async fn send(&mut self, request: Request<Full<Bytes>>) -> hyper::Result<Response<Incoming>> {
        let (mut head, body) = request.into_parts();
        let host = self.address.to_string();
        let sent = match &mut self.sender {
            Sender::Http1(sender) => {
                sender.ready().await?;
                head.headers.insert(HOST, host.parse().expect("an address is a valid value"));
                sender.send_request(Request::from_parts(head, body)).await
            }
            Sender::Http2(sender) => {
                sender.ready().await?;
                head.uri = format!("http://{host}{}", head.uri).parse().expect("a valid URI");
                sender.send_request(Request::from_parts(head, body)).await
            }
        };
        sent.map(|mut response| {
            response.headers_mut().remove(DATE);
            response
        })
    }

    /// Sends a request without a body, and returns the response.
    ///
    /// # Panics
    ///
    /// If there is no response.
    pub async fn exchange(&mut self, method: Method, path: &str, accept: &str) -> Response<Incoming> {
        let request = Request::builder().method(method).uri(path).header(ACCEPT, accept);
        let request = request.body(Full::default()).expect("a valid request");
        self.send(request).await.expect("the service responds")
    }

    /// Posts JSON, and returns the response.
    ///
    /// # Panics
    ///
    /// If there is no response.
    pub async fn post(&mut self, path: &str, json: &str) -> Response<Incoming> {
        let request = Request::post(path).header(CONTENT_TYPE, "application/json");
        let request = request.body(Full::from(json.to_owned())).expect("a valid request");
        self.send(request).await.expect("the service responds")
    }
}

use crate::requests::{LIMIT, Search, Vault};
use poem::listener::TcpAcceptor;
use poem::middleware::{CatchPanic, SizeLimit};
use poem::web::{Json, Path, Query};
use poem::{EndpointExt, Route, Server, get, handler, post};
use problem_core::poem_3::{catch_all, panic_response};
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::TcpListener;

#[handler]
fn create(_: Json<Vault>) -> &'static str {
    "created"
}

#[handler]
fn show(_: Path<u32>) -> &'static str {
    "vault"
}

#[handler]
fn search(_: Query<Search>) -> &'static str {
    "found"
}

#[handler]
fn panic() -> &'static str {
    panic!("secret")
}

pub(crate) async fn serve() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
    let address = listener.local_addr().expect("it is bound");
    let app = Route::new()
        // The limit also rejects requests without a length, so it is only for the handler that reads a body.
        .at("/vaults", post(create.with(SizeLimit::new(LIMIT))))
        .at("/vaults/:id", get(show))
        .at("/search", get(search))
        .at("/panic", get(panic))
        .with(CatchPanic::new().with_handler(panic_response))
        .catch_all_error(catch_all);
    let acceptor = TcpAcceptor::from_tokio(listener).expect("it listens");
    tokio::spawn(Server::new_with_acceptor(acceptor).run(app));
    address
}

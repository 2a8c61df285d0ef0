use crate::requests::{LIMIT, Vault};
use problem_core::salvo_1::Catcher;
use salvo::catch_panic::CatchPanic;
use salvo::conn::TcpListener;
use salvo::http::ParseError;
use salvo::{Listener, Request, Router, Server, Service, handler};
use std::net::SocketAddr;

#[handler]
async fn create(request: &mut Request) -> Result<&'static str, ParseError> {
    request.parse_json_with_max_size::<Vault>(LIMIT).await?;
    Ok("created")
}

#[handler]
async fn show(request: &mut Request) -> Result<&'static str, ParseError> {
    request.try_param::<u32>("id")?;
    Ok("vault")
}

#[handler]
async fn search(request: &mut Request) -> Result<&'static str, ParseError> {
    request.try_query::<u32>("size")?;
    Ok("found")
}

#[handler]
async fn panic() -> &'static str {
    panic!("secret")
}

pub(crate) async fn serve() -> SocketAddr {
    let router = Router::new()
        .hoop(CatchPanic::new())
        .push(Router::with_path("vaults").post(create))
        .push(Router::with_path("vaults/{id}").get(show))
        .push(Router::with_path("search").get(search))
        .push(Router::with_path("panic").get(panic));
    let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
    let address = acceptor.inner().local_addr().expect("it is bound");
    tokio::spawn(Server::new(acceptor).serve(Service::new(router).catcher(Catcher)));
    address
}

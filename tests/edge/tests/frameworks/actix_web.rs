use crate::requests::{LIMIT, Search, Vault};
use actix_web::middleware::ErrorHandlers;
use actix_web::web::{Path, PayloadConfig, Query, get, post, resource};
use actix_web::{App, HttpServer};
use problem_core::actix_web_4::{
    Json, default_service, error_handler, json_config, path_config, query_config,
};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

pub(crate) async fn serve() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
    let address = listener.local_addr().expect("it is bound");
    let server = HttpServer::new(|| {
        App::new()
            .wrap(ErrorHandlers::new().default_handler(error_handler))
            .app_data(PayloadConfig::new(LIMIT))
            .app_data(json_config())
            .app_data(path_config())
            .app_data(query_config())
            .service(resource("/vaults").route(post().to(async |_: Json<Vault>| "created")))
            .service(resource("/vaults/{id}").route(get().to(async |_: Path<u32>| "vault")))
            .service(resource("/search").route(get().to(async |_: Query<Search>| "found")))
            .service(resource("/panic").route(get().to(panic)))
            .default_service(default_service())
    });
    let server = server.workers(1).disable_signals().listen(listener).expect("it listens").run();
    tokio::spawn(server);
    address
}

async fn panic() -> &'static str {
    panic!("secret")
}

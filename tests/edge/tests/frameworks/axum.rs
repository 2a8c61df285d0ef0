use crate::requests::{LIMIT, Search, Vault};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::routing::{get, post};
use problem_core::axum_08::Json;
use problem_core::layer::ProblemLayer;
use std::net::SocketAddr;

pub(crate) async fn serve() -> SocketAddr {
    let app = Router::new()
        .route("/vaults", post(async |_: Json<Vault>| "created"))
        .route("/vaults/{id}", get(async |_: Path<u32>| "vault"))
        .route("/search", get(async |_: Query<Search>| "found"))
        .route("/panic", get(async || -> &'static str { panic!("secret") }))
        .layer(DefaultBodyLimit::max(LIMIT))
        .layer(ProblemLayer::new());
    problem_edge::serve(app).await
}

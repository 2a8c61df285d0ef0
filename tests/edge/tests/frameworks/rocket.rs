use crate::requests::{LIMIT, Vault};
use problem_core::rocket_05::catchers;
use rocket::config::LogLevel;
use rocket::data::{ByteUnit, Limits};
use rocket::fairing::AdHoc;
use rocket::serde::json::Json;
use rocket::{Config, get, post, routes};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Mutex;
use tokio::sync::oneshot;

#[post("/vaults", data = "<_vault>")]
fn create(_vault: Json<Vault>) -> &'static str {
    "created"
}

#[get("/vaults/<_id>")]
fn show(_id: u32) -> &'static str {
    "vault"
}

#[get("/search?<_size>")]
fn search(_size: u32) -> &'static str {
    "found"
}

#[get("/panic")]
fn panic() -> &'static str {
    panic!("secret")
}

pub(crate) async fn serve() -> SocketAddr {
    let config = Config {
        address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 0,
        log_level: LogLevel::Off,
        limits: Limits::new().limit("json", ByteUnit::from(LIMIT)),
        ..Config::default()
    };
    let (sender, receiver) = oneshot::channel();
    let sender = Mutex::new(Some(sender));
    let rocket = rocket::custom(config)
        .mount("/", routes![create, show, search, panic])
        .register("/", catchers())
        .attach(AdHoc::on_liftoff("address", move |rocket| {
            let config = rocket.config();
            if let Some(sender) = sender.lock().expect("no panic").take() {
                let _ = sender.send(SocketAddr::new(config.address, config.port));
            }
            Box::pin(async {})
        }));
    tokio::spawn(rocket.launch());
    receiver.await.expect("it starts")
}

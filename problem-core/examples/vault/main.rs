//! A small vault for secrets, served over HTTP, whose every failure is a problem (RFC 9457).
//!
//! `cargo run --example vault` needs no set-up. The errors are in `service/error.rs`, and the one place that turns
//! them into responses is in `service/server.rs`; the rest is there so that they happen.
//!
//! It is an example of error handling: tokens are fixed and compared byte by byte, and secrets lie in the data file as
//! plain text.

mod args;
mod service;

use self::args::Args;
use self::service::auth::USERS;
use self::service::{Vault, serve};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;
use std::{env, io};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

fn main() -> ExitCode {
    let args = match args::parse(env::args_os().skip(1)) {
        Ok(Some(args)) => args,
        Ok(None) => {
            println!("{}", args::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}; see --help");
            return ExitCode::from(2);
        }
    };
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(Args { port, data }: Args) -> io::Result<()> {
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
            io::Error::new(error.kind(), format!("127.0.0.1:{port}: {error}; choose another with --port"))
        })?;
        let address = listener.local_addr()?;
        let directory = match &data {
            Some(directory) => directory.clone(),
            None => own_directory(address.port())?,
        };
        let log = Box::new(|line: &str| eprintln!("{line}"));
        let vault = Vault::open(&directory, Box::new(SystemTime::now), log)?;
        let lifetime =
            if data.is_none() { " (removed at the next start; keep it elsewhere with --data)" } else { "" };
        println!("Data in {}{lifetime}", directory.display());
        greet(&format!("http://{address}"));
        match serve(listener, vault).await {}
    })
}

/// A directory of our own, for nobody else has the port, without the data of an earlier run.
fn own_directory(port: u16) -> io::Result<PathBuf> {
    let directory = env::temp_dir().join(format!("vault-{port}"));
    match Vault::remove_data(&directory) {
        Ok(()) => Ok(directory),
        Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", directory.display()))),
    }
}

fn greet(address: &str) {
    println!("Listening on {address}");
    for user in USERS {
        let validity = if user.validity.is_zero() { ", expired" } else { "" };
        println!("Token {} ({} tier{validity})", user.token, user.tier);
    }
    println!();
    println!("  curl -i -H 'Authorization: Bearer {}' {address}/v1/vaults", USERS[0].token);
}

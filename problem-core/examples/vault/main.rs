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
use self::service::{Directory, Limits, Log, Vault, serve};
use std::convert::Infallible;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use std::{env, io, panic, thread};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// How long the end waits for someone to read the last lines.
const PATIENCE: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    // `println!` and `eprintln!` panic where nobody reads any more, and stop where somebody reads no further.
    let (output, log) = (Log::to(io::stdout()), Log::to(io::stderr()));
    log_panics(log.clone());
    let code = match args::parse(env::args_os().skip(1)) {
        Ok(Some(args)) => {
            let Err(error) = run(args, &output, log.clone());
            log.line(&format!("cannot start: {error}"));
            ExitCode::FAILURE
        }
        Ok(None) => {
            args::USAGE.lines().for_each(|line| output.line(line));
            ExitCode::SUCCESS
        }
        Err(error) => {
            log.line(&format!("{error}; see --help"));
            ExitCode::from(2)
        }
    };
    output.flush(PATIENCE);
    log.flush(PATIENCE);
    code
}

/// Returns only if it cannot start.
fn run(args: Args, output: &Log, log: Log) -> io::Result<Infallible> {
    // Whatever the shell says, a new file has the mode that it is created with.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let Args { port, data, body_timeout } = args;
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
            io::Error::new(error.kind(), format!("127.0.0.1:{port}: {error}; choose another with --port"))
        })?;
        let address = listener.local_addr()?;
        let path = data.clone().unwrap_or_else(|| env::temp_dir().join(format!("vault-{}", address.port())));
        let vault = open(&path, data.is_some(), log).map_err(|error| {
            io::Error::new(error.kind(), format!("{error}; choose another directory with --data"))
        })?;
        let lifetime =
            if data.is_none() { " (removed at the next start; keep it elsewhere with --data)" } else { "" };
        output.line(&format!("Data in {}{lifetime}", path.display()));
        greet(&format!("http://{address}"), output);
        let connection = Limits::default().connection.max(body_timeout);
        let limits = Limits { body: body_timeout, connection };
        Ok(serve(listener, vault.with_limits(limits)).await)
    })
}

fn open(path: &Path, keeps_data: bool, log: Log) -> io::Result<Vault> {
    let directory = Directory::open(path)?;
    if !keeps_data {
        // An earlier run has left it there, for nobody else has the port.
        Vault::remove_data(&directory)?;
    }
    Vault::open(directory, Box::new(SystemTime::now), log)
}

fn greet(address: &str, output: &Log) {
    output.line(&format!("Listening on {address}"));
    for user in USERS {
        let validity = if user.validity.is_zero() { ", expired" } else { "" };
        output.line(&format!("Token {} ({} tier{validity})", user.token, user.tier));
    }
    output.line("");
    output.line(&format!("  curl -i -H 'Authorization: Bearer {}' {address}/v1/vaults", USERS[0].token));
}

/// Has the reason for a [`Crashed`](service::error::VaultError::Crashed) go where all others go.
fn log_panics(log: Log) {
    panic::set_hook(Box::new(move |panic| {
        log.line(&panic.to_string());
        // Only this thread takes the process with it; the others go on, and wait for nobody.
        if thread::current().name() == Some("main") {
            log.flush(PATIENCE);
        }
    }));
}

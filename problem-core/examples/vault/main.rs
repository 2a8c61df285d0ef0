//! A small HTTP service that stores secrets. Every failure is reported as a problem (RFC 9457).
//!
//! `cargo run --example vault` needs no setup. The errors are declared in `service/error.rs`, and they become responses
//! in one place, in `service/server.rs`. The rest of the code is there so that errors can happen.
//!
//! This is an example of error handling, not of security. Tokens are fixed and are not compared in constant time.
//! Secrets are stored in the data file as plain text.

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

/// How long the process waits at exit for its last lines to be read.
const PATIENCE: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    // `println!` and `eprintln!` panic if their reader is gone, and block if it stops reading.
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

/// Runs the service; returns only if it cannot start.
fn run(args: Args, output: &Log, log: Log) -> io::Result<Infallible> {
    // Overrides the umask of the shell: nobody else gets access to new files.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let Args { port, data, body_timeout } = args;
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
            io::Error::new(
                error.kind(),
                format!("127.0.0.1:{port}: {error}; choose another port with --port"),
            )
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
        // Only an earlier run can have left data here: the directory is named after the port, and the port is now ours.
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

/// Writes panics to the log, which then has the cause of every [`Crashed`](service::error::VaultError::Crashed) error.
fn log_panics(log: Log) {
    panic::set_hook(Box::new(move |panic| {
        log.line(&panic.to_string());
        // A panic on the main thread ends the process. On any other thread, the service continues, so do not wait.
        if thread::current().name() == Some("main") {
            log.flush(PATIENCE);
        }
    }));
}

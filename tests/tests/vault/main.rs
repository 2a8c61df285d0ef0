//! The example service `vault`, over real sockets and with real files; only the time is made up.

#[path = "../../../problem-core/examples/vault/args.rs"]
mod args;
#[path = "../../../problem-core/examples/vault/service/mod.rs"]
mod service;

mod command_line;
mod dead_secrets;
mod formats;
mod harness;
mod laws;
mod limits;
mod log;
mod processes;
mod readme;
mod rows;
mod storage;
mod successes;

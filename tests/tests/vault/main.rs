//! Tests of the example service `vault`, with real sockets and real files. Only the time is simulated.

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

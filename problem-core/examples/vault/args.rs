//! The command line.

use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) const USAGE: &str = "\
Usage: vault [--port N] [--data DIR]

  --port N    listen on this port of 127.0.0.1; 7070 unless given, and 0 takes any that is free
  --data DIR  keep the data in this directory; else in one for temporary files, where that of an earlier start is removed";

/// What the service is asked to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Args {
    pub(crate) port: u16,
    /// Where to keep the data, if not in a directory of the service's own.
    pub(crate) data: Option<PathBuf>,
}

/// Reads the arguments; `None` if they ask for help.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Option<Args>, lexopt::Error> {
    let mut parsed = Args { port: 7070, data: None };
    let mut parser = Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("port") => parsed.port = parser.value()?.parse()?,
            Arg::Long("data") => parsed.data = Some(PathBuf::from(parser.value()?)),
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(parsed))
}

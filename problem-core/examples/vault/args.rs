//! The command line.

use super::service::Limits;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

pub(crate) const USAGE: &str = "\
Usage: vault [--port N] [--data DIR] [--body-timeout SECONDS]

  --port N                listen on this port of 127.0.0.1; 7070 unless given, and 0 takes any that is free
  --data DIR              keep the data in this directory; else in one for temporary files, where that of an earlier
                          start is removed. It must be your own, and nobody else may write there
  --body-timeout SECONDS  answer 408 to a body that takes longer; 10 unless given";

/// What the service is asked to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Args {
    pub(crate) port: u16,
    /// Where to keep the data, if not in a directory of the service's own.
    pub(crate) data: Option<PathBuf>,
    pub(crate) body_timeout: Duration,
}

/// Reads the arguments; `None` if they ask for help.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Option<Args>, lexopt::Error> {
    let mut parsed = Args { port: 7070, data: None, body_timeout: Limits::default().body };
    let mut parser = Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("port") => parsed.port = parser.value()?.parse()?,
            Arg::Long("data") => {
                let directory = parser.value()?;
                if directory.is_empty() {
                    return Err("--data takes the path of a directory".into());
                }
                parsed.data = Some(PathBuf::from(directory));
            }
            Arg::Long("body-timeout") => {
                let seconds: NonZeroU32 = parser.value()?.parse()?;
                parsed.body_timeout = Duration::from_secs(seconds.get().into());
            }
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(parsed))
}

//! The command line.

use super::service::Limits;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

pub(crate) const USAGE: &str = "\
Usage: vault [--port N] [--data DIR] [--body-timeout SECONDS]

  --port N                listen on this port of 127.0.0.1; 0 picks a free one (default: 7070)
  --data DIR              keep the data in this directory, which must be yours and not writable by others
                          (default: a temporary directory, whose data is removed at each start)
  --body-timeout SECONDS  respond with 408 if a request body takes longer (default: 10)";

/// The settings of the service.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Args {
    pub(crate) port: u16,
    /// Where to keep the data; `None` for a temporary directory.
    pub(crate) data: Option<PathBuf>,
    pub(crate) body_timeout: Duration,
}

/// Parses the arguments; returns `None` if they ask for help.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Option<Args>, lexopt::Error> {
    let mut parsed = Args { port: 7070, data: None, body_timeout: Limits::default().body };
    let mut parser = Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("port") => parsed.port = parser.value()?.parse()?,
            Arg::Long("data") => {
                let directory = parser.value()?;
                if directory.is_empty() {
                    return Err("--data needs the path of a directory".into());
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

//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) const USAGE: &str = "usage: vault [--port N] [--data DIR]";

/// What the service is asked to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Args {
    /// 7070 unless given; 0 takes any that is free.
    pub(crate) port: u16,
    /// Where to keep the data, if not in a directory of the service's own.
    pub(crate) data: Option<PathBuf>,
}

/// Reads the arguments; `None` if they are not as [`USAGE`] says.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Option<Args> {
    let mut parsed = Args { port: 7070, data: None };
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        let value = args.next()?;
        match arg.to_str()? {
            "--port" => parsed.port = value.to_str()?.parse().ok()?,
            "--data" => parsed.data = Some(PathBuf::from(value)),
            _ => return None,
        }
    }
    Some(parsed)
}

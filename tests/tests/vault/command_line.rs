use crate::args::{Args, USAGE, parse};
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

#[test]
fn arguments_are_parsed() {
    let data = || Some(PathBuf::from("dir"));
    let args = |port, data, seconds| Args { port, data, body_timeout: Duration::from_secs(seconds) };
    for (given, expected) in [
        (&[][..], args(7070, None, 10)),
        (&["--port", "0"], args(0, None, 10)),
        (&["--port=8080"], args(8080, None, 10)),
        (&["--data", "dir", "--port", "80"], args(80, data(), 10)),
        (&["--body-timeout", "60"], args(7070, None, 60)),
    ] {
        assert_eq!(parsed(given), Ok(Some(expected)));
    }
    assert_eq!(parsed(&["--help"]), Ok(None));
    assert!(USAGE.starts_with("Usage: vault [--port N] [--data DIR] [--body-timeout SECONDS]\n"));
    assert_eq!(parsed(&["--port", "80", "-h"]), Ok(None));
}

#[test]
fn errors_are_reported() {
    for (args, message) in [
        (&["--port"][..], "missing argument for option '--port'"),
        (&["--port", "x"], "cannot parse argument \"x\": invalid digit found in string"),
        (&["--port", "65536"], "cannot parse argument \"65536\": number too large to fit in target type"),
        (&["--body-timeout", "0"], "cannot parse argument \"0\": number would be zero for non-zero type"),
        (&["--data", ""], "--data needs the path of a directory"),
        (&["--prot", "1"], "invalid option '--prot'"),
        (&["dir"], "unexpected argument \"dir\""),
    ] {
        assert_eq!(parsed(args), Err(message.to_owned()));
    }
}

fn parsed(args: &[&str]) -> Result<Option<Args>, String> {
    parse(args.iter().map(OsString::from)).map_err(|error| error.to_string())
}

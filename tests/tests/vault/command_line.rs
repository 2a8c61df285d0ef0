use crate::args::{Args, USAGE, parse};
use std::ffi::OsString;
use std::path::PathBuf;

#[test]
fn arguments() {
    let data = || Some(PathBuf::from("dir"));
    for (args, expected) in [
        (&[][..], Args { port: 7070, data: None }),
        (&["--port", "0"], Args { port: 0, data: None }),
        (&["--port=8080"], Args { port: 8080, data: None }),
        (&["--data", "dir", "--port", "80"], Args { port: 80, data: data() }),
    ] {
        assert_eq!(parsed(args), Ok(Some(expected)));
    }
    assert_eq!(parsed(&["--help"]), Ok(None));
    assert!(USAGE.starts_with("Usage: vault [--port N] [--data DIR]\n"));
    assert_eq!(parsed(&["--port", "80", "-h"]), Ok(None));
}

#[test]
fn mistakes() {
    for (args, message) in [
        (&["--port"][..], "missing argument for option '--port'"),
        (&["--port", "x"], "cannot parse argument \"x\": invalid digit found in string"),
        (&["--port", "65536"], "cannot parse argument \"65536\": number too large to fit in target type"),
        (&["--prot", "1"], "invalid option '--prot'"),
        (&["dir"], "unexpected argument \"dir\""),
    ] {
        assert_eq!(parsed(args), Err(message.to_owned()));
    }
}

fn parsed(args: &[&str]) -> Result<Option<Args>, String> {
    parse(args.iter().map(OsString::from)).map_err(|error| error.to_string())
}

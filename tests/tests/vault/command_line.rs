use crate::args::{Args, USAGE, parse};
use std::ffi::OsString;
use std::path::PathBuf;

#[test]
fn arguments() {
    let data = Some(PathBuf::from("dir"));
    assert_eq!(parsed(&[]), Some(Args { port: 7070, data: None }));
    assert_eq!(parsed(&["--port", "0"]), Some(Args { port: 0, data: None }));
    assert_eq!(parsed(&["--data", "dir", "--port", "80"]), Some(Args { port: 80, data }));
    for wrong in [&["--port"][..], &["--port", "x"], &["--port", "65536"], &["--prot", "1"], &["dir"]] {
        assert_eq!(parsed(wrong), None, "{wrong:?}; {USAGE}");
    }
}

fn parsed(args: &[&str]) -> Option<Args> {
    parse(args.iter().map(OsString::from))
}

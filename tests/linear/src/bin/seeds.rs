//! Writes shapes of one size to files, as seeds for a fuzzer: `seeds DIRECTORY SIZE`.
//!
//! The directory gets a subdirectory for each fuzz target. Only some of the shapes are written. Otherwise a short run
//! would end before the fuzzer has read them all.

use problem_linear::shapes::{Shape, json, uri, xml};
use std::path::Path;
use std::{fs, io};

/// One in this many shapes is written.
const OF: usize = 4;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [directory, size] = &arguments[..] else { panic!("expected DIRECTORY SIZE") };
    let directory = Path::new(directory);
    let size = size.parse().expect("the size is not a number");

    let all = |shapes: &'static [&'static [Shape]]| shapes.iter().copied().flatten().step_by(OF);
    for shape in all(json::SHAPES) {
        for target in ["reader", "typed", "xml"] {
            write(&directory.join(target), &format!("json-{}", shape.name), &shape.build(size))?;
        }
    }
    for shape in all(xml::SHAPES) {
        write(&directory.join("xml"), shape.name, &shape.build(size))?;
        // The target reads an input that begins with a digit as a response.
        let response = [b"400\ncontent-type: application/problem+xml\n\n", &shape.build(size)[..]].concat();
        write(&directory.join("typed"), &format!("xml-{}", shape.name), &response)?;
    }
    for shape in uri::REFERENCES.iter().step_by(OF) {
        let json = [br#"{"type":""#, &shape.build(size)[..], b"\"}\0https://e.org/a/b/c"].concat();
        write(&directory.join("reader"), &format!("type-{}", shape.name), &json)?;
    }
    for shape in uri::BASES.iter().step_by(OF) {
        let json = [&br#"{"type":"../x"}"#[..], b"\0", &shape.build(size)].concat();
        write(&directory.join("reader"), &format!("base-{}", shape.name), &json)?;
    }
    Ok(())
}

fn write(directory: &Path, name: &str, seed: &[u8]) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    fs::write(directory.join(name), seed)
}

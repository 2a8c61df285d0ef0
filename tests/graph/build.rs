//! Writes the body of a problem to a file, as a build script would for a page that documents the problem.

use problem_graph_model::{NameTaken, Problem};
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let directory = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    fs::write(directory.join("name_taken.json"), NameTaken("v1").to_json())
}

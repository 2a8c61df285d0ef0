//! A package like the one that a reader of the README creates.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the repository, which contains problem-core.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

const LOCK: &str = include_str!("../../../../Cargo.lock");

pub(crate) struct Package {
    directory: PathBuf,
}

impl Package {
    /// Creates the package that these `cargo add` commands lead to.
    ///
    /// It depends on this repository's problem-core, and on the other crates in the versions of its lock file.
    pub(crate) fn new<'a>(commands: impl Iterator<Item = &'a str>) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
        let _ = fs::remove_dir_all(directory.join("src"));
        fs::create_dir_all(directory.join("src/bin")).expect("a directory");
        fs::write(directory.join("Cargo.toml"), manifest(&dependencies(commands))).expect("a manifest");
        fs::write(directory.join("Cargo.lock"), LOCK).expect("a lock file");
        Self { directory }
    }

    pub(crate) fn add_binary(&self, name: &str, source: &str) {
        fs::write(self.directory.join(format!("src/bin/{name}.rs")), source).expect("a source file");
    }

    /// Builds a binary, and returns the command that runs it.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut build = Command::new(env!("CARGO"));
        build.current_dir(&self.directory).args(["build", "--bin", name, "--target-dir", "target"]);
        assert!(build.status().expect("cargo starts").success(), "{name} cannot be built");
        Command::new(self.directory.join("target/debug").join(name))
    }
}

/// Returns the features of each dependency that `cargo add a b --features a/x,a/y` adds.
fn dependencies<'a>(commands: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut dependencies: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for command in commands {
        let (names, features) = command.split_once(" --features ").unwrap_or((command, ""));
        for name in names.split(' ').skip(2) {
            dependencies.entry(name).or_default();
        }
        for feature in features.split(',').filter(|feature| !feature.is_empty()) {
            let (name, feature) = feature.split_once('/').expect("a feature of a package");
            dependencies.get_mut(name).expect("a package that was added").push(feature);
        }
    }
    dependencies
}

fn manifest(dependencies: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut manifest =
        "[package]\nname = \"readme\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n".to_owned();
    for (name, features) in dependencies {
        let source = match *name {
            "problem-core" => format!("path = \"{ROOT}/problem-core\""),
            _ => format!("version = \"={}\"", newest_locked(name)),
        };
        writeln!(manifest, "{name} = {{ {source}, features = {features:?} }}")
            .expect("a string takes any text");
    }
    manifest
}

/// Returns the newest version of a package in this repository's lock file, which lists them in ascending order.
fn newest_locked(name: &str) -> &'static str {
    let (_, newest) =
        LOCK.rsplit_once(&format!("name = \"{name}\"\nversion = \"")).expect("a locked package");
    newest.split('"').next().expect("the version")
}

//! The service in problem-core/examples/vault, with a directory of its own.

use crate::service::{Clock, Directory, Log, Vault};
use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs, io, process};

/// The service, whose directory is removed on drop.
pub(crate) struct Example {
    pub(crate) vault: Arc<Vault>,
    directory: PathBuf,
}

impl Example {
    pub(crate) fn open(name: &str, clock: impl Clock) -> Self {
        let directory = env::temp_dir().join(format!("problem-load-{}-{name}", process::id()));
        let vault = Directory::open(&directory)
            .and_then(|directory| Vault::open(directory, Box::new(clock), Log::to(io::sink())));
        let vault = vault.expect("the service can use its directory");
        Self { vault: Arc::new(vault), directory }
    }
}

impl Drop for Example {
    fn drop(&mut self) {
        // Leftover files are harmless: they are in the directory for temporary files.
        let _ = fs::remove_dir_all(&self.directory);
    }
}

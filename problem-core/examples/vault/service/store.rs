//! The data file: one JSON object, read at the start and replaced as a whole at each change.
//!
//! Nothing keeps two services from using one directory, where the later change would undo the earlier.

use super::error::VaultError;
use super::state::State;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The data file could not be replaced.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}", file.display())]
pub(crate) struct SaveError {
    pub(crate) file: PathBuf,
    pub(crate) source: io::Error,
}

const FILE_NAME: &str = "vault.json";

/// The state, in memory and in its file.
pub(super) struct Store {
    file: PathBuf,
    /// Held while the file is written, so that the files come in the order of the changes; nobody awaits under it.
    state: Mutex<State>,
    incidents: AtomicU64,
}

impl Store {
    /// Reads the data file in `directory`; without one, the store is empty.
    pub(super) fn open(directory: &Path) -> io::Result<Self> {
        let file = directory.join(FILE_NAME);
        let at = |path: &Path, error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        };
        fs::create_dir_all(directory).map_err(|error| at(directory, error))?;
        let state = load(&file).map_err(|error| at(&file, error))?;
        Ok(Self { file, state: Mutex::new(state), incidents: AtomicU64::new(0) })
    }

    /// Removes the data file in `directory`, if there is one.
    pub(super) fn remove(directory: &Path) -> io::Result<()> {
        match fs::remove_file(directory.join(FILE_NAME)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    pub(super) fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes a change and saves it, or leaves everything as it was.
    pub(super) fn update<T>(
        &self,
        change: impl FnOnce(&mut State) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        // A poisoned state is sound: a change is made to a copy, which a panic drops.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = state.clone();
        let value = change(&mut changed)?;
        replace(&self.file, &changed).map_err(|source| {
            let incident = self.incidents.fetch_add(1, Ordering::Relaxed) + 1;
            VaultError::Storage { incident, source: SaveError { file: self.file.clone(), source } }
        })?;
        *state = changed;
        Ok(value)
    }
}

fn load(file: &Path) -> io::Result<State> {
    match fs::read(file) {
        Ok(json) => Ok(serde_json::from_slice(&json)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(State::default()),
        Err(error) => Err(error),
    }
}

/// Writes beside the file and renames, so that there is a whole file at any time.
fn replace(file: &Path, state: &State) -> io::Result<()> {
    let beside = file.with_extension("json.new");
    let mut writer = File::create(&beside)?;
    writer.write_all(&serde_json::to_vec(state)?)?;
    writer.sync_all()?;
    fs::rename(&beside, file)
}

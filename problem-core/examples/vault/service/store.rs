//! The data file: one JSON object, read at the start and replaced as a whole at each change.

use super::directory::Directory;
use super::error::VaultError;
use super::state::State;
use std::io;
use std::path::PathBuf;
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
    directory: Directory,
    /// Held while the file is written, so that the files come in the order of the changes; nobody awaits under it.
    state: Mutex<State>,
    incidents: AtomicU64,
}

impl Store {
    /// Reads the data file in `directory`; without one, the store is empty.
    pub(super) fn open(directory: Directory) -> io::Result<Self> {
        let state = directory
            .clear_up(FILE_NAME)
            .and_then(|()| load(&directory))
            .map_err(|error| at_file(&directory, &error))?;
        Ok(Self { directory, state: Mutex::new(state), incidents: AtomicU64::new(0) })
    }

    /// Removes the data file in `directory`, if there is one.
    pub(super) fn remove(directory: &Directory) -> io::Result<()> {
        directory.remove(FILE_NAME).map_err(|error| at_file(directory, &error))
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
        self.save(&changed).map_err(|source| {
            let incident = self.incidents.fetch_add(1, Ordering::Relaxed) + 1;
            VaultError::Storage { incident, source }
        })?;
        *state = changed;
        Ok(value)
    }

    fn save(&self, state: &State) -> Result<(), SaveError> {
        let saved = serde_json::to_vec(state).map_err(io::Error::from);
        saved.and_then(|json| self.directory.replace(FILE_NAME, &json)).map_err(|source| {
            let file = self.directory.path().join(FILE_NAME);
            SaveError { file, source }
        })
    }
}

fn at_file(directory: &Directory, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", directory.path().join(FILE_NAME).display()))
}

fn load(directory: &Directory) -> io::Result<State> {
    match directory.read(FILE_NAME)? {
        Some(json) => Ok(serde_json::from_slice(&json)?),
        None => Ok(State::default()),
    }
}

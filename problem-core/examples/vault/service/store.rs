//! The data file: one JSON object, read at the start and replaced as a whole at each change.
//!
//! A value that is dropped is freed in memory and removed from the file. Neither the memory nor the disk is
//! overwritten.

use super::clock::Timestamp;
use super::directory::Directory;
use super::error::VaultError;
use super::state::State;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;

/// The error when the data file could not be replaced.
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
    /// Locked while the file is written, so that the file gets the changes in their order. The lock is never held
    /// across an `await`.
    memory: Mutex<Memory>,
    incidents: AtomicU64,
    changed: Notify,
}

struct Memory {
    state: State,
    /// Whether the file still contains values that the state has dropped.
    is_file_behind: bool,
}

impl Store {
    /// Reads the data file in `directory`. Without a data file, the store is empty.
    pub(super) fn open(directory: Directory, now: Timestamp) -> io::Result<Self> {
        let state = directory
            .clear_up(FILE_NAME)
            .and_then(|()| load(&directory))
            .map_err(|error| at_file(&directory, &error))?;
        let memory = Mutex::new(Memory { state, is_file_behind: false });
        let store = Self { directory, memory, incidents: AtomicU64::new(0), changed: Notify::new() };
        store.sweep(now).map_err(|error| io::Error::other(format!("{error}: {}", error.source)))?;
        Ok(store)
    }

    /// Removes the data file in `directory`, if there is one.
    pub(super) fn remove(directory: &Directory) -> io::Result<()> {
        directory.remove(FILE_NAME).map_err(|error| at_file(directory, &error))
    }

    pub(super) fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.memory.lock().unwrap_or_else(PoisonError::into_inner).state)
    }

    /// Makes a change and saves it. If either fails, the state stays as it was, but without expired secrets.
    pub(super) fn update<T>(
        &self,
        now: Timestamp,
        change: impl FnOnce(&mut State) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        // A poisoned lock is not a problem: changes are made to a copy, which a panic drops.
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.sweep(now);
        let mut changed = memory.state.clone();
        let value = change(&mut changed)?;
        self.save(&changed).map_err(|source| {
            let incident = self.incidents.fetch_add(1, Ordering::Relaxed) + 1;
            VaultError::Storage { incident, source }
        })?;
        *memory = Memory { state: changed, is_file_behind: false };
        self.changed.notify_one();
        Ok(value)
    }

    /// Drops expired secrets from memory and from the file, and returns when the next secret expires.
    pub(super) fn sweep(&self, now: Timestamp) -> Result<Timestamp, SaveError> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.sweep(now);
        if memory.is_file_behind {
            self.save(&memory.state)?;
            memory.is_file_behind = false;
        }
        Ok(memory.state.next_expiry())
    }

    /// Waits for the next update.
    pub(super) async fn changed(&self) {
        self.changed.notified().await;
    }

    fn save(&self, state: &State) -> Result<(), SaveError> {
        let saved = serde_json::to_vec(state).map_err(io::Error::from);
        saved.and_then(|json| self.directory.replace(FILE_NAME, &json)).map_err(|source| {
            let file = self.directory.path().join(FILE_NAME);
            SaveError { file, source }
        })
    }
}

impl Memory {
    fn sweep(&mut self, now: Timestamp) {
        self.is_file_behind |= self.state.sweep(now);
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

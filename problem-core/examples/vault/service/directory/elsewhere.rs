//! A data directory on systems other than Unix, which uses only std.
//!
//! This module does not check that the directory belongs to the service. Links are followed, files of any owner are
//! accepted, and new files get the default permissions of the system.
//!
//! Nothing stops two processes from using one directory; the later change then overwrites the earlier one. A directory
//! cannot be synced, so a new file name may be lost in a power failure.

use super::beside;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A directory of files that are replaced as a whole.
pub(crate) struct Directory {
    path: PathBuf,
}

impl Directory {
    /// Opens a directory, and creates it if it does not exist.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        match fs::create_dir_all(path) {
            Ok(()) => Ok(Self { path: path.to_owned() }),
            Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the content of a file, or `None` if the file does not exist.
    pub(in super::super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path.join(name)) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Replaces a file. It writes a second file and renames it, so that the file is complete at any time.
    pub(in super::super) fn replace(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let replaced = self.write(&beside(name), content).and_then(|()| {
            let [from, to] = [&*beside(name), name].map(|name| self.path.join(name));
            fs::rename(from, to)
        });
        // A half-written file is of no use, and may contain a secret.
        replaced.inspect_err(|_| drop(self.remove(&beside(name))))
    }

    /// Removes the file that a process leaves behind if it ends during [`replace`](Self::replace).
    pub(in super::super) fn clear_up(&self, name: &str) -> io::Result<()> {
        self.remove(&beside(name))
    }

    /// Removes a file, if it exists.
    pub(in super::super) fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        self.remove(name)?;
        let mut file = File::create_new(self.path.join(name))?;
        file.write_all(content)?;
        file.sync_all()
    }
}

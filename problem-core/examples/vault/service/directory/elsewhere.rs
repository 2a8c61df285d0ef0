//! What std has for every system.
//!
//! Here the directory is the service's own by agreement only: links are followed, nobody's files are refused, access
//! is as the system gives it to new files, and nothing keeps two processes from one directory, where the later change
//! undoes the earlier. A new name may be lost when the power fails, for a directory cannot be synced.

use super::beside;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A directory for files that are replaced as a whole.
pub(crate) struct Directory {
    path: PathBuf,
}

impl Directory {
    /// Opens a directory, which is created if need be.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        match fs::create_dir_all(path) {
            Ok(()) => Ok(Self { path: path.to_owned() }),
            Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The content of a file, if there is one.
    pub(in super::super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path.join(name)) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes beside the file and renames, so that there is a whole file at any time.
    pub(in super::super) fn replace(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let replaced = self.write(&beside(name), content).and_then(|()| {
            let [from, to] = [&*beside(name), name].map(|name| self.path.join(name));
            fs::rename(from, to)
        });
        // What is half written is nobody's, and may be a secret.
        replaced.inspect_err(|_| drop(self.remove(&beside(name))))
    }

    /// Removes what a process left that ended while it replaced the file.
    pub(in super::super) fn clear_up(&self, name: &str) -> io::Result<()> {
        self.remove(&beside(name))
    }

    /// Removes a file, if there is one.
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

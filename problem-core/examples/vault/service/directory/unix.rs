//! A data directory whose files nobody else can read, write or replace.
//!
//! All files are accessed through the handle of the directory as it was opened. Another directory that later takes its
//! path is never used.
//!
//! Only owner and mode are checked. Anything beyond them, such as an access control list, is ignored.

use super::{beside, lock};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags};
use rustix::io::Errno;
use rustix::process::geteuid;
use std::fs::{DirBuilder, File, Metadata, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A directory of files that are replaced as a whole.
pub(crate) struct Directory {
    path: PathBuf,
    handle: File,
    _lock: File,
}

const OURS: u32 = 0o700;
const OUR_FILE: u32 = 0o600;
const WRITE_OF_OTHERS: u32 = 0o022;

impl Directory {
    /// Opens a directory, and creates it if it does not exist.
    ///
    /// Fails if the directory belongs to another user, if others can write to it, if it is a link, or if another
    /// process uses it.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        // Drops a slash or a dot at the end, which would make the system follow a link.
        let path: PathBuf = path.components().collect();
        let at = |path: &Path, error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        };
        // Missing parents get the same mode. An existing directory is checked below, when it is opened.
        match DirBuilder::new().recursive(true).mode(OURS).create(&path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(at(&path, error)),
            _ => {}
        }
        let handle = open_directory(&path).map_err(|error| at(&path, error))?;
        let lock = open_file(&handle, lock::FILE_NAME, OFlags::RDWR | OFlags::CREATE)
            .map_err(|error| at(&path.join(lock::FILE_NAME), error))?;
        let lock = lock::lock(lock).map_err(|error| at(&path, error))?;
        Ok(Self { path, handle, _lock: lock })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the content of a file, or `None` if the file does not exist.
    pub(in super::super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let mut file = match open_file(&self.handle, name, OFlags::RDONLY) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        Ok(Some(content))
    }

    /// Replaces a file. It writes a second file and renames it, so that the file is complete at any time.
    pub(in super::super) fn replace(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let beside = beside(name);
        let renamed = self
            .write(&beside, content)
            .and_then(|()| Ok(rustix::fs::renameat(&self.handle, &beside, &self.handle, name)?));
        // A half-written file is of no use, and may contain a secret.
        renamed.inspect_err(|_| drop(self.remove(&beside)))?;
        self.handle.sync_all()
    }

    /// Removes the file that a process leaves behind if it ends during [`replace`](Self::replace).
    pub(in super::super) fn clear_up(&self, name: &str) -> io::Result<()> {
        self.remove(&beside(name))
    }

    /// Removes a file, or a link in its place, if it exists.
    pub(in super::super) fn remove(&self, name: &str) -> io::Result<()> {
        match rustix::fs::unlinkat(&self.handle, name, AtFlags::empty()) {
            Err(error) if error != Errno::NOENT => Err(error.into()),
            _ => Ok(()),
        }
    }

    fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        self.remove(name)?;
        let mut file = open_file(&self.handle, name, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL)?;
        file.write_all(content)?;
        file.sync_all()
    }
}

fn open_directory(path: &Path) -> io::Result<File> {
    let directory = open(CWD, path, OFlags::RDONLY | OFlags::DIRECTORY)?;
    let found = directory.metadata()?;
    check_owner(&found)?;
    if found.mode() & WRITE_OF_OTHERS != 0 {
        return Err(refused(format!("can be written by others (mode {:04o})", found.mode() & 0o7777)));
    }
    Ok(directory)
}

/// Opens a file that belongs to us, and makes sure that nobody else can open it from then on.
fn open_file(directory: impl AsFd, name: &str, how: OFlags) -> io::Result<File> {
    // Otherwise, opening a pipe would wait for its other end.
    let file = open(directory, Path::new(name), how | OFlags::NONBLOCK)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(refused("not a regular file".to_owned()));
    }
    check_owner(&found)?;
    if found.mode() & 0o7777 != OUR_FILE {
        file.set_permissions(Permissions::from_mode(OUR_FILE))?;
    }
    Ok(file)
}

/// Opens a file or directory, and fails if it is a link.
fn open(directory: impl AsFd, path: &Path, how: OFlags) -> io::Result<File> {
    let how = how | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match rustix::fs::openat(&directory, path, how, Mode::RUSR | Mode::WUSR) {
        Ok(file) => Ok(file.into()),
        // Systems report a link with different errors.
        Err(error) => match rustix::fs::statat(&directory, path, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(found) if FileType::from_raw_mode(found.st_mode).is_symlink() => {
                Err(refused("a symbolic link".to_owned()))
            }
            _ => Err(error.into()),
        },
    }
}

fn check_owner(found: &Metadata) -> io::Result<()> {
    let us = geteuid().as_raw();
    if found.uid() == us {
        return Ok(());
    }
    Err(refused(format!("belongs to user {}, but the service runs as user {us}", found.uid())))
}

fn refused(reason: String) -> io::Error {
    io::Error::new(ErrorKind::PermissionDenied, reason)
}

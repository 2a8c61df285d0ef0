//! Files that nobody else can read, write or put in the place of ours.
//!
//! Everything goes through the directory as it was opened: what is at its path later, such as after somebody has moved
//! it away, is another one. What takes more than the owner and the mode to tell, such as an access control list, is not
//! looked at.

use super::{beside, lock};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags};
use rustix::io::Errno;
use rustix::process::geteuid;
use std::fs::{DirBuilder, File, Metadata, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A directory for files that are replaced as a whole.
pub(crate) struct Directory {
    path: PathBuf,
    handle: File,
    _lock: File,
}

const OURS: u32 = 0o700;
const OUR_FILE: u32 = 0o600;
const WRITE_OF_OTHERS: u32 = 0o022;

impl Directory {
    /// Opens a directory, which is created if need be, unless somebody else has a hand in it or another process uses
    /// it.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        // Without a slash or a dot at its end, with which a link would be followed.
        let path: PathBuf = path.components().collect();
        let at = |path: &Path, error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        };
        // A parent is created for us alone, too. If the directory is there, what it is shows when it is opened.
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

    /// The content of a file, if there is one.
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

    /// Writes beside the file and renames, so that there is a whole file at any time.
    pub(in super::super) fn replace(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let beside = beside(name);
        let renamed = self
            .write(&beside, content)
            .and_then(|()| Ok(rustix::fs::renameat(&self.handle, &beside, &self.handle, name)?));
        // What is half written is nobody's, and may be a secret.
        renamed.inspect_err(|_| drop(self.remove(&beside)))?;
        self.handle.sync_all()
    }

    /// Removes what a process left that ended while it replaced the file.
    pub(in super::super) fn clear_up(&self, name: &str) -> io::Result<()> {
        self.remove(&beside(name))
    }

    /// Removes a file, if there is one, or a link in its place.
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

/// Opens a file of ours that nobody else can read from then on.
fn open_file(directory: impl AsFd, name: &str, how: OFlags) -> io::Result<File> {
    // Opening a pipe would otherwise wait for its other end.
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

/// Opens what is there itself, and not what it links to.
fn open(directory: impl AsFd, path: &Path, how: OFlags) -> io::Result<File> {
    let how = how | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match rustix::fs::openat(&directory, path, how, Mode::RUSR | Mode::WUSR) {
        Ok(file) => Ok(file.into()),
        // Systems do not agree on the error for a link.
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
    Err(refused(format!("belongs to user {}, and the service runs as user {us}", found.uid())))
}

fn refused(reason: String) -> io::Error {
    io::Error::new(ErrorKind::PermissionDenied, reason)
}

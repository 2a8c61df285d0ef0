//! The lock that keeps a second process out of a directory.

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::process;

/// The name of the lock file. It is never removed, since a process could remove a file that another process has just
/// locked.
pub(super) const FILE_NAME: &str = "vault.lock";

/// Locks a file until it is closed. The system closes it when the process ends, even if the process crashes.
///
/// The file contains the id of the process, for the error message of the next process.
pub(super) fn lock(mut file: File) -> io::Result<File> {
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => {
            file.set_len(0)?;
            writeln!(file, "{}", process::id())?;
            Ok(file)
        }
        Err(Errno::WOULDBLOCK) => {
            let mut holder = String::new();
            file.read_to_string(&mut holder)?;
            let holder = match holder.trim().parse::<u32>() {
                Ok(id) => format!("process {id}"),
                // The other process has the lock, but has not written its id yet.
                Err(_) => "another process".to_owned(),
            };
            Err(io::Error::new(ErrorKind::ResourceBusy, format!("in use by {holder}")))
        }
        Err(error) => Err(error.into()),
    }
}

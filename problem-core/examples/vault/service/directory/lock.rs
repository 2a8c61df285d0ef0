//! Keeps a second process out of a directory.

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::process;

/// The file stays, locked or not: a process that removed it could remove one that another has just locked.
pub(super) const FILE_NAME: &str = "vault.lock";

/// Locks the file for as long as it is open, and so until the process ends, in whatever way that is.
///
/// The number of the process is in it, for the error that the next one gets.
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
                // It has the lock, and has not yet come to say so.
                Err(_) => "another process".to_owned(),
            };
            Err(io::Error::new(ErrorKind::ResourceBusy, format!("in use by {holder}")))
        }
        Err(error) => Err(error.into()),
    }
}

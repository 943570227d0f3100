//! The lock of the data folder: one process at a time writes to the embedded database.

use std::{
    fs::{File, TryLockError},
    io::{Read, Write},
    path::Path,
};

/// Why the folder cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process writes there.
    #[error("another Tundish{0} works on this folder; end it first, or use the API of the running server")]
    Taken(String),
    /// The file cannot be made or locked.
    #[error("the lock {0}: {1}")]
    Io(String, std::io::Error),
}

/// A lock that is held. The system lets it go when the process ends, however it ends.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the lock `tundish.lock` of a folder.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join("tundish.lock");
        let io = |error| LockError::Io(path.display().to_string(), error);
        // The file stays: were it removed, two processes could hold locks on two files of one name.
        let mut file = File::options().create(true).read(true).write(true).truncate(false).open(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // The number only helps to find the other process.
                let known = file.read_to_string(&mut holder).is_ok() && !holder.trim().is_empty();
                let holder = if known { format!(" (process {})", holder.trim()) } else { String::new() };
                return Err(LockError::Taken(holder));
            }
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        file.set_len(0).and_then(|()| write!(file, "{}", std::process::id())).map_err(io)?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::{DataLock, LockError};

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = DataLock::take(folder.path()).unwrap();
        let second = DataLock::take(folder.path());
        assert!(
            matches!(&second, Err(LockError::Taken(who)) if who.contains(&std::process::id().to_string())),
            "{second:?}"
        );
        drop(first);
        assert!(DataLock::take(folder.path()).is_ok());
    }
}

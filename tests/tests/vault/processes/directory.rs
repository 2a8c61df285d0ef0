//! Tests of the owner of the data directory, and of files that another user may have put there.

use super::{Process, assert_refused, free_address, place, vault, vault_after, vault_by_default};
use crate::harness::{ALICE, TempDir, send, set_up};
use crate::service::Directory;
use rustix::process::geteuid;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

const NOBODY: u32 = 65534;

#[test]
fn nobody_else_can_read_the_data_whatever_the_umask() {
    for umask in ["000", "022", "777"] {
        let (_parent, path) = place();
        let process = Process::run(vault_after(&format!("umask {umask}"), "", &path));
        set_up(process.address, ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

        assert_eq!(process.data, format!("Data in {}", path.display()));
        assert_eq!(mode(&path), 0o700, "{umask}");
        assert_eq!(mode(&path.join("vault.json")), 0o600, "{umask}");
        assert_eq!(mode(&path.join("vault.lock")), 0o600, "{umask}");
    }
}

#[test]
fn the_directory_is_created_for_its_owner_alone() {
    // Here, the umask is that of the test process and not one that is set for the service.
    let (_parent, path) = place();
    Directory::open(&path.join("within")).unwrap();

    assert_eq!([mode(&path), mode(&path.join("within"))], [0o700, 0o700]);
}

#[test]
fn a_file_that_others_could_read_becomes_private() {
    let (_parent, path) = own_directory(0o755);
    for name in ["vault.json", "vault.lock"] {
        fs::write(
            path.join(name),
            r#"{"vaults":{"last_id":0,"items":[]},"agents":{"last_id":0,"items":[]}}"#,
        )
        .unwrap();
        fs::set_permissions(path.join(name), Permissions::from_mode(0o644)).unwrap();
    }

    let _process = Process::start(&path);

    assert_eq!(mode(&path.join("vault.json")), 0o600);
    assert_eq!(mode(&path.join("vault.lock")), 0o600);
}

#[test]
fn a_directory_where_others_can_write_is_refused() {
    for mode in [0o777, 0o1777, 0o770, 0o702] {
        let (_parent, path) = own_directory(mode);
        let reason = format!("{}: can be written by others (mode {mode:04o})", path.display());
        assert_refused(&mut vault(&path), &reason);
        assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
    }
}

#[test]
fn a_link_in_the_place_of_the_directory_is_refused() {
    let (parent, target) = own_directory(0o700);
    let link = parent.path().join("link");
    symlink(&target, &link).unwrap();
    let reason = format!("{}: a symbolic link", link.display());
    for spelling in [link.clone(), link.join(""), link.join(".")] {
        assert_refused(&mut vault(&spelling), &reason);
    }
    let dangling = parent.path().join("dangling");
    symlink(parent.path().join("nowhere"), &dangling).unwrap();
    assert_refused(&mut vault(&dangling), &format!("{}: a symbolic link", dangling.display()));

    assert_eq!(fs::read_dir(&target).unwrap().count(), 0);
    assert!(!parent.path().join("nowhere").exists());
}

#[test]
fn a_link_in_the_place_of_the_default_directory_is_refused() {
    let (parent, target) = own_directory(0o700);
    let data = r#"{"vaults":{"last_id":0,"items":[]},"agents":{"last_id":0,"items":[]}}"#;
    fs::write(target.join("vault.json"), data).unwrap();
    let port = free_address().port();
    let link = parent.path().join(format!("vault-{port}"));
    symlink(&target, &link).unwrap();

    let mut command = vault_by_default(parent.path(), port);
    assert_refused(&mut command, &format!("{}: a symbolic link", link.display()));

    assert_eq!(fs::read_to_string(target.join("vault.json")).unwrap(), data);
}

#[test]
fn the_default_directory_is_private_and_starts_empty() {
    let temp = TempDir::new();
    let port = free_address().port();
    let directory = temp.path().join(format!("vault-{port}"));
    for _ in 0..2 {
        let process = Process::run(vault_by_default(temp.path(), port));
        assert_eq!(
            process.data,
            format!(
                "Data in {} (removed at the next start; keep it elsewhere with --data)",
                directory.display()
            )
        );
        assert_eq!(mode(&directory), 0o700);
        assert_eq!(send(process.address, ALICE, "GET /v1/vaults", "").body(), r#"{"vaults":[]}"#);
        set_up(process.address, ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    }
}

#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let (parent, path) = own_directory(0o700);
    let target = parent.path().join("target");
    let untouched = || {
        assert_eq!(fs::read_to_string(&target).unwrap(), "of somebody else");
        assert_eq!(mode(&target), 0o640);
    };
    fs::write(&target, "of somebody else").unwrap();
    fs::set_permissions(&target, Permissions::from_mode(0o640)).unwrap();

    // The lock is the first file that the service opens.
    for name in ["vault.lock", "vault.json"] {
        let link = path.join(name);
        for to in [&target, &parent.path().join("nowhere")] {
            symlink(to, &link).unwrap();
            assert_refused(&mut vault(&path), &format!("{}: a symbolic link", link.display()));
            fs::remove_file(&link).unwrap();
        }
        untouched();
    }

    // A file from an earlier process is removed before the next one is written, and so is a link.
    let beside = path.join("vault.json.new");
    symlink(&target, &beside).unwrap();
    let process = Process::start(&path);
    symlink(&target, &beside).unwrap();
    set_up(process.address, ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    untouched();
    assert!(fs::symlink_metadata(&beside).is_err());
    assert!(fs::symlink_metadata(path.join("vault.json")).unwrap().is_file());
    assert!(!parent.path().join("nowhere").exists());
}

#[test]
fn anything_but_a_regular_file_is_refused_at_once() {
    for name in ["vault.json", "vault.lock"] {
        let (_parent, path) = own_directory(0o700);
        let made = Command::new("mkfifo").arg(path.join(name)).status().unwrap();
        assert!(made.success());
        assert_refused(&mut vault(&path), &format!("{}: not a regular file", path.join(name).display()));
    }
    let (_parent, path) = own_directory(0o700);
    fs::create_dir(path.join("vault.json")).unwrap();
    assert_refused(&mut vault(&path), &format!("{}: not a regular file", path.join("vault.json").display()));
    let (_parent, path) = own_directory(0o700);
    fs::write(path.join("file"), "").unwrap();
    let file = path.join("file");
    let reason = format!("{}: Not a directory (os error 20)", file.display());
    assert_refused(&mut vault(&file), &reason);
}

#[test]
fn a_file_that_cannot_be_removed_is_named() {
    let temp = TempDir::new();
    let port = free_address().port();
    let file = temp.path().join(format!("vault-{port}/vault.json"));
    fs::create_dir_all(&file).unwrap();
    let reason = fs::remove_file(&file).unwrap_err();

    let mut command = vault_by_default(temp.path(), port);
    assert_refused(&mut command, &format!("{}: {reason}", file.display()));
}

#[test]
fn a_file_of_another_user_is_refused() {
    let us = geteuid().as_raw();
    if us != 0 {
        // Only root can change the owner of a file, but `/usr` already belongs to root.
        eprintln!("not run as root: this only tests a directory of another user, not a file");
        let reason = format!("/usr: belongs to user 0, but the service runs as user {us}");
        assert_refused(&mut vault(Path::new("/usr")), &reason);
        return;
    }
    let belongs =
        |path: &Path| format!("{}: belongs to user {NOBODY}, but the service runs as user 0", path.display());
    let (_parent, path) = own_directory(0o700);
    chown(&path, Some(NOBODY), None).unwrap();
    assert_refused(&mut vault(&path), &belongs(&path));
    chown(&path, Some(0), None).unwrap();
    for name in ["vault.json", "vault.lock"] {
        let file = path.join(name);
        fs::write(&file, "{}").unwrap();
        chown(&file, Some(NOBODY), None).unwrap();
        assert_refused(&mut vault(&path), &belongs(&file));
        assert_eq!(fs::read_to_string(&file).unwrap(), "{}");
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn secrets_stay_in_the_directory_when_it_is_moved() {
    let (parent, path) = place();
    let process = Process::start(&path);
    set_up(process.address, ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    let moved = parent.path().join("moved");
    fs::rename(&path, &moved).unwrap();
    fs::create_dir(&path).unwrap();

    set_up(process.address, ALICE, "PUT /v1/vaults/v1/secrets/api", r#"{"value":"s3cret"}"#);

    assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
    assert!(fs::read_to_string(moved.join("vault.json")).unwrap().contains("s3cret"));
}

/// Creates a directory with this mode within a temporary directory.
fn own_directory(mode: u32) -> (TempDir, PathBuf) {
    let (parent, path) = place();
    fs::create_dir(&path).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    (parent, path)
}

/// Returns the mode of a file without following a link.
fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().mode() & 0o7777
}

//! The real files that tests read; none of them is part of this repository.

use std::{env, path::PathBuf};

/// A folder of the test data: below `TUNDISH_TEST_DATA`, else below `../shared/data` beside the workspace. Where it is absent a
/// test fails with `CI=true` and is skipped with a printed reason otherwise.
#[allow(clippy::print_stderr, reason = "whoever runs the tests must see what was skipped")]
pub(in super::super) fn folder(name: &str) -> Option<PathBuf> {
    let base = env::var_os("TUNDISH_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let folder = base.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(env::var("CI").as_deref() != Ok("true"), "the test data is missing: {}", folder.display());
    eprintln!("skipped: no test data in {} (set TUNDISH_TEST_DATA)", folder.display());
    None
}

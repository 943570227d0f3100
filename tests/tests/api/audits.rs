//! The audits of the npm package `graphql-http`, the public suite of GraphQL over HTTP.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use tundish_tests::{Person, Server, Store};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_public_audit_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphql-http");
    if !folder.join("node_modules").exists() {
        assert!(std::env::var_os("CI").is_none(), "scripts/install installs what {} needs", folder.display());
        println!("skipped: scripts/install installs what {} needs", folder.display());
        return;
    }
    let server = Server::start(Store::Sqlite).await;
    let url = Person::stranger(&server).url("/graphql");
    let audit = tokio::task::spawn_blocking(move || {
        Command::new("node").args(["audit.mjs", &url]).current_dir(folder).stdin(Stdio::null()).output()
    });
    let output = audit.await.unwrap().expect("node");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

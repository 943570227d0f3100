//! The web interface's folder is there when the binary is compiled: a debug binary reads it when it runs, and finds nothing in
//! a folder that was made later; a release binary is built again when it changes.

fn main() {
    const BUILT: &str = "../../frontend/dist";
    println!("cargo::rerun-if-changed=build.rs");
    if let Err(error) = std::fs::create_dir_all(BUILT) {
        println!("cargo::warning=the folder {BUILT} could not be made: {error}");
    }
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed={BUILT}");
    }
}

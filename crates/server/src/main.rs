//! The `tundish` command.

// The roots of the schema are merged of many rooms, one inside the other.
#![recursion_limit = "512"]

use std::process::ExitCode;

/// Half of the CPU of a list request was the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tundish::commands::main()
}

# Every chore. `just` lists them.

set positional-arguments

export CARGO_TERM_COLOR := env("CARGO_TERM_COLOR", "auto")

[private]
default:
    @just --list

# Install what the tests need and run all of them.
test:
    ./scripts/test

# Check formatting, lints, types and what is generated, without running tests.
check:
    ./scripts/check

# Make again whatever is generated: the GraphQL schema.
generate:
    cargo run --quiet --package tundish -- schema > schema.graphql

# Make the release binary with the web interface inside.
build:
    ./scripts/frontend build
    cargo build --release --package tundish

# Serve from the sources, with the database in ./data.
dev:
    cargo run --package tundish -- serve

# Make a fresh folder with the CRM Sales Opportunities of the test data, imported by docs/examples/crm-sales.
crm-sales DIR:
    ./scripts/crm-sales "$1"

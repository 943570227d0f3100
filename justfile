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

# Make again whatever is generated: the GraphQL schema, and the client's types.
generate:
    ./scripts/generate

# Make a demo company and serve it; prints the address and the sign-ins.
demo *ARGS:
    ./scripts/demo "$@"

# Make the release binary with the web interface inside.
build:
    ./scripts/build

# Serve from the sources with live reload; the database is in ./data.
dev *ARGS:
    ./scripts/dev "$@"

# Measure against bare handlers and write docs/benchmarks.md; with arguments (`list --seconds 3`) only print.
bench *ARGS:
    ./scripts/bench "$@"

# Make a fresh folder with the CRM Sales Opportunities of the test data, imported by docs/examples/crm-sales.
crm-sales DIR:
    ./scripts/crm-sales "$1"

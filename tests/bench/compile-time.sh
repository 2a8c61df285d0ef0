#!/usr/bin/env bash
# What this project adds to compile times, as two ratios of medians:
#
#   a clean build of problem-core against one of http, serde with its derive, and serde_json,
#   which an application that answers with JSON has anyway;
#   a check of an error enum of 100 variants with both derives against the same enum with thiserror's alone.
#
# Both sides take turns, in temporary directories. The ratio by the clock is what a person waits for and what the aims
# are about; on a machine that is busy otherwise, the ratio of the processor time is the one to trust.
#
# It takes no arguments and a few minutes, and needs the registry once, to fetch what is built.
set -euo pipefail

(($# == 0)) || { sed -n '2,/^set/ { /^set/d; s/^# \{0,1\}//; p }' "$0"; exit 2; }

readonly BUILDS=5 CHECKS=7 VARIANTS=100
readonly BUILD_AIM=1.1 CHECK_AIM=1.5

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Whatever would make one run unlike another, or keep results of an earlier one.
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR
export CARGO_INCREMENTAL=0 CARGO_TERM_QUIET=true RUSTC_WRAPPER=

# Runs a command and appends to a file the seconds it took: by the clock, in user code, in the kernel.
record() {
    local file=$1 TIMEFORMAT="%3R %3U %3S"
    shift
    { time "$@" 2>&3; } 3>&2 2>>"$file"
}

# The medians of a file: by the clock, and of all processors together.
medians() {
    awk '{ print $1 }' "$1" | sort -n | awk '{ value[NR] = $1 } END { printf "%s ", value[int((NR + 1) / 2)] }'
    awk '{ print $2 + $3 }' "$1" | sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# A row of the table: what was measured, the files of either side, the aim.
row() {
    echo "$(medians "$2") $(medians "$3")" | awk -v what="$1" -v aim="$4" '{
        ratio = $1 / $3
        printf "| %-32s | %6.2f | %9.2f | %5.2f | %9.2f | %4.1f | %-7s |\n",
            what, $1, $3, ratio, $2 / $4, aim, (ratio <= aim ? "met" : "NOT met")
    }'
}

# A package without code that depends on what an application has anyway, at the versions of the workspace.
write_stack() {
    mkdir -p stack/src
    cat >stack/Cargo.toml <<'TOML'
[package]
name = "stack"
edition = "2024"

[dependencies]
http = "1.4"
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[workspace]
TOML
    touch stack/src/lib.rs
    cp "$root/Cargo.lock" stack/
}

# The package `$1`, which holds the enum with the derives `$2`.
write_enum() {
    mkdir -p "enums/$1/src"
    cat >"enums/$1/Cargo.toml" <<TOML
[package]
name = "$1"
edition = "2024"

[dependencies]
problem-core = { path = "$root/problem-core" }
thiserror = "2"
TOML
    awk -v variants="$VARIANTS" -v derives="$2" '
        # An attribute that only the derive of problem-core knows.
        function problem(arguments) { return derives ~ /Problem/ ? "#[problem(" arguments ")] " : "" }
        function variant(message, arguments, definition) {
            printf "    #[error(\"%s\")]\n    %s\n    %s,\n", message, problem(arguments), definition
        }
        BEGIN {
            print "#[derive(Debug, " derives ")]\npub enum ApiError {"
            for (i = 0; i < variants; i++) {
                type = "type = \"problem-" i "\""
                if (i % 10 == 0)
                    variant("no such thing", "status = 404", "NotFound" i)
                else if (i % 10 == 1)
                    variant("storage: {0}", "status = 500", "Storage" i "(#[source] std::io::Error)")
                else if (i % 10 == 2)
                    variant("limit {current}/{limit}", \
                        "status = 403, " type ", detail = \"Limit reached ({current}/{limit}). Upgrade for more.\"", \
                        "Limit" i " { " problem("extension") "current: u32, " problem("extension") "limit: u32 }")
                else if (i % 10 == 3)
                    variant("vault {id}", \
                        "status = 409, " type ", detail = \"Vault {id} is in use.\", instance = \"/vaults/{id}\"", \
                        "InUse" i " { " problem("extension = \"vault_id\"") "id: u64, owner: String }")
                else if (i % 10 == 4)
                    variant("token expired", \
                        "status = 401, challenge = \"Bearer\", detail = \"The token has expired\"", "Expired" i)
                else if (i % 10 == 5)
                    variant("bad value {0}", "status = 422, " type ", detail = \"{0} is no valid name\"", \
                        "BadValue" i "(String)")
                else if (i % 10 == 6)
                    variant("slow down", "status = 429, " type ", title = \"Quota Used Up\"", \
                        "Quota" i " { " problem("retry_after") "wait: std::time::Duration }")
                else if (i % 10 == 7)
                    variant("field {field}: {reason}", "status = 400, " type ", detail = \"{field}: {reason}\"", \
                        "Field" i " { " problem("extension") "field: String, " \
                        problem("extension") "allowed: Option<Vec<String>>, reason: String }")
                else if (i % 10 == 8)
                    variant("upstream: {source}", "status = 502, " type, "Upstream" i " { source: std::fmt::Error }")
                else
                    variant("gone", "status = 410, " type ", detail = \"This has been removed for good.\"", "Gone" i)
            }
            print "}"
        }' >"enums/$1/src/lib.rs"
}

write_enums() {
    write_enum with-problem "thiserror::Error, problem_core::Problem"
    write_enum without "thiserror::Error"
    printf '[workspace]\nresolver = "3"\nmembers = ["with-problem", "without"]\n' >enums/Cargo.toml
    cp "$root/Cargo.lock" enums/
}

build() {
    record "build.$1" cargo build --manifest-path "$2" --package "$1" --target-dir "target-$1"
    rm -rf "target-$1"
}

check() {
    touch "enums/$1/src/lib.rs"
    record "check.$1" cargo check --manifest-path enums/Cargo.toml --package "$1" --target-dir target-enums
}

cd "$scratch"
write_stack
write_enums
for manifest in "$root/Cargo.toml" stack/Cargo.toml enums/Cargo.toml; do
    cargo fetch --manifest-path "$manifest"
done

for ((run = 0; run < BUILDS; run++)); do
    build problem-core "$root/Cargo.toml"
    build stack stack/Cargo.toml
done

cargo check --manifest-path enums/Cargo.toml --workspace --target-dir target-enums
for ((run = 0; run < CHECKS; run++)); do
    check with-problem
    check without
done

echo "| medians in seconds               |   ours | reference | ratio | CPU ratio |  aim |         |"
echo "|----------------------------------|-------:|----------:|------:|----------:|-----:|---------|"
row "clean build of problem-core" build.problem-core build.stack "$BUILD_AIM"
row "check of an enum of $VARIANTS variants" check.with-problem check.without "$CHECK_AIM"

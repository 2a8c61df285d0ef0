#!/usr/bin/env bash
# Measures what this project adds to compile times. It prints two ratios of medians:
#
#   a clean build of problem-core, compared with a clean build of http, serde with its derive, and serde_json,
#   which an application with JSON responses needs anyway;
#   a check of an error enum of 100 variants with both derives, compared with the same enum with only thiserror's.
#
# Both sides take turns, in temporary directories. The aims are about the ratio of wall-clock times, since that is the
# time a person waits. On a busy machine, the ratio of CPU times is more reliable.
#
# The script takes no arguments and runs for a few minutes. It needs the registry once, to fetch the dependencies.
set -euo pipefail

(($# == 0)) || { sed -n '2,/^set/ { /^set/d; s/^# \{0,1\}//; p }' "$0"; exit 2; }

readonly BUILDS=5 CHECKS=7 VARIANTS=100
readonly BUILD_AIM=1.1 CHECK_AIM=1.5

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Overrides settings that would make one run differ from another, or reuse the results of an earlier run.
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR
export CARGO_INCREMENTAL=0 CARGO_TERM_QUIET=true RUSTC_WRAPPER=

# Runs a command and appends its times to a file, in seconds: wall clock, user, system.
record() {
    local file=$1 TIMEFORMAT="%3R %3U %3S"
    shift
    { time "$@" 2>&3; } 3>&2 2>>"$file"
}

# Prints the medians of a file: the wall-clock time, and the CPU time of all processors together.
medians() {
    awk '{ print $1 }' "$1" | sort -n | awk '{ value[NR] = $1 } END { printf "%s ", value[int((NR + 1) / 2)] }'
    awk '{ print $2 + $3 }' "$1" | sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# Prints a row of the table, from a label, the files of both sides and the aim.
row() {
    echo "$(medians "$2") $(medians "$3")" | awk -v what="$1" -v aim="$4" '{
        ratio = $1 / $3
        printf "| %-32s | %6.2f | %9.2f | %5.2f | %9.2f | %4.1f | %-7s |\n",
            what, $1, $3, ratio, $2 / $4, aim, (ratio <= aim ? "met" : "NOT met")
    }'
}

# Writes an empty package with the usual dependencies of an application, in the versions of the workspace.
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

# Writes the package `$1`, which holds the enum with the derives `$2`.
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
        # Returns an attribute that only the derive of problem-core knows, or nothing without that derive.
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
                    variant("bad value {0}", "status = 422, " type ", detail = \"{0} is not a valid name\"", \
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

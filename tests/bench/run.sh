#!/bin/sh
# Builds the benchmarks in Release and prints a table of ratios, each against a peer that is
# measured in the same run. Arguments: names of benchmarks (connection, import, journal, load, merge, uses, inspect); none: all.
# Parts of the import's: import-mariadb, import-sqlite, import-preview, import-page, import-memory.
# Parts of the journal's: journal-mariadb, journal-sqlite-edit, journal-mariadb-undo-merge and so on.
# TAGSMITH_BUILD_DIR: where to build (default: build/bench)
set -eu

source_dir=$(cd "$(dirname "$0")/../.." && pwd)
build_dir=${TAGSMITH_BUILD_DIR:-$source_dir/build/bench}
# shellcheck source=packaging/packages.sh
. "$source_dir/packaging/packages.sh"

# shellcheck disable=SC2086 # a list of names
require_packages "to build and measure Tagsmith" $build_packages $run_packages $test_packages || exit 1
PATH=$PATH:/usr/sbin:/sbin

if [ ! -f "$build_dir/build.ninja" ]; then
    cmake -S "$source_dir" -B "$build_dir" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DTAGSMITH_TESTS=ON -DTAGSMITH_BENCH=ON >&2
fi
cmake --build "$build_dir" --parallel "$(nproc)" --target tagsmith_bench >&2
exec "$build_dir/tests/bench/tagsmith_bench" "$@"

#!/bin/sh
# Builds the readers for libFuzzer and runs every target on its kept corpus, two at a time.
# usage: sh tests/fuzz/run.sh [SECONDS]   each target runs that long (default: 60)
# TAGSMITH_BUILD_DIR: where to build (default: build/fuzz)
# TAGSMITH_FUZZ_TARGETS: which targets to run, separated by spaces (default: all of them)
# What is found stays in the folder that the last lines name.
set -eu

seconds=${1:-60}
source_dir=$(cd "$(dirname "$0")/../.." && pwd)
build_dir=${TAGSMITH_BUILD_DIR:-$source_dir/build/fuzz}
fuzz_dir=$source_dir/tests/fuzz
# shellcheck source=packaging/packages.sh
. "$source_dir/packaging/packages.sh"

# shellcheck disable=SC2086 # lists of names
require_packages "to fuzz Tagsmith's readers" $build_packages $check_packages || exit 1

mkdir -p "$build_dir"
build_dir=$(cd "$build_dir" && pwd)
cd "$source_dir"
if [ ! -f "$build_dir/build.ninja" ]; then
    launcher=
    if command -v ccache >/dev/null; then
        launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    # shellcheck disable=SC2086 # an argument, or nothing
    cmake --preset fuzz -B "$build_dir" $launcher
fi
cmake --build "$build_dir" --target fuzz --parallel "$(nproc)"

found_dir=$(mktemp -d)
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"

# fuzz TARGET: runs it; what it prints and finds goes to its folder.
fuzz()
{
    mkdir -p "$found_dir/$1/new"
    "$build_dir/tests/fuzz/$1" "$found_dir/$1/new" "$fuzz_dir/corpus/$1" \
        -dict="$fuzz_dir/dictionaries/$1.dict" -artifact_prefix="$found_dir/$1/" \
        -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=1024 \
        -print_final_stats=1 -close_fd_mask=1 >"$found_dir/$1/log" 2>&1 || touch "$found_dir/$1/failed"
}

targets=${TAGSMITH_FUZZ_TARGETS:-$(cd "$fuzz_dir" && printf '%s\n' Fuzz*.cpp | sed 's/\.cpp$//')}
# shellcheck disable=SC2086 # a list of names
set -- $targets
while [ $# -gt 0 ]; do
    fuzz "$1" &
    pending=$!
    if [ $# -gt 1 ]; then
        fuzz "$2"
        shift
    fi
    shift
    wait "$pending"
done

status=0
for target in $targets; do
    units=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found_dir/$target/log")
    if [ ! -e "$found_dir/$target/failed" ]; then
        echo "$target: $units inputs, none breaks it."
        continue
    fi
    status=1
    tail -n 60 "$found_dir/$target/log"
    echo "$target FAILED. Its input, and how to run it again:"
    for input in "$found_dir/$target"/*-*; do
        [ ! -e "$input" ] || echo "    $build_dir/tests/fuzz/$target $input"
    done
done
if [ "$status" = 0 ]; then
    rm -rf "$found_dir"
fi
exit "$status"

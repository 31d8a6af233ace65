#!/bin/sh
# Builds Tagsmith with its tests, runs them all, and stops every server they started, also after a
# failure or Ctrl-C. Its last lines are CTest's summary, its exit status is CTest's.
# TAGSMITH_PRESET: which preset of CMakePresets.json (default: tests)
# TAGSMITH_BUILD_DIR: where to build (default: build/ and the preset's name)
# TAGSMITH_CMAKE_ARGS: further arguments for CMake, separated by spaces
# Arguments go to ctest, for example: sh tests/run.sh -R transfer
set -eu

source_dir=$(cd "$(dirname "$0")/.." && pwd)
preset=${TAGSMITH_PRESET:-tests}
build_dir=${TAGSMITH_BUILD_DIR:-$source_dir/build/$preset}
# shellcheck source=packaging/packages.sh
. "$source_dir/packaging/packages.sh"

# shellcheck disable=SC2086 # a list of names
require_packages "to build and test Tagsmith" $build_packages $run_packages $test_packages || exit 1
# The server's program stands where an ordinary user's PATH does not look.
PATH=$PATH:/usr/sbin:/sbin

mkdir -p "$build_dir"
build_dir=$(cd "$build_dir" && pwd)
cd "$source_dir"
if [ ! -f "$build_dir/build.ninja" ] || [ -n "${TAGSMITH_CMAKE_ARGS:-}" ]; then
    launcher=
    if command -v ccache >/dev/null; then
        launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    # shellcheck disable=SC2086 # a list of arguments, or nothing
    cmake --preset "$preset" -B "$build_dir" $launcher ${TAGSMITH_CMAKE_ARGS:-}
fi
cmake --build "$build_dir" --parallel "$(nproc)"

# Every file of the tests, and so every server's data folder, stands in a folder of this run; its
# name is short because a socket's path may have 103 characters.
run_dir=$(TMPDIR=/tmp mktemp -d)
# Some tests run the program as a user without rights, who has to reach his files in it.
chmod 755 "$run_dir"
export TMPDIR="$run_dir"
server_dir=$(sed -n 's/^add_test(server\.stop .*"\([^"]*\)")$/\1/p' \
    "$build_dir/tests/CTestTestfile.cmake")

# servers_left: the process ids of servers that work in a folder of this run.
# shellcheck disable=SC2317 # called from the trap
servers_left()
{
    for cmdline in /proc/[0-9]*/cmdline; do
        pid=${cmdline#/proc/}
        pid=${pid%/cmdline}
        # A process may end before it is looked at.
        arguments=$( (tr '\0' ' ' <"$cmdline") 2>/dev/null) || continue
        case $arguments in
            *mariadbd*"=$run_dir/"* | *mariadbd*"=$server_dir/"*) echo "$pid" ;;
        esac
    done
}

# shellcheck disable=SC2317 # called from the trap
cleanup()
{
    status=$?
    trap '' INT TERM HUP
    trap - EXIT
    if [ -n "$server_dir" ] && [ -d "$server_dir" ]; then
        "$build_dir/tests/test_server" stop "$server_dir" >/dev/null 2>&1 || true
    fi
    for pid in $(servers_left); do
        kill "$pid" 2>/dev/null || true
    done
    tries=0
    while [ -n "$(servers_left)" ] && [ "$tries" -lt 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    for pid in $(servers_left); do
        kill -9 "$pid" 2>/dev/null || true
    done
    rm -rf "$run_dir"
    exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

status=0
ctest --test-dir "$build_dir" --output-on-failure --no-tests=error -j "${TAGSMITH_TEST_JOBS:-2}" "$@" ||
    status=$?
exit "$status"

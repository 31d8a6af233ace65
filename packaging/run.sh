#!/bin/sh
# Builds Tagsmith, if that is needed, and starts it with all arguments:
#     sh packaging/run.sh
#     sh packaging/run.sh import FILE
# Everything this script says goes to standard error; standard output is the program's.
# TAGSMITH_BUILD_DIR: where to build (default: build/release in the checkout).
set -eu

source_dir=$(cd "$(dirname "$0")/.." && pwd)
build_dir=${TAGSMITH_BUILD_DIR:-$source_dir/build/release}
# shellcheck source=packaging/packages.sh
. "$source_dir/packaging/packages.sh"

# True if the arguments ask for something that the program does without a display.
needs_no_display()
{
    for argument in "$@"; do
        case $argument in
            init | inspect | list | add | set | rename | merge | delete) return 0 ;;
            import | export | history | undo) return 0 ;;
            -h | --help | --help-all | -v | --version) return 0 ;;
        esac
    done
    return 1
}

# build_step MESSAGE COMMAND...: runs it quietly; if it fails, prints the end of what it said.
build_step()
{
    message=$1
    shift
    if [ -n "$message" ]; then
        echo "$message" >&2
    fi
    if ! "$@" >"$build_dir/run.log" 2>&1; then
        tail -n 40 "$build_dir/run.log" >&2
        echo "Tagsmith could not be built; all messages are in $build_dir/run.log" >&2
        exit 1
    fi
}

if ! needs_no_display "$@" && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] &&
    [ -z "${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display for the window; without one, use a command, for example: sh packaging/run.sh import FILE" >&2
    exit 2
fi

packages="$build_packages $run_packages"
if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
    packages="$packages qt6-wayland"
fi
# shellcheck disable=SC2086 # a list of names
require_packages "to build and run Tagsmith" $packages || exit 1

started_in=$PWD
mkdir -p "$build_dir"
build_dir=$(cd "$build_dir" && pwd)
cd "$source_dir"
if [ ! -f "$build_dir/build.ninja" ]; then
    launcher=
    if command -v ccache >/dev/null; then
        launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    build_step "Preparing the build in $build_dir" \
        cmake --preset release -B "$build_dir" $launcher
fi
if [ -x "$build_dir/src/tagsmith" ]; then
    building=
else
    building="Building Tagsmith, this takes a few minutes once"
fi
build_step "$building" cmake --build "$build_dir" --parallel "$(nproc)" --target tagsmith

cd "$started_in"
exec "$build_dir/src/tagsmith" "$@"

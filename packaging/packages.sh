# Which Debian packages Tagsmith needs, and how they are installed. Sourced by packaging/run.sh,
# tests/run.sh, tests/bench/run.sh and .ci/run; not a program of its own.
# shellcheck shell=sh disable=SC2034

# To build: compiler, build tools, and the headers of Qt, ICU, SQLite, MariaDB's client, zlib (gzip),
# libzip (reading workbooks) and libxlsxwriter (writing them).
build_packages="g++ cmake ninja-build qt6-base-dev qt6-svg-dev libicu-dev libsqlite3-dev libmariadb-dev zlib1g-dev libzip-dev libxlsxwriter-dev"
# To run: Qt loads these by name at run time, so no header package brings them.
run_packages="libqt6sql6-sqlite libqt6sql6-mysql libqt6svg6"
# To test: a private MariaDB server, its command line client, certificates for the TLS tests, and a
# second reader of CSV and JSON.
test_packages="mariadb-server-core mariadb-client-core openssl python3"
# To check the source (.ci/run); libclang-rt has the sanitizers and libFuzzer.
check_packages="clang clang-format clang-tidy clang-tools clazy libclang-rt-dev appstream"

# missing_packages NAME...: prints those that are not installed.
missing_packages()
{
    installed=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' "$@" 2>/dev/null) "
    missing=
    for package in "$@"; do
        case $installed in
            *" installed=$package "*) ;;
            *) missing="$missing $package" ;;
        esac
    done
    printf '%s' "${missing# }"
}

# require_packages REASON NAME...: installs what is missing, and says so; fails if it cannot.
require_packages()
{
    reason=$1
    shift
    if [ "${TAGSMITH_SKIP_PACKAGES:-}" = 1 ]; then
        return 0
    fi
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This system has no apt-get: please install what these Debian packages hold ($*), then set TAGSMITH_SKIP_PACKAGES=1 and start again." >&2
        return 1
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        return 0
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Please let an administrator install these packages, which are needed $reason: $missing" >&2
            return 1
        fi
        as_root=sudo
    fi
    echo "Installing what is needed $reason: $missing" >&2
    # Without a network the lists stay as they are; the installation then says what is wrong.
    $as_root apt-get -q update >&2 || true
    # shellcheck disable=SC2086 # a list of names, and a command that may be empty
    if ! $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends $missing >&2; then
        echo "These packages could not be installed: $missing; please install them and start again." >&2
        return 1
    fi
}

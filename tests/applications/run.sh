#!/bin/sh
# Lets real applications judge what Tagsmith does to their databases; README.md tells how.
#     sh tests/applications/run.sh [django-taggit | wordpress | acts-as-taggable-on]...
# Without a name: all three. Exit status 0: every application agrees with every change.
# TAGSMITH_BINARY: the program (default: the one that tests/run.sh or packaging/run.sh built)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
source_dir=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/packages.sh
. "$source_dir/packaging/packages.sh"

server_packages="mariadb-server-core mariadb-client-core"
taggit_packages="python3 python3-django python3-django-taggit python3-mysqldb"
# WordPress depends on a web server and on PHP for it; these are the smallest, and none is used.
wordpress_packages="wordpress php php-cgi php-cli php-mysql micro-httpd"
aato_packages="ruby ruby-acts-as-taggable-on ruby-activerecord ruby-sqlite3 ruby-mysql2"

# The program that was built last.
find_program()
{
    for program in "${TAGSMITH_BINARY:-}" "$source_dir/build/tests/src/tagsmith" \
        "$source_dir/build/release/src/tagsmith"; do
        if [ -n "$program" ] && [ -x "$program" ]; then
            realpath "$program"
            return 0
        fi
    done
    echo "There is no tagsmith to try; build it (sh tests/run.sh, or sh packaging/run.sh --version), or name it in TAGSMITH_BINARY." >&2
    return 1
}

# shellcheck disable=SC2317 # called from the trap
cleanup()
{
    status=$?
    trap '' INT TERM HUP PIPE
    trap - EXIT
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work_dir"
    exit "$status"
}

# A MariaDB server of this run alone, without a port; databases are made by make_database.
start_server()
{
    mkdir "$work_dir/data"
    as_user=
    if [ "$(id -u)" -eq 0 ]; then
        as_user=--user=root
    fi
    # shellcheck disable=SC2086 # an argument, or none
    mariadbd --no-defaults --datadir="$work_dir/data" --tmpdir="$work_dir/data" \
        --socket="$work_dir/s" --pid-file="$work_dir/pid" --log-error="$work_dir/server.log" \
        --skip-networking --skip-grant-tables --character-set-server=utf8mb4 \
        --innodb-buffer-pool-size=48M --innodb-log-file-size=16M \
        --innodb-flush-log-at-trx-commit=0 $as_user >/dev/null 2>&1 &
    server=$!
    tries=0
    until mariadb-admin --no-defaults --socket="$work_dir/s" ping >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "The MariaDB server does not start:" >&2
            tail -n 20 "$work_dir/server.log" >&2
            return 1
        fi
        sleep 0.1
    done
}

make_database()
{
    mariadb --no-defaults --socket="$work_dir/s" -e "CREATE DATABASE $1"
}

# try_on ENGINE APPLICATION COMMAND...: runs the application's script on a new database. Its
# interpreter is Debian's, for which the application was installed.
try_on()
{
    engine=$1
    application=$2
    shift 2
    if [ "$engine" = mariadb ]; then
        TAGSMITH_DATABASE=$(echo "$application" | tr - _)
        make_database "$TAGSMITH_DATABASE"
        TAGSMITH_URL="mysql://root@localhost/$TAGSMITH_DATABASE?socket=$work_dir/s"
    else
        TAGSMITH_DATABASE=$work_dir/$application.sqlite
        TAGSMITH_URL=sqlite:$TAGSMITH_DATABASE
    fi
    export TAGSMITH_ENGINE="$engine" TAGSMITH_DATABASE TAGSMITH_URL
    if ! "$@"; then
        echo "FAILED: $application on $engine"
        failed=1
    fi
    echo
}

try_application()
{
    case $1 in
        django-taggit)
            try_on sqlite "$1" /usr/bin/python3 -B "$here/django-taggit/check.py"
            try_on mariadb "$1" /usr/bin/python3 -B "$here/django-taggit/check.py"
            ;;
        acts-as-taggable-on)
            try_on sqlite "$1" /usr/bin/ruby "$here/acts-as-taggable-on/check.rb"
            try_on mariadb "$1" /usr/bin/ruby "$here/acts-as-taggable-on/check.rb"
            ;;
        wordpress)
            try_on mariadb "$1" /usr/bin/php "$here/wordpress/check.php"
            ;;
    esac
}

if [ $# -eq 0 ]; then
    set -- django-taggit acts-as-taggable-on wordpress
fi
packages=$server_packages
for application in "$@"; do
    case $application in
        django-taggit) packages="$packages $taggit_packages" ;;
        wordpress) packages="$packages $wordpress_packages" ;;
        acts-as-taggable-on) packages="$packages $aato_packages" ;;
        *)
            echo "There is no script for \"$application\"; there is one for django-taggit, for wordpress and for acts-as-taggable-on." >&2
            exit 2
            ;;
    esac
done

TAGSMITH_BINARY=$(find_program)
export TAGSMITH_BINARY
# shellcheck disable=SC2086 # a list of names
require_packages "to try Tagsmith with real applications" $packages || exit 1
# The server's program stands where an ordinary user's PATH does not look.
PATH=$PATH:/usr/sbin:/sbin

server=
failed=0
# The name is short because a socket's path may have 103 characters.
work_dir=$(TMPDIR=/tmp mktemp -d)
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
trap 'exit 141' PIPE
# What the programs keep for their user stays in this folder as well.
export HOME="$work_dir" XDG_DATA_HOME="$work_dir" XDG_CONFIG_HOME="$work_dir" TMPDIR="$work_dir"
export LC_ALL=C.UTF-8 TAGSMITH_SOCKET="$work_dir/s"
export TAGSMITH_TAGGINGS="$source_dir/tests/data/presets/debtags-taggings.csv"

start_server
for application in "$@"; do
    try_application "$application"
done
if [ "$failed" -ne 0 ]; then
    echo "At least one application disagrees."
    exit 1
fi
echo "Every application agrees with every change."

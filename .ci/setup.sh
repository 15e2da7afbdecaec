#!/bin/sh
# Make .venv complete: Python, the locked packages, briefkit itself, and the libraries WeasyPrint loads.
# Quiet and quick when nothing is to do: .venv/.setup says what it was made from, and where.
set -eu
cd "$(dirname "$0")/.."

debian_libraries='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'

fail() {
    printf '\nSet-up failed: %s\n' "$1" >&2
    exit 1
}

say() {
    printf 'set-up: %s\n' "$*"
}

# Install Debian packages where we may (root, apt-get); return 1 where we may not.
apt_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    say "apt-get install $*"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    if { apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install $*"
    fi
}

# The Python to use: $PYTHON, else the first of these that is new enough.
find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail 'Python 3.11 or newer was not found; name one with: make setup PYTHON=/path/to/python3'
}

make_venv() {
    say "new virtual environment in .venv, with $1"
    if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
        apt_install python3-venv || fail "this Python cannot make virtual environments.
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install python3-venv
  Fedora, macOS:   use the python3 of the system's packages or of Homebrew, which can"
    fi
    rm -rf .venv
    "$1" -m venv .venv
}

install_packages() {
    say 'installing the locked packages'
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r requirements.lock ||
        fail 'pip could not install requirements.lock (see above); is the network reached?'
}

install_briefkit() {
    say 'installing briefkit, editable'
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --no-deps --no-build-isolation --no-index --editable . || fail 'briefkit itself could not be installed (see above)'
    .venv/bin/python -m compileall -q src && .venv/bin/python -m briefkit.precompile
}

# WeasyPrint loads Pango and, to embed fonts well, HarfBuzz-Subset.
libraries_load() {
    .venv/bin/python -W ignore -c '
from weasyprint.text import ffi
raise SystemExit(ffi.harfbuzz_subset is None)' >/dev/null 2>&1
}

find_libraries() {
    libraries_load && return
    # shellcheck disable=SC2086  # several words are meant
    if apt_install $debian_libraries && libraries_load; then
        return
    fi
    fail "WeasyPrint cannot load Pango or HarfBuzz-Subset. Install them, then run this again:
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install $debian_libraries
  Fedora:          sudo dnf install pango harfbuzz
  macOS:           brew install pango harfbuzz; where Python is not Homebrew's, also
                   export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib"
}

here=$(pwd -P)
lock="$here $(cksum <requirements.lock)"
all="$lock $(cat pyproject.toml .ci/setup.sh | cksum)"
made_from=$(cat .venv/.setup 2>/dev/null || true)
[ "$made_from" != "$all" ] || exit 0

case $made_from in
"$lock"*) ;; # the packages are there; only pyproject.toml or this file has changed, or a later step failed
*)
    python=$(find_python)
    make_venv "$python"
    install_packages
    ;;
esac
printf '%s\n' "$lock" >.venv/.setup
find_libraries
install_briefkit
printf '%s\n' "$all" >.venv/.setup
say 'ready'

#!/bin/sh
# Writes requirements/*.txt: every package that Mandat needs, each with its version and the hashes of its files, for all
# platforms and Pythons from 3.11 on. Run by `make lock`. Arguments go to uv (for instance --upgrade).
set -eu
cd "$(dirname "$0")/.."

# uv does not read pip's configuration: hand it the index of whoever has one set there.
if [ -z "${UV_DEFAULT_INDEX:-}" ] && index=$(.venv/bin/python -m pip config get global.index-url 2>/dev/null); then
    UV_DEFAULT_INDEX=$index
    export UV_DEFAULT_INDEX
fi

lock() {
    name=$1
    shift
    echo "Writing requirements/$name.txt"
    .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
        --output-file "requirements/$name.txt" "$@"
}

lock base pyproject.toml requirements/build.in "$@"
# The rest keeps to the versions of base, so that tests see the very packages that users run.
lock test pyproject.toml requirements/build.in requirements/test.in --constraints requirements/base.txt "$@"
lock lock requirements/lock.in "$@"
lock bench-peers requirements/bench-peers.in "$@"

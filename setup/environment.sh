#!/bin/sh
# Makes a virtual environment hold what a lock file says: setup/environment.sh DIRECTORY LOCK [--with-project]
#
# LOCK names requirements/LOCK.txt. Every package is installed only if its file has one of the hashes in the lock, and
# never by running a build of its own. With --with-project, Mandat itself is installed from this checkout, editable.
# A stamp inside DIRECTORY remembers what is installed (contents, not times), so the second run does nothing.
set -eu
cd "$(dirname "$0")/.."
directory=$1
lock=requirements/$2.txt
with_project=${3:-}
stamp=$directory/.installed-$2
python=$directory/bin/python

# A checkout that was moved, a changed lock and a changed pyproject.toml each give another text.
wanted=$(pwd; cat setup/environment.sh "$lock" ${with_project:+pyproject.toml} | sha256sum)

if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && "$python" -c '' 2>/dev/null; then
    exit 0
fi
rm -f "$stamp"

if ! "$python" -m pip --version >/dev/null 2>&1; then
    setup/debian.sh venv
    base=$(setup/python.sh)
    echo "Making a virtual environment in $directory with $base"
    "$base" -m venv --clear "$directory"
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
echo "Installing $(grep -c '^[a-z0-9].*==' "$lock") packages pinned in $lock (the first time this takes a minute or two)"
if ! "$python" -m pip install --quiet --require-hashes --only-binary :all: --requirement "$lock"; then
    echo "The packages could not be installed; what pip says about it stands above. If the package index could not be" >&2
    echo "reached, look at the network and at \`$python -m pip config list\`, then run the same command again: it" >&2
    echo "goes on from here." >&2
    exit 1
fi
if [ -n "$with_project" ]; then
    "$python" -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
fi
echo "$wanted" >"$stamp"

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
"$python" -m pip install --quiet --require-hashes --only-binary :all: --requirement "$lock"
if [ -n "$with_project" ]; then
    "$python" -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
fi
echo "$wanted" >"$stamp"

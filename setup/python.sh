#!/bin/sh
# Prints the path of a Python that can carry Mandat: 3.11 or newer, able to make virtual environments.
#
# $PYTHON is tried first, then `python3` as the shell finds it (a pyenv one is fine), newer names, and Debian's own.
# Prints nothing where there is none; without --quiet it then says on standard error why, and exits with 1.
set -eu

found=
for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
    command -v "$candidate" >/dev/null || continue
    version=$("$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
    if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        found="$found $candidate is Python $version, too old;"
    elif ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
        found="$found $candidate is Python $version, but cannot make virtual environments (no ensurepip);"
    else
        "$candidate" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done

[ "${1:-}" != --quiet ] || exit 0
echo "Mandat needs Python 3.11 or newer that can make virtual environments. Found:${found:- none;}" >&2
echo "Debian 12 has one in the packages python3 and python3-venv. If yours is elsewhere, name it:" >&2
echo "    PYTHON=/path/to/python3 make test" >&2
exit 1

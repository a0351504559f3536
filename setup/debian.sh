#!/bin/sh
# Makes sure that the machine has what Python packages cannot bring along: setup/debian.sh NEED...
#
# A NEED is one of: venv, chromium, postgresql. What is there already is left alone, silently. What is missing is
# installed where this runs as root on Debian (or a derivative); anybody else is told the command to run.
set -eu

# Exit status 0 where the need is met.
is_met() {
    case $1 in
    venv) [ -n "$("$(dirname "$0")/python.sh" --quiet)" ] ;;
    chromium) command -v chromium >/dev/null ;;
    postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null ;;
    *)
        echo "setup/debian.sh: unknown need \"$1\"; known are venv, chromium, postgresql" >&2
        exit 2
        ;;
    esac
}

# The Debian packages for a need.
packages_for() {
    case $1 in
    venv) echo python3 python3-venv ;;
    chromium) echo chromium fonts-dejavu-core ;; # without any font, pages show empty boxes
    *) echo "$1" ;;
    esac
}

packages=
for need in "$@"; do
    is_met "$need" || packages="$packages $(packages_for "$need")"
done
packages=${packages# }
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Missing on this machine: $* (on Debian the packages $packages)." >&2
    echo "Install them with your system's package manager, then run the same command again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Missing on this machine: the Debian packages $packages. Only root may install them. Please run" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $packages" >&2
    echo "and then the same command again." >&2
    exit 1
fi

echo "Installing from Debian: $packages"
export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
# A fresh machine has no package lists yet, and old lists name files that are gone.
apt-get update --quiet=2
# shellcheck disable=SC2086 # one word per package
apt-get install --yes --quiet=2 --no-install-recommends $packages >/dev/null

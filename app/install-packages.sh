#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install-packages.sh USE...: installs what packages-debian.txt lists for these uses (build, test) and is missing.
# Asks apt for nothing when nothing is missing.
set -euo pipefail

list="$(dirname "${BASH_SOURCE[0]}")/packages-debian.txt"
[ $# -gt 0 ] || { echo "usage: $0 build|test..." >&2; exit 2; }

wanted=()
for use in "$@"; do
    while read -r package; do wanted+=("$package"); done < <(sed -n "s/^$use \+//p" "$list")
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian-like system, so nothing was installed. Whittle needs what these packages hold:" >&2
    printf '    %s\n' "${wanted[@]}" >&2
    exit 0 # it may all be there under other names: CMake says what is not
fi

missing=()
for package in "${wanted[@]}"; do
    state="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)"
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and to install them takes root or sudo:" >&2
        echo "    apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    root=(sudo)
fi

echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q)
{
    "${apt[@]}" update
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
} >&2 </dev/null

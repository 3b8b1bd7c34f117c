#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [ARGUMENTS OF WHITTLE]: installs what is missing, builds Whittle, runs it.
# Without arguments it opens the sample case. Where there is no display, evidence is analysed without a window.
set -euo pipefail

source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build_dir="$source_dir/build/release"
whittle="$build_dir/app/whittle"
sample="$source_dir/resources/samples/warehouse"

say() { echo "== $*" >&2; }

build()
{
    local options=(-DWHITTLE_WERROR=OFF) # a warning of some other compiler is no reason not to run
    if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    say "Building into $build_dir"
    # Presets are found from the folder of the sources only.
    (cd "$source_dir" && cmake --preset release --log-level=WARNING "${options[@]}" \
        && cmake --build --preset release --target whittle) >&2 </dev/null
}

analyse() # NAME EVIDENCE...
{
    local out="$source_dir/build/$1" case="$source_dir/build/$1/case.whittle" status=0
    shift
    say "No display: analysing without a window"
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then # Qt asks for one
        XDG_RUNTIME_DIR="$(mktemp -d)"
        export XDG_RUNTIME_DIR
        trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
    fi
    mkdir -p "$out"
    rm -f "$out"/case.whittle* "$out"/report.*
    if [[ $# -eq 1 && $1 == *.whittle ]]; then case="$1"; shift; fi
    "$whittle" analyze "$@" --case "$case" --pdf "$out/report.pdf" --json "$out/report.json" || status=$?
    [ -f "$out/report.pdf" ] || return "$status"
    "$whittle" analyze "$case" --quiet # prints what was found
    printf '\nReport: %s\nJSON:   %s\nCase:   %s\n' "$out/report.pdf" "$out/report.json" "$case"
    return "$status"
}

"$source_dir/app/install-packages.sh" build
build

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    [ $# -gt 0 ] || set -- "$sample"
    say "Running whittle $*"
    exec "$whittle" "$@"
fi
if [ $# -eq 0 ]; then
    analyse sample "$sample"
elif [[ $1 =~ ^(-.*|[a-z]+)$ && ! -e $1 ]]; then
    exec "$whittle" "$@" # a command such as analyze or events
else
    analyse report "$@"
fi

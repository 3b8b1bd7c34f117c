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
    local options=()
    if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    say "Building into $build_dir"
    # Presets are found from the folder of the sources only.
    (cd "$source_dir" && cmake --preset release --log-level=WARNING "${options[@]}" \
        && cmake --build --preset release --target whittle) >&2 </dev/null
}

analyse() # NAME EVIDENCE...
{
    local out="$source_dir/build/$1" status=0
    shift
    mkdir -p "$out"
    say "No display: analysing without a window"
    "$whittle" analyze "$@" --pdf "$out/report.pdf" --json "$out/report.json" || status=$?
    # 3: done, but some of the evidence could not be read
    if [ "$status" -eq 0 ] || [ "$status" -eq 3 ]; then
        "$whittle" analyze "$@" --quiet || true
        echo
        echo "PDF:  $out/report.pdf"
        echo "JSON: $out/report.json"
    fi
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
elif [ -e "$1" ]; then
    analyse report "$@"
else
    exec "$whittle" "$@" # a command such as analyze or events
fi

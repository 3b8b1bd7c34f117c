#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [dev|asan|tsan|release]: installs what is missing, builds with warnings as errors, runs all the tests.
# The last line says how many passed and failed; the exit code is 0 only when some ran and none failed.
set -euo pipefail

preset="${1:-dev}"
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build_dir="$source_dir/build/$preset"

say() { echo "== $*" >&2; }

cd "$source_dir"
app/install-packages.sh build test

options=(-DWHITTLE_WERROR=ON -DBUILD_TESTING=ON)
if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
say "Building into $build_dir"
cmake --preset "$preset" --log-level=WARNING "${options[@]}" </dev/null
cmake --build --preset "$preset" </dev/null

# A home of their own, so that no test meets or changes the settings of whoever runs it.
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
mkdir -m 0700 "$home/runtime"
results="$build_dir/test-results.xml"
rm -f "$results"
say "Testing"
status=0
env HOME="$home" XDG_RUNTIME_DIR="$home/runtime" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" \
    XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC \
    ctest --preset "$preset" --parallel "$(nproc)" --output-junit "$results" </dev/null || status=$?

count() { grep -c -- "$1" "$results" || true; }
all=0 passed=0 skipped=0
if [ -f "$results" ]; then
    all="$(count '<testcase ')"
    passed="$(count '<testcase .*status="run"')"
    # A test whose program is missing has not run either, but is no skipped one: it failed.
    skipped="$(count '<skipped message="SKIP_\|<testcase .*status="disabled"')"
fi
failed=$((all - passed - skipped))
if [ "$passed" -eq 0 ] || [ "$failed" -gt 0 ]; then status=1; fi
if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
exit "$status"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [SECONDS [TARGET...]]: builds the fuzzers with clang and lets each run that long (default 60); fails on a
# finding, and says in which file of tests/fuzz/findings the bytes are. README.md explains.
set -euo pipefail

seconds="${1:-60}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source_dir="$(cd "$here/../.." && pwd)"
build="$source_dir/build/fuzz"
cxx="$(command -v clang++-14 || command -v clang++)" || { echo "clang is needed: apt-get install clang-14" >&2; exit 2; }

options=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DCMAKE_CXX_COMPILER="$cxx" -DWHITTLE_FUZZ=ON -DWHITTLE_WERROR=OFF
    -DWHITTLE_SANITIZE=fuzzer-no-link,address,undefined)
if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
cmake -S "$source_dir" -B "$build" -G Ninja --log-level=WARNING "${options[@]}" >&2
cmake --build "$build" --target fuzzers >&2

if [ $# -gt 1 ]; then
    targets=("${@:2}")
else
    mapfile -t targets < <(cd "$build/tests/fuzz" && find . -maxdepth 1 -name 'fuzz_*' -type f -executable -printf '%f\n' |
        sed 's/^fuzz_//' | sort)
fi
found=0
for target in "${targets[@]}"; do
    grown="$build/corpus/$target" findings="$here/findings/$target"
    mkdir -p "$grown" "$findings"
    seeds=("$grown")
    if [ -d "$here/corpus/$target" ]; then seeds+=("$here/corpus/$target"); fi
    log="$build/$target.log"
    if "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 \
        -artifact_prefix="$findings/" "${seeds[@]}" >"$log" 2>&1; then
        rmdir --ignore-fail-on-non-empty -p "$findings" 2>/dev/null || true
        echo "$target: nothing found, $(grep -c . "$log") lines in $log, $(sed -n 's/^Done //p' "$log")"
    else
        found=$((found + 1))
        echo "$target: FOUND SOMETHING, see $log and $findings"
        grep -E "broken:|ERROR|runtime error" "$log" | head -3
    fi
done
exit $((found > 0))

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [quick|full [BUILD]]: builds the release, makes evidence, measures Whittle and its peers in turns, prints a table.
# quick: 100 MB, a few minutes. full: 1 GB, and 20 GB made on the fly; needs 4 GB in $TMPDIR (default /dev/shm).
# With a folder behind it, the programs built there are measured. run.sh smoke BUILD: 1 MB, to see that all of it
# works. README.md explains.
set -euo pipefail

mode="${1:-quick}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source_dir="$(cd "$here/../.." && pwd)"
case "$mode" in
    smoke) size=1M pairs=1 ;;
    quick) size=100M pairs=5 ;;
    full) size=1G pairs=5 ;;
    *) echo "usage: run.sh [quick|full [BUILD]]" >&2; exit 2 ;;
esac

build="${2:-$source_dir/build/release}"
if [ $# -lt 2 ]; then
    cd "$source_dir"
    cmake --preset release --log-level=WARNING >&2
    cmake --build --preset release --target whittle make_load import_load measure >&2
fi
default_tmp=/tmp
if [ -w /dev/shm ]; then default_tmp=/dev/shm; fi
work="$(mktemp -d "${TMPDIR:-$default_tmp}/whittle-benchmarks.XXXXXX")"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home" "$work/lnav/formats/whittle"
cp "$here/lnav-cucm-sdi.json" "$work/lnav/formats/whittle/"
export HOME="$work/home" QT_QPA_PLATFORM=offscreen LC_ALL=C

whittle="$build/app/whittle"
tools="$build/tests/benchmarks"
ports="port 67 or port 68 or port 123 or port 2000 or port 5060"
filter="$ports or (vlan and ($ports))" # without the second half a filter misses every tagged frame
missed=0

has() { command -v "$1" >/dev/null; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# measured NAME COMMAND...: adds its seconds to $work/NAME.s and its peak memory in KiB to $work/NAME.kib.
measured() {
    local name="$1"
    shift
    "$tools/measure" "$work/$name.out" "$@" 2>"$work/$name.err" >"$work/measured" || {
        echo "failed: $*" >&2
        cat "$work/$name.err" >&2
        exit 1
    }
    cut -f1 "$work/measured" >>"$work/$name.s"
    cut -f2 "$work/measured" >>"$work/$name.kib"
}
import() {
    rm -f "$work/$1.whittle"
    measured "$1.import" "$whittle" analyze "$work/$1" --case "$work/$1.whittle" --import-only --quiet
}
# row WHAT OURS UNIT PEER RATIO GOAL: one line of the table; what is above its goal is counted.
row() {
    local verdict
    verdict="$(awk -v r="$5" -v g="$6" 'BEGIN { print (g == "-" ? "" : r <= g ? "pass" : "MISSED") }')"
    if [ "$verdict" = MISSED ]; then missed=$((missed + 1)); fi
    printf '%-44s %9s %-4s %9s %9s %7s  %s\n' "$1" "$2" "$3" "$4" "$5" "$6" "$verdict"
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf("%.4f", (b > 0 ? a / b : 0)) }'; }
# against WHAT FILE PEER GOAL: the median of the ratios of the pairs.
against() {
    row "$1" "$(median <"$work/$2.import.s")" s "$(median <"$work/$3.s")" \
        "$(paste "$work/$2.import.s" "$work/$3.s" | awk '{ printf "%.4f\n", $1 / $2 }' | median)" "$4"
}
# compare FILE PEER COMMAND...: A B A B …, both on a warm cache.
compare() {
    local file="$1" peer="$2"
    shift 2
    : >"$work/$file.import.s"
    for _ in $(seq "$pairs"); do
        import "$file"
        measured "$peer" "$@"
    done
}
# What a case takes on the disk when it was analysed, and what it took to do so.
analysed() {
    measured "$1.analyse" "$whittle" analyze "$work/$1.whittle" --json "$work/$1.json" --quiet
    row "$1: the case / the evidence" "$(stat -c %s "$work/$1.whittle")" B "$(stat -c %s "$work/$1")" \
        "$(ratio "$(stat -c %s "$work/$1.whittle")" "$(stat -c %s "$work/$1")")" "$2"
    memory "$1: memory of its import, MiB" "$(sort -n "$work/$1.import.kib" | tail -1)" 64
    local read_in
    read_in="$(tail -1 "$work/$1.import.s")"
    row "$1: to understand it / to read it" "$(cat "$work/$1.analyse.s")" s "$read_in" \
        "$(ratio "$(cat "$work/$1.analyse.s")" "$read_in")" 1
    printf '%s\n' 'ntpd (pid 4021) is running...' '' \
        '     remote           refid      st t when poll reach   delay   offset  jitter' \
        '==============================================================================' \
        '*10.9.9.9        .GPS.            1 u   12   64  377    0.412   -0.031   0.014' >"$work/more.txt"
    measured "$1.more" "$whittle" analyze "$work/more.txt" --case "$work/$1.whittle" --quiet
    row "$1: another file is added / to understand it" "$(cat "$work/$1.more.s")" s "$(cat "$work/$1.analyse.s")" \
        "$(ratio "$(cat "$work/$1.more.s")" "$(cat "$work/$1.analyse.s")")" 1
    memory "$1: memory to understand it, MiB" "$(cat "$work/$1.analyse.kib")" -
}
memory() { row "$1" "$(($2 / 1024))" MiB - "$(($2 / 1024))" "$3"; }
# All that was made must be listed, kind by kind; SIP as soon as any is.
listed() {
    measured "$1.events" "$whittle" events "$work/$1.whittle"
    awk -F'\t' 'FILENAME ~ /counts$/ { made[$1] = $2; next } FNR > 1 { seen[$2]++; sip += $2 ~ /^sip/ }
        END { for (kind in made) if (seen[kind] != made[kind] && (sip || kind !~ /^sip/)) {
            print kind ": " made[kind] " made, " seen[kind] + 0 " listed"; bad = 1 } exit bad }' \
        "$work/$1.counts" "$work/$1.events.out" >&2
    row "$1: to list its $(wc -l <"$work/$1.events.out") events" "$(cat "$work/$1.events.s")" s - - -
    rm -f "$work/$1.events.out"
}
make_evidence() { "$tools/make_load" "$1" "$2" "$work/$3" >"$work/$3.counts"; }

echo "Whittle $("$whittle" --version | cut -d' ' -f2), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $size, $pairs pairs"
printf '%-44s %9s %-4s %9s %9s %7s\n' what ours '' peer ratio goal
for kind in mixed signalling trace; do
    make_evidence "$kind" "$size" "$kind"
    if [ "$kind" = trace ]; then
        compare trace grep grep -c KeepAlive "$work/trace"
        against "trace / grep -c" trace grep 2.5
        if has lnav && [ "$mode" != smoke ]; then
            compare trace lnav lnav -n -I "$work/lnav" -c ';select count(*) from cucm_sdi' "$work/trace"
            against "trace / lnav counting its lines" trace lnav 0.4
        fi
        analysed trace 0.15
    elif has tcpdump; then
        compare "$kind" "$kind.tcpdump" tcpdump -r "$work/$kind" -w /dev/null "$filter"
        against "$kind / tcpdump -w /dev/null BPF" "$kind" "$kind.tcpdump" "$([ "$kind" = mixed ] && echo 1.5 || echo 2)"
        analysed "$kind" "$([ "$kind" = mixed ] && echo 0.02 || echo 0.10)"
    else
        import "$kind"
        analysed "$kind" "$([ "$kind" = mixed ] && echo 0.02 || echo 0.10)"
    fi
    listed "$kind"
    rm -f "$work/$kind"
done

if has tshark && [ "$mode" != smoke ]; then
    make_evidence mixed "$size" for-tshark
    compared="$pairs" pairs=1
    compare for-tshark tshark tshark -n -r "$work/for-tshark" -Y "skinny||dhcp||ntp||sip" -T fields \
        -e frame.time_epoch -e ip.src -e ip.dst -e skinny.messageId -e dhcp.option.dhcp -e ntp.stratum -e sip.Method
    against "mixed, $size / tshark -T fields (one pair)" for-tshark tshark 0.01
    pairs="$compared"
    rm -f "$work/for-tshark"
fi
stream="$([ "$mode" = full ] && echo 20G || echo "$size")"
for kind in mixed signalling trace; do
    IFS=$'\t' read -r seconds _ events bytes kib < <("$tools/import_load" "$kind" "$stream" "$work/stream.whittle")
    memory "$kind, $stream made on the fly: memory, MiB" "$kib" 64
    row "$kind, $stream on the fly ($events events)" "$seconds" s - - -
    row "$kind, $stream on the fly: the case" "$bytes" B - - -
    rm -f "$work/stream.whittle"
done
echo "$missed of the goals missed"
if [ "$mode" != smoke ]; then exit $((missed > 0)); fi

#!/usr/bin/env bash
# bench.sh [LEADS [RUNS]]: wall time and peak memory of `reviewpack run` on a synthetic book, JSON only.
# The book is made once and kept in .build/bench.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

leads=${1:-200000} runs=${2:-5}
reviewpack=.build/release/reviewpack
book=.build/bench/book-$leads
gnu_time=$(type -P time) || { echo "bench: GNU time is needed (Debian package: time)" >&2; exit 1; }

if [[ ! -d $book ]]; then
  rm -rf "$book.new"
  mkdir -p .build/bench
  "$reviewpack" sample "$book.new" --leads "$leads"
  mv "$book.new" "$book"
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
echo "$(du -sh "$book" | cut -f1) of files, $(nproc) cores, $runs runs"
"$reviewpack" run "$book" --output "$out" --formats json --quiet >/dev/null  # the first run may read from disk
for ((i = 1; i <= runs; i++)); do
  "$gnu_time" --format '%e s, %U s user, %M KiB at most' \
    "$reviewpack" run "$book" --output "$out" --formats json --quiet >/dev/null
done

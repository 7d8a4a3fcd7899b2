#!/usr/bin/env bash
# fuzz-seeds.sh TARGET: the files that a fuzz target begins with, a line each. A seed says more than chance finds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case $1 in
FuzzConfiguration)
  n=0
  mkdir -p Fuzz/.build/seeds
  for file in docs/recipes/*/review.yaml Tests/EndToEndTests/Cases/*/book/review.yaml; do
    n=$((n + 1))
    cp "$file" "Fuzz/.build/seeds/review-$n.yaml"
    echo "Fuzz/.build/seeds/review-$n.yaml"
  done
  ;;
*) find "Fuzz/Seeds/$1" -type f ;;
esac

#!/usr/bin/env bash
# setup.sh: what the build needs from the system. Installs the Debian packages that Package.swift names and
# that are missing; where all are there it does nothing, and needs no rights and no network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf 'setup: %s\n' "$*" >&2; }

if ! command -v swift >/dev/null; then
  say "no swift on PATH: install Swift 6.2 or later (https://www.swift.org/install/linux/)"
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p')
read -r major minor <<<"${version:-0 0}"
if ((major < 6 || (major == 6 && minor < 2))); then
  say "Swift $major.$minor is too old: install Swift 6.2 or later (https://www.swift.org/install/linux/)"
  exit 1
fi

# The one list of packages is that of Package.swift: .apt(["libxlsxwriter-dev"])
read -r -a packages <<<"$(sed -nE 's/.*\.apt\(\[([^]]*)\].*/\1/p' Package.swift | tr '",\n' '   ')"

if ! command -v dpkg-query >/dev/null; then
  say "this is not Debian or Ubuntu: install what they call ${packages[*]} with your system's own tools"
  exit 0
fi
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

install=(apt-get install --yes --no-install-recommends "${missing[@]}")
if ! command -v apt-get >/dev/null; then
  say "missing: ${missing[*]}, and there is no apt-get to install them with"
  exit 1
fi
as_root=()
if ((EUID != 0)); then
  command -v sudo >/dev/null || { say "missing: ${missing[*]}; as root: apt-get update && ${install[*]}"; exit 1; }
  as_root=(sudo)
fi
say "installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# A fresh container has no lists, and an old list names packages that are gone.
"${as_root[@]}" apt-get update
"${as_root[@]}" "${install[@]}"

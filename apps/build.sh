#!/usr/bin/env bash
# Installs and builds what changed since the last time, and nothing else: the second run of a command answers at once.
set -euo pipefail
cd "$(dirname "$0")/.."

# newer FILE PLACES…: something in the places was changed after the file was made, or there is no such file
newer() { [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]; }
# building MARK COMMAND…: the mark carries the time at which the work began, so that a change made meanwhile is built next time
building() { local mark="$1" began; began="$(mktemp)"; "${@:2}"; mkdir -p dist; mv "$began" "$mark"; }

node apps/installed.mjs || npm ci --no-fund --no-audit
if newer dist/.server package-lock.json tsconfig.json nest-cli.json apps/tsconfig.json apps/api apps/worker apps/cli libs; then
  building dist/.server npx nest build
fi
if newer dist/.page package-lock.json apps/web; then building dist/.page npx vite build apps/web; fi

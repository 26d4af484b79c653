#!/usr/bin/env bash
# Server and page while they are worked on: both start again by themselves on a change. The page stands at http://localhost:5173, and asks the server at 3000.
set -euo pipefail
cd "$(dirname "$0")/.."
bash apps/build.sh
trap 'kill 0' EXIT
# Files are looked at again and again: what a system tells of changes, the compiler was seen to miss.
TSC_WATCHFILE=DynamicPriorityPolling npx nest build --watch &
node --watch-path=dist/apps --watch-path=dist/libs dist/apps/cli/src/main.js start "$@" &
npx vite apps/web &
wait -n

#!/usr/bin/env bash
# Packs what an office without internet needs into one file: bash docker/bundle.sh [FOLDER]. There: unpack it and run ./luodi start (or demo, doctor, …).
# The bundle holds Node itself, so it runs on machines of this one's kind only; its name says which.
set -euo pipefail
cd "$(dirname "$0")/.."
target="$(realpath "${1:-.}")"

npm run --silent build
version="$(node -p "require('./package.json').version")"
kind="$(node -p 'process.platform + "-" + process.arch')"
name="luodi-$version-$kind"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name/bin"
cp -a package.json package-lock.json README.md CHANGELOG.md LICENSE dist node_modules "$work/$name/"
cp -L "$(command -v node)" "$work/$name/bin/node"
cat > "$work/$name/luodi" <<'SH'
#!/bin/sh
here="$(cd "$(dirname "$0")" && pwd)"
PATH="$here/bin:$PATH" exec node "$here/dist/apps/cli/src/main.js" "$@"
SH
chmod +x "$work/$name/luodi"
(cd "$work/$name" && npm prune --omit=dev --offline --ignore-scripts --no-fund --no-audit --silent)
rm -rf "$work/$name/node_modules/.cache"
tar -C "$work" -czf "$target/$name.tar.gz" "$name"
(cd "$target" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
echo "$target/$name.tar.gz"

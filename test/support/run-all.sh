#!/usr/bin/env bash
# All tests. Brings what they need beyond npm (a browser, Chinese fonts, Redis) where it may; what cannot run is counted and named at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'noto sans cjk\|wqy' || missing+=(fonts-noto-cjk fontconfig)
command -v redis-server >/dev/null || missing+=(redis-server)
if [ "${#missing[@]}" -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/luodi-apt.log 2>&1 || echo "could not install ${missing[*]}: the tests that need them are left out"
fi

bash apps/build.sh
export LUODI_LEFT_OUT="$(mktemp)"
status=0
npx jest --silent=false "$@" || status=$?
if [ -s "$LUODI_LEFT_OUT" ]; then
  echo "Left out on this machine: $(wc -l <"$LUODI_LEFT_OUT") test file(s)"
  cat "$LUODI_LEFT_OUT"
else
  echo "Left out on this machine: none"
fi
rm -f "$LUODI_LEFT_OUT"
exit "$status"

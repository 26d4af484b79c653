#!/usr/bin/env bash
# The page’s types from the published OpenAPI document, its words and its forms of channels. Run after a change of the API: bash apps/web/generate-api.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
source=(node --conditions=luodi-source --require ./test/support/source.cjs)
document="$(mktemp --suffix=.json)"
trap 'rm -f "$document"' EXIT
"${source[@]}" apps/api/src/openapi/print.ts >"$document"
npx openapi-typescript "$document" -o apps/web/src/generated/api.d.ts
"${source[@]}" apps/api/src/openapi/print-page-sources.ts apps/web/src/generated

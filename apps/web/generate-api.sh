#!/usr/bin/env bash
# The page's types from the published OpenAPI document. Run after a change of the API: bash apps/web/generate-api.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
npx nest build
node dist/apps/api/src/openapi/print.js >dist/openapi.json
npx openapi-typescript dist/openapi.json -o apps/web/src/generated/api.d.ts
node dist/apps/api/src/openapi/print-words.js >apps/web/src/generated/words.ts

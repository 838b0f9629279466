#!/usr/bin/env bash
# Builds what people use, each part only when its sources changed: the module (build/wasm), the npm package
# (build/package), the page (build/page/verzuimkit.html), the command line (build/verzuimkit).
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/gedeeld.sh

EMSCRIPTEN_ROOT=$(em-config EMSCRIPTEN_ROOT)
export EMSCRIPTEN_ROOT

if [[ ! -f build/wasm/build.ninja ]]; then
  stap configureer-wasm cmake --preset wasm
fi
stap bouw-module cmake --build --preset wasm --target verzuimkit_module

if ! ververst build/package/.klaar build/wasm/wasm web/src web/scripts web/schema web/bin web/package.json; then
  stap bouw-pakket npm --prefix web run build
  touch build/package/.klaar
fi
if ! ververst build/page/verzuimkit.html build/package/.klaar web/page web/voorbeeld web/package.json; then
  stap bouw-pagina npm --prefix web run build:page
fi

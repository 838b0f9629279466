#!/usr/bin/env bash
# Builds this commit twice, in two new folders with other names, and compares: module and page must be the same bytes.
#
#   tools/herbouw.sh            compares the two builds with each other
#   tools/herbouw.sh BESTAND    and with this verzuimkit.html, for example that of a release
#
# Only what is committed is built, without a cache. Takes two whole builds.
set -euo pipefail
ANDERE=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
source tools/gedeeld.sh

map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
unset CMAKE_CXX_COMPILER_LAUNCHER
for naam in een een-andere-map; do
  zeg "Bouwen in $naam"
  git clone --quiet . "$map/$naam"
  (cd "$map/$naam" && tools/installeer.sh bouw && CCACHE_DISABLE=1 tools/bouw.sh)
done

einde=0
for bestand in build/wasm/wasm/verzuimkit.wasm build/page/verzuimkit.html; do
  if cmp "$map/een/$bestand" "$map/een-andere-map/$bestand"; then
    sha256sum <"$map/een/$bestand" | sed "s|-|$(basename "$bestand")|"
  else
    einde=1
  fi
done
if [[ -n $ANDERE ]] && ! cmp "$map/een/build/page/verzuimkit.html" "$ANDERE"; then einde=1; fi
((einde == 0)) && zeg 'Gelijk.' || zeg 'Niet gelijk.'
exit "$einde"

#!/usr/bin/env bash
# Installs what is missing on a Debian machine, and nothing when nothing is missing.
#
#   tools/installeer.sh bouw   what ./run needs: compiler to WebAssembly, npm packages
#   tools/installeer.sh test   and what ./test needs on top of that: sanitizers, test libraries, a browser
#
# Node 20 or later and npm must be there already.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/gedeeld.sh

BOUW=(cmake ninja-build g++ emscripten nlohmann-json3-dev)
TEST=(clang libclang-rt-14-dev librapidcheck-dev googletest libgtest-dev libbenchmark-dev chromium firefox-esr iproute2 python3-scipy python3-openpyxl)
GRAAG=(ccache)  # faster second builds; its absence changes nothing else

ontbreekt() {
  local pakket
  for pakket in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$pakket" 2>/dev/null) == installed ]] || echo "$pakket"
  done
}

als_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    return 1
  fi
}

apt_installeer() {
  als_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

pakketten() {
  local missen
  mapfile -t missen < <(ontbreekt "$@")
  ((${#missen[@]})) || return 0
  command -v apt-get >/dev/null || stop "deze machine heeft geen apt-get. Installeer zelf: ${missen[*]}"
  zeg "Installeren: ${missen[*]}"
  stap apt-update als_root apt-get update || stop "kan de pakketlijst niet ophalen; is er netwerk, en mag u installeren? Nodig: ${missen[*]}"
  stap apt-install apt_installeer "${missen[@]}" || stop "installeren lukt niet. Doe het als beheerder: apt-get install ${missen[*]}"
}

graag() {
  local missen
  mapfile -t missen < <(ontbreekt "${GRAAG[@]}")
  ((${#missen[@]})) || return 0
  apt_installeer "${missen[@]}" >/dev/null 2>&1 || zeg "Zonder ${missen[*]} gaat het ook, alleen langzamer."
}

# npm ci only when the lock file is another than the one that was installed.
npm_pakketten() {
  local map=$1 stempel hash
  stempel="$map/node_modules/.verzuimkit-lock"
  hash=$(sha256sum <"$map/package-lock.json")
  [[ -f $stempel && $(<"$stempel") == "$hash" ]] && return 0
  zeg "npm-pakketten voor $map"
  stap "npm-ci-${map//\//-}" npm --prefix "$map" ci --no-audit --no-fund || stop "npm ci in $map lukt niet; is er netwerk?"
  printf '%s' "$hash" >"$stempel"
}

command -v node >/dev/null && command -v npm >/dev/null || stop "Node 20 of later en npm zijn nodig. Installeer ze en probeer het opnieuw."
(($(node -p 'process.versions.node.split(".")[0]') >= 20)) || stop "Node $(node --version) is te oud; nodig is 20 of later."

case ${1:-} in
  bouw) pakketten "${BOUW[@]}" ;;
  test)
    pakketten "${BOUW[@]}" "${TEST[@]}"
    graag
    ;;
  *) stop "gebruik: tools/installeer.sh bouw|test" ;;
esac
npm_pakketten web

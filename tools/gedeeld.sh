# Shared by run, test and the scripts in tools/; sourced, with the project folder as current directory.
# Messages for the person at the keyboard are Dutch; standard error, so that output stays clean.

zeg() { printf '%s\n' "$*" >&2; }

stop() {
  zeg "Fout: $*"
  exit 2
}

# stap NAAM OPDRACHT…: runs quietly, keeps the log, shows its end when it fails.
stap() {
  local naam=$1 log start=$SECONDS
  shift
  mkdir -p build/log
  log="build/log/$naam.log"
  if ! "$@" >"$log" 2>&1; then
    zeg "Mislukt: $naam (alles staat in $log). De laatste regels:"
    tail -n 40 "$log" >&2
    return 1
  fi
  ((SECONDS - start < 3)) || zeg "  $naam: $((SECONDS - start)) s"
}

# ververst BESTEMMING BRON…: true when no source is newer than the target. Folders count with all that is in them.
ververst() {
  local doel=$1
  shift
  [[ -e $doel ]] || return 1
  [[ -z $(find "$@" \( -name node_modules -o -name .git \) -prune -o -newer "$doel" -print -quit) ]]
}

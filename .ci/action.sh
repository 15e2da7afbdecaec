# What the action of action.yml runs: the reports into BRIEFKIT_OUT, then the annotations, whose exit code is its own.
# All that it is told comes from the environment and is never read as a command.
set -u

options=()
[ -z "${BRIEFKIT_FAIL_ON:-}" ] || options+=(--fail-on "$BRIEFKIT_FAIL_ON")
[ -z "${BRIEFKIT_BASELINE:-}" ] || options+=(--baseline "$BRIEFKIT_BASELINE")
[ -z "${BRIEFKIT_SINCE:-}" ] || options+=("--since=$BRIEFKIT_SINCE")

paths=()
while IFS= read -r path; do
    [ -z "$path" ] || paths+=("$path")
done <<<"${BRIEFKIT_PATHS:-}"

check() {
    # the test for emptiness is for the bash of macOS, to which an empty list is a mistake
    briefkit check ${options[@]+"${options[@]}"} "$@" -- ${paths[@]+"${paths[@]}"}
}

mkdir -p "$BRIEFKIT_OUT"
if [ "${BRIEFKIT_SARIF:-}" = true ]; then
    check --format sarif --output "$BRIEFKIT_OUT/briefkit.sarif" || true
fi
if [ -n "${BRIEFKIT_REPORT:-}" ]; then
    check --format "$BRIEFKIT_REPORT" --output "$BRIEFKIT_OUT/report.$BRIEFKIT_REPORT" || true
fi
check --format github

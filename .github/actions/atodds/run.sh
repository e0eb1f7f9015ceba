#!/usr/bin/env bash
# The step of action.yml: finds or builds the program, runs `atodds check` with the inputs and tells
# the number of findings. Inputs come as variables and are only ever used as words.
set -euo pipefail

program=${ATODDS_PROGRAM:-}
if [[ -z $program ]]; then
    if command -v atodds >/dev/null 2>&1; then
        program=atodds
    else
        top=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
        make -C "$top" all >&2
        program=$top/build/atodds
    fi
fi

arguments=(check --fail-on "${ATODDS_FAIL_ON:-error}")
read -r -a paths <<<"$(tr '\n' ' ' <<<"${ATODDS_PATHS:-}")"
read -r -a outputs <<<"$(tr '\n' ' ' <<<"${ATODDS_OUTPUTS:-}")"
for output in ${outputs[@]+"${outputs[@]}"}; do
    arguments+=(-o "$output")
done
if [[ -n ${ATODDS_CHANGED_FROM:-} ]]; then arguments+=(--changed-from "$ATODDS_CHANGED_FROM"); fi
if [[ -n ${ATODDS_AGAINST:-} ]]; then arguments+=(--against "$ATODDS_AGAINST"); fi
if [[ -n ${ATODDS_INDEX:-} ]]; then arguments+=(--index "$ATODDS_INDEX"); fi
if [[ -n ${ATODDS_BASELINE:-} ]]; then arguments+=(--baseline "$ATODDS_BASELINE"); fi

counted=$(mktemp)
trap 'rm -f "$counted"' EXIT
status=0
"$program" "${arguments[@]}" -o "json:$counted" -- ${paths[@]+"${paths[@]}"} || status=$?

findings=$(python3 - "$counted" <<'COUNT'
import json
import sys

try:
    with open(sys.argv[1], encoding="utf-8") as file:
        found = json.load(file)["findings"]
    print(sum(1 for finding in found if "suppressed_by" not in finding))
except (OSError, ValueError, KeyError):
    print(0)
COUNT
)
if [[ -n ${GITHUB_OUTPUT:-} ]]; then
    printf 'findings=%s\nexit-code=%s\n' "$findings" "$status" >>"$GITHUB_OUTPUT"
fi
exit "$status"

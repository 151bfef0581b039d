#!/usr/bin/env bash
# Rewrites the one issue with a label, or opens it where there is none: standing_issue.sh LABEL TITLE FILE
# An issue that somebody closed is opened again, so that there is never a second one.
set -euo pipefail
label=$1 title=$2 file=$3
number=$(gh issue list --label "$label" --state all --limit 1 --json number --jq '.[0].number // empty')
if [ -z "$number" ]; then
  gh issue create --label "$label" --title "$title" --body-file "$file"
else
  gh issue edit "$number" --title "$title" --body-file "$file"
  gh issue reopen "$number"
fi

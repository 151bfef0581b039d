#!/usr/bin/env bash
# Makes the labels that the forms and the weekly check use, or brings their colour and text up to date; deletes none.
# Once by hand, with write access and GitHub's own program: .github/scripts/labels.sh
set -euo pipefail
while IFS=$'\t' read -r name colour text; do
  gh label create "$name" --color "$colour" --description "$text" --force
done < "$(dirname "$0")/../labels.tsv"

#!/usr/bin/env bash
# Lays the styles, scripts and look-ups of the last publications beside those of this one. A page that a browser has kept
# from before still asks for its own. They come from runs of publish.yml on main alone, and publishing goes on without them.
set -uo pipefail
runs=$(gh run list --workflow publish.yml --branch main --status success --limit 3 --json databaseId --jq '.[].databaseId') || runs=
for run in $runs; do
  place=$(mktemp -d)
  gh run download "$run" --name udgave --dir "$place" || continue
  for folder in "$place"/*; do
    name=${folder##*/}
    [[ $name =~ ^(assets|opslag)-[0-9a-f]{10}$ && -d $folder && ! -L $folder && ! -e site/$name ]] || continue
    cp -R "$folder" "site/$name" && echo "Beholdt: $name"
  done
done
exit 0

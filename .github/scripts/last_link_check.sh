#!/usr/bin/env bash
# Fetches linktjek.json from the newest weekly check that has one. Without it the site says that links are not checked.
# Only runs of weekly.yml on main are asked: they cannot be started by a proposal from outside.
set -uo pipefail
runs=$(gh run list --workflow weekly.yml --branch main --limit 5 --json databaseId --jq '.[].databaseId') || runs=
for run in $runs; do
  if gh run download "$run" --name linktjek; then exit 0; fi
done
echo 'Intet tjek af links at hente. Sitet siger, at links ikke er tjekket.'

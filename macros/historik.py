"""What git knows of each data file: when it was last changed, and why. Where git is cut off or missing, less is known.

Source: `git log`. A shallow clone shows its oldest commits as if they had made every file; those are left out.
"""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

MOST_FILES = 20
"""A commit of more records than this is a clean-up, not news: its date counts, its message is no reason."""
MAIN = "refs/remotes/origin/main"
"""The branch that `publish.yml` publishes."""
_COMMIT, _FIELD = "\x01", "\x02"
_FORMAT = f"--format={_COMMIT}%H{_FIELD}%cs{_FIELD}%s"
_KINDS: Mapping[str, Literal["ny", "aendret", "flyttet"]] = {"A": "ny", "M": "aendret", "R": "flyttet"}


@dataclass(frozen=True)
class Change:
    """One change of one file. `path` is from the data folder: "initiativer/reconnect.yml"."""

    path: str
    day: str
    kind: Literal["ny", "aendret", "flyttet"]
    reason: str | None


@dataclass(frozen=True)
class History:
    """Every known change, the newest first."""

    changes: tuple[Change, ...] = ()
    complete: bool = field(default=False)
    """Whether the whole history was there to read."""

    @cached_property
    def latest(self) -> Mapping[str, Change]:
        """The newest change of each file."""
        found: dict[str, Change] = {}
        for change in self.changes:
            found.setdefault(change.path, change)
        return found


def read(data: Path) -> History:
    """The history of a data folder; an empty one where git, the repository or the folder's history is missing."""
    shallow = _git(data, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return History()
    cut_off = set((_git(data, "rev-list", "--max-parents=0", "HEAD") or "").split()) if shallow == "true" else set()
    prefix = _git(data, "rev-parse", "--show-prefix") or ""
    told = _git(data, "-c", "core.quotePath=false", "log", "--no-merges", "-M", "--name-status", _FORMAT)
    commits = (commit for commit in (told or "").split(_COMMIT) if commit.strip())
    changes = (change for commit in commits for change in _changes(commit, prefix, cut_off))
    return History(tuple(changes), complete=not cut_off)


def published(data: Path) -> list[str]:
    """The paths of all records that the main branch has ever had, as far as it is part of this history; sorted.

    The branch is the one on the server. Nothing where git or the branch is missing, or a clone is too short to tell.
    """
    shared = _git(data, "merge-base", "HEAD", MAIN)
    if shared is None:
        return []
    asked = ("log", "--first-parent", "-m", "--no-renames", "--diff-filter=A", "--name-only", "--relative", "--format=")
    told = _git(data, "-c", "core.quotePath=false", *asked, shared, "--", ".")
    return sorted({path for path in (told or "").splitlines() if _is_record(path)})


def published_versions(data: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """What the main branch has ever had of each record in which a line of that pattern came or went: path and text.

    As far as `published` knows.
    """
    shared = _git(data, "merge-base", "HEAD", MAIN)
    if shared is None:
        return
    asked = ("log", "--first-parent", "-m", "--no-renames", "--diff-filter=AM", "--name-only", "--relative")
    told = _git(data, "-c", "core.quotePath=false", *asked, f"-G{pattern}", f"--format={_COMMIT}%H", shared, "--", ".")
    for commit in (told or "").split(_COMMIT):
        name, *paths = commit.split("\n")
        for path in paths:
            if _is_record(path) and (text := _git(data, "show", f"{name}:./{path}")):
                yield path, text


def _git(folder: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _changes(commit: str, prefix: str, cut_off: set[str]) -> Iterator[Change]:
    """The changes of records in one commit, in the order of their paths.

    The message is a reason for the reader only where the commit touched a few records and nothing else: then it was
    written by an editor, about them.
    """
    first, *lines = commit.splitlines()
    name, day, subject = first.split(_FIELD, 2)
    if name in cut_off:
        return
    found = [line.split("\t") for line in lines if line.strip()]
    records = [(kind[0], paths[-1].removeprefix(prefix)) for kind, *paths in found if paths[-1].startswith(prefix)]
    is_editorial = len(records) == len(found) <= MOST_FILES
    for kind, path in sorted(records, key=lambda item: item[1]):
        if kind in _KINDS and _is_record(path):
            yield Change(path, day, _KINDS[kind], subject.strip() if is_editorial else None)


def _is_record(path: str) -> bool:
    folder, _slash, name = path.partition("/")
    return name.endswith(".yml") and "/" not in name and folder != "vocab"

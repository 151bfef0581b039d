"""What lies below a folder: the data files of each kind, links, and whether anything has changed."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from macros import source
from macros.problem import Problem
from macros.text import did_you_mean


def list_files(data: Path, kinds: list[str]) -> tuple[dict[str, list[Path]], list[Problem]]:
    """The YAML files of each kind and of `vocab`, sorted, and a problem for each thing that is out of place."""
    found: dict[str, list[Path]] = {kind: [] for kind in [*kinds, "vocab"]}
    problems: list[Problem] = []
    for entry in _below(data):
        path = Path(entry.path)
        relative = PurePath(entry.path[len(str(data)) + 1 :])
        # a Path is asked where a link leads: it knows links that lead round in a ring
        is_folder = path.is_dir() if entry.is_symlink() else entry.is_dir(follow_symlinks=False)
        if entry.is_symlink() and (path.suffix != ".yml" or is_folder):
            problems.append(Problem(source.display(path), 0, "symlink", source.LINK_MESSAGE))
        elif is_folder or relative.parts[0] == "schema" or relative.as_posix() == "kommuner.yml":
            continue
        elif len(relative.parts) == 2 and relative.parts[0] in found and path.suffix == ".yml":
            found[relative.parts[0]].append(path)
        else:
            problems.append(Problem(source.display(path), 0, "forkert-sted", _misplaced(relative, found)))
    return found, problems


def _misplaced(relative: PurePath, found: dict[str, list[Path]]) -> str:
    if relative.name.startswith("."):
        return "skjulte filer hører ikke til her. Slet filen."
    if relative.suffix != ".yml":
        return f'kun filer, der ender på .yml, hører til her. Omdøb til "{relative.stem}.yml", eller flyt filen.'
    if len(relative.parts) == 2:
        return f'mappen "{relative.parts[0]}" findes ikke.{did_you_mean(relative.parts[0], found)}'
    return "filen skal ligge i data/<slags>/<id>.yml."


def mark(path: Path) -> tuple[int, int] | None:
    """Time (nanoseconds) and size (bytes) of a file, which change when it is saved; None where it cannot be asked."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def links(folder: Path) -> list[Path]:
    """The symlinks below the folder: what they lead to may lie anywhere on the machine that builds."""
    return [Path(entry.path) for entry in _below(folder) if entry.is_symlink()]


def fingerprint(*roots: Path) -> str:
    """A short text that changes when any file below the roots changes; the key of every cache."""
    digest = hashlib.sha256()
    entries: list[Path | os.DirEntry[str]] = [*roots]
    for root in roots:
        entries.extend(_below(root))
    for entry in entries:
        try:
            found = entry.stat()
        except OSError:  # gone since it was listed, as while an editor saves, or a link to nothing
            continue
        if stat.S_ISREG(found.st_mode):
            digest.update(os.fsencode(entry) + f":{found.st_mtime_ns}:{found.st_size}\n".encode())
    return digest.hexdigest()[:16]


def _below(folder: Path | str) -> Iterator["os.DirEntry[str]"]:
    """Everything below the folder, sorted; a folder that goes away meanwhile is passed over, links are not followed.

    What the system tells with the name is kept: a Path has to ask for each answer, which for 5,000 files takes a while.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)

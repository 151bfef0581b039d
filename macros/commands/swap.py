"""Puts a fresh folder in the place of the last good one, whatever happens to other commands or to the disk."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros import disk


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Where the fresh folder is made; it is gone in the end, unless it was swapped in."""
    fresh = place.with_name(f".{place.name}-{os.getpid()}")
    with disk.writing(place):
        clear_after_dead(place)
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, place: Path) -> None:
    """Puts the fresh folder in place; the old one is out of the way for an instant only."""
    old = place.with_name(f".{place.name}-old-{os.getpid()}")
    with _alone(place.parent):
        if place.exists():
            place.rename(old)
        fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def clear_after_dead(place: Path) -> None:
    """Removes what killed commands left; a folder that one had moved away but not replaced is put back."""
    place.parent.mkdir(parents=True, exist_ok=True)
    mine = re.compile(rf"\.{re.escape(place.name)}-(?P<old>old-)?(?P<pid>[0-9]+)")
    with _alone(place.parent):
        for left in sorted(place.parent.glob(".*")):
            found = mine.fullmatch(left.name)
            if not found or _is_running(int(found["pid"])):
                continue
            if found["old"] and not place.exists():
                left.rename(place)
            else:
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One command at a time; the system lets go of the lock when one dies."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True

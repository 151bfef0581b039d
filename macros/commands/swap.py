"""Puts a fresh site in the place of the last good one, whatever happens to other builds."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def swap(fresh: Path, place: Path) -> None:
    """Puts the fresh folder in place; the old one is out of the way for an instant only."""
    old = place.with_name(f".site-old-{os.getpid()}")
    with _alone(place.parent):
        if place.exists():
            place.rename(old)
        fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def clear_after_dead(place: Path) -> None:
    """Removes what killed builds left; a site that one had moved away but not replaced is put back."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        for left in sorted(place.parent.glob(".site-*")):
            pid = left.name.rpartition("-")[2]
            if not pid.isdecimal() or _is_running(int(pid)):
                continue
            if left.name.startswith(".site-old-") and not place.exists():
                left.rename(place)
            else:
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One build at a time; the system lets go of the lock when a build dies."""
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

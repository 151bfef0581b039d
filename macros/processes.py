"""Processes of the build's own: they share the work, and none outlives the command that started it."""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_SYSTEM = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Called in a child: the system kills it when its parent dies, however that dies. Only Linux can be asked to."""
    if _SYSTEM:
        _SYSTEM.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def processors() -> int:
    """How many processors this command may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Shares(Generic[T]):
    """Gives each processor its share of the items at once, in copies of this process: all it knows, they know.

    `make` is called with one share, and tells whether all went well. Where no copy can be made (Windows), the work
    is done here.
    """

    def __init__(self, items: Sequence[T], make: Callable[[Sequence[T]], bool], count: int | None = None) -> None:
        self._failed = False
        self._running: list[multiprocessing.process.BaseProcess] = []
        if "fork" not in multiprocessing.get_all_start_methods():
            self._failed = not make(items)
            return
        copies = multiprocessing.get_context("fork")
        count = count or processors()
        for share in (items[first::count] for first in range(count)):
            one = copies.Process(target=_work, args=(make, share), daemon=True)
            one.start()
            self._running.append(one)

    def wait(self) -> bool:
        """Whether all shares went well, when the last is done."""
        for one in self._running:
            one.join()
        return not self._failed and all(one.exitcode == 0 for one in self._running)


def _work(make: Callable[[Sequence[T]], bool], share: Sequence[T]) -> None:
    end_with_parent()
    sys.exit(0 if make(share) else 1)

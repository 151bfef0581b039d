"""What a command costs: seconds by the clock, seconds of the processors, and the memory of all its processes."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

BETWEEN = 0.2
"""Seconds between two looks at the memory."""
PROC = Path("/proc")


class FailedError(Exception):
    """A command that did not end well, with the last that it said."""


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, seconds of user and system together, and the largest memory in MB (None where unknown)."""

    seconds: float
    cpu: float
    memory: float | None


@dataclass
class Memory:
    """The largest sum over all processes of a session; pages that processes share are counted once."""

    session: int
    largest: float = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Looks until it is told to end."""
        while not self.ended.wait(BETWEEN):
            self.look()

    def look(self) -> None:
        """Adds up what the processes hold now."""
        self.largest = max(self.largest, sum(map(_held, _processes(self.session))) / 1024)


def _processes(session: int) -> Iterator[Path]:
    for process in PROC.glob("[0-9]*"):
        try:
            told = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        if int(told[3]) == session:
            yield process


def _held(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def run(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None, most: int = 1800) -> Cost:
    """Runs it to its end. Raises FailedError where it fails, or is not done in `most` seconds."""
    with TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=said, stderr=said, start_new_session=True)
        memory = Memory(process.pid)
        watcher = threading.Thread(target=memory.watch)
        ender = threading.Timer(most, stop, (process.pid,))
        watcher.start()
        ender.start()
        _pid, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        ender.cancel()
        memory.ended.set()
        watcher.join()
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().splitlines()[-3:]
            raise FailedError(" / ".join(last) or f"exit code {process.returncode}")
    return Cost(seconds, used.ru_utime + used.ru_stime, memory.largest or None)


def stop(session: int) -> None:
    """Ends the processes of a command that was started here."""
    try:
        os.killpg(session, signal.SIGTERM)
    except ProcessLookupError:
        return

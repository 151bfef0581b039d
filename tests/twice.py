"""The same work in two processes that differ in all that must not matter: the clock, and the order of sets."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CLOCK = """
import datetime, sys, time
from datetime import UTC, datetime as real
now = time.time() + 86400 * int(sys.argv[1])
parts = {name: getattr(time, name) for name in ("localtime", "gmtime")}
time.time = lambda: now
time.localtime = lambda seconds=None: parts["localtime"](now if seconds is None else seconds)
time.gmtime = lambda seconds=None: parts["gmtime"](now if seconds is None else seconds)
class Kind(type):
    def __instancecheck__(cls, one):
        return isinstance(one, real)
class Moved(real, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return real.fromtimestamp(now, tz)
    @classmethod
    def utcnow(cls):
        return real.fromtimestamp(now, UTC).replace(tzinfo=None)
datetime.datetime = Moved
"""
"""Moves the clock of a process by so many days; `datetime.now` asks the machine itself and needs a class of its own."""


def in_two_processes(code: str) -> list[bytes]:
    """What the code writes to `out`, once today and once 400 days later, with sets in another order."""
    program = f"{_CLOCK}\nout = sys.stdout.buffer\n{code}\n"
    return [_run(program, days, seed) for days, seed in (("0", "1"), ("400", "2"))]


def _run(program: str, days: str, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-W", "error", "-c", program, days]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout

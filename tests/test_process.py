"""Builds that are killed, that find the disk full, and that run at the same time."""

import os
import random
import resource
import signal
import tempfile
import time
from pathlib import Path

import pytest

from tests import small_project

KILLS = int(os.environ.get("KILLS", "2"))
PATIENCE = 120
"""Seconds until a test gives up; it goes on as soon as it can."""


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _left(project: Path) -> list[str]:
    """What builds left beside the project's own files."""
    return sorted(path.name for path in project.iterdir() if path.name.startswith((".site", "site")))


def _running(session: int) -> list[str]:
    """The processes of that session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[3]) == session and told[0] != "Z":
            found.append(stat.parent.name)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that has been built once."""
    folder = small_project.make(tmp_path_factory.mktemp("small") / "project")
    code, said = small_project.build(folder)
    assert code == 0, said
    return folder


def test_killed_builds_leave_the_last_good_site(project: Path) -> None:
    """Killed at any moment, a build takes its engine with it and leaves the site whole; the next one is clean."""
    good = _files(project / "site")
    began = time.monotonic()
    assert small_project.build(project)[0] == 0
    length, dice = time.monotonic() - began, random.Random(20)
    for _ in range(KILLS):
        process = small_project.start(project)
        time.sleep(dice.random() * length)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        until = time.monotonic() + PATIENCE
        while _running(process.pid) and time.monotonic() < until:
            time.sleep(0.05)
        assert _running(process.pid) == []
        kept = project / "site" if (project / "site").exists() else next(project.glob(".site-old-*"))
        assert _files(kept) == good
    assert small_project.build(project)[0] == 0
    assert (_files(project / "site") == good, _left(project)) == (True, ["site"])


@pytest.mark.parametrize(
    ("largest", "place"), [(120_000, ""), (2_000, f" i {tempfile.gettempdir()}/")], ids=["site", "temporary"]
)
def test_what_cannot_be_written_inside_the_engine_is_told(project: Path, largest: int, place: str) -> None:
    """A file that may not become larger stops the engine with a sentence and no traceback; the site stays.

    The first is a file of the site, the second a temporary one that a workbook is made in.
    """
    good = _files(project / "site")

    def no_large_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    code, said = small_project.build(project, before=no_large_files)
    assert code == 1
    told = f"Sitet kan ikke skrives{place} (en fil bliver for stor). Se efter plads på disken og adgang til mappen."
    assert told in said
    assert "Traceback" not in said
    assert (_files(project / "site") == good, _left(project)) == (True, ["site"])


def test_two_builds_at_once_do_not_mix(project: Path) -> None:
    """Both end well, and what stays is one whole site."""
    good = _files(project / "site")
    both = [small_project.start(project), small_project.start(project)]
    for process in both:
        said, _none = process.communicate(timeout=PATIENCE * 2)
        assert process.returncode == 0, said
    assert (_files(project / "site") == good, _left(project)) == (True, ["site"])

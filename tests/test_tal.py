"""The block of figures at the end of a run."""

import re
import subprocess
import sys
from pathlib import Path

from tests import tal
from tests.building import ROOT

TESTS = """
import pytest

@pytest.mark.parametrize("number", [1, 2, 4])
def test_counts(tal, number):
    tal("axe: pages", number)

def test_fails(tal):
    tal("axe: violations", 1)
    assert False

def test_rate(tal):
    tal("search: MRR", 0.87654)

@pytest.fixture
def late(tal):
    yield
    tal("browser: requests", 1200)

def test_late(late):
    pass
"""


def _run(place: Path, text: str, *arguments: str) -> str:
    """What pytest prints for such a file."""
    (place / "test_made.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.tal", "-p", "no:cacheprovider", f"--rootdir={place}"]
    done = subprocess.run(
        [*command, *arguments, str(place)], cwd=ROOT, text=True, capture_output=True, check=False, timeout=120
    )
    return done.stdout


def test_figures_are_added_up_across_processes(tmp_path: Path) -> None:
    """What tests told stands in the block once, also of a test that failed, and told after a test's end."""
    printed = _run(tmp_path, TESTS, "-n", "2")
    lines = printed.partition(" figures ")[2].splitlines()[1 : 1 + len(tal.PARTS)]
    assert lines == [
        f"{tal.PARTS['axe']}: 7 pages, 1 violations",
        f"{tal.PARTS['zoom']}: not measured in this run",
        f"{tal.PARTS['focus']}: not measured in this run",
        f"{tal.PARTS['pages']}: not measured in this run",
        f"{tal.PARTS['browser']}: 1,200 requests",
        f"{tal.PARTS['files']}: not measured in this run",
        f"{tal.PARTS['office']}: not measured in this run",
        f"{tal.PARTS['rdf']}: not measured in this run",
        f"{tal.PARTS['search']}: 0.8765 MRR",
    ]


def test_without_figures_there_is_no_block(tmp_path: Path) -> None:
    """A run in which nothing was measured says nothing of figures."""
    printed = _run(tmp_path, "def test_nothing():\n    pass\n")
    assert "1 passed" in printed
    assert " figures " not in printed


def test_a_name_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    """A figure that the block would not print fails the test that tells it."""
    printed = _run(tmp_path, "def test_odd(tal):\n    tal('axe: somethings', 1)\n")
    assert "axe: somethings is not in tests/tal.py" in printed
    assert "1 failed" in printed


def test_every_figure_is_measured_by_a_test() -> None:
    """Each name of the block is told by some test, and belongs to a part."""
    files = (path for path in (ROOT / "tests").rglob("*.py") if path.name not in {"tal.py", "test_tal.py"})
    told = {name for path in files for name in re.findall(r'\btal\("([^"]+)"', path.read_text(encoding="utf-8"))}
    assert sorted(told) == sorted(tal.FIGURES)
    assert {name.partition(":")[0] for name in tal.FIGURES} == set(tal.PARTS)

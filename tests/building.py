"""Builds, and data to build from, as an editor or GitHub would have them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
SITE_URL = "https://katalog.example/katalog/"
SETTINGS = (
    "KATALOG_LINKTJEK",
    "SITE_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_ACTIONS",
    "KATALOG_DATA",
    "KATALOG_SETTINGS",
    "SOURCE_DATE_EPOCH",
)
MACROS = (sys.executable, "-m", "macros")
GOOD = ROOT / "tests" / "sites" / "good"
ODD_TITLE = 'Ring & spørg: "hjælp" til < 5 unge'
RENAMED, NEW_TITLE = "data/metoder/grundmetoden.yml", "Ganske anden fremgangsmåde"
SOURCE_URL = "https://kilde.example/svar"


def environment(**given: str) -> dict[str, str]:
    """The environment of a build on 2026-11-21, with nothing of the caller's own settings in it."""
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    outside = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return {**outside, "SOURCE_DATE_EPOCH": str(int(noon.timestamp())), "KATALOG_LINKTJEK": os.devnull, **given}


def run_build(site: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m macros build` into that folder."""
    command = [*MACROS, "build", "--site", str(site)]
    return subprocess.run(command, cwd=ROOT, env=environment(**given), text=True, capture_output=True, check=False)


def copy_data(folder: Path, changes: Mapping[str, Callable[[str], str]]) -> Path:
    """A copy of data/ with some files changed: path below data/ to what becomes of its text."""
    shutil.copytree(ROOT / "data", folder)
    for name, change in changes.items():
        path = folder / name
        old = path.read_text(encoding="utf-8")
        new = change(old)
        assert new != old
        path.write_text(new, encoding="utf-8")
    return folder

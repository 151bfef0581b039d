"""A whole project around the records of tests/sites/good: the same code and theme, and a build of a few seconds."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.building import GOOD, ROOT, environment

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CALL = re.compile(r"\{\{ *(?!liste\()\w+\([^)]+\) *\}\}")
"""Calls that name a record or page: the good site does not have those."""
_ANY_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def make(folder: Path) -> Path:
    """Lays the project out: pages without links in their text, as those lead to records that are not there."""
    folder.mkdir(parents=True)
    for name in ("macros", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(GOOD / "data", folder / "data")
    shutil.copy(GOOD / "settings.yml", folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        calls = _ANY_CALL if page.parent.parent.name == "vaerktoejer" else _CALL  # a tool is made of certain records
        page.write_text(calls.sub("", _LINK.sub(r"\1", text)), encoding="utf-8")
    return folder


def start(folder: Path, *, before: Callable[[], None] | None = None, site: str = "site") -> subprocess.Popen[str]:
    """Starts `build` in the project, in a session of its own. `before` is called in the child."""
    command = [sys.executable, "-m", "macros", "build", "--site", site]
    given = environment(KATALOG_DATA=str(folder / "data"), KATALOG_SETTINGS=str(folder / "settings.yml"))
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, **given}, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True, preexec_fn=before,  # noqa: PLW1509  # the caller has no threads
    )  # fmt: skip


def build(folder: Path, *, before: Callable[[], None] | None = None, site: str = "site") -> tuple[int, str]:
    """Builds the project: the exit code and what was said."""
    process = start(folder, before=before, site=site)
    said, _none = process.communicate(timeout=300)
    return process.returncode, said

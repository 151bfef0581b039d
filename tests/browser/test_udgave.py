"""A page that the browser has kept from one publication, while the host already has the next."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros import source, udgave
from tests.browser.serving import served
from tests.building import GOOD, NEW_TITLE, RENAMED, ROOT

pytestmark = pytest.mark.browser
KEPT = "begreber/"
SUGGESTION = "#soeg-forslag [role=option]"
_GH = """#!/usr/bin/env bash
case "$1 $2" in
  'run list') echo 1 ;;
  'run download') cp -R "$EARLIER"/assets-* "$EARLIER"/opslag-* "$7" ;;
esac
"""


@pytest.fixture
def published(publications: Path, tmp_path: Path) -> Iterator[str]:
    """The last build with the folders of the first, kept as the workflow keeps them, and one page of the first."""
    shutil.copytree(publications / "script", tmp_path / "site")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(_GH, encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    given = {**os.environ, "PATH": path, "EARLIER": str(publications / "foerste")}
    subprocess.run([ROOT / ".github" / "scripts" / "last_folders.sh"], cwd=tmp_path, env=given, check=True)
    shutil.copy(publications / "foerste" / KEPT / "index.html", tmp_path / "site" / KEPT)
    with served(tmp_path / "site") as address:
        yield address


def _searched(page: Page, address: str, query: str) -> tuple[set[str], str]:
    """The folders that the page and a search in it ask for, and the suggestions."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[4]))
    page.goto(address)
    page.locator("#soeg").fill(query)
    expect(page.locator(SUGGESTION).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    return {name for name in asked if name.startswith(("assets-", "opslag-"))}, page.locator(
        SUGGESTION
    ).first.inner_text()


def test_a_kept_page_has_its_own_build(page: Page, published: str, publications: Path) -> None:
    """It loads the styles, scripts and index that it was built with, looks as it did, and finds the old title."""
    old = str(source.read(GOOD / RENAMED).values["titel"])
    asked, told = _searched(page, published + KEPT, old)
    assert asked == set(udgave.names(publications / "foerste").values())
    assert old in told
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_a_new_page_has_the_new_build(page: Page, published: str, publications: Path) -> None:
    """Beside it, every other page is of the new build, and so is what it finds."""
    asked, told = _searched(page, published + "metoder/", NEW_TITLE)
    assert asked == set(udgave.names(publications / "script").values())
    assert NEW_TITLE in told
    assert page.locator("html").get_attribute("lang") == "da-DK"

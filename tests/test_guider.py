"""The guides in docs/guider: short enough to be read before a meeting, and linked into the catalogue."""

import re
from pathlib import Path

import pytest

from macros.settings import ROOT

GUIDES = sorted(path for path in (ROOT / "docs" / "guider").glob("*.md") if path.name != "index.md")
MOST_WORDS = 900


def test_there_are_guides() -> None:
    """The five guides that tie the catalogue together are there, and the list leads to each."""
    listed = (ROOT / "docs" / "guider" / "index.md").read_text(encoding="utf-8")
    assert len(GUIDES) == 5
    assert [path.name for path in GUIDES if f"({path.name})" not in listed] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_is_short_and_leads_into_the_catalogue(path: Path) -> None:
    """At most 900 words, and at least three links to other pages of the site."""
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"[^\W\d_]+", text)) <= MOST_WORDS
    assert len(re.findall(r"\]\(\.\./", text)) >= 3

"""Facts that were read by hand in the sources, and that must stand on the site with their source."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

FACTS = yaml.safe_load((Path(__file__).resolve().parent.parent / "facts.yml").read_text(encoding="utf-8"))
ENTRIES = ".term, .figure, .milestones > li, .tables > section, .post"
"""The parts of a page that name their own source: an entry on a shared page, or the whole page of a record."""


def test_there_are_facts() -> None:
    """The table is not empty, and each row says where, what and from whom."""
    assert len(FACTS) >= 5
    assert {tuple(row) for row in FACTS} == {("side", "tekst", "kilde")}


@pytest.mark.parametrize("row", FACTS, ids=lambda row: f"{row['side']} {row['tekst'][:40]}")
def test_a_fact_stands_with_its_source(page: Page, base: str, row: dict[str, str]) -> None:
    """The page shows the text, and the same entry names the source."""
    page.goto(base + row["side"])
    holding = [one for one in page.locator(ENTRIES).all() if row["tekst"] in " ".join(one.inner_text().split())]
    assert holding, f"{row['side']} does not show: {row['tekst']}"
    named = [text for one in holding for text in one.locator(".source a, .sources li > a").all_inner_texts()]
    assert row["kilde"] in named

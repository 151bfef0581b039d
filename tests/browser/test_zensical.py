"""The site that Zensical built, in use: what runs in the browser depends on neither engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import served
from tests.browser.test_find import box, count, records
from tests.browser.test_pasform import _open as open_fit
from tests.browser.test_sammenlign import HEADS, IPS, RECONNECT, STATUS, _address
from tests.browser.test_soeg import SUGGESTION


@pytest.fixture(scope="module")
def other(zensical_site: Path) -> Iterator[str]:
    """The address of the front page of that site."""
    with served(zensical_site) as address:
        yield address


def test_the_search_field_finds_and_opens(page: Page, other: str) -> None:
    """Typing in the field gives suggestions from the index, and Enter opens one."""
    page.goto(other + "om/")
    page.locator("#soeg").fill("neet")
    expect(page.locator(SUGGESTION).first).to_contain_text("NEET")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(other + "ordliste/n/#neet")


def test_filters_count_every_record(page: Page, other: str) -> None:
    """/find/ shows as many methods as there are in the data, and a second filter narrows."""
    page.goto(other + "find/")
    box(page, "slags", "Metode").check()
    assert count(page) == records("metoder")
    box(page, "emne", "Ensomhed").check()
    assert 0 < count(page) < records("metoder")


def test_two_methods_are_compared(page: Page, other: str) -> None:
    """/sammenlign/ reads two pages of that build and sets them side by side."""
    page.goto(_address(other, IPS, RECONNECT))
    expect(page.locator(STATUS)).to_have_text("2 poster sammenlignes.")
    assert page.locator(HEADS).count() == 2


def test_the_form_for_a_proposal_opens(page: Page, other: str) -> None:
    """/bidrag/ loads its fields and choices."""
    page.goto(other + "bidrag/")
    expect(page.locator("[data-contribute][data-ready]")).to_be_visible()
    assert page.get_by_label("Titel").count() > 0


def test_a_tool_reads_records_and_keeps_answers(page: Page, other: str) -> None:
    """/vaerktoejer/pasform/ fetches a method from that build, and an answer goes into the address."""
    open_fit(page, other)
    page.get_by_label("Kommune eller sted").fill("Eksempelby")
    page.wait_for_url("**#sted=Eksempelby**")

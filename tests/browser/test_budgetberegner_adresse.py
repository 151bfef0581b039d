"""/vaerktoejer/budget/: the numbers stand in the address, and what an address has wrong is told."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import budget


@pytest.mark.parametrize("part", budget.SILKEBORG)
def test_the_numbers_travel_in_the_address(page: Page, base: str, part: str) -> None:
    """Another reader who opens the address sees the same fields and the same answer."""
    budget.opened(page, base, budget.SILKEBORG[part])
    said = page.locator(budget.STATUS).inner_text()
    page.locator("#navn").fill("Silkeborg & Gødvad <b>")
    page.keyboard.press("Tab")
    given = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    asked = parse_qs(urlsplit(budget.SILKEBORG[part]).query, keep_blank_values=True)
    assert given == asked | {"navn": ["Silkeborg & Gødvad <b>"]}
    fields = page.locator("[data-budget] :is(input, select)").evaluate_all("all => all.map(one => one.value)")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(budget.STATUS)).to_have_text(said)
    assert other.locator("[data-budget] :is(input, select)").evaluate_all("all => all.map(one => one.value)") == fields
    expect(other.locator("[data-notes]")).to_be_empty()


def test_back_leads_out_of_the_page_and_numbers_are_kept(page: Page, base: str) -> None:
    """Typing makes no steps in the history; another calculator does, and no number is lost on the way."""
    page.goto(f"{base}vaerktoejer/")
    page.locator("#indhold").get_by_role("link", name="Budgetberegner").click()
    budget.fill(page, p_foreninger="40", p_foreninger_til="44")
    choose = page.get_by_role("navigation", name="Vælg beregner")
    choose.get_by_role("link", name="Bemanding i IPS").click()
    expect(page.locator("#ips")).to_be_focused()
    budget.fill(page, i_unge="60")
    page.go_back()
    expect(page.locator("#partnerskab")).to_be_visible()
    expect(page.locator("#p-foreninger")).to_have_value("40")
    expect(page.locator("#i-unge")).to_have_value("60")
    assert "vis=partnerskab" in page.url
    assert "i-unge=60" in page.url
    page.go_back()
    page.wait_for_url(f"{base}vaerktoejer/")
    page.go_forward()
    expect(page.locator("#p-foreninger")).to_have_value("40")
    expect(page.locator("#i-unge")).to_have_value("60")


def test_the_list_that_follows_the_reader_stays_in_the_address(page: Page, base: str) -> None:
    """A reader's own list is not lost by typing."""
    budget.opened(page, base, "?liste=metoder/ips")
    budget.fill(page, p_aar="2")
    assert "liste=metoder/ips" in page.url
    expect(page.locator("[data-notes]")).to_be_empty()


def test_an_address_that_is_broken_is_told_in_plain_danish(page: Page, base: str) -> None:
    """Words, enormous numbers, foreign keys and rows, an unknown calculator: told, and the page still works."""
    enormous = "9" * 5000
    budget.opened(
        page, base, f"?vis=skat&p-foreninger=abc&p-aar={enormous}&u-uden=vejarbejde&utm_source=<b>x</b>&%E0%A4=1"
    )
    notes = page.locator("[data-notes] .warning").all_inner_texts()
    assert notes == [
        'Adressen har noget, vi ikke kan regne med, i "Foreninger", "Varighed". Beskeden står ved feltet.',
        'Adressen nævner "vejarbejde", og det er ikke en post i Københavns budget.',
        'Adressen nævner "utm_source", "\ufffd", som beregneren ikke kender. Vi ser bort fra det.',
        'Adressen beder om beregneren "skat", som ikke findes. Vi viser den første.',
    ]
    expect(budget.error(page, "p-aar")).to_have_text("Tallet er for stort. Skriv højst 20.")
    expect(page.locator(budget.STATUS)).to_contain_text("Skriv, hvor mange år budgettet gælder.")
    budget.fill(page, p_foreninger="30", p_aar="3")
    expect(page.locator(budget.STATUS)).to_contain_text("I alt 1,35-3,15 mio. kr. over 3 år.")
    page.get_by_role("link", name="Begynd forfra").click()
    page.wait_for_url(f"{base}vaerktoejer/budget/")
    expect(page.locator("[data-notes]")).to_be_empty()

"""/vaerktoejer/budget/: by keyboard, on paper, for a screen reader and without script."""

from io import BytesIO
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import budget
from tests.browser.test_every_page import RULES


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """From the choice of calculator to a field, to an offer, to the copied link, without a mouse."""
    budget.opened(page, base)
    page.get_by_role("navigation", name="Vælg beregner").get_by_role("link", name="Bemanding i IPS").press("Enter")
    expect(page.locator("#ips")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("#i-unge")).to_be_focused()
    page.keyboard.type("50")
    page.get_by_role("button", name="Sæt 590.000 ind").press("Enter")
    expect(page.locator("#i-pris")).to_have_value("590.000")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Kopiér linket").press("Enter")
    expect(page.get_by_text("Linket er kopieret.")).to_be_visible()
    assert page.evaluate("window.copied") == page.url
    assert "i-unge=50&i-sager=20&i-pris=590.000" in page.url


@pytest.mark.parametrize("part", budget.SILKEBORG)
def test_the_annex_is_one_page(page: Page, base: str, part: str) -> None:
    """One A4, also with every row: for whom, the answer, how it was counted, the sources; no fields, no menu."""
    budget.opened(page, base, budget.SILKEBORG[part].replace("&u-uden=langtidsledige,reconnect", "&u-uden="))
    said = page.locator(budget.STATUS).inner_text()
    paper = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    text = " ".join(paper.pages[0].extract_text().split())
    assert f"Budget: {page.locator('[data-part]:visible h2').first.inner_text()} – Silkeborg Kommune" in text
    assert said in text
    assert "Sådan er der regnet" in text
    cited = {
        "partnerskab": "1. Et stærkt civilsamfund",
        "unge": "2. Budgetnotat BI26",
        "ips": "4. Supported Employment",
    }
    assert cited[part] in text
    assert "3. Vejledning om ansøgning" not in text
    assert "København" in text
    assert "Kopiér linket" not in text
    assert "Søg" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", [*budget.SILKEBORG, "fejl"])
def test_axe_finds_nothing_in_an_answer(page: Page, base: str, part: str, scheme: Literal["light", "dark"]) -> None:
    """Filled in, with answers and with messages, at 390 px; and nothing scrolls sideways at 320."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    budget.opened(page, base, budget.SILKEBORG.get(part, "?p-foreninger=abc&p-aar=-1&x=1"))
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_formulas_and_the_figures_are_there(page_without_script: Page, base: str) -> None:
    """The page says so; no field is shown; figures, formulas and sources of all three stand as text."""
    page = page_without_script
    page.goto(f"{base}vaerktoejer/budget/")
    assert page.locator(".budget .warning").inner_text() == (
        "Beregneren bruger JavaScript, og det er slået fra her. I kan stadig regne selv. "
        "Formlerne og kildernes tal står nedenfor."
    )
    assert page.locator(".budget :is(input, select, button)").locator("visible=true").count() == 0
    text = " ".join(page.locator(".budget").inner_text().split())
    for told in (
        "30-35 foreninger pr. partnerskab",
        "15.000-30.000 kr. pr. forening om året",
        "ca. 5,5 mio. kr. pr. partnerskab",
        "Rammen er 30 mio. kr. over tre år.",
        "De poster, vi begynder med 34,1 mio. kr. ca. 25.000 kr.",
        "Hele Københavns budget 69,1 mio. kr. ca. 51.000 kr.",
        "5 point højst 20",
        "Konsulenter = unge på samme tid ÷ borgere pr. konsulent",
    ):
        assert told in text

"""/vaerktoejer/partnerskab/: a description is written, also by keys or on a phone, kept, saved and opened again."""

import json
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from macros.views.partnerskabsbygger import TITLE
from tests.browser import bygger
from tests.browser.test_every_page import RULES


def test_a_description_is_written_kept_saved_and_opened_again(page: Page, base: str) -> None:
    """All that is typed survives a reload, and a saved file gives the same values back in a fresh page."""
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE)
    assert bygger.read(page) == bygger.CASE
    page.reload()
    expect(page.locator("[data-ready]")).to_be_visible()
    assert bygger.read(page) == bygger.CASE
    saved = bygger.download(page, "Gem som fil", "partnerskab-vejen-videre-i-silkeborg.json")
    told = json.loads(saved)
    assert (told["format"], told["version"]) == ("ungeloeftet-partnerskabsbeskrivelse", 1)
    assert told["svar"] == bygger.CASE
    page.evaluate("sessionStorage.clear()")
    bygger.opened(page, base)
    assert bygger.read(page)["parter"] == {"parter": [{"navn": "", "sektor": "", "rolle": ""}]}
    bygger.upload(page, saved)
    expect(bygger.news(page)).to_have_text("Filen er åbnet.")
    assert bygger.read(page) == bygger.CASE
    expect(page.locator("[data-review]")).to_have_text("Alle trin er udfyldt.")


def test_nothing_leaves_the_tab(page: Page, base: str, lookups: Path) -> None:
    """While somebody writes, only the list of records is fetched; only this tab keeps the text; the page says so."""
    bygger.opened(page, base)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url.removeprefix(base)}"))
    bygger.write(page, bygger.CASE)
    assert asked == [f"GET {lookups.name}/partnerskab/poster.json"]
    assert page.evaluate("[localStorage.length, document.cookie, Object.keys(sessionStorage)]") == [
        0,
        "",
        ["partnerskab"],
    ]
    expect(page.locator(".builder > .note").first).to_contain_text("Siden sender intet.")


def test_missing_parties_are_told_with_the_record_that_requires_them(page: Page, base: str) -> None:
    """Civil society and companies are asked for until a party has both a name and that sector."""
    bygger.opened(page, base)
    required = page.locator("[data-required] p")
    expect(required).to_have_text([bygger.NO_CIVIL, bygger.NO_COMPANY])
    cited = page.locator("[data-section=parter] > .note a").first
    assert cited.get_attribute("href") == "../../partnerskabsmodeller/ungeloeftet-lokalt-partnerskab/"
    assert page.locator("[data-section=parter] > .note .mark").text_content() == "Kilde [1, svaret, s. 2]"
    assert page.locator("#kilde-1 a").first.get_attribute("href") == "../../kilder/svar-833-ungeloeftet/"
    bygger.field(page, "parter", "sektor").select_option("virksomhed")
    expect(required).to_have_text([bygger.NO_CIVIL, bygger.NO_COMPANY])
    bygger.field(page, "parter", "navn").fill("Virksomheder i byen")
    expect(required).to_have_text([bygger.NO_CIVIL, "Med: en virksomhed (Virksomheder i byen)."])
    expect(page.locator("[data-review] li").first).to_have_text(f"{bygger.NO_CIVIL} Gå til parter")
    page.get_by_role("button", name="Fjern Part 1").click()
    expect(required).to_have_text([bygger.NO_CIVIL, bygger.NO_COMPANY])


def _tab_to(page: Page, label: str) -> None:
    """Goes on with Tab until something of that name has the focus."""
    for _ in range(90):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel"
            " ?? document.activeElement.textContent"
        )
        if name.strip() == label:
            return
    raise AssertionError(label)


def _type(page: Page, label: str, text: str) -> None:
    _tab_to(page, label)
    page.keyboard.type(text)


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """A description with two parties, by Tab, letters, Enter and Space alone; focus is always to be seen."""
    bygger.opened(page, base)
    _type(page, "Partnerskabets navn", "Ungt fællesskab")
    _type(page, "Antal unge", "40")
    _type(page, "Navn", "Klubben")
    _type(page, "Sektor", "Civilsamfund")
    _tab_to(page, "Tilføj: Part")
    page.keyboard.press("Enter")
    page.keyboard.type("Fabrikken")
    _type(page, "Sektor", "Virksomhed")
    expect(page.locator("[data-required] p")).to_have_text(
        ["Med: en part fra civilsamfundet (Klubben).", "Med: en virksomhed (Fabrikken)."]
    )
    _type(page, "Fra kataloget", bygger.IPS)
    _type(page, "Partnerskabet bringer noget nyt.", " ")
    _tab_to(page, "Vis beskrivelsen")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    paper = page.locator(".builder__paper")
    expect(paper.locator("h2")).to_have_text(f"{TITLE}: Ungt fællesskab")
    expect(paper.locator("table").first.locator("tbody tr")).to_have_text(
        ["KlubbenCivilsamfund", "FabrikkenVirksomhed"]
    )
    expect(paper.locator("li").last).to_have_text(bygger.IPS)
    expect(paper.locator(".plain li").last).to_have_text("☒ Ja: Partnerskabet bringer noget nyt.")


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_is_wide_enough(page: Page, base: str, width: int) -> None:
    """With everything written and unfolded, and one word of 300 letters, nothing is wider than the screen."""
    page.set_viewport_size({"width": width, "height": 800})
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE | {"evaluering": {"temaer": "samarbejde" * 30, "evaluator": "x" * 301}})
    page.get_by_role("button", name="Vis beskrivelsen").click()
    page.evaluate("document.querySelectorAll('.builder details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_written_description(page: Page, base: str, scheme: Literal["light", "dark"]) -> None:
    """With every field filled, messages shown, hints and paper unfolded."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE | {"maalgruppe": {"hvem": "<b>unge</b>", "antal": "-1", "talkilde": ""}})
    page.get_by_role("button", name="Fjern Mål 2").click()
    page.get_by_role("button", name="Vis beskrivelsen").click()
    page.evaluate("document.querySelectorAll('.builder details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()

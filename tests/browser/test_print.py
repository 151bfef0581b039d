"""A page on paper: A4, addresses written out, nothing that only a screen can use, nothing cut off."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.page_types import PAGE_TYPES, RECORDS

A4 = (595, 842)
CONTENT = 657
"""The width of what is printed on A4 between its margins, in CSS pixels."""
SCREEN_ONLY = ("Gå til sidens indhold", "Føj til min liste", "Tilgængelighedserklæring", "Slå op", "Læs mere", "Læs op")
LINKS = """() => [...document.querySelectorAll('#indhold :is(.facts, .post__body) a[href]')]
  .filter((link) => link.checkVisibility() && !link.matches('.topic, .address, [href^="#"], .actions a'))
  .filter((link) => !link.matches('.sources li:has(.outside) > a:first-child'))
  .map((link) => link.getAttribute('href').startsWith('http') ? link.getAttribute('href') : link.href)"""
TOO_WIDE = """() => [...document.querySelectorAll('#indhold *')]
  .filter((node) => node.checkVisibility() && !node.closest('.hidden'))
  .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((node) => `${node.localName}.${node.className}`)"""


@dataclass(frozen=True)
class Paper:
    """A page as it was printed, with what the browser says of it."""

    address: str
    sheets: tuple[str, ...]
    sizes: frozenset[tuple[int, ...]]
    links: tuple[str, ...]
    headings: frozenset[str]

    @property
    def text(self) -> str:
        """All of it without spaces."""
        return squeezed("".join(self.sheets))


_papers: dict[str, Paper] = {}


def squeezed(text: str) -> str:
    """The text without the spaces and line breaks that the width of the sheet decides."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, address: str) -> Paper:
    """The page at that address on paper; printed once."""
    if address not in _papers:
        page.goto(address)
        links = page.evaluate(LINKS)
        headings = page.locator(":is(h1, h2, h3)").all_inner_texts()
        sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        sizes = frozenset(tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in sheets)
        texts = tuple(sheet.extract_text() for sheet in sheets)
        _papers[address] = Paper(address, texts, sizes, tuple(links), frozenset(map(squeezed, headings)))
    return _papers[address]


@pytest.mark.parametrize("page_type", RECORDS)
def test_a_record_on_paper_is_a4_with_the_addresses_of_its_links(
    page: Page, base: str, address_of: Callable[[str], str], page_type: str
) -> None:
    """Every sheet is A4; each link's address stands in the text, short within the site; nothing is for the screen."""
    paper = printed(page, base + address_of(page_type))
    assert paper.sizes == {A4}
    assert paper.links
    assert [one for one in paper.links if f"({squeezed(one.removeprefix(base))})" not in paper.text] == []
    assert [word for word in SCREEN_ONLY if squeezed(word) in paper.text] == []
    head = (
        f"Siden er bygget 21. november 2026. Sidens adresse: {paper.address} En kort adresse i parentes begynder med: "
    )
    assert squeezed(head + base) in squeezed(paper.sheets[0])


@pytest.mark.parametrize("page_type", RECORDS)
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(
    page: Page, base: str, address_of: Callable[[str], str], page_type: str
) -> None:
    """The last line of a sheet is never a heading of the page."""
    paper = printed(page, base + address_of(page_type))
    around = {"", "Ungeløftetsinspirationskatalog"}
    lasts = []
    for number, sheet in enumerate(paper.sheets, start=1):
        lines = [squeezed(line) for line in sheet.splitlines()]
        lasts.append([line for line in lines if line not in {*around, f"{number}af{len(paper.sheets)}"}][-1])
    assert [line for line in lasts if line in paper.headings] == []


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_nothing_is_wider_than_the_paper(
    page: Page, base: str, address_of: Callable[[str], str], page_type: str
) -> None:
    """No element reaches out over the right margin, which the browser would answer with smaller type or a cut."""
    page.set_viewport_size({"width": CONTENT, "height": 930})
    page.emulate_media(media="print")
    page.goto(base + address_of(page_type))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    if page_type != "evidenskort/":  # printed across; test_evidenskort.py measures it
        assert page.evaluate(TOO_WIDE) == []


def test_a_long_table_has_its_head_on_each_sheet(page: Page, base: str) -> None:
    """The results of IPS take more than one sheet; each sheet with a row of them has the head as well."""
    paper = printed(page, f"{base}metoder/ips/")
    page.goto(paper.address)
    rows = page.locator("table:has(caption:text-is('Resultater')) tbody th").all_inner_texts()
    sheets = [squeezed(sheet) for sheet in paper.sheets]
    with_rows = [sheet for sheet in sheets if any(squeezed(row)[:60] in sheet for row in rows)]
    assert len(with_rows) > 1
    assert [sheet for sheet in with_rows if "ResultatTalSlagsundersøgelseRetning" not in sheet] == []


def test_paper_is_black_on_white_also_from_a_dark_screen(page: Page, base: str) -> None:
    """Text, links and the letters of the evidence panel are black, whatever the screen shows."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{base}metoder/ips/")
    for name in (".post h1", ".post__body li", ".facts a", ".rating--letter", ".related a"):
        assert page.locator(name).first.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_script_paper_has_the_addresses_out_of_the_site(page_without_script: Page, base: str) -> None:
    """The page's published address and those of its sources need no script."""
    paper = printed(page_without_script, f"{base}metoder/ips/?uden-script")
    assert "Sidensadresse:https://katalog.example/katalog/metoder/ips/" in paper.text
    outside = page_without_script.locator(".sources .outside").first.get_attribute("href")
    assert f"({outside})" in paper.text

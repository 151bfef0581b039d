"""Long Danish words in titles: a phone shows each of them whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

_LINES = """word => {
  const title = document.querySelector("h1");
  title.textContent = word;
  const letters = document.createRange();
  letters.selectNodeContents(title);
  return new Set([...letters.getClientRects()].map(box => box.top)).size;
}"""


def _long_words(site: Path) -> list[str]:
    """The longest words of all titles: those that a phone may have to break."""
    titles = [LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("h1") for path in site.rglob("index.html")]
    words = {word for title in titles if title for word in re.findall(r"[^\W\d_]+", title.text())}
    return sorted((word for word in words if len(word) >= 20), key=lambda word: (-len(word), word))


def test_no_word_of_a_title_is_broken_on_a_phone(page: Page, base: str, site: Path) -> None:
    """At 390 px the longest words of all titles each stand on one line."""
    words = _long_words(site)
    assert "Tilgængelighedserklæring" in words
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}om/tilgaengelighed/")
    assert [word for word in words if page.evaluate(_LINES, word) != 1] == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_title_of_the_accessibility_statement_is_one_line(page: Page, base: str, width: int) -> None:
    """On the smallest phone as well, the title is not cut into two and the page is no wider than the screen."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{base}om/tilgaengelighed/")
    assert page.evaluate(_LINES, page.locator("h1").inner_text()) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width

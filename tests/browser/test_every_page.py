"""What holds on a page of every type."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES

AddressOf = Callable[[str], str]
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""A page that breaks it says so in the console, and the test of that page fails."""

every_page = pytest.mark.parametrize("page_type", PAGE_TYPES)


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page: Page, base: str, address_of: AddressOf, page_type: str, scheme: Literal["light", "dark"]
) -> None:
    """No breach of WCAG 2.2 A and AA that axe can find, in light and in dark."""
    page.emulate_media(color_scheme=scheme)
    page.goto(base + address_of(page_type))
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()


@every_page
def test_the_page_is_danish_quiet_and_has_one_heading(
    page: Page, base: str, address_of: AddressOf, page_type: str
) -> None:
    """lang="da", one h1, no cookie, no script (but data) inside the page; nothing is fetched from another host."""
    page.goto(base + address_of(page_type))
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.cookie") == ""
    assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy == POLICY
    assert page.locator("[onclick], [onload], [onchange]").count() == 0


@every_page
def test_the_first_tab_stop_skips_to_the_content(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """The first Tab shows "Gå til sidens indhold"; Enter moves on to the content."""
    page.goto(base + address_of(page_type))
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Gå til sidens indhold"
    box = link.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "indhold"


@every_page
def test_nothing_scrolls_sideways_on_a_small_phone(
    page: Page, base: str, address_of: AddressOf, page_type: str
) -> None:
    """At 320 px the page is no wider than the screen."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(base + address_of(page_type))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


_LONG_LINES = """() => {
  const ruler = document.createElement("span");
  ruler.textContent = "0".repeat(100);
  ruler.style.cssText = "position: absolute; white-space: nowrap; visibility: hidden";
  const long = [];
  for (const box of document.querySelectorAll("#indhold :is(p, li, dd)")) {
    if (box.closest("table") || box.textContent.trim().length < 90) continue;
    if (box.querySelector("p, li, dd, table")) continue;
    box.append(ruler);
    const width = 100 * box.getBoundingClientRect().width / ruler.getBoundingClientRect().width;
    ruler.remove();
    if (width > 75) long.push(`${Math.round(width)}ch: ${box.textContent.trim().slice(0, 60)}`);
  }
  return long;
}"""


@every_page
def test_lines_of_text_are_short_enough_to_read(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """On a wide screen no running text is wider than 75 characters."""
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto(base + address_of(page_type))
    assert page.evaluate(_LONG_LINES) == []


_SHIFTS = """() => new Promise((tell) => {
  const named = (source) => source.node?.outerHTML?.slice(0, 80);
  const seen = (list) => list.getEntries().flatMap((one) => one.sources.map(named));
  const found = [];
  new PerformanceObserver((list) => found.push(...seen(list))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(found), 100);
})"""


@every_page
def test_nothing_moves_while_the_page_comes(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """Nothing that has been shown is pushed away by what a script adds, and at most two style sheets hold a page up."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + address_of(page_type), wait_until="networkidle")
    assert page.evaluate(_SHIFTS) == []
    assert page.locator("link[rel=stylesheet]:not([media=print])").count() <= 2

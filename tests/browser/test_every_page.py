"""What holds on a page of every type."""

from collections.abc import Callable
from datetime import datetime, time

import pytest
from playwright.sync_api import Page

from tests import axe
from tests.browser.page_types import PAGE_TYPES
from tests.building import TODAY
from tests.tal import Tal

AddressOf = Callable[[str], str]
RULES = axe.RULES

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""A page that breaks it says so in the console, and the test of that page fails."""

every_page = pytest.mark.parametrize("page_type", PAGE_TYPES)


@every_page
def test_axe_finds_nothing(page: Page, base: str, address_of: AddressOf, page_type: str, tal: Tal) -> None:
    """No breach of WCAG 2.2 A and AA that axe can find: light and dark, on a phone and a wide screen."""
    told = list(axe.answers(page, base + address_of(page_type)))
    found = [f"{one.view}: {line}" for one in told for line in one.violations]
    tal("axe: pages", 1)
    tal("axe: views", len(told))
    tal("axe: violations", len(found))
    assert found == []
    assert all(one.counts for one in told)


@pytest.mark.parametrize("page_type", ["", "find/", "kommuner/", "evidenskort/"])
def test_axe_sees_the_same_without_a_reload(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """A page that is turned dark has the same for axe to look at as one that was dark when it was opened."""
    for turned in axe.answers(page, base + address_of(page_type)):
        other = page.context.new_page()
        other.set_viewport_size({"width": turned.view.width, "height": 900})
        other.emulate_media(color_scheme=turned.view.scheme)
        axe.open_whole(other, base + address_of(page_type))
        assert axe.answer(other, turned.view) == turned
        other.close()


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
    page.clock.set_fixed_time(datetime.combine(TODAY, time(12)))  # a later day moves what has passed since the build
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + address_of(page_type), wait_until="networkidle")
    assert page.evaluate(_SHIFTS) == []
    assert page.locator("link[rel=stylesheet]:not([media=print])").count() <= 2

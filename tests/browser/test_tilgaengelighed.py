"""Enlarged, narrow, with more air between the letters, and by keyboard: nothing is lost on a page of any type."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import open_whole
from tests.browser.page_types import PAGE_TYPES
from tests.tal import Tal

AddressOf = Callable[[str], str]
every_page = pytest.mark.parametrize("page_type", PAGE_TYPES)

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What WCAG 2.2, 1.4.12 says that a reader may set."""

_LOST = """() => {
  const lost = [], wide = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const skipped = ".hidden, .skip, svg, option, script, template, [aria-hidden=true]";
  const styles = new Map();
  const styleOf = (box) => styles.get(box) ?? styles.set(box, getComputedStyle(box)).get(box);
  const fault = (text, rect) => {
    for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
      const style = styleOf(box), edge = box.getBoundingClientRect();
      if (style.position === "absolute" && style.clipPath !== "none") return "";
      if (/auto|scroll/.test(style.overflowX)) return "";
      const beside = rect.left < edge.left - 1 || rect.right > edge.right + 1;
      if (/hidden|clip/.test(style.overflowX) && beside) return "cut at the side";
      if (/hidden|clip/.test(style.overflowY) && rect.bottom > edge.bottom + 3) return "cut below";
    }
    return rect.right > wide + 1 || rect.left < -1 ? "beside the screen" : "";
  };
  let seen = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode, range = document.createRange();
    if (!text.data.trim() || !text.parentElement.checkVisibility() || text.parentElement.closest(skipped)) continue;
    seen += 1;
    range.selectNodeContents(text);
    const said = [...range.getClientRects()].map((rect) => fault(text, rect)).find(Boolean);
    if (said) lost.push(`${said}: ${text.data.trim().slice(0, 60)}`);
  }
  const whole = document.documentElement.scrollWidth;
  if (whole > wide) lost.push(`the page is ${whole} px wide`);
  return { seen, lost };
}"""
"""Text that cannot be read: cut by a box that does not scroll, or beside the screen."""


@pytest.fixture
def free(browser: Browser) -> Iterator[Page]:
    """A page that a reader's own styles may be put into, sharp as on a screen that is zoomed to 200 %."""
    context = browser.new_context(bypass_csp=True, device_scale_factor=2, locale="da-DK")
    yield context.new_page()
    context.close()


def _lost(page: Page, how: str, width: int) -> tuple[int, list[str]]:
    page.set_viewport_size({"width": width, "height": 640})
    found: dict[str, Any] = page.evaluate(_LOST)
    return found["seen"], [f"{how}: {line}" for line in found["lost"]]


@every_page
def test_nothing_is_lost_when_text_grows(
    free: Page, base: str, address_of: AddressOf, page_type: str, tal: Tal
) -> None:
    """At 200 % of 1280 px, at 320 px, and with the spacing of 1.4.12: no text is cut, and no page scrolls sideways."""
    open_whole(free, base + address_of(page_type))
    told = [_lost(free, "200 %", 640), _lost(free, "320 px", 320)]
    free.add_style_tag(content=SPACING)
    told += [_lost(free, "spacing", width) for width in (390, 1280)]
    lost = [line for _seen, lines in told for line in lines]
    tal("zoom: pages", 1)
    tal("zoom: texts looked at", sum(seen for seen, _lines in told))
    tal("zoom: texts lost", len(lost))
    assert lost == []


def test_lost_text_is_found(free: Page, base: str) -> None:
    """Text in a box of fixed height, and a word wider than the screen, are told."""
    free.goto(base)
    free.add_style_tag(content=".lead { height: 1em; overflow: hidden } h1 { white-space: nowrap; width: 2000px }")
    _seen, lost = _lost(free, "320 px", 320)
    assert any(line.startswith("320 px: cut below: ") for line in lost)
    assert any(line.startswith("320 px: the page is ") for line in lost)


_STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((stop) => stop.checkVisibility() && !stop.disabled && stop.tabIndex >= 0 && stop.type !== "hidden")"""

_UNSEEN = """(stops) => {
  const look = (stop) => {
    const style = getComputedStyle(stop);
    return [style.outline, style.boxShadow, style.border].join();
  };
  const parts = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y]));
  const spotsOf = (box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    return width > 0 && height > 0 ? parts.map(([x, y]) => [left + x * width, top + y * height]) : [];
  };
  const isHit = (stop, [x, y]) => stop.contains(document.elementFromPoint(x, y));
  const isSeen = (stop) => [...stop.getClientRects()].flatMap(spotsOf).some((spot) => isHit(stop, spot));
  const unseen = [];
  for (const stop of stops) {
    const before = (document.activeElement.blur(), look(stop));
    stop.focus();
    const name = stop.outerHTML.slice(0, 80);
    if (document.activeElement !== stop) { unseen.push(`takes no focus: ${name}`); continue; }
    if (look(stop) === before) unseen.push(`looks as before: ${name}`);
    if (!isSeen(stop)) unseen.push(`covered: ${name}`);
  }
  return unseen;
}"""
"""Stops that look the same with focus as without, or of which no part is to be seen."""


@every_page
def test_focus_is_always_seen(page: Page, base: str, address_of: AddressOf, page_type: str, tal: Tal) -> None:
    """On a phone and a wide screen every stop shows that it has the focus, and nothing lies over it (2.4.7, 2.4.11)."""
    page.emulate_media(reduced_motion="reduce")
    open_whole(page, base + address_of(page_type))
    unseen = []
    stops = 0
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        page.keyboard.press("Tab")
        found = page.evaluate_handle(_STOPS)
        stops += page.evaluate("(stops) => stops.length", found)
        unseen += [f"{width} px: {line}" for line in page.evaluate(_UNSEEN, found)]
    tal("focus: pages", 1)
    tal("focus: stops", stops)
    tal("focus: stops not seen", len(unseen))
    assert unseen == []


@every_page
def test_tab_goes_on(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """The first stops are reached by Tab alone: nothing holds the focus back, nor does a frame with its own stops."""
    open_whole(page, base + address_of(page_type))
    own, *framed = [frame.evaluate(f"() => ({_STOPS})().length") for frame in page.frames]
    wanted = min(30, own)
    for _press in range(wanted + sum(framed)):
        page.keyboard.press("Tab")
        page.evaluate("() => { (window.met ??= new Set()).add(document.activeElement); }")
    assert page.evaluate("() => [...window.met].filter((stop) => stop !== document.body).length") >= wanted

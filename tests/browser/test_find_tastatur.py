"""/find/ by keyboard alone, on a phone and a wide screen: the focus is always seen, and never lost."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

WIDTHS = (390, 1280)
MOST_STOPS = 150


def _open(page: Page, address: str, width: int) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    _settled(page)


def _settled(page: Page) -> None:
    """Waits for the answer to the latest choice."""
    expect(page.locator("[data-find][data-ready] [role=status]").first).not_to_have_text("Henter …")
    expect(page.locator("[data-find][aria-busy=false]")).to_be_attached()


def _tab_to(page: Page, wanted: Locator) -> Locator:
    """Goes on with Tab until the element has the focus, and is seen to have it."""
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate_all("(found) => found.includes(document.activeElement)"):
            _is_seen(page)
            return wanted
    raise AssertionError(f"Tab reached no {wanted}")


def _is_seen(page: Page) -> None:
    """The element that has the focus is on the screen, with the mark of the focus."""
    focused = page.locator(":focus")
    expect(focused).to_be_in_viewport()
    assert focused.evaluate("(node) => node.matches(':focus-visible')")


def _box(page: Page, group: str, value: str = "") -> Locator:
    """The group's first checkbox of that name."""
    return page.locator(f'details[data-group="{group}"]').get_by_role("checkbox", name=re.compile(value)).first


def _press(page: Page, key: str, wanted: Locator) -> None:
    """Presses a key on what has the focus, and waits for the answer; the focus is then on `wanted`."""
    page.keyboard.press(key)
    _settled(page)
    expect(wanted).to_be_focused()
    _is_seen(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_filters_are_opened_ticked_and_unticked(page: Page, base: str, width: int) -> None:
    """Space and Enter fold the filters and a group; Space ticks and unticks, and the focus stays at the value."""
    _open(page, f"{base}find/", width)
    drawer, summary = page.locator(".find__filters"), page.locator(".find__filters > summary")
    _tab_to(page, summary)
    for key in (" ", "Enter") if width == 1280 else ("Enter", " ", "Enter"):
        before = drawer.get_attribute("open")
        page.keyboard.press(key)
        assert drawer.get_attribute("open") != before
    _tab_to(page, _box(page, "slags", "^Metode "))
    for address, ticked in ((f"{base}find/?slags=Metode", True), (f"{base}find/", False)):
        _press(page, " ", _box(page, "slags", "^Metode "))
        expect(page).to_have_url(address)
        expect(_box(page, "slags", "^Metode ")).to_be_checked(checked=ticked)
    group = page.locator('details[data-group="alder"]')
    _tab_to(page, group.locator("summary"))
    assert group.get_attribute("open") is None
    page.keyboard.press("Enter")
    _press(page, "Tab", _box(page, "alder"))
    _press(page, " ", _box(page, "alder"))
    expect(page).to_have_url(re.compile(r"find/\?alder=[^&]+$"))


@pytest.mark.parametrize("width", WIDTHS)
def test_order_hit_and_back(page: Page, base: str, width: int) -> None:
    """Escape leaves the order as it is, an arrow changes it; Enter opens a hit, and Back gives the same list again."""
    _open(page, f"{base}find/?slags=Metode", width)
    _tab_to(page, page.locator("#find-sort"))
    page.keyboard.press(" ")
    page.keyboard.press("Escape")
    expect(page.locator("#find-sort")).to_have_value("relevans")
    _press(page, "ArrowDown", page.locator("#find-sort"))
    expect(page).to_have_url(f"{base}find/?slags=Metode&sort=titel")
    titles = page.locator(".hit__title").all_inner_texts()
    _tab_to(page, page.locator(".hit__title").nth(1))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(titles[1])
    page.go_back()
    _settled(page)
    expect(page).to_have_url(f"{base}find/?slags=Metode&sort=titel")
    expect(page.locator("#find-sort")).to_have_value("titel")
    assert page.locator(".hit__title").all_inner_texts() == titles
    page.go_back()
    _settled(page)
    expect(page.locator("#find-sort")).to_have_value("relevans")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_removed_does_not_take_the_focus_along(page: Page, base: str, width: int) -> None:
    """A filter removed with Enter hands the focus to the next one, the last one to the order."""
    _open(page, f"{base}find/?slags=Metode&slags=Lov", width)
    chips = page.locator(".chip")
    _tab_to(page, chips.first)
    _press(page, "Enter", chips.first)
    expect(page).to_have_url(f"{base}find/?slags=Lov")
    _press(page, "Enter", page.locator("#find-sort"))
    expect(page).to_have_url(f"{base}find/")


@pytest.mark.parametrize("width", WIDTHS)
def test_more_hits_go_on_from_where_they_are_asked_for(page: Page, base: str, width: int) -> None:
    """Enter on "Vis flere" hands the focus to the first of the hits that it brings, to the very last."""
    _open(page, f"{base}find/?slags=Metode", width)
    total = int(page.locator("[data-find] .count").inner_text().split()[0])
    assert total > 20
    for shown in range(20, total, 20):
        _tab_to(page, page.locator(".more"))
        _press(page, "Enter", page.locator(".hit__title").nth(shown))
        expect(page.locator(".hit")).to_have_count(min(shown + 20, total))
    expect(page.locator(".more")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_escape_empties_the_search(page: Page, base: str, width: int) -> None:
    """Typed words narrow the list and keep the focus; Escape takes them out, and everything is listed again."""
    _open(page, f"{base}find/?slags=Metode", width)
    before = page.locator("[data-find] .count").inner_text()
    field = _tab_to(page, page.locator("#find-q"))
    page.keyboard.type("mentor")
    expect(page).to_have_url(f"{base}find/?q=mentor&slags=Metode")
    expect(page.locator("[data-find] .count")).not_to_have_text(before)
    _press(page, "Escape", field)
    expect(page).to_have_url(f"{base}find/?slags=Metode")
    expect(page.locator("[data-find] .count")).to_have_text(before)

"""/milepaele/ and the front page: dates past and to come by the reader's own day, and the calendar file."""

from datetime import date, datetime
from pathlib import Path
from time import sleep

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, Route, ViewportSize

BUILT = "2026-11-21"
SCREENS = ((390, 844), (1280, 900), (390, 15_000), (1280, 10_000))
"""A phone and a screen, and as wide ones so high that the whole page is in view."""
_WATCH = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.moved.push(one.value); }))
  .observe({ type: "layout-shift", buffered: true });
"""


def _open(page: Page, base: str, day: str, address: str = "milepaele/") -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00"))
    page.goto(base + address)


def _points(page: Page, name: str) -> list[str]:
    """The dates of a list, in the order shown."""
    return [
        str(point)
        for point in page.locator(f"[data-dates={name}] time").evaluate_all("all => all.map(t => t.dateTime)")
    ]


def _marked(page: Page, place: str) -> list[bool]:
    """Of each date, whether it is said to be past."""
    told = page.locator(f"{place} time").evaluate_all("all => all.map(t => !!t.parentElement.querySelector('.past'))")
    return [bool(one) for one in told]


def _is_past(point: str, day: str) -> bool:
    return point < day[: len(point)]


@pytest.mark.parametrize("day", [BUILT, "2026-12-31", "2027-01-01", "2031-06-30"])
def test_the_readers_day_decides(page: Page, base: str, day: str) -> None:
    """On the day of the build and years after it, each date is in its list, in order, and marked as it should be."""
    _open(page, base, BUILT)
    every = _points(page, "coming") + _points(page, "past")
    assert len(every) >= 40
    _open(page, base, day)
    coming, past = _points(page, "coming"), _points(page, "past")
    assert coming == sorted(point for point in every if not _is_past(point, day))
    assert past == sorted((point for point in every if _is_past(point, day)), reverse=True)
    assert _marked(page, "[data-dates=coming]") == [False] * len(coming)
    assert _marked(page, "[data-dates=past]") == [True] * len(past)
    assert page.locator("[data-dates-none]").is_visible() == (not coming)
    pools = page.locator("#puljefrister ~ ul time").evaluate_all("all => all.map(t => t.dateTime)")
    assert _marked(page, "#puljefrister ~ ul") == [_is_past(str(point), day) for point in pools]


def test_a_month_later_a_date_has_moved(page: Page, base: str) -> None:
    """A date to come when the page was built is past for one who reads it later, and not yet on its own day."""
    _open(page, base, BUILT)
    day = next(point for point in _points(page, "coming") if len(point) == len(BUILT))
    after = date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
    _open(page, base, day)
    assert day in _points(page, "coming")
    _open(page, base, after)
    assert day not in _points(page, "coming")
    assert day in _points(page, "past")
    assert (
        page.locator("[data-dates-day]")
        .inner_text()
        .startswith("Siden skelner mellem kommende og passerede datoer fra i dag, ")
    )


def test_a_clock_behind_the_build_is_not_believed(page: Page, base: str) -> None:
    """A reader's clock that says 2001 brings no passed deadline back, and the page names the day of the build."""
    _open(page, base, BUILT)
    coming = _points(page, "coming")
    _open(page, base, "2001-01-01")
    assert _points(page, "coming") == coming
    assert page.locator("[data-dates-day]").inner_text().endswith("den blev bygget: 21. november 2026.")


def test_the_front_page_promises_no_date_that_is_past(page: Page, base: str) -> None:
    """Years after the build every date on the front page is marked as past."""
    _open(page, base, "2040-01-01", "")
    marked = _marked(page, ".timeline")
    assert marked == [True] * len(marked)
    assert marked


@pytest.mark.parametrize("day", ["2026-11-26", "2027-03-01", "2031-06-30"], ids=["days", "months", "years"])
@pytest.mark.parametrize("address", ["milepaele/", ""], ids=["milepaele", "forside"])
def test_nothing_is_seen_to_move(page: Page, base: str, address: str, day: str) -> None:
    """Built days, months and years before it is read, and with a slow script: the sum of layout shifts is 0."""
    page.add_init_script(_WATCH)
    page.route("**/frister.js", _slowly)
    for width, height in SCREENS:
        page.set_viewport_size(ViewportSize(width=width, height=height))
        _open(page, base, day, address)
        page.wait_for_load_state("networkidle")
        page.evaluate("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")
        assert sum(page.evaluate("window.moved")) == 0, f"{width} x {height}: {page.evaluate('window.moved')}"


def _slowly(route: Route) -> None:
    """So late that a page which did not wait for it would be shown before."""
    sleep(0.4)
    route.continue_()


def test_without_javascript_the_page_says_its_day(page_without_script: Page, base: str, site: Path) -> None:
    """JavaScript off: the lists as built, and the day that they hold for."""
    page = page_without_script
    page.goto(f"{base}milepaele/")
    assert page.locator("[data-dates-day]").inner_text() == (
        "Siden skelner mellem kommende og passerede datoer fra den dag, den blev bygget: 21. november 2026."
    )
    assert [point for point in _points(page, "coming") if _is_past(point, BUILT)] == []
    assert [point for point in _points(page, "past") if not _is_past(point, BUILT)] == []


def test_the_calendar_file_has_the_days_on_the_page(page: Page, base: str, site: Path) -> None:
    """icalendar reads from the linked file the same days as the page shows, each lasting one day."""
    _open(page, base, BUILT)
    shown = page.locator("[data-built] time").evaluate_all("all => all.map(t => t.dateTime)")
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent datoerne som kalenderfil (iCalendar)").click()
    events = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert sorted(event.decoded("dtstart").isoformat() for event in events) == sorted(
        point for point in shown if len(point) == len(BUILT)
    )
    assert {(event.decoded("dtend") - event.decoded("dtstart")).days for event in events} == {1}

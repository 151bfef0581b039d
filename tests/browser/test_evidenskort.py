"""The gap map in a browser: by keyboard, scrolled, without script, on a phone and on paper."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, Page

ADDRESS = "evidenskort/"
REGION = ".gap-map__region"
EMPTY = "Tomt felt betyder, at vi ikke har fundet et resultat. Det betyder ikke, at metoden ikke virker."


def _box(part: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom on the screen."""
    box = part.bounding_box()
    assert box
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def _scrolled(page: Page) -> Locator:
    """The region, scrolled to its end both ways."""
    region = page.locator(REGION)
    region.scroll_into_view_if_needed()
    region.evaluate("node => node.scrollTo({left: node.scrollWidth, top: node.scrollHeight, behavior: 'instant'})")
    assert region.evaluate("node => node.scrollTop") > 0
    return region


def test_tab_reaches_the_region_and_then_a_field(page: Page, base: str) -> None:
    """The region takes focus, the methods and fields in it follow; the focused link is not below head or column."""
    page.set_viewport_size({"width": 640, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(base + ADDRESS)
    page.locator(REGION).focus()
    for _ in range(page.locator(f"{REGION} a").count()):
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        if link.evaluate("node => node.closest('td') !== null"):
            left, top, _right, _bottom = _box(link)
            assert left >= _box(page.locator(f"{REGION} tbody th").first)[2]
            assert top >= _box(page.locator(f"{REGION} thead th").first)[3]
            break
    else:
        raise AssertionError("Tab reached no field")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}find/?metode=*")


def test_head_and_first_column_stay_in_sight(page: Page, base: str) -> None:
    """Scrolled to its end both ways, the region still shows the outcomes above and the methods to the left."""
    page.set_viewport_size({"width": 640, "height": 600})
    page.emulate_media(reduced_motion="reduce")
    page.goto(base + ADDRESS)
    region = _scrolled(page)
    assert region.evaluate("node => node.scrollLeft") > 0
    left, top, right, _bottom = _box(region)
    last_column, last_row = (_box(region.locator(one).last) for one in ("thead th", "tbody th"))
    assert abs(last_column[1] - top) <= 2
    assert last_column[2] <= right + 1
    assert abs(last_row[0] - left) <= 2


def test_on_a_small_phone_only_the_region_scrolls_sideways(page: Page, base: str) -> None:
    """At 320 px the page keeps its width, and the first column leaves more than half of the region to the fields."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(base + ADDRESS)
    region = _scrolled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    left, _top, right, _bottom = _box(region)
    first = _box(region.locator("tbody th").last)
    assert abs(first[0] - left) <= 2
    assert (first[2] - left) < (right - left) / 2


def test_it_is_all_there_without_script(browser: Browser, base: str) -> None:
    """Without JavaScript each method has its row, an empty field says so, and a field leads to the search."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + ADDRESS)
    assert page.get_by_text(EMPTY).is_visible()
    columns = page.locator(f"{REGION} thead th").count()
    assert page.locator(f"{REGION} tbody tr").count() > 1
    assert {row.locator("th, td").count() for row in page.locator(f"{REGION} tr").all()} == {columns}
    assert page.locator(f"{REGION} td:not(.gap-map__found):not(.gap-map__sum)").first.inner_text() == "–\ningen"
    field = page.locator(f"{REGION} td.gap-map__found").first
    address = urlsplit(field.get_by_role("link").get_attribute("href") or "")
    method = field.locator("xpath=..").locator("th").inner_text()
    assert (address.path, parse_qs(address.query)["metode"]) == ("../find/", [method])
    context.close()


def test_paper_shows_the_whole_map_in_black_on_white(page: Page, base: str) -> None:
    """On A4 landscape nothing is cut off or fixed, the head is repeated, and the sums are not."""
    page.set_viewport_size({"width": 1031, "height": 703})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(base + ADDRESS)
    region = page.locator(REGION)
    assert region.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert region.evaluate("node => getComputedStyle(node).maxHeight") == "none"
    parts = {
        name: region.locator(name).evaluate("node => getComputedStyle(node).display") for name in ("thead", "tfoot")
    }
    assert parts == {"thead": "table-header-group", "tfoot": "table-row-group"}
    styles = "node => ['position', 'color', 'backgroundColor'].map((name) => getComputedStyle(node)[name])"
    for name in ("thead th", "tbody th", "td.gap-map__found"):
        position, *colours = region.locator(name).first.evaluate(styles)
        assert (position == "sticky", colours) == (False, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"])

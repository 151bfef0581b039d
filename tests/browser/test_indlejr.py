"""Lists on other sites: the page where the code is made, and the frame on a page of another origin."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.browser.serving import served
from tests.browser.test_every_page import RULES

LISTS = ("emne/partnerskab", "kommune/silkeborg")
Host = Callable[[str], str]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Another site: gives the address of a page of its own that holds the code."""
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    with served(tmp_path) as address:

        def write(code: str) -> str:
            head = '<title>Vores side</title><link rel="icon" href="data:,">'
            markup = f'<!doctype html><html lang="da">{head}<h1>Vores side</h1>{code}'
            (tmp_path / "vores.html").write_text(markup, encoding="utf-8")
            return f"{address}vores.html"

        yield write


def _code(base: str, list_: str, title: str, height: int) -> str:
    told = f'title="{title}: liste fra Ungeløftets inspirationskatalog"'
    frame = f'width="100%" height="{height}" loading="lazy" style="border:0"'
    return f'<iframe src="{base}indlejr/{list_}/" {told} {frame}></iframe>'


def _preview(page: Page) -> FrameLocator:
    return page.frame_locator("[data-embed-frame] iframe")


def _grant(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


def test_the_code_is_made_by_keyboard(page: Page, base: str) -> None:
    """Tab, letters and Enter choose a list and a height and copy the code; preview and address follow."""
    _grant(page.context)
    page.goto(f"{base}indlejr/")
    page.locator("#liste").focus()
    page.keyboard.type("Mentor")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("600")
    code = _code(base, "emne/mentor", "Mentor", 600)
    assert page.locator("#kode").input_value() == code
    expect(_preview(page).locator("h1")).to_have_text("Mentor")
    assert page.url == f"{base}indlejr/?liste=emne/mentor&hoejde=600"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-embed-status]")).to_have_text("Koden er kopieret.")
    assert page.evaluate("navigator.clipboard.readText()") == code
    frame = page.locator("[data-embed-frame] iframe")
    assert (frame.get_attribute("height"), frame.get_attribute("title")) == (
        "600",
        "Mentor: liste fra Ungeløftets inspirationskatalog",
    )


def test_without_a_clipboard_the_code_is_marked(page: Page, base: str) -> None:
    """Where the browser refuses, the whole code is selected, and the reader is told what to do."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"{base}indlejr/")
    page.get_by_role("button", name="Kopiér koden").click()
    expect(page.locator("[data-embed-status]")).to_have_text("Koden er markeret. Kopiér den med tastaturet.")
    marked = "() => { const { value, selectionStart: a, selectionEnd: b } = kode; return value.slice(a, b); }"
    assert page.evaluate(marked) == page.locator("#kode").input_value()


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        (
            "liste=emne/findes-ikke",
            "liste",
            'Adressen beder om listen "emne/findes-ikke", som ikke findes. Vælg en liste.',
        ),
        ("liste=<b>x", "liste", 'Adressen beder om listen "<b>x", som ikke findes. Vælg en liste.'),
        ("liste=//x.example", "liste", 'Adressen beder om listen "//x.example", som ikke findes. Vælg en liste.'),
        ("hoejde=-5", "hoejde", None),
        ("hoejde=1e3", "hoejde", None),
        ("hoejde=", "hoejde", None),
        ("hoejde=99999999999", "hoejde", None),
        ("hoejde=199", "hoejde", None),
        ("hoejde=2001", "hoejde", None),
    ],
)
def test_a_bad_value_in_the_address_is_told(page: Page, base: str, query: str, field: str, message: str | None) -> None:
    """A list that is not there, or no height: a sentence at the field; what was typed stays, and the code works."""
    page.goto(f"{base}indlejr/?{query}")
    said = message or "Højden skal være et helt tal fra 200 til 2.000. Koden bruger 480, til I har rettet tallet."
    expect(page.locator(f"#{field}-fejl")).to_have_text(said)
    assert page.locator(f"#{field}").get_attribute("aria-invalid") == "true"
    assert page.locator("#hoejde").input_value() == (query.removeprefix("hoejde=") if field == "hoejde" else "480")
    first = page.locator("#liste option").first
    value, title = first.get_attribute("value"), first.get_attribute("data-title")
    assert value
    assert title
    assert page.locator("#kode").input_value() == _code(base, value, title, 480)
    page.locator("#hoejde").fill("200")
    page.locator("#liste").select_option("kommune/silkeborg")
    assert page.locator(".embed__error:visible").count() == 0
    assert page.locator("#kode").input_value() == _code(base, "kommune/silkeborg", "Silkeborg", 200)


def test_back_leaves_the_page(page: Page, base: str) -> None:
    """However often the choice was changed, Back leads to the page before."""
    page.goto(f"{base}om/")
    page.goto(f"{base}indlejr/")
    for one in LISTS:
        page.locator("#liste").select_option(one)
        expect(_preview(page).locator("h1")).to_be_visible()
    page.go_back()
    assert page.url == f"{base}om/"


def test_a_list_on_another_site(page: Page, base: str, host: Host) -> None:
    """The code shows the list on a page of another origin; a title opens in a new window, where the record is."""
    page.goto(f"{base}indlejr/?liste=emne/partnerskab")
    code = page.locator("#kode").input_value()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = host(code)
    assert address.split("/")[2] != base.split("/")[2]
    page.goto(address)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("Partnerskab")
    listed = f"{base}indlejr/emne/partnerskab/"
    plain = (re.sub(r"/assets-[0-9a-f]{10}/", "/assets/", url) for url in asked)
    assert sorted(url for url in plain if "favicon" not in url) == sorted(
        [address, listed, f"{base}assets/css/indlejretside.css"]
    )
    assert page.context.cookies() == []
    link = frame.locator("li a").first
    title = link.inner_text()
    with page.expect_popup() as opened:
        link.press("Enter")
    expect(opened.value.locator("h1")).to_have_text(title)
    assert opened.value.evaluate("window.opener") is None
    assert page.url == address
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Se emnet Partnerskab i kataloget").click()
    assert opened.value.url == f"{base}emner/partnerskab/"


@pytest.mark.parametrize("list_", LISTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_is_accessible_and_narrow(page: Page, base: str, list_: str, scheme: Literal["light", "dark"]) -> None:
    """No breach that axe can find, nothing wider than 320 px, no script, no cookie, no menu, one h1."""
    page.set_viewport_size({"width": 320, "height": 480})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{base}indlejr/{list_}/")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("h1").count() == 1
    assert page.locator("script, nav, header, form").count() == 0
    assert page.evaluate("document.cookie") == ""


def test_without_script_lists_and_links_are_there(page_without_script: Page, base: str, host: Host) -> None:
    """JavaScript off: the frame shows the whole list, and the page with the code leads to every list."""
    page_without_script.goto(host(_code(base, "kommune/silkeborg", "Silkeborg", 480)))
    frame = page_without_script.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("Silkeborg")
    expect(frame.get_by_role("link", name="Se siden om Silkeborg i kataloget")).to_be_visible()
    page_without_script.goto(f"{base}indlejr/")
    expect(page_without_script.locator("form.embed")).to_be_hidden()
    expect(page_without_script.locator("noscript .warning")).to_be_visible()
    assert page_without_script.locator(".embed__lists a").count() > len(LISTS)


def test_every_list_offered_is_there_and_agrees_with_the_catalogue(page: Page, base: str, site: Path) -> None:
    """The 98 municipalities and the topics that /emner/ shows; a topic's list has the links of its page."""
    page.goto(f"{base}indlejr/")
    offered = page.locator("#liste option").evaluate_all("options => options.map((one) => one.value)")
    assert len([one for one in offered if one.startswith("kommune/")]) == 98
    assert all((site / "indlejr" / one / "index.html").is_file() for one in offered)
    page.goto(f"{base}emner/#mentor")
    shown = page.locator(".topics > li").evaluate_all("topics => topics.map((one) => `emne/${one.id}`)")
    assert [one for one in offered if one.startswith("emne/")] == shown
    page.locator("#mentor").get_by_role("link").press("Enter")
    assert page.url == f"{base}emner/mentor/"
    hrefs = "links => links.map((one) => one.href).sort()"
    there = page.locator(".post section li a").evaluate_all(hrefs)
    page.goto(f"{base}indlejr/emne/mentor/")
    assert page.locator("main li a").evaluate_all(hrefs) == there
    count = re.match(r"\d+", page.locator("main p").inner_text())
    assert count
    assert int(count[0]) == len(there) > 0

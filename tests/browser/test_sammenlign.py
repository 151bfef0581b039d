"""/sammenlign/: two to four records of one kind side by side; the whole state stands in the address."""

from typing import Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import RULES

IPS = "metoder/ips"
RECONNECT = "metoder/reconnect"
OTHERS = ("metoder/brobygning", "metoder/vaertskab", "metoder/taksonomiredskab")
STATUS = "[data-compare] > [role=status]"
GRID = ".compare__grid"
HEADS = f"{GRID} thead th a"


def _address(base: str, *names: str) -> str:
    return f"{base}sammenlign/?" + "&".join(f"id={quote(name, safe='/')}" for name in names)


def _open(page: Page, base: str, *names: str) -> None:
    page.goto(_address(base, *names))
    expect(page.locator(STATUS)).not_to_be_empty()


def test_two_methods_stand_side_by_side(page: Page, base: str) -> None:
    """A row for each question, a column for each record, with headings that a screen reader can use."""
    _open(page, base, IPS, RECONNECT)
    expect(page.locator(STATUS)).to_have_text("2 poster sammenlignes.")
    names = page.locator(f"{GRID} tbody th").all_inner_texts()
    wanted = [
        "Målgruppe",
        "Alder",
        "Kerneelementer",
        "Bemanding",
        "Pris",
        "Afprøvet i Danmark",
        "Stærkeste undersøgelse",
    ]
    assert [name for name in [*wanted, "Kilder"] if name not in names] == []
    assert len([name for name in names if name.startswith("Evidens: ")]) == 5
    assert page.locator(HEADS).count() == 2
    assert page.get_by_role("columnheader").count() == 3
    assert page.get_by_role("rowheader").count() == len(names)
    assert page.locator(f"{GRID} tbody td").count() == 2 * len(names)
    assert "ikke oplyst" in page.locator(f"{GRID} tr", has=page.get_by_role("rowheader", name="Alder")).inner_text()
    assert page.locator(f"{GRID} th:not([scope])").count() == 0


def test_the_page_says_what_the_records_own_pages_say(page: Page, base: str) -> None:
    """Lead, facts and sources are those of the record's page, and its marks lead to its sources in the table."""
    page.goto(f"{base}{IPS}/")
    lead = page.locator(".post__head .lead").inner_text()
    sources = page.locator(".sources li").count()
    _open(page, base, RECONNECT, IPS)
    assert page.locator(f"{GRID} tbody tr").first.locator("td").nth(1).inner_text() == lead
    assert page.locator(f"{GRID} .sources td").nth(1).locator("li").count() == sources
    mark = page.locator(f"{GRID} td:nth-child(3) .mark").first
    target = (mark.get_attribute("href") or "").removeprefix("#")
    assert page.locator(f"{GRID} .sources td").nth(1).locator(f"[id='{target}']").count() == 1
    mark.press("Enter")
    assert page.url.endswith(f"#{target}")
    expect(page.locator(HEADS)).to_have_count(2)


def test_a_record_is_added_removed_and_gone_back_to(page: Page, base: str) -> None:
    """The field adds, "Fjern" removes, the address follows, and the back button undoes each step."""
    _open(page, base, IPS)
    expect(page.locator(STATUS)).to_contain_text("Føj mindst én til")
    page.get_by_label("Føj en post til").select_option(RECONNECT)
    page.get_by_role("button", name="Føj til", exact=True).click()
    expect(page.locator(STATUS)).to_have_text("Reconnect er føjet til. 2 poster sammenlignes.")
    assert page.url == _address(base, IPS, RECONNECT)
    assert page.locator("#choice option[value='metoder/reconnect']").count() == 0
    page.get_by_role("button", name="Fjern Individuelt planlagt job").click()
    expect(page.locator(STATUS)).to_contain_text("er fjernet. 1 post")
    assert page.url == _address(base, RECONNECT)
    page.go_back()
    expect(page.locator(HEADS)).to_have_count(2)
    page.go_back()
    expect(page.locator(HEADS)).to_have_count(1)
    page.go_forward()
    expect(page.locator(HEADS)).to_have_count(2)


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """Choosing, adding and removing without a mouse; focus stays where the reader works."""
    _open(page, base, IPS, RECONNECT)
    page.locator("#choice").focus()
    expect(page.locator("#choice option")).not_to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("3 poster sammenlignes")
    expect(page.locator("#choice")).to_be_focused()
    page.get_by_role("button", name="Fjern").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("2 poster sammenlignes")
    expect(page.get_by_role("button", name="Fjern").first).to_be_focused()


def test_the_fourth_record_is_the_last(page: Page, base: str) -> None:
    """With four records there is no field, and focus is at the sentence that says how many there are."""
    _open(page, base, IPS, RECONNECT, OTHERS[0])
    page.locator("#choice").select_option(OTHERS[1])
    page.get_by_role("button", name="Føj til", exact=True).click()
    expect(page.locator(STATUS)).to_contain_text("4 poster sammenlignes")
    expect(page.locator(STATUS)).to_be_focused()
    assert not page.locator("form.pick").is_visible()


def test_an_empty_comparison_begins_with_a_kind(page: Page, base: str) -> None:
    """Without ids a kind is chosen, then its first record; nothing happens without a choice."""
    page.goto(f"{base}sammenlign/")
    expect(page.locator(STATUS)).to_contain_text("Ingen poster er valgt")
    page.get_by_role("button", name="Føj til", exact=True).click()
    expect(page.locator(STATUS)).to_have_text("Vælg først en post i feltet.")
    page.get_by_label("Slags").select_option("puljer")
    page.get_by_label("Føj en post til").select_option("puljer/ulfri")
    page.get_by_role("button", name="Føj til", exact=True).click()
    expect(page.locator(HEADS)).to_have_count(1)
    assert page.url == _address(base, "puljer/ulfri")


@pytest.mark.parametrize(
    ("kind", "count"),
    [("initiativer", 3), ("partnerskabsmodeller", 2), ("lovgrundlag", 2), ("kilder", 2), ("puljer", 2)],
)
def test_every_kind_has_rows_with_answers(page: Page, base: str, kind: str, count: int) -> None:
    """Records of other kinds than methods are compared as well, by the questions of their kind."""
    page.goto(f"{base}udgivere/s/" if kind == "kilder" else f"{base}{kind}/")
    links = page.locator(".card__title a, .source-list li > a:first-child")
    names = [
        str(links.nth(i).evaluate("link => link.pathname.split('/').slice(-3, -1).join('/')")) for i in range(count)
    ]
    _open(page, base, *names)
    expect(page.locator(HEADS)).to_have_count(count)
    empty = page.locator(f"{GRID} tbody tr").evaluate_all(
        "rows => rows.filter(row => ![...row.cells].slice(1).some(c => c.innerText !== 'ikke oplyst')).length"
    )
    assert empty <= page.locator(f"{GRID} tbody tr").count() / 2


BAD = {
    "an unknown record": (["metoder/findes-ikke"], "metoder/findes-ikke", "Vi kan ikke finde"),
    "an unknown kind": (["sager/ips"], "sager/ips", "ikke navnet på en post"),
    "a name of the language": (
        ["constructor/prototype", "__proto__/x"],
        "constructor/prototype",
        "ikke navnet på en post",
    ),
    "a path": (["../../etc/passwd", "metoder/../../x"], "../../etc/passwd", "ikke navnet på en post"),
    "markup": (["<img src=x onerror=alert(1)>"], "<img src=x onerror=alert(1)>", "ikke navnet på en post"),
    "a script": (["javascript:alert(1)"], "javascript:alert(1)", "ikke navnet på en post"),
    "right to left": (["\u202eמטודה/شيء"], "מטודה/شيء", "ikke navnet på en post"),
    "10,000 characters": (["metoder/" + "a" * 10_000], "metoder/aaa", "ikke navnet på en post"),
    "another kind": (["puljer/ulfri"], "puljer/ulfri", "Kun poster af samme slags"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_address_gets_a_sentence(page: Page, base: str, what: str) -> None:
    """What cannot be shown is named in a sentence above what can; nothing runs, nothing is wider than the page."""
    names, repeated, said = BAD[what]
    page.on("dialog", lambda dialog: pytest.fail(f"ran: {dialog.message}"))
    page.set_viewport_size({"width": 320, "height": 640})
    _open(page, base, IPS, *names, RECONNECT)
    expect(page.locator(HEADS)).to_have_count(2)
    notice = page.locator("[data-compare] > div:first-child .warning")
    assert notice.count() == 1
    assert said in notice.inner_text()
    assert repeated in notice.inner_text()
    assert len(notice.inner_text()) < 400
    assert page.locator("[data-compare] img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_fifty_ids_show_four(page: Page, base: str) -> None:
    """Of too many records the first four are shown; fifty names that do not exist are one sentence."""
    page.goto(f"{base}metoder/")
    links = page.locator(".card__title a").evaluate_all("links => links.map(a => a.pathname.split('/').at(-2))")
    _open(page, base, *[f"metoder/{name}" for name in links], *[f"metoder/x{i}" for i in range(50)], "fejl", "fejl")
    expect(page.locator(HEADS)).to_have_count(4)
    notices = page.locator("[data-compare] .warning").all_inner_texts()[:3]
    assert "og 47 andre" in notices[1]
    assert f"Vi viser de første 4 af {len(links)}" in notices[2]


def test_nothing_that_exists_is_still_a_page(page: Page, base: str) -> None:
    """With bad ids only, the sentence and the field are there."""
    _open(page, base, "metoder/nix", "hej")
    expect(page.locator(STATUS)).to_contain_text("Ingen poster er valgt")
    assert page.locator("[data-compare] .warning").count() == 2
    assert page.locator(GRID).count() == 0
    assert page.locator("#choice").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_comparison(page: Page, base: str, scheme: Literal["light", "dark"], width: int) -> None:
    """No breach of WCAG 2.2 A and AA with four records and a notice, on a phone and a wide screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    _open(page, base, IPS, RECONNECT, *OTHERS, "metoder/nix")
    expect(page.locator(HEADS)).to_have_count(4)
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390, 800, 1024])
def test_a_comparison_fits_the_screen(page: Page, base: str, width: int) -> None:
    """Four records, and the page does not scroll sideways; on a phone each answer names its record."""
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, base, IPS, RECONNECT, *OTHERS)
    expect(page.locator(HEADS)).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    before = page.locator(f"{GRID} td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert (before != "none") == (width < 768)


def test_paper_has_title_address_and_sources(page: Page, base: str) -> None:
    """In print: what it is, where from, the table with its sources; no controls and no prose."""
    _open(page, base, IPS, RECONNECT)
    expect(page.locator(HEADS)).to_have_count(2)
    page.emulate_media(media="print")
    head = page.locator(".paper").inner_text()
    assert "Sammenligning: Individuelt planlagt job med støtte (IPS) / Reconnect" in head
    assert page.url in head
    assert "Siden er bygget 21. november 2026" in head
    assert page.locator(f"{GRID} .sources li").first.is_visible()
    outside = page.locator(f"{GRID} .sources .outside").first
    address = outside.evaluate("link => getComputedStyle(link, '::after').content")
    assert f"({outside.get_attribute('href')})" in address.replace("\\", "")
    hidden = ("h1", "form.pick", "[data-compare] button", STATUS, "#sadan-bruger-i-siden", ".compare__lists")
    assert [name for name in hidden if page.locator(name).count() and page.locator(name).first.is_visible()] == []


def test_the_collected_list_stays_in_the_address(page: Page, base: str) -> None:
    """Adding to the comparison keeps `liste=`, and the links to the records carry it."""
    page.goto(f"{_address(base, IPS)}&liste=puljer/ulfri")
    expect(page.locator(HEADS)).to_have_count(1)
    page.locator("#choice").select_option(RECONNECT)
    page.get_by_role("button", name="Føj til", exact=True).click()
    expect(page.locator(HEADS)).to_have_count(2)
    assert page.url.endswith("id=metoder/ips&id=metoder/reconnect&liste=puljer/ulfri")
    expect(page.locator(HEADS).first).to_have_attribute("href", f"{base}metoder/ips/?liste=puljer/ulfri")


def test_without_javascript_the_page_says_what_to_do(browser: Browser, base: str) -> None:
    """JavaScript off: a plain sentence, and links to every list."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_address(base, IPS, RECONNECT))
    assert "bruger JavaScript" in page.locator("noscript").inner_text()
    assert page.locator("[data-compare]").inner_text() == ""
    assert page.locator(".compare__lists a").count() == 9
    context.close()

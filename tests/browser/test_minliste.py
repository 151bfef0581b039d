"""/min-liste/ and the list that follows the reader through the site; the whole state stands in the address."""

from typing import Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import RULES

IPS = "metoder/ips"
ULFRI = "puljer/ulfri"
RECONNECT = "initiativer/reconnect-koebenhavn"
STATUS = "[data-list] > [role=status]"
BAR = "#indhold > section[aria-label='Min liste']"


def _address(base: str, *names: str) -> str:
    return f"{base}min-liste/?" + "&".join(f"id={quote(name, safe='/')}" for name in names)


def _open(page: Page, base: str, *names: str) -> None:
    page.goto(_address(base, *names))
    expect(page.locator(STATUS)).not_to_be_empty()


def _titles(page: Page) -> list[str]:
    return page.locator(".entry h2 a").all_inner_texts()


def test_records_of_any_kind_stand_below_each_other(page: Page, base: str) -> None:
    """Each with badge, title, résumé, facts, "Kort fortalt" and its numbered sources."""
    _open(page, base, IPS, ULFRI, RECONNECT)
    expect(page.locator(STATUS)).to_have_text("Listen har 3 poster.")
    assert page.locator(".entry .badge").all_inner_texts() == ["Metode", "Finansiering", "Praksiseksempel"]
    for part in ("h2", "p:not([class])", "dt", ".sources ol > li"):
        assert [page.locator(".entry").nth(i).locator(part).count() > 0 for i in range(3)] == [True] * 3
    headings = page.locator(".entry").first.locator("h3").all_inner_texts()
    assert headings == ["Fakta", "Kort fortalt", "Kilder"]


def test_liste_is_read_as_well(page: Page, base: str) -> None:
    """`liste=a,b` and `id=` make one list, each record once."""
    page.goto(f"{base}min-liste/?liste={IPS},{ULFRI}&id={IPS}&id={RECONNECT}")
    expect(page.locator(STATUS)).to_have_text("Listen har 3 poster.")
    assert _titles(page)[0].startswith("Individuelt")


def test_records_are_moved_removed_and_gone_back_to(page: Page, base: str) -> None:
    """The buttons change order and address; the back button undoes each step."""
    _open(page, base, IPS, ULFRI, RECONNECT)
    first = _titles(page)[0]
    page.get_by_role("button", name=f"Flyt ned {first}").click()
    expect(page.locator(STATUS)).to_contain_text(f"{first} er nu nummer 2.")
    assert page.url == _address(base, ULFRI, IPS, RECONNECT)
    page.get_by_role("button", name=f"Fjern {first}").click()
    expect(page.locator(STATUS)).to_have_text(f"{first} er fjernet. Listen har 2 poster.")
    assert page.url == _address(base, ULFRI, RECONNECT)
    page.go_back()
    expect(page.locator(".entry")).to_have_count(3)
    page.go_back()
    expect(page.locator(".entry h2 a").first).to_have_text(first)


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """Moving and removing by Enter; focus follows the record, then goes to the next."""
    _open(page, base, IPS, ULFRI, RECONNECT)
    first = _titles(page)[0]
    page.get_by_role("button", name=f"Flyt ned {first}").press("Enter")
    expect(page.get_by_role("button", name=f"Flyt ned {first}")).to_be_focused()
    expect(page.locator(".entry h2 a").nth(1)).to_have_text(first)
    page.keyboard.press("Enter")
    expect(page.locator(".entry h2 a").nth(2)).to_have_text(first)
    expect(page.get_by_role("button", name=f"Flyt op {first}")).to_be_focused()
    for left in (2, 1, 0):
        page.locator(".entry").last.get_by_role("button", name="Fjern").press(
            "Enter"
        ) if left == 2 else page.keyboard.press("Enter")
        expect(page.locator(".entry")).to_have_count(left)
    expect(page.locator(STATUS)).to_contain_text("Listen er tom")
    expect(page.locator(STATUS)).to_be_focused()


def test_the_link_is_copied(page: Page, base: str) -> None:
    """The copied link is the list's address; where copying is refused, a field shows it."""
    page.goto(f"{base}min-liste/?liste={IPS},{ULFRI}")
    expect(page.locator(".entry")).to_have_count(2)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Kopiér linket").click()
    expect(page.locator(STATUS)).to_have_text("Linket er kopieret.")
    assert page.evaluate("window.copied") == _address(base, IPS, ULFRI)
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(); undefined")
    page.get_by_role("button", name="Kopiér linket").click()
    expect(page.get_by_label("Linket til listen")).to_have_value(_address(base, IPS, ULFRI))


def test_the_list_follows_the_reader(page: Page, base: str) -> None:
    """From a record to a list page to another record and to the list, with nothing but the address."""
    page.goto(f"{base}{IPS}/")
    assert not page.locator(BAR).is_visible()
    add = page.locator("a[data-add-to-list]")
    add.click()
    assert page.url == f"{base}{IPS}/?liste={IPS}"
    expect(page.locator("#indhold > [role=status]")).to_contain_text("Føjet til min liste")
    expect(page.locator(BAR)).to_contain_text("Min liste: 1 post – Åbn listen")
    expect(add).to_contain_text("Står på min liste")
    page.locator(".crumbs a").last.click()
    page.wait_for_url(f"{base}metoder/?liste={IPS}")
    page.get_by_role("link", name="Reconnect", exact=True).first.click()
    page.wait_for_url(f"{base}metoder/reconnect/?liste={IPS}")
    page.locator("a[data-add-to-list]").press("Enter")
    expect(page.locator(BAR)).to_contain_text("2 poster")
    page.get_by_role("link", name="Åbn listen", exact=True).click()
    expect(page.locator(STATUS)).to_have_text("Listen har 2 poster.")
    assert not page.locator(BAR).is_visible()
    page.get_by_role("button", name="Fjern Reconnect").click()
    expect(page.locator(".entry")).to_have_count(1)
    page.locator(".collection__lists a").first.click()
    expect(page.locator(BAR)).to_contain_text("1 post")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_record_that_is_on_the_list_leads_to_it(page: Page, base: str) -> None:
    """The link does not add a record twice, and a full list says so."""
    page.goto(f"{base}{IPS}/?liste={IPS}")
    page.locator("a[data-add-to-list]").click()
    expect(page.locator(STATUS)).to_have_text("Listen har 1 post.")
    full = ",".join(f"metoder/x{i}" for i in range(40))
    page.goto(f"{base}{IPS}/?liste={full}")
    expect(page.locator(BAR)).to_contain_text("30 poster")
    page.locator("a[data-add-to-list]").click()
    expect(page.locator("#indhold > [role=status]")).to_contain_text("allerede 30 poster")


def test_links_keep_their_query_and_their_anchor(page: Page, base: str) -> None:
    """The list is added to links of the site only, and the search form sends it on."""
    page.goto(f"{base}{IPS}/?liste={IPS}")
    expect(page.locator(BAR)).to_be_visible()
    hrefs = page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [
        href
        for href in hrefs
        if href.startswith(("#", "http", "mailto:")) and "liste=" in href and "min-liste" not in href
    ] == []
    assert f"../../min-liste/?id={IPS}&liste={IPS}" in hrefs
    assert page.locator("form[action] input[name=liste]").first.input_value() == IPS


BAD = {
    "unknown": "metoder/findes-ikke",
    "malformed": "../../x",
    "markup": "<img src=x onerror=alert(1)>",
    "right to left": "\u202eמטודה/شيء",
    "long": "metoder/" + "a" * 10_000,
    "language": "__proto__/x",
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_address_gets_a_sentence(page: Page, base: str, what: str) -> None:
    """What cannot be shown is named in a sentence above what can; nothing runs, nothing is wider than the page."""
    page.on("dialog", lambda dialog: pytest.fail(f"ran: {dialog.message}"))
    page.set_viewport_size({"width": 320, "height": 640})
    _open(page, base, IPS, BAD[what], ULFRI)
    expect(page.locator(".entry")).to_have_count(2)
    notice = page.locator("[data-list] > div:first-child .warning")
    assert notice.count() == 1
    assert BAD[what][:40].removeprefix("\u202e") in notice.inner_text()
    assert len(notice.inner_text()) < 400
    assert page.locator("[data-list] img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{base}{IPS}/?liste={quote(BAD[what])},{IPS}")
    expect(page.locator(BAR)).to_contain_text("Min liste: ")


def test_fifty_records_show_thirty(page: Page, base: str) -> None:
    """Of too many records the first thirty are shown, with a sentence."""
    page.goto(f"{base}udgivere/s/")
    links = page.locator(".source-list li > a:first-child")
    names = links.evaluate_all("links => links.slice(0, 50).map(a => a.pathname.split('/').slice(-3, -1).join('/'))")
    assert len(names) == 50
    _open(page, base, *names)
    expect(page.locator(".entry")).to_have_count(30)
    expect(page.locator("[data-list] > div:first-child .warning")).to_contain_text("de første 30 af 50")


def test_an_empty_list_says_how_to_begin(page: Page, base: str) -> None:
    """Without ids: a sentence, no buttons that do nothing."""
    page.goto(f"{base}min-liste/")
    expect(page.locator(STATUS)).to_contain_text("Listen er tom")
    assert page.locator("[data-list] button:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_list(page: Page, base: str, scheme: Literal["light", "dark"]) -> None:
    """No breach of WCAG 2.2 A and AA on the list with content, and on a record's page with the bar."""
    page.emulate_media(color_scheme=scheme)
    _open(page, base, IPS, ULFRI, RECONNECT, "metoder/nix")
    expect(page.locator(".entry")).to_have_count(3)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()
    page.goto(f"{base}{IPS}/?liste={IPS}")
    expect(page.locator(BAR)).to_be_visible()
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390])
def test_a_list_fits_a_phone(page: Page, base: str, width: int) -> None:
    """No sideways scroll with content, nor on a record's page with the bar."""
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, base, IPS, ULFRI, RECONNECT)
    expect(page.locator(".entry")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{base}{IPS}/?liste={IPS}")
    expect(page.locator(BAR)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_is_one_annex(page: Page, base: str) -> None:
    """In print: a head with date, contents and origin; each record with sources and addresses; no controls."""
    _open(page, base, IPS, ULFRI, RECONNECT)
    expect(page.locator(".entry")).to_have_count(3)
    page.emulate_media(media="print")
    head = page.locator(".paper").inner_text()
    assert "Bilag" in head
    assert "Siden er bygget 21. november 2026" in head
    assert page.url in head
    assert page.locator(".paper li").count() == 3
    assert page.locator(".entry").first.evaluate("node => getComputedStyle(node).breakInside") == "avoid"
    printed = "link => getComputedStyle(link, '::after').content"
    outside = page.locator(".entry .sources .outside").first
    assert outside.get_attribute("href") in outside.evaluate(printed).replace("\\", "")
    source = page.locator(".entry .sources li:not(:has(.outside)) a").first
    assert source.is_visible()
    address = source.evaluate(printed)
    assert f"{base}kilder/" in address
    assert "liste=" not in address
    assert [one for one in ("h1", "[data-list] button", STATUS) if page.locator(one).first.is_visible()] == []


def test_without_javascript_the_page_says_what_to_do(browser: Browser, base: str) -> None:
    """JavaScript off: a plain sentence, links to every list, and a record's link that leads here."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{IPS}/")
    page.locator("a[data-add-to-list]").click()
    assert page.url == _address(base, IPS)
    assert "bruger JavaScript" in page.locator("noscript").inner_text()
    assert page.locator(".collection__lists a").count() == 9
    context.close()

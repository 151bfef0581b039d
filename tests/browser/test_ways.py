"""The ways through the site: from a task to a list, from a claim to its source, by keyboard, on paper."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import RECORDS
from tests.browser.serving import served
from tests.building import SOURCE_URL

DATA = Path(__file__).resolve().parent.parent.parent / "data"
AddressOf = Callable[[str], str]
TASKS = {
    "Find et initiativ": "initiativer",
    "Vælg en metode": "metoder",
    "Lav et partnerskab": "partnerskabsmodeller",
    "Gør noget ved ensomhed": "ensomhedsspor",
    "Find penge": "puljer",
}


@pytest.mark.parametrize("task", TASKS)
def test_a_task_leads_to_its_list(page: Page, base: str, task: str) -> None:
    """Each task on the front page tells how many records there are and leads to the list that shows them."""
    kind = TASKS[task]
    page.goto(base)
    assert page.locator(".task h3").all_inner_texts() == list(TASKS)
    card = page.locator(".task", has_text=task)
    files = len(list((DATA / kind).glob("*.yml")))
    assert re.findall(r"\d+", card.locator(".task__count").inner_text()) == [str(files)]
    card.get_by_role("link", name=task).click()
    assert page.url == f"{base}{kind}/"
    assert page.locator(".card").count() == files


def test_the_menu_of_a_phone_opens_with_the_keyboard(page: Page, base: str) -> None:
    """At 390 px Tab reaches the menu, Enter opens it, and its links lead on below the site's own address."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}om/evidens/")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Menu"
    assert not page.locator(".menu .nav").is_visible()
    page.keyboard.press("Enter")
    assert page.locator(".menu .nav").is_visible()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Initiativer"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}initiativer/")
    assert page.locator("h1").inner_text() == "Initiativer"


@pytest.mark.parametrize("page_type", [one for one in RECORDS if one != "post:kilder"])
def test_a_claim_leads_to_its_source_and_back(page: Page, base: str, address_of: AddressOf, page_type: str) -> None:
    """The mark behind a claim leads to the numbered source, that to the source's page, which names the record."""
    address = address_of(page_type)
    page.goto(base + address)
    title = page.locator("h1").inner_text()
    mark = page.locator(".mark").first
    number, place = re.findall(r"\[(\d+), (.+)\]", mark.inner_text())[0]
    mark.press("Enter")
    assert page.url == f"{base}{address}#kilde-{number}"
    source = page.locator(f".sources #kilde-{number}")
    assert source.evaluate("node => [...node.parentNode.children].indexOf(node) + 1") == int(number)
    assert place in source.inner_text()
    link = source.get_by_role("link").first
    name = link.inner_text()
    link.click()
    assert page.locator("h1").inner_text() == name
    assert page.locator("#indhold").get_by_role("link", name=title, exact=True).count() >= 1


def test_paper_has_no_navigation_and_shows_addresses(page: Page, changed_site: Path) -> None:
    """In print the navigation is gone and the address of a link out of the site stands behind it."""
    hidden = (".top", ".bottom nav", ".crumbs", ".post__foot .actions")
    with served(changed_site) as base:
        page.goto(f"{base}metoder/ips/")
        assert [name for name in hidden if not page.locator(name).first.is_visible()] == []
        page.emulate_media(media="print")
        assert [name for name in hidden if page.locator(name).first.is_visible()] == []
        outside = page.locator(f'.sources a[href="{SOURCE_URL}"]')
        assert outside.evaluate("node => getComputedStyle(node, '::after').content") == f'" ({SOURCE_URL})"'


def test_an_old_address_leads_on(page: Page, changed_site: Path) -> None:
    """The address of an id that a record had before leads to the record."""
    with served(changed_site) as base:
        page.goto(f"{base}metoder/individuelt-planlagt-job/")
        page.wait_for_url(f"{base}metoder/ips/")
        assert page.locator(".badge").first.inner_text() == "Metode"


def test_an_unknown_address_gets_the_sites_own_page(base: str) -> None:
    """What does not exist is answered with 404 and the page that helps on."""
    with pytest.raises(HTTPError) as answer:
        urlopen(f"{base}findes/ikke/")
    assert answer.value.code == 404
    assert "<h1>Siden findes ikke</h1>" in answer.value.read().decode("utf-8")

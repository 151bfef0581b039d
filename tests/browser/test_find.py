"""/find/: text, filters, counts, the address that holds it all, and what is said when nothing fits."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
DATA = Path(__file__).parent.parent.parent / "data"


def records(kind: str) -> int:
    """The number of records of a kind in the catalogue."""
    return len(list((DATA / kind).glob("*.yml")))


def count(page: Page) -> int:
    """The number that the page says it has found."""
    expect(page.locator("[data-find][aria-busy=false]")).to_be_visible()
    return int(page.locator("[data-find] .count").inner_text().split()[0].replace(".", ""))


def box(page: Page, group: str, value: str) -> Locator:
    """The checkbox of a filter value, with its group unfolded."""
    drawer = page.locator(".find__filters")
    if drawer.get_attribute("open") is None:
        drawer.locator("> summary").click()
    part = page.locator(f'details[data-group="{group}"]')
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part.get_by_role("checkbox", name=re.compile(rf"^{re.escape(value)} \("))


def test_one_group_widens_and_another_narrows(page: Page, base: str) -> None:
    """Two values of one group give the sum of both; a value of another group leaves only what has it too."""
    page.goto(base + "find/")
    everything = count(page)
    box(page, "slags", "Metode").check()
    methods = count(page)
    box(page, "slags", "Strategispor").check()
    both = count(page)
    assert (methods, both) == (records("metoder"), records("metoder") + records("ensomhedsspor"))
    box(page, "emne", "Ensomhed").check()
    assert 0 < count(page) < both < everything


def test_a_count_is_what_choosing_it_gives(page: Page, base: str) -> None:
    """The number beside a value is the number of results when it is chosen; values without results are not shown."""
    page.goto(base + "find/?slags=Praksiseksempel")
    count(page)
    shown = box(page, "kommune", "København")
    promised = int(re.findall(r"\((\d+)\)", shown.locator("xpath=..").inner_text())[0])
    shown.check()
    assert count(page) == promised
    assert "(0)" not in page.locator(".find__groups").inner_text()


@pytest.mark.parametrize(
    ("kinds", "first"), [("slags=Kilde&slags=Frist", "Frist"), ("slags=Frist&slags=Metode", "Metode"), ("", "Metode")]
)
def test_what_others_have_done_comes_first_and_sources_last(page: Page, base: str, kinds: str, first: str) -> None:
    """Where nothing is asked for, a reader meets methods first and the bare sources last."""
    page.goto(f"{base}find/?{kinds}")
    count(page)
    expect(page.locator(".hit .badge").first).to_have_text(first)


def test_nothing_of_the_index_is_fetched_before_somebody_searches(page: Page, base: str) -> None:
    """Everything is listed with text, without engine or index; a search then asks for few files of the index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + "find/")
    assert count(page) > 2000
    expect(page.locator(".hit .hit__text").first).not_to_be_empty()
    looked_up = [url.rpartition("/")[2] for url in asked if re.search(r"/opslag-\w+/", url)]
    assert [name for name in looked_up if not name.endswith(".pf_fragment")] == ["facetter.json"]
    page.get_by_label("Søg i kataloget").fill("mentor")
    expect(page.locator("[data-find] .count")).not_to_contain_text("2.")
    assert 0 < len([url for url in asked if "/pagefind/index/" in url]) < 20


def test_no_script_waits_for_another_to_be_read(page: Page, base: str) -> None:
    """Every module that the page runs stands in the page itself, and it names no other."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + "find/")
    count(page)
    named = page.locator("script[src], link[rel=modulepreload]").evaluate_all(
        "all => all.map((one) => one.src ?? one.href)"
    )
    assert sorted(url for url in asked if url.endswith(".js")) == sorted(named)


def test_an_engine_that_fails_is_told(browser: Browser, base: str) -> None:
    """Everything is listed without the engine; a search that cannot reach it says so and names another way."""
    page = browser.new_page()
    page.route("**/soeg/tabeller.json", lambda route: route.abort())
    page.goto(base + "find/")
    assert count(page) > 2000
    page.get_by_label("Søg i kataloget").fill("mentor")
    told = "Søgningen kan ikke nås lige nu. Brug listerne nedenfor, eller prøv igen."
    expect(page.locator("[data-find] .count")).to_have_text(told)
    page.close()


def test_the_address_holds_everything(page: Page, base: str) -> None:
    """Text, filters and order stand in the address: the link shows the same, and Back undoes a choice."""
    page.goto(base + "find/?q=unge")
    before = count(page)
    box(page, "slags", "Metode").check()
    expect(page).to_have_url(base + "find/?q=unge&slags=Metode")
    page.locator("#find-sort").select_option("titel")
    expect(page).to_have_url(base + "find/?q=unge&slags=Metode&sort=titel")
    count(page)
    first = page.locator(".hit__title").first.inner_text()
    page.reload()
    count(page)
    assert page.locator(".hit__title").first.inner_text() == first
    page.go_back()
    page.go_back()
    expect(page).to_have_url(base + "find/?q=unge")
    assert count(page) == before


def test_titles_sort_as_the_danish_alphabet(page: Page, base: str) -> None:
    """Sorted by title, æ, ø and å come last."""
    page.goto(base + "find/?slags=Begreb&sort=titel")
    total = count(page)
    while page.locator(".more").is_visible():
        page.locator(".more").click()
        count(page)
    titles = page.locator(".hit__title").all_inner_texts()
    assert len(titles) == total
    assert (titles[0][0], titles[-1]) == ("§", "Årsværk")


def test_a_chip_takes_its_filter_away(page: Page, base: str) -> None:
    """Each chosen value is a chip that removes it, by keyboard too."""
    page.goto(base + "find/?slags=Metode&slags=Lov")
    count(page)
    chip = page.get_by_role("button", name=re.compile("^Lov"))
    chip.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "find/?slags=Metode")
    assert count(page) == records("metoder")


def test_no_results_says_what_it_does_not_mean(page: Page, base: str) -> None:
    """An empty answer names what was looked for, says what it does not mean, and offers topics."""
    page.goto(base + "find/?q=xyzzy")
    said = page.locator("[data-find] .absent")
    expect(said).to_contain_text('Vi fandt ikke noget om "xyzzy". "Ikke fundet" betyder ikke, at det ikke findes.')
    expect(page.locator("[data-find] .count")).to_have_text("Ingen resultater")
    page.get_by_role("link", name="Ensomhed", exact=True).last.click()
    assert count(page) > 0


def test_a_guess_is_told(page: Page, base: str) -> None:
    """A misspelt word is answered with what is nearest, and the page says that it guessed."""
    page.goto(base + "find/?q=ensomhde")
    assert count(page) > 0
    told = page.locator(".find__notes")
    expect(told).to_have_text('Vi kender ikke "ensomhde" og viser, hvad der ligner mest.')


def test_an_unknown_filter_in_the_address_is_told(page: Page, base: str) -> None:
    """A filter value that does not exist gives no results and a plain sentence, with a chip to remove it."""
    page.goto(base + "find/?emne=%3Cb%3Eukendt%3C/b%3E&foo=bar&sort=nonsens")
    expect(page.locator(".find__notes .warning")).to_have_text(
        'Filteret "<b>ukendt</b>" findes ikke. Fjern det for at se flere.'
    )
    page.get_by_role("button", name=re.compile("ukendt")).click()
    assert count(page) > 400


def test_headings_lead_into_the_page(page: Page, base: str) -> None:
    """A result names the headings under which it answers, and they lead there."""
    page.goto(base + "find/?q=Sammen+om+de+unge")
    count(page)
    link = page.locator(".hit__headings a").first
    address = link.get_attribute("href") or ""
    link.click()
    assert "#" in address
    expect(page.locator(f"#{address.split('#')[1]}")).to_have_count(1)


def test_lists_remain_without_script(browser: Browser, base: str) -> None:
    """Without JavaScript the page says so, and the lists by kind, topic and municipality are there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "find/")
    expect(page.locator("noscript .warning")).to_contain_text("Søgningen bruger JavaScript")
    for name in ("initiativer", "alle emner", "alle kommuner"):
        expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    context.close()

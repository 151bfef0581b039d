"""/kilder/: publishers by letter, and a field that finds sources among all of them."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from macros import source
from macros.text import plural

DATA = Path(__file__).resolve().parent.parent.parent / "data"
FIELD = "Find en kilde"
FOUND = "[data-filter-found] li"
SAID = "[role=status].count"


def test_every_source_stands_under_the_letter_of_its_publisher(page_without_script: Page, base: str) -> None:
    """JavaScript off: /kilder/ leads to a page for each letter, and together they have every source once."""
    page = page_without_script
    page.goto(f"{base}kilder/")
    expect(page.get_by_label(FIELD)).to_be_hidden()
    letters = page.locator(".publishers section > p > a").evaluate_all("links => links.map((one) => one.href)")
    listed = []
    for address in letters:
        page.goto(address)
        listed += page.locator(".source-list li > a").evaluate_all("links => links.map((one) => one.pathname)")
    ids = [path.rstrip("/").rpartition("/")[2] for path in listed]
    known = [path.stem for path in (DATA / "kilder").glob("*.yml")]
    assert len(ids) == len(set(ids)) > 1000
    assert set(known) <= set(ids)


def test_a_publisher_leads_to_its_sources(page: Page, base: str) -> None:
    """The number behind a publisher is that of its sources, which stand where its link leads."""
    page.goto(f"{base}kilder/")
    line = page.locator(".publishers li", has=page.get_by_role("link", name="Aarhus Kommune", exact=True))
    number = int(line.inner_text().rpartition("(")[2].rstrip(")"))
    line.get_by_role("link").click()
    assert page.url == f"{base}udgivere/aa/#udgiver-aarhus-kommune"
    expect(page.locator("section[aria-labelledby=udgiver-aarhus-kommune] li")).to_have_count(number)


def test_the_sources_can_be_narrowed_down(page: Page, base: str) -> None:
    """Typing finds the sources with the words, however æ, ø and å are typed, and the count is announced."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}kilder/", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("/kilder.json")]
    page.get_by_label(FIELD).fill("koebenhavns kommune")
    expect(page.locator(SAID).first).to_contain_text('med "koebenhavns kommune"')
    told = [text.lower() for text in page.locator(FOUND).all_inner_texts()]
    assert page.locator(SAID).first.inner_text() == f'{plural(len(told), "kilde", "kilder")} med "koebenhavns kommune"'
    assert len(told) > 5
    assert all("københavns" in text and "kommune" in text for text in told)
    expect(page.locator(".publishers")).to_be_hidden()
    page.locator(FOUND).first.get_by_role("link").click()
    assert page.locator(".post--kilder").count() == 1


def test_a_title_a_year_and_nothing(page: Page, base: str) -> None:
    """A source is found by title and year; of many a hundred are shown; what nothing has leaves the list standing."""
    page.goto(f"{base}kilder/")
    known = source.read(DATA / "kilder" / "aftale-om-ungeloeftet-2024.yml").values
    page.get_by_label(FIELD).fill(f"{known['titel']} {known['aar']}")
    expect(page.locator(FOUND).get_by_role("link", name=str(known["titel"]), exact=True)).to_have_count(1)
    page.get_by_label(FIELD).fill("e")
    expect(page.locator(FOUND)).to_have_count(100)
    expect(page.locator(SAID).first).to_contain_text(". Her er de første 100")
    page.get_by_label(FIELD).fill("qqq")
    expect(page.locator(SAID).first).to_have_text('0 kilder med "qqq"')
    expect(page.locator(".publishers")).to_be_visible()
    page.get_by_label(FIELD).fill("")
    expect(page.locator(SAID).first).to_have_text("")


def test_sources_out_of_reach_are_told(browser: Browser, base: str) -> None:
    """Where the file of the sources cannot be fetched, the list stays and a sentence says so."""
    page = browser.new_page()
    page.route("**/kilder.json", lambda route: route.abort())
    page.goto(f"{base}kilder/")
    page.get_by_label(FIELD).fill("kommune")
    told = "Kilderne kan ikke hentes lige nu. Brug listen nedenfor, eller prøv igen."
    expect(page.locator(SAID).first).to_have_text(told)
    expect(page.locator(".publishers")).to_be_visible()
    page.close()

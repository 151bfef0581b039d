"""The search field: what it fetches and when, keyboard, screen reader, bad input, and help when nothing is found."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.search import danish, fragments, tables
from macros.search.pages import documents

pytestmark = pytest.mark.browser
DATA = Path(__file__).parent.parent.parent / "data"
SUGGESTION = "#soeg-forslag [role=option]"
STRANGE = {
    "long": "unge " * 2000,
    "symbols": "%&/()=?`^*'\"\\;:<>{}[]|~",
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "right to left": "\u202eשלום\u202c \u200f",
    "spaces": "   ",
}


def test_nothing_is_fetched_before_focus(page: Page, base: str, lookups: Path) -> None:
    """The engine and its tables are asked for when the field gets focus, not when a page opens."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    page.goto(base + "metoder/ips/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url or "soeg/" in url or url.endswith("js/soeg.js")] == []
    with page.expect_response("**/soeg/tabeller.json"):
        page.locator("#soeg").focus()
    assert f"{lookups.name}/pagefind/pagefind.js" in asked


def test_the_twins_agree(page: Page, base: str, scripts: str) -> None:
    """The browser stems every word of the catalogue as the index does."""
    page.goto(base + "om/")
    words = sorted({word for path in DATA.glob("*/*.yml") for word in danish.words(path.read_text(encoding="utf-8"))})
    script = """async ([scripts, words]) => {
        const { stem } = await import(scripts + 'dansk.js');
        const { opslag } = await import(scripts + 'opslag.js');
        const { endelser } = await (await fetch(opslag('soeg/tabeller.json'))).json();
        return words.map((word) => stem(word, endelser));
    }"""
    assert page.evaluate(script, [scripts, words]) == [tables.stem(word) for word in words]
    assert len(words) > 3000


def test_a_name_has_one_key_in_both(page: Page, base: str, site: Path, scripts: str) -> None:
    """The browser makes the same key of every name in the catalogue as the index has for it."""
    names = sorted({name for found in documents(site) for name in (*found.titles, *found.names)})
    short = danish.abbreviations(f"{found.title} {found.text}" for found in documents(site))
    page.goto(base + "om/")
    script = """async ([scripts, names]) => {
        const { lexicon, understand, whole } = await import(scripts + 'dansk.js');
        const { opslag } = await import(scripts + 'opslag.js');
        const lex = lexicon(await (await fetch(opslag('soeg/tabeller.json'))).json());
        return names.map((name) => whole(understand(name, lex)));
    }"""
    told = dict(zip(names, page.evaluate(script, [scripts, names]), strict=True))
    assert len(names) > 1000
    assert told == {name: tables.whole(name, short) for name in names}


def test_only_what_the_search_asks_for_is_published(lookups: Path) -> None:
    """The engine's own search fields, worker and spare word rules are left out of the site."""
    kept = sorted(re.sub(r"da_[0-9a-f]+", "da", path.name) for path in (lookups / "pagefind").iterdir())
    engine = ["pagefind-entry.json", "pagefind.da.pf_meta", "pagefind.js", "wasm.da.pagefind"]
    assert kept == ["fragment", "index", *engine]


def test_a_word_costs_a_small_piece_of_the_index(lookups: Path) -> None:
    """No piece of the index is above 24 kB; with the engine's own setting the largest are 36."""
    large = [path.name for path in (lookups / "pagefind" / "index").iterdir() if path.stat().st_size > 24_000]
    assert large == []


def test_an_opened_document_holds_no_keys(lookups: Path) -> None:
    """What the index alone needs is taken out of the files that a search opens."""
    names = {name for _path, told in fragments.read(lookups / "pagefind") for name in told["meta"]}
    assert names == {"title", "url", "badge", "kind", "ordhele", "ordnavne"}


def test_slash_and_control_k_lead_to_the_field(page: Page, base: str) -> None:
    """ "/" and Ctrl+K move focus to the field from anywhere on a page."""
    for keys in ("/", "Control+k"):
        page.goto(base + "begreber/")
        page.keyboard.press(keys)
        expect(page.locator("#soeg")).to_be_focused()
        assert page.locator("#soeg").input_value() == ""


def test_keyboard_finds_and_opens_a_record(page: Page, base: str) -> None:
    """Typing, arrow down and Enter open the first suggestion; the field tells which one is chosen."""
    page.goto(base + "om/")
    page.keyboard.press("/")
    page.keyboard.type("neet")
    expect(page.locator(SUGGESTION).first).to_contain_text("NEET")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#soeg").get_attribute("aria-activedescendant")
    assert page.locator(SUGGESTION).first.get_attribute("id") == chosen
    expect(page.locator(SUGGESTION).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(base + "ordliste/n/#neet")


def test_suggestions_are_grouped_by_kind_and_marked(page: Page, base: str) -> None:
    """Suggestions stand under the word of their kind, and the words that answer are marked, also in compounds."""
    page.goto(base + "om/")
    page.locator("#soeg").fill("rådgivning")
    expect(page.locator(SUGGESTION).first).to_be_visible()
    assert "Metode" in page.locator("#soeg-forslag .hits__kind").all_inner_texts()
    marked = " ".join(page.locator("#soeg-forslag mark").all_inner_texts()).lower()
    assert "misbrugsrådgivning" in marked
    told = page.locator("form[role=search] [role=status]")
    expect(told).to_have_text(f"{page.locator(SUGGESTION).count()} forslag. Brug piletasterne.")


def test_a_suggestion_leads_into_a_page(page: Page, base: str) -> None:
    """Under a page stands the heading where most of the words are, and it leads there."""
    page.goto(base + "om/")
    page.locator("#soeg").fill("sagsantal")
    heading = page.locator("#soeg-forslag .hits__within a").first
    address = heading.get_attribute("href") or ""
    heading.click()
    assert page.locator(f"#{address.split('#')[1]}").count() == 1


def test_no_suggestions_is_said_where_it_is_seen(page: Page, base: str) -> None:
    """Where nothing is found the field says so in words and what Enter does."""
    page.goto(base + "om/")
    page.locator("#soeg").fill("xyzzy")
    expect(page.locator("#soeg-forslag")).to_have_text('Ingen resultater for "xyzzy". Tryk Enter for hjælp.')


def test_escape_closes_and_enter_leads_to_all_results(page: Page, base: str) -> None:
    """Escape closes the suggestions; Enter with none chosen leads to /find/ with the same words."""
    page.goto(base + "om/")
    page.locator("#soeg").fill("ensomhed")
    expect(page.locator(SUGGESTION).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#soeg-forslag")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(base + "find/?q=ensomhed")


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_is_only_text(page: Page, base: str, text: str) -> None:
    """Whatever is typed, no script runs, nothing is written to the console, and the page stays whole."""
    page.goto(base + "find/")
    page.locator("#find-q").fill(text)
    page.locator("#find-q").press("Enter")
    expect(page.locator("[data-find] .count")).not_to_be_empty()
    assert page.locator("[data-find] img, [data-find] script").count() == 0


def test_an_index_out_of_reach_is_said(browser: Browser, base: str) -> None:
    """When the index cannot be fetched, the field says so in Danish and the form still leads to /find/."""
    page = browser.new_page()
    page.route("**/soeg/tabeller.json", lambda route: route.abort())
    page.goto(base + "om/")
    page.locator("#soeg").fill("ensomhed")
    said = page.locator("form[role=search] [role=status]")
    expect(said).to_have_text("Søgningen kan ikke nås lige nu. Brug menuen, eller prøv igen.")
    page.close()

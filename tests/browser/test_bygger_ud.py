"""/vaerktoejer/partnerskab/: a description as Markdown, for Word and on paper; and what stands there without one."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.views.partnerskabsbygger import SECTIONS, TITLE
from tests.browser import bygger

MARKDOWN = """# Beskrivelse af lokalt partnerskab: A \\| B\\*

Skrevet [day] med Partnerskabsbyggeren i Ungeløftets inspirationskatalog.

## Partnerskabet

### Partnerskabets navn

A \\| B\\*

### Kommune

*Ikke udfyldt.*

### Model, I bygger på

*Ikke udfyldt.*

## Målgruppe

### Hvem vil I nå?

1\\. Unge

\\- alene

### Antal unge

1.525

### Hvor kommer tallet fra?

*Ikke udfyldt.*

## Parter

*Ikke udfyldt.*
"""


def test_markdown_holds_what_was_typed(page: Page, base: str) -> None:
    """Marks that Markdown would read are escaped; blank fields say so; tables, links and ticks have their form."""
    bygger.opened(page, base)
    bygger.write(
        page, {"partnerskabet": {"navn": "A | B*"}, "maalgruppe": {"hvem": "1. Unge\n- alene", "antal": "1525"}}
    )
    text = bygger.download(page, "Hent som Markdown", "partnerskab-a-b.md")
    day = page.evaluate("new Date().toLocaleDateString('da-DK', { dateStyle: 'long' })")
    assert text.startswith(MARKDOWN.replace("[day]", day))
    bygger.write(page, bygger.CASE)
    text = bygger.download(page, "Hent som Markdown", "partnerskab-vejen-videre-i-silkeborg.md")
    assert (
        "## Aktiviteter\n\n| Det gør vi | Fra kataloget | Ansvarlig |\n| --- | --- | --- |\n"
        f"| Job med støtte | [{bygger.IPS}]({base}metoder/ips/) | Jobcenteret |\n"
    ) in text
    assert "| Projektleder | 600.000 | Kommunen |\n| Tilmeldingsbeløb | 240.000 | Puljen |\n" in text
    assert "- [x] Det er let for små foreninger at være med.\n" in text
    assert "- [ ] Partnerskabet bringer noget nyt.\n" in text
    assert text.endswith(f"- [{bygger.IPS}]({base}metoder/ips/)\n")


def test_word_gets_headings_tables_and_links(page: Page, base: str) -> None:
    """The clipboard holds rich text with the Word file's headings in their order, and plain text beside it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE)
    page.get_by_role("button", name="Kopiér til Word").click()
    expect(bygger.news(page)).to_have_text("Beskrivelsen er kopieret. Sæt den ind i Word med Ctrl+V.")
    read = "async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text()"
    rich = LexborHTMLParser(page.evaluate(read, "text/html"))
    assert [one.text() for one in rich.css("h1")] == [f"{TITLE}: Vejen videre i Silkeborg"]
    assert [one.text() for one in rich.css("h2")] == [
        *(one.title for one in SECTIONS),
        "Poster fra inspirationskataloget",
    ]
    titles = [one.title for section in SECTIONS for one in section.fields if one.kind not in {"rows", "check"}]
    assert [one.text() for one in rich.css("h3")] == titles
    assert len(rich.css("table[border='1'] th")) == sum(
        len(field.columns) for section in SECTIONS for field in section.fields
    )
    assert f"{base}metoder/ips/" in {one.attributes["href"] for one in rich.css("a")}
    plain = page.evaluate(read, "text/plain")
    assert "Silkeborg Kommune\tKommune\tLeder arbejdet og skriver beskrivelsen\n" in plain.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "broken", ["navigator.clipboard.write = () => Promise.reject()", "delete window.ClipboardItem"]
)
def test_where_copying_is_refused_the_text_is_marked(page: Page, base: str, broken: str) -> None:
    """The description is shown and selected, so that Ctrl+C takes it."""
    bygger.opened(page, base)
    bygger.write(page, {"partnerskabet": {"navn": "Til hånden"}})
    page.evaluate(f"{broken}; undefined")
    page.get_by_role("button", name="Kopiér til Word").click()
    expect(bygger.news(page)).to_have_text(
        "Browseren kan ikke kopiere selv. Beskrivelsen er markeret. Kopiér den med Ctrl+C."
    )
    expect(page.locator(".builder__paper")).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith(f"{TITLE}: Til hånden")


def test_paper_holds_the_description_alone(page: Page, base: str) -> None:
    """In print there is the description, with every heading, and nothing of the page around it."""
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE)
    page.evaluate(
        "window.print = () => { dispatchEvent(new Event('beforeprint')); window.titled = document.title; }; undefined"
    )
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.titled") == f"{TITLE}: Vejen videre i Silkeborg"
    page.emulate_media(media="print")
    paper = page.locator(".builder__paper")
    expect(paper).to_be_visible()
    assert page.locator("body").inner_text().strip() == paper.inner_text().strip()
    assert paper.locator("h3").all_inner_texts() == [
        *(section.title for section in SECTIONS),
        "Poster fra inspirationskataloget",
    ]
    address = paper.locator(".builder__records a").last.evaluate("one => getComputedStyle(one, '::after').content")
    assert f"{base}metoder/ips/" in address
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


@pytest.mark.parametrize("button", ["Print", "Kopiér til Word", "Hent som Markdown", "Gem som fil", "Ryd alt"])
def test_an_empty_form_says_that_it_is_empty(page: Page, base: str, button: str) -> None:
    """Nothing is printed, copied or saved of nothing; the blank Word file is named."""
    bygger.opened(page, base)
    page.evaluate("window.print = () => { window.printed = true; }; undefined")
    page.get_by_role("button", name=button, exact=True).click()
    expect(bygger.news(page)).to_have_text(
        "I har ikke skrevet noget endnu. Udfyld mindst ét felt, eller hent den tomme skabelon til Word."
    )
    assert page.evaluate("window.printed") is None


def test_without_script_the_page_offers_the_word_file(page_without_script: Page, base: str) -> None:
    """The form is hidden; a sentence says why, and its link gives the file."""
    page_without_script.goto(base + bygger.PAGE)
    expect(page_without_script.locator("[data-builder]")).to_be_hidden()
    told = page_without_script.locator("noscript .warning")
    expect(told).to_contain_text("Partnerskabsbyggeren bruger JavaScript, og det er slået fra her.")
    href = told.locator("a").get_attribute("href") or ""
    answer = page_without_script.request.get(f"{base}{bygger.PAGE}{href}")
    assert answer.body()[:2] == b"PK"


def test_a_first_visit_is_small(page: Page, base: str, site: Path) -> None:
    """Page, styles and scripts are no more than 110 kB together when packed."""
    files: list[Path] = []
    page.on("response", lambda answer: files.append(site / answer.url.removeprefix(base)))
    bygger.opened(page, base)
    told = [path / "index.html" if path.is_dir() else path for path in files]
    assert {path.suffix for path in told} >= {".html", ".css", ".js"}
    assert sum(len(gzip.compress(path.read_bytes())) for path in told) <= 110_000

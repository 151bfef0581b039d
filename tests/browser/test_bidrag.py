"""/bidrag/: somebody fills in the form; what comes out passes the check and is left alone by the formatter."""

import json
import random
import re
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros import layout, source
from macros.model import KINDS
from macros.model.traverse import inner_model, leaves
from macros.rules.record import figures
from tests.browser.proposal import accepted, complaint, is_stable, read
from tests.browser.test_every_page import RULES
from tests.building import ROOT

_KNOWN = source.read(ROOT / "data" / "kilder" / "aftale-om-ungeloeftet-2024.yml").values
SOURCE = "{titel} ({udgiver}, {aar})".format(**_KNOWN)
REPOSITORY = "eksempel/katalog"


def _open(page: Page, base: str, query: str = "") -> None:
    page.goto(f"{base}bidrag/{query}")
    expect(page.locator("[data-contribute][data-ready]")).to_be_visible()


def _on_github(page: Page) -> None:
    """The build knows its repository."""

    def answer(route: Route) -> None:
        told = json.loads(route.fetch().text())
        route.fulfill(json=told | {"repository": REPOSITORY})

    page.route("**/bidrag/formular.json", answer)


def _part(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=re.compile(f"^{name}"))


def _label(where: Page | Locator, text: str) -> Locator:
    """The first field of that name."""
    return where.get_by_label(re.compile(rf"^{re.escape(text)}( \(skal udfyldes\))?$")).first


def _known_source(page: Page, place: str = "s. 1") -> None:
    part = _part(page, "Kilde 1")
    _label(part, "Find kilden").fill(SOURCE)
    _label(part, "Sted i kilden").fill(place)


def _partnership(page: Page, title: str = "Ungefællesskab i Silkeborg") -> None:
    """Everything that a partnership cannot do without."""
    _label(page, "Titel").fill(title)
    _label(page, "Resumé").fill("Kommunen og foreningerne hjælper unge ind i fritidslivet.")
    page.get_by_role("checkbox", name="Fællesskab", exact=True).check()
    _label(page, "Kommuner").fill("Silkeborg")
    _label(page, "Kommuner").press("Enter")
    page.get_by_label(re.compile("^Type")).first.select_option("andet")
    _known_source(page)
    _label(_part(page, "Hvad vi ved 1"), "Tekst").fill("De unge møder en forening.")
    _label(_part(page, "Parter 1"), "Navn").fill("Silkeborg Kommune")
    _label(_part(page, "Parter 1"), "Sektor").select_option("kommune")


def _initiative(page: Page, title: str = "Klub for unge i Silkeborg") -> None:
    """Everything that an initiative cannot do without."""
    _label(page, "Titel").fill(title)
    _label(page, "Resumé").fill("En klub for unge.")
    page.get_by_role("checkbox", name="Fællesskab", exact=True).check()
    _known_source(page)
    _label(_part(page, "Udfordring"), "Tekst").fill("Unge kender ikke foreningerne.")
    _label(_part(page, "Målgruppe"), "Beskrivelse").fill("Unge uden fællesskab.")
    _label(_part(page, "Parter 1"), "Navn").fill("Silkeborg Kommune")
    _label(_part(page, "Parter 1"), "Sektor").select_option("kommune")
    _label(_part(page, "Kerneelementer 1"), "Tekst").fill("En voksen går med.")
    _label(_part(page, "Periode"), "Fra").fill("2025")


def _result(page: Page) -> str:
    page.get_by_role("button", name="Vis forslaget").click()
    heading = page.get_by_role("heading", name="Forslaget er klar til at blive sendt")
    expect(heading.or_(page.locator(".errors:visible"))).to_be_visible()
    assert page.locator(".errors").is_hidden(), page.locator(".errors").inner_text()
    expect(heading).to_be_focused()
    return page.locator(".result pre").text_content() or ""


def _errors(page: Page) -> list[str]:
    page.get_by_role("button", name="Vis forslaget").click()
    expect(page.locator(".errors")).to_be_focused()
    return page.locator(".errors li").all_inner_texts()


def test_a_person_with_a_mouse_proposes_a_partnership(page: Page, base: str, tmp_path: Path) -> None:
    """From a municipality's page: its name is chosen; a known source, parties, an amount, a result."""
    page.goto(f"{base}kommuner/silkeborg/")
    page.get_by_role("link", name="Fortæl os om Silkeborg").click()
    expect(page.locator(".picked")).to_contain_text(["Silkeborg"])
    page.get_by_role("radio", name="Et lokalt partnerskab").check()
    _partnership(page)
    page.get_by_role("button", name="Tilføj: Beløb").click()
    amount = _part(page, "Beløb 1")
    _label(amount, "Hvad beløbet dækker").fill("Tilskud til foreninger")
    _label(amount, "Kroner").fill("250000")
    _label(amount, "Kilde").select_option(label=f"Kilde 1: {SOURCE[:80]}")
    expect(_label(amount, "Sted i kilden")).to_have_value("s. 1")
    text = _result(page)
    assert accepted(text, "partnerskaber", tmp_path / "data") == []
    values = read(text, tmp_path)
    assert values["kommuner"] == ["Silkeborg"]
    assert values["beloeb"] == [
        {"tekst": "Tilskud til foreninger", "kroner": "250000", "kilde": "aftale-om-ungeloeftet-2024", "sted": "s. 1"}
    ]
    assert values["status"] == "ukendt"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", values["gennemgaaet"])
    assert "bekraeftet" not in text


def _type(page: Page, label: str, text: str) -> None:
    """Goes on with Tab until a field of that name has the focus, and types."""
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent")
        if name.removesuffix(" (skal udfyldes)").strip() == label:
            page.keyboard.type(text)
            return
    raise AssertionError(label)


def test_the_keyboard_is_enough(page: Page, base: str, tmp_path: Path) -> None:
    """An initiative with two parties and a new source, by Tab, Space, Enter, arrows and letters alone."""
    _open(page, base)
    _type(page, "Titel", "Klub ved havnen")
    _type(page, "Resumé", "En klub for unge.")
    _type(page, "Fællesskab", " ")
    _type(page, "Kilden står i kataloget", "")
    page.keyboard.press("ArrowDown")
    _type(page, "Titel", "Referat: møde om klubben")
    _type(page, "Udgiver", "Havneforeningen")
    _type(page, "År", "2025")
    _type(page, "Type", "Webside")
    _type(page, "Webadresse", "https://havneforeningen.example/referat")
    _type(page, "Sted i kilden", "punkt 4")
    _type(page, "Tekst", "Unge mangler et sted at være.")
    _type(page, "Beskrivelse", "Unge i byen.")
    _type(page, "Navn", "Havneforeningen")
    _type(page, "Sektor", "Civilsamfund")
    _type(page, "Tilføj: Parter", "\n")
    page.keyboard.type("Kommunen")
    _type(page, "Sektor", "Kommune")
    _type(page, "Tekst", "Klubben har åbent hver uge.")
    _type(page, "Fra", "2025-03")
    _type(page, "Vis forslaget", "\n")
    expect(page.get_by_role("heading", name="Forslaget er klar til at blive sendt")).to_be_focused()
    text = page.locator(".result pre").text_content() or ""
    assert [one["id"] for one in read(text, tmp_path)["nye_kilder"]] == ["referat-moede-om-klubben-2025"]
    assert accepted(text, "initiativer", tmp_path / "data") == []
    assert [party["navn"] for party in read(text, tmp_path)["aktoerer"]] == ["Havneforeningen", "Kommunen"]


def test_a_phone_is_wide_enough(page: Page, base: str, tmp_path: Path) -> None:
    """At 390 px nothing is wider than the screen, with every part unfolded, and a proposal comes out."""
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, base, "?slags=partnerskaber")
    for name in ("Mål", "Beløb"):
        page.get_by_role("button", name=f"Tilføj: {name}").click()
    page.evaluate("document.querySelectorAll('.contribute details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    _errors(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    _partnership(page)
    text = _result(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert accepted(text, "partnerskaber", tmp_path / "data") == []


def test_items_are_added_and_removed_with_the_keyboard(page: Page, base: str) -> None:
    """Enter on "Tilføj" moves to the new item; "Fjern" moves to the next one, then to "Tilføj"; it is told."""
    _open(page, base)
    for name in ("Mål", "Resultater"):
        add = page.get_by_role("button", name=f"Tilføj: {name}")
        add.press("Enter")
        expect(_part(page, f"{name} 1").locator("textarea").first).to_be_focused()
        add.press("Enter")
        _part(page, f"{name} 2").locator("textarea").first.fill("den anden")
        page.get_by_role("button", name=f"Fjern {name} 1").press("Enter")
        expect(page.get_by_role("button", name=f"Fjern {name} 1")).to_be_focused()
        expect(_part(page, f"{name} 1").locator("textarea").first).to_have_value("den anden")
        expect(page.locator(".contribute > [role=status]")).to_have_text(f"{name} 1 er fjernet.")
        page.keyboard.press("Enter")
        expect(add).to_be_focused()


def test_errors_stand_at_the_top_and_beside_the_fields(page: Page, base: str) -> None:
    """The summary gets the focus; each line leads to its field, which says what is wrong."""
    _open(page, base)
    told = _errors(page)
    assert told[:2] == [
        'Titel: feltet "Titel" mangler. Skriv det ind.',
        'Resumé: feltet "Resumé" mangler. Skriv det ind.',
    ]
    page.locator(".errors a").nth(1).press("Enter")
    field = _label(page, "Resumé")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert [page.locator(f"#{id_}").inner_text() for id_ in described] == [
        'Resumé: feltet "Resumé" mangler. Skriv det ind.',
        "Højst 300 tegn i almindeligt sprog.",
    ]
    field.fill("Nu står der noget.")
    assert field.get_attribute("aria-invalid") is None


@pytest.mark.parametrize(
    "mistake",
    [
        ("Målgruppe", "Alder fra", "130", "130 er for højt; højst 120."),
        ("Målgruppe", "Alder fra", "-1", "-1 er for lavt; mindst 0."),
        ("Målgruppe", "Alder fra", "femten", '"femten" er ikke et tal. Brug cifre og punktum, fx 1525 eller 89.7.'),
        ("Periode", "Fra", "1/9 2026", '"1/9 2026" skal være år, måned eller dag: 2026, 2026-09 eller 2026-09-01.'),
        (
            "Periode",
            "Fra",
            "2026-02-30",
            "datoen findes ikke. Skriv år, måned eller dag: 2026, 2026-09 eller 2026-09-01.",
        ),
        (
            "Udfordring",
            "Tekst",
            "Der er 1.525 unge.",
            "tallet 1525 har ingen kilde. Skriv kilde og sted ved udsagnet, eller gentag tallet i et udsagn med kilde.",
        ),
        (
            "Udfordring",
            "Tekst",
            "Skriv til kirsten.jensen@eksempelby.dk.",
            '"kirsten.jensen@eksempelby.dk" ligner en persons mailadresse. Brug en funktionspostkasse, eller slet den.',
        ),
        (
            "Udfordring",
            "Tekst",
            "<b>fed</b>",
            '"<b>" ligner kode. Skriv ren tekst; links hører til i data/kilder.',
        ),
    ],
)
def test_a_mistake_is_told_when_the_field_is_left(page: Page, base: str, mistake: tuple[str, str, str, str]) -> None:
    """The words are those of the check, and they go when the mistake goes."""
    part, label, typed, told = mistake
    _open(page, base)
    field = _label(_part(page, part), label)
    field.fill(typed)
    error = field.locator("xpath=following-sibling::*[contains(@class, 'field__error')]")
    expect(error).to_be_hidden()
    field.press("Tab")
    expect(error).to_have_text(f"{label}: {told}")
    field.fill("")
    expect(error).to_be_hidden()


PIECES = (
    "'", '"', ": ", ":", "- ", "-", "\n", "\n\n", " ", "  ", "\t", "😀", "no", "010", "2026-01-01", "æøå", "#", " # ",
    "{", "}", "[", "]", "&", "*", "!", "|", ">", "%", "@", "`", "?", ",", "...", "---", "~", "null", "=", "\\", "unge",
    "ord", "kommunen", "samarbejdspartnerskab",
)  # fmt: skip
PLAIN = (
    "no", "010", "2026-01-01", "- punkt", '"citat"', "'citat'", "a: b", "tab\there", "linje\nto", "afsnit\n\nto",
    " luft ", "😀 smil", "æøå ÆØÅ", "true", "~", "null", "1e5", "0x1f", "12:30", "1_000", "=", "...", "---", "# nej",
    "a #b", "%", "@a", "`a`", "[a]", "{a}", "!a", "&a", "*a", "| a", "> a", "? a", "", "   ", "a\n b", "a \nb",
    "a\u00a0b", "a\u2028b", "\u200b", "ord " * 60, "langt" * 40, "'" * 120, '"a b" ' * 30, "a\tb " * 40,
    "x" * 4000, "x" * 4001, "a " * 2000,
)  # fmt: skip
REFUSED = (
    "{{ 7 * 7 }}", "{% raw %}", "<script>alert(1)</script>", "</div>", "&amp;", "[x](https://a.dk)", "x" * 20_000,
    "010203-1234", "kirsten@firma.dk", "\x07", "\u202eomvendt", "\ufeff", "{#", "<a",
)  # fmt: skip


PLACES: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    ("Udfordring", ("udfordring", "tekst")),
    ("Kerneelementer 1", ("kerneelementer", 0, "tekst")),
)
"""A statement without a source, and one with."""
NOTHING = {
    "Udfordring": 'feltet "Udfordring" mangler. Skriv det ind.',
    "Kerneelementer 1": 'feltet "Tekst" mangler. Skriv det ind.',
}
"""What is said of a text that is left out: in the first, nothing else was written."""


def _answers() -> list[str]:
    """200 answers, the same each time."""
    chance = random.Random(7)
    count = 200 - len(PLAIN) - len(REFUSED)
    mixed = ["".join(chance.choices(PIECES, k=chance.choice((2, 4, 8, 30, 90)))) for _ in range(count)]
    return [*PLAIN, *REFUSED, *mixed]


def _meant(typed: str) -> str:
    """What the model makes of it: no blanks around, one kind of line break."""
    return typed.replace("\u2028", "\n").strip()


def test_answers_come_out_as_typed_or_are_refused_in_the_words_of_the_check(
    page: Page, base: str, tmp_path: Path
) -> None:
    """Of 200 answers, the form refuses those that the check refuses, with its words; the others come out as typed."""
    page.emulate_media(reduced_motion="reduce")  # clicks need not wait for the page to scroll
    _open(page, base)
    _initiative(page)
    _label(_part(page, "Kerneelementer 1"), "Kilde").select_option(index=1)
    whole = read(_result(page), tmp_path)
    places = {part: page.locator(f"#{_label(_part(page, part), 'Tekst').get_attribute('id')}") for part, _ in PLACES}
    refused = 0
    for typed in _answers():
        for part, path in PLACES:
            field = places[part]
            before = field.input_value()
            field.fill(typed)
            page.locator(".submit").click()
            values = _changed(whole, path, _meant(typed))
            told = complaint(values, "initiativer", path, tmp_path) if _meant(typed) else NOTHING[part]
            if told:
                refused += 1
                expect(page.locator(".errors")).to_be_visible()
                assert page.locator(".errors li").all_inner_texts() == [f"Tekst: {told}"], typed
            else:
                expect(page.locator(".result")).to_be_visible()
                assert page.locator(".errors").is_hidden(), typed
                _comes_out(page, values, tmp_path)
            field.fill(before)
    assert refused > 2 * len(REFUSED)


def _changed(values: dict[str, Any], path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    """A copy with another text in that place."""
    copy: Any = json.loads(json.dumps(values))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = text
    return dict(copy)


def _comes_out(page: Page, values: dict[str, Any], folder: Path) -> None:
    text = page.locator(".result pre").text_content() or ""
    path = folder / "initiativer" / "x.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    assert source.read(path).values == values
    assert is_stable(path)


def _described(model: Any) -> list[dict[str, Any]]:
    """The model as yaml.js wants it described."""
    found = []
    for name, info in model.model_fields.items():
        part = inner_model(info.annotation)
        bare = layout._is_bare(*layout._annotation(model, name))
        found.append({"name": name, "type": "date" if bare else "line", "fields": _described(part) if part else []})
    return found


@pytest.mark.parametrize("kind", ["initiativer", "partnerskaber", "kilder"])
def test_every_record_is_written_as_the_formatter_writes_it(page: Page, base: str, scripts: str, kind: str) -> None:
    """yaml.js gives the bytes that the formatter gives, for each record of the kinds that the form makes."""
    page.goto(f"{base}bidrag/")
    files = sorted((ROOT / "data" / kind).glob("*.yml"))
    values = {path.name: source.read(path).values for path in files}
    script = """async ([scripts, values, fields]) => {
      const { write } = await import(`${scripts}yaml.js`);
      return Object.fromEntries(Object.entries(values).map(([name, one]) => [name, write(one, fields)]));
    }"""
    written = page.evaluate(script, [scripts, values, _described(KINDS[kind].model)])
    assert files
    assert {name: layout.formatted(one, KINDS[kind].model) for name, one in values.items()} == written


def test_figures_are_found_as_the_check_finds_them(page: Page, base: str, scripts: str) -> None:
    """In every text of the catalogue's initiatives and sources the browser sees the figures that Python sees."""
    page.goto(f"{base}bidrag/")
    texts = []
    for path in [*(ROOT / "data" / "initiativer").glob("*.yml"), *(ROOT / "data" / "kilder").glob("*.yml")]:
        record = KINDS[path.parent.name].model.model_validate(source.read(path).values)
        texts += [leaf.value for leaf in leaves(record) if isinstance(leaf.value, str)]
    script = """async ([scripts, texts]) => {
      const { figuresIn } = await import(`${scripts}regler.js`);
      const { opslag } = await import(`${scripts}opslag.js`);
      const form = await (await fetch(opslag("bidrag/formular.json"))).json();
      return texts.map((text) => [...new Set(figuresIn(form, text))].sort());
    }"""
    assert page.evaluate(script, [scripts, texts]) == [sorted(figures(text)) for text in texts]
    assert len(texts) > 500


def test_two_titles_alike_are_told(page: Page, base: str) -> None:
    """A title that is taken, or nearly, is told while it is written."""
    _open(page, base)
    title = "Færre unge pr. medarbejder i Reconnect-indsatsen i København"
    for typed, how in ((title, "den samme"), (f"{title[:-1]}m", "næsten den samme")):
        _label(page, "Titel").fill(typed)
        _label(page, "Titel").press("Tab")
        error = page.locator(".field__error:visible")
        expect(error).to_contain_text(f"titlen er {how} som i data/initiativer/reconnect-koebenhavn.yml.")


def test_a_source_that_the_catalogue_has_is_not_new(page: Page, base: str) -> None:
    """The address of a new source is compared with those that are known; a title must be one of the list."""
    _open(page, base)
    known = next(
        path for path in sorted((ROOT / "data" / "kilder").glob("*.yml")) if source.read(path).values.get("url")
    )
    part = _part(page, "Kilde 1")
    part.get_by_role("radio", name="Det er en ny kilde").check()
    _label(part, "Webadresse").fill(source.read(known).values["url"])
    assert f"Webadresse: adressen står allerede i data/kilder/{known.stem}.yml. Brug den kilde." in _errors(page)
    part.get_by_role("radio", name="Kilden står i kataloget").check()
    _label(part, "Find kilden").fill("Findes ikke")
    assert 'Find kilden: "Findes ikke" findes ikke i data/kilder.' in _errors(page)


def test_sources_are_fetched_when_somebody_looks_for_one(page: Page, base: str) -> None:
    """The list is not loaded with the page; typing a word shows titles that hold it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, base)
    assert not [url for url in asked if url.endswith("kilder.json")]
    field = _label(_part(page, "Kilde 1"), "Find kilden")
    field.focus()
    field.press_sequentially("ungeløft")
    expect(_part(page, "Kilde 1").locator(f'datalist option[value="{SOURCE}"]')).to_have_count(1)
    assert len([url for url in asked if url.endswith("kilder.json")]) == 1


def test_github_mail_and_file(page: Page, base: str, tmp_path: Path) -> None:
    """Three ways out hold the same text: an address at GitHub, a mail, a file."""
    _on_github(page)
    _open(page, base, "?slags=partnerskaber")
    _partnership(page)
    text = _result(page)
    github = urlsplit(page.get_by_role("link", name="Åbn som forslag på GitHub").get_attribute("href") or "")
    assert (github.netloc, github.path) == ("github.com", f"/{REPOSITORY}/new/main")
    assert parse_qs(github.query) == {
        "filename": ["data/partnerskaber/ungefaellesskab-i-silkeborg.yml"],
        "value": [text],
    }
    mail = page.get_by_role("link", name="Send som mail").get_attribute("href") or ""
    assert mail.startswith("mailto:sekretariat@ungeloftet.dk?subject=")
    assert text in unquote(mail).replace("\r\n", "\n")
    with page.expect_download() as started:
        page.get_by_role("link", name="Hent filen").click()
    assert started.value.suggested_filename == "ungefaellesskab-i-silkeborg.yml"
    started.value.save_as(tmp_path / "hentet.yml")
    assert (tmp_path / "hentet.yml").read_bytes() == text.encode()


def test_a_long_proposal_is_copied_or_attached(page: Page, base: str) -> None:
    """Beyond 8,000 characters there is no address to follow: the page says so, and the mail asks for the file."""
    _on_github(page)
    _open(page, base, "?slags=partnerskaber")
    _partnership(page)
    _label(_part(page, "Hvad vi ved 1"), "Tekst").fill("æøå " * 900)
    text = _result(page)
    expect(page.locator(".ways")).to_contain_text("Forslaget er for langt til at følge med til GitHub.")
    expect(page.locator(".ways")).to_contain_text("Forslaget er for langt til at stå i mailen.")
    for name in ("Åbn en tom fil på GitHub", "Send som mail"):
        assert len(page.get_by_role("link", name=name).get_attribute("href") or "") < 400
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Kopiér teksten").click()
    expect(page.locator(".result [role=status]")).to_have_text("Teksten er kopieret.")
    assert page.evaluate("window.copied") == text


def test_github_is_not_offered_without_a_repository(page: Page, base: str) -> None:
    """The site's own settings name none: mail and file remain."""
    _open(page, base, "?slags=partnerskaber")
    _partnership(page)
    _result(page)
    assert page.locator(".ways a").all_inner_texts() == ["Send som mail", "Hent filen"]


def test_answers_survive_a_reload_in_this_tab_only(page: Page, base: str) -> None:
    """Both kinds of proposal are kept, also repeated parts and sources; nothing outlives the tab; "Ryd" clears all."""
    _open(page, base, "?slags=partnerskaber")
    _partnership(page)
    page.get_by_role("button", name="Tilføj: Parter").click()
    _label(_part(page, "Parter 2"), "Navn").fill("  En forening ")
    _label(_part(page, "Parter 2"), "Sektor").select_option("civilsamfund")
    _label(_part(page, "Parter 2"), "Kilde").select_option(index=1)
    before = _result(page)
    page.goto(f"{base}bidrag/")
    expect(_label(_part(page, "Parter 2"), "Navn")).to_have_value("  En forening ")
    assert _result(page) == before
    assert page.evaluate("localStorage.length + document.cookie.length") == 0
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Ryd").click()
    expect(_label(page, "Titel")).to_have_value("")
    page.reload()
    expect(_label(page, "Titel")).to_have_value("")
    expect(page.locator(".picked li")).to_have_count(0)


def test_what_was_kept_can_be_anything(page: Page, base: str) -> None:
    """Answers that are no longer understood are passed over."""
    odd = {
        "kind": "x",
        "answers": {"titel": 5, "kilder": [{"uid": "<b>"}, None], "kommuner": {"chosen": ["Ingensteds"]}, "parter": 7},
    }
    page.goto(f"{base}bidrag/")
    for kept in (json.dumps(odd), "ikke json", "null", "[]"):
        page.evaluate("(kept) => sessionStorage.setItem('bidrag', kept)", kept)
        _open(page, base)
        expect(_label(page, "Titel")).to_have_value("")


def test_an_unknown_municipality_in_the_address_is_told(page: Page, base: str) -> None:
    """It is shown as text and chosen by nobody."""
    _open(page, base, "?kommune=%3Cb%3EBy%3C/b%3E&slags=ukendt")
    expect(page.locator(".contribute > [role=status]")).to_have_text('Vi kender ikke kommunen "<b>By</b>".')
    expect(page.locator(".picked li")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_errors_and_result(page: Page, base: str, scheme: Literal["light", "dark"]) -> None:
    """With every part open, with errors, and with the result."""
    page.emulate_media(color_scheme=scheme)
    for kind in ("initiativer", "partnerskaber"):
        _open(page, base, f"?slags={kind}")
        for name in ("Mål", "Resultater"):
            page.get_by_role("button", name=f"Tilføj: {name}", include_hidden=True).dispatch_event("click")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        _part(page, "Kilde 1").get_by_role("radio", name="Det er en ny kilde").check()
        _errors(page)
        _axe(page)
        page.evaluate("sessionStorage.clear()")
    _open(page, base, "?slags=partnerskaber")
    _partnership(page)
    _result(page)
    _axe(page)


def _axe(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_without_script_the_page_says_what_to_do(browser: Browser, base: str) -> None:
    """The mailbox and the two empty files are there, with their indents."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}bidrag/")
    expect(page.locator("noscript .warning")).to_contain_text("Kopiér i stedet en skabelon nedenfor")
    expect(page.locator("noscript .warning a")).to_have_text("sekretariat@ungeloftet.dk")
    texts = page.locator(".blank pre").all_text_contents()
    assert [text.strip().splitlines()[0] for text in texts] == ["id: skriv-et-kort-navn"] * 2
    assert "\nparter:\n  - navn:\n    sektor:\n" in texts[1]
    context.close()

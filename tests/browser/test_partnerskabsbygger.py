"""/vaerktoejer/partnerskab/: somebody writes a description, and prints, copies, saves and opens it again."""

import gzip
import json
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.views.partnerskabsbygger import SECTIONS, TITLE
from tests.browser.test_every_page import RULES

PAGE = "vaerktoejer/partnerskab/"
IPS = "Individuelt planlagt job med støtte (IPS) (metode)"
NO_COMPANY = "I mangler en virksomhed. Uden den opfylder I ikke kravet til puljemidlerne."
NO_CIVIL = "I mangler en part fra civilsamfundet. Uden den opfylder I ikke kravet til puljemidlerne."
UNCHANGED = "Det, I har skrevet her, er ikke ændret."

CASE: dict[str, dict[str, Any]] = {
    "partnerskabet": {
        "navn": "Vejen videre i Silkeborg",
        "kommune": "Silkeborg",
        "model": "Model for lokale partnerskaber i kommuner (partnerskabsmodel)",
    },
    "maalgruppe": {
        "hvem": "Unge mellem 15 og 29 år uden job og uddannelse i kommunen.\nVi begynder med dem, der er alene.",
        "antal": "120",
        "talkilde": "Vores eget mål for første år. Det er ikke optalt.",
    },
    "parter": {
        "parter": [
            {"navn": "Silkeborg Kommune", "sektor": "kommune", "rolle": "Leder arbejdet og skriver beskrivelsen"},
            {"navn": "Foreninger, som vil være med", "sektor": "civilsamfund", "rolle": "Tager imod de unge"},
            {"navn": "Virksomheder i byen", "sektor": "virksomhed", "rolle": "Åbner for praktik og fritidsjob"},
        ]
    },
    "maal": {
        "maal": [
            {"maal": "De unge har én voksen, som går med.", "opfoelgning": "Vi spørger de unge hvert halve år."},
            {"maal": "Flere unge prøver et job.", "opfoelgning": "Vi tæller forløb hvert kvartal."},
        ]
    },
    "aktiviteter": {
        "aktiviteter": [
            {"aktivitet": "Job med støtte", "post": IPS, "ansvarlig": "Jobcenteret"},
            {"aktivitet": "En aften om ugen i en forening", "post": "", "ansvarlig": "Foreningerne"},
        ]
    },
    "styring": {
        "beslutninger": "En styregruppe med én stemme til hver part mødes fire gange om året.",
        "optagelse": "En forening skriver til projektlederen og skriver under på aftalen.",
        "uenighed": "Styregruppen taler sagen igennem. Kan den ikke blive enig, stemmer den.",
        "rettigheder": "Alle parter ser regnskabet og må bruge materialerne.",
    },
    "tilmeldingsbeloeb": {"beloeb": "20.000", "foreninger": "12", "vilkaar": "Foreningen tager imod mindst to unge."},
    "budget": {
        "budget": [
            {"post": "Projektleder", "kroner": "600000", "finansiering": "Kommunen"},
            {"post": "Tilmeldingsbeløb", "kroner": "240.000", "finansiering": "Puljen"},
        ]
    },
    "evaluering": {"temaer": "Hvordan små foreninger er med.", "evaluator": "Ikke valgt endnu"},
    "tidsplan": {"trin": [{"hvornaar": "Januar 2027", "hvad": "Parterne skriver under"}]},
    "risici": {
        "risici": [
            {"risiko": "For få foreninger", "modtraek": "Vi besøger dem", "ansvarlig": "Projektlederen"},
        ]
    },
    "tjekliste": {"p1": True, "p2": True, "p3": False, "p4": False},
}
"""A municipality of Silkeborg's size plans a partnership. Every figure is its own plan, and none is from a source."""


def _open(page: Page, base: str) -> None:
    page.goto(base + PAGE)
    expect(page.locator("[data-builder][data-ready]")).to_be_visible()


def _field(page: Page | Locator, section: str, name: str) -> Locator:
    part = page.locator(f"[data-section={section}] [data-field={name}]")
    return part.locator("input, textarea, select")


def _fill(field: Locator, value: str | bool) -> None:
    if isinstance(value, bool):
        field.set_checked(value)
    elif field.evaluate("one => one.localName") == "select":
        field.select_option(value)
    else:
        field.fill(value)


def _write(page: Page, answers: dict[str, dict[str, Any]]) -> None:
    """Fills in every field by hand; rows are added with the button."""
    for section in SECTIONS:
        for field in section.fields:
            value = answers.get(section.id, {}).get(field.name)
            if field.kind != "rows":
                if value is not None:
                    _fill(_field(page, section.id, field.name), value)
                continue
            for index, row in enumerate(value or []):
                if index:
                    page.get_by_role("button", name=f"Tilføj: {field.title}", exact=True).click()
                part = page.get_by_role("group", name=f"{field.title} {index + 1}", exact=True)
                for name, typed in row.items():
                    _fill(part.locator(f"[data-field={name}]").locator("input, select"), typed)


_READ = """() => Object.fromEntries([...document.querySelectorAll("[data-section]")].map((section) => {
  const value = (field) => {
    const input = field.querySelector("input, textarea, select");
    return input.type === "checkbox" ? input.checked : input.value;
  };
  const values = (place) => Object.fromEntries([...place].map((field) => [field.dataset.field, value(field)]));
  const rows = [...section.querySelectorAll("[data-rows]")].map((one) => [
    one.dataset.rows,
    [...one.querySelectorAll("[data-list] > fieldset")].map((row) => values(row.querySelectorAll("[data-field]"))),
  ]);
  const single = [...section.querySelectorAll("[data-field]")].filter((field) => !field.closest("[data-rows]"));
  return [section.dataset.section, {...values(single), ...Object.fromEntries(rows)}];
}))"""


def _read(page: Page) -> Any:
    """What stands in the fields, by section."""
    return page.evaluate(_READ)


def _news(page: Page) -> Locator:
    return page.locator(".builder__news [role=status]")


def _download(page: Page, button: str, name: str) -> str:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    assert started.value.suggested_filename == name
    return Path(started.value.path()).read_text(encoding="utf-8")


def _upload(page: Page, text: str, name: str = "fil.json") -> None:
    page.get_by_label("Åbn en gemt fil").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_description_is_written_kept_saved_and_opened_again(page: Page, base: str) -> None:
    """All that is typed survives a reload, and a saved file gives the same values back in a fresh page."""
    _open(page, base)
    _write(page, CASE)
    assert _read(page) == CASE
    page.reload()
    expect(page.locator("[data-ready]")).to_be_visible()
    assert _read(page) == CASE
    saved = _download(page, "Gem som fil", "partnerskab-vejen-videre-i-silkeborg.json")
    told = json.loads(saved)
    assert (told["format"], told["version"]) == ("ungeloeftet-partnerskabsbeskrivelse", 1)
    assert told["svar"] == CASE
    page.evaluate("sessionStorage.clear()")
    _open(page, base)
    assert _read(page)["parter"] == {"parter": [{"navn": "", "sektor": "", "rolle": ""}]}
    _upload(page, saved)
    expect(_news(page)).to_have_text("Filen er åbnet.")
    assert _read(page) == CASE
    expect(page.locator("[data-review]")).to_have_text("Alle trin er udfyldt.")


def test_nothing_leaves_the_tab(page: Page, base: str, lookups: Path) -> None:
    """While somebody writes, only the list of records is fetched; only this tab keeps the text; the page says so."""
    _open(page, base)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url.removeprefix(base)}"))
    _write(page, CASE)
    assert asked == [f"GET {lookups.name}/partnerskab/poster.json"]
    assert page.evaluate("[localStorage.length, document.cookie, Object.keys(sessionStorage)]") == [
        0,
        "",
        ["partnerskab"],
    ]
    expect(page.locator(".builder > .note").first).to_contain_text("Siden sender intet.")


def test_missing_parties_are_told_with_the_record_that_requires_them(page: Page, base: str) -> None:
    """Civil society and companies are asked for until a party has both a name and that sector."""
    _open(page, base)
    required = page.locator("[data-required] p")
    expect(required).to_have_text([NO_CIVIL, NO_COMPANY])
    cited = page.locator("[data-section=parter] > .note a").first
    assert cited.get_attribute("href") == "../../partnerskabsmodeller/ungeloeftet-lokalt-partnerskab/"
    assert page.locator("[data-section=parter] > .note .mark").text_content() == "Kilde [1, svaret, s. 2]"
    assert page.locator("#kilde-1 a").first.get_attribute("href") == "../../kilder/svar-833-ungeloeftet/"
    _field(page, "parter", "sektor").select_option("virksomhed")
    expect(required).to_have_text([NO_CIVIL, NO_COMPANY])
    _field(page, "parter", "navn").fill("Virksomheder i byen")
    expect(required).to_have_text([NO_CIVIL, "Med: en virksomhed (Virksomheder i byen)."])
    expect(page.locator("[data-review] li").first).to_have_text(f"{NO_CIVIL} Gå til parter")
    page.get_by_role("button", name="Fjern Part 1").click()
    expect(required).to_have_text([NO_CIVIL, NO_COMPANY])


def _tab_to(page: Page, label: str) -> None:
    """Goes on with Tab until something of that name has the focus."""
    for _ in range(90):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel"
            " ?? document.activeElement.textContent"
        )
        if name.strip() == label:
            return
    raise AssertionError(label)


def _type(page: Page, label: str, text: str) -> None:
    _tab_to(page, label)
    page.keyboard.type(text)


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """A description with two parties, by Tab, letters, Enter and Space alone; focus is always to be seen."""
    _open(page, base)
    _type(page, "Partnerskabets navn", "Ungt fællesskab")
    _type(page, "Antal unge", "40")
    _type(page, "Navn", "Klubben")
    _type(page, "Sektor", "Civilsamfund")
    _tab_to(page, "Tilføj: Part")
    page.keyboard.press("Enter")
    page.keyboard.type("Fabrikken")
    _type(page, "Sektor", "Virksomhed")
    expect(page.locator("[data-required] p")).to_have_text(
        ["Med: en part fra civilsamfundet (Klubben).", "Med: en virksomhed (Fabrikken)."]
    )
    _type(page, "Fra kataloget", IPS)
    _type(page, "Partnerskabet bringer noget nyt.", " ")
    _tab_to(page, "Vis beskrivelsen")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    paper = page.locator(".builder__paper")
    expect(paper.locator("h2")).to_have_text(f"{TITLE}: Ungt fællesskab")
    expect(paper.locator("table").first.locator("tbody tr")).to_have_text(
        ["KlubbenCivilsamfund", "FabrikkenVirksomhed"]
    )
    expect(paper.locator("li").last).to_have_text(IPS)
    expect(paper.locator(".plain li").last).to_have_text("☒ Ja: Partnerskabet bringer noget nyt.")


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_is_wide_enough(page: Page, base: str, width: int) -> None:
    """With everything written and unfolded, and one word of 300 letters, nothing is wider than the screen."""
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, base)
    _write(page, CASE | {"evaluering": {"temaer": "samarbejde" * 30, "evaluator": "x" * 301}})
    page.get_by_role("button", name="Vis beskrivelsen").click()
    page.evaluate("document.querySelectorAll('.builder details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_written_description(page: Page, base: str, scheme: Literal["light", "dark"]) -> None:
    """With every field filled, messages shown, hints and paper unfolded."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    _open(page, base)
    _write(page, CASE | {"maalgruppe": {"hvem": "<b>unge</b>", "antal": "-1", "talkilde": ""}})
    page.get_by_role("button", name="Fjern Mål 2").click()
    page.get_by_role("button", name="Vis beskrivelsen").click()
    page.evaluate("document.querySelectorAll('.builder details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("-5", '"-5" er for lavt. Skriv 0 eller et større tal.'),
        ("−5", '"−5" er for lavt. Skriv 0 eller et større tal.'),
        ("100001", '"100001" er for højt. Skriv højst 100.000.'),
        ("9" * 400, f'"{"9" * 40}…" er for højt. Skriv højst 100.000.'),
        ("mange", '"mange" er ikke et helt tal. Skriv kun cifre, fx 1.525.'),
        ("12,5", '"12,5" er ikke et helt tal. Skriv kun cifre, fx 1.525.'),
        ("1.5", '"1.5" er ikke et helt tal. Skriv kun cifre, fx 1.525.'),
        ("1e5", '"1e5" er ikke et helt tal. Skriv kun cifre, fx 1.525.'),
        ("kr.", '"kr." er ikke et helt tal. Skriv kun cifre, fx 1.525.'),
    ],
)
def test_a_bad_number_is_told_and_stays(page: Page, base: str, typed: str, told: str) -> None:
    """The message comes when the field is left, and goes when the number is right; the text is never touched."""
    _open(page, base)
    field = _field(page, "maalgruppe", "antal")
    field.fill(typed)
    error = page.locator("[data-section=maalgruppe] [data-field=antal] .field__error")
    expect(error).to_be_hidden()
    field.press("Tab")
    expect(error).to_have_text(told)
    expect(field).to_have_value(typed)
    expect(page.locator("[data-review]")).to_contain_text(f"Antal unge: {told}")
    field.fill("1.525")
    expect(error).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None


def test_sums_leave_out_what_cannot_be_read_and_say_so(page: Page, base: str) -> None:
    """Amounts with dots, blanks and kr. are added; a bad and a blank one are counted aloud."""
    _open(page, base)
    _write(
        page,
        {
            "tilmeldingsbeloeb": {"beloeb": "20.000 kr.", "foreninger": "12"},
            "budget": {
                "budget": [
                    {"post": "Projektleder", "kroner": "600 000"},
                    {"post": "Foreninger", "kroner": "240.000"},
                    {"post": "Mad", "kroner": "en del"},
                    {"post": "Lokaler"},
                ]
            },
        },
    )
    expect(page.locator("[data-sum=tilmeldingsbeloeb]")).to_have_text(
        "I alt: 20.000 kr. gange 12 foreninger er 240.000 kr. om året."
    )
    expect(page.locator("[data-sum=budget]")).to_have_text(
        "Budgettet er i alt 840.000 kr. 1 beløb er ikke talt med, fordi det ikke kan læses. "
        "1 uden beløb er ikke talt med."
    )


def test_code_and_endless_texts_are_text(page: Page, base: str) -> None:
    """Markup is shown as text and never run; 20,000 characters are kept; both are told."""
    _open(page, base)
    script = "<script>window.ramt = 1</script><img src=x onerror='window.ramt = 1'>"
    _field(page, "styring", "uenighed").fill(script)
    _field(page, "styring", "optagelse").fill("a" * 20_000)
    _field(page, "partnerskabet", "navn").fill("<b>Fed</b>")
    _field(page, "partnerskabet", "kommune").press("Tab")
    errors = page.locator("[data-section] .field__error:visible")
    expect(errors).to_have_text(
        [
            '"<b>" ligner kode. Det bliver vist som almindelig tekst.',
            "Teksten har 20.000 tegn. Skriv højst 5.000, så den kan læses på papir. Intet er slettet.",
            '"<script>" ligner kode. Det bliver vist som almindelig tekst.',
        ]
    )
    page.get_by_role("button", name="Vis beskrivelsen").click()
    paper = page.locator(".builder__paper")
    expect(paper).to_contain_text(script)
    assert paper.locator("script, img, b").count() == 0
    assert page.evaluate("window.ramt") is None
    assert len(_field(page, "styring", "optagelse").input_value()) == 20_000
    text = _download(page, "Hent som Markdown", "partnerskab-b-fed-b.md")
    assert r"\<script\>window.ramt = 1\</script\>" in text
    page.reload()
    expect(page.locator("[data-ready]")).to_be_visible()
    assert _field(page, "styring", "uenighed").input_value() == script


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {UNCHANGED}"),
        ("", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {UNCHANGED}"),
        ("\x89PNG\r\n", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {UNCHANGED}"),
        ("null", f"Filen er ikke gemt med Partnerskabsbyggeren. {UNCHANGED}"),
        ("[1, 2]", f"Filen er ikke gemt med Partnerskabsbyggeren. {UNCHANGED}"),
        ('{"format": "andet", "version": 1}', f"Filen er ikke gemt med Partnerskabsbyggeren. {UNCHANGED}"),
        (
            '{"format": "ungeloeftet-partnerskabsbeskrivelse", "version": "1", "svar": {}}',
            f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {UNCHANGED}",
        ),
        (
            '{"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 7, "svar": {}}',
            "Filen er gemt med en nyere udgave af Partnerskabsbyggeren (version 7). Denne side kan læse version 1. "
            f"Hent siden igen, og prøv så. {UNCHANGED}",
        ),
        (" " * 2_000_001, f"Filen er for stor til at være gemt med Partnerskabsbyggeren. {UNCHANGED}"),
    ],
    ids=["half", "empty", "picture", "null", "list", "foreign", "odd-version", "later-version", "too-large"],
)
def test_a_bad_file_is_told_and_changes_nothing(page: Page, base: str, text: str, told: str) -> None:
    """Broken, foreign, later or too large: a plain message, and what was typed stays."""
    _open(page, base)
    _field(page, "partnerskabet", "navn").fill("Det skal blive stående")
    before = _read(page)
    _upload(page, text)
    expect(page.locator("#bygger-aabn-fejl")).to_have_text(told)
    assert _read(page) == before
    good = {"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": {"maalgruppe": {"antal": 30}}}
    _upload(page, json.dumps(good))
    expect(page.locator("#bygger-aabn-fejl")).to_be_hidden()
    expect(_field(page, "maalgruppe", "antal")).to_have_value("30")


def test_a_file_with_odd_values_is_read_as_far_as_it_can(page: Page, base: str) -> None:
    """Unknown fields, wrong types and an unknown sector are left out, and the page says how many."""
    _open(page, base)
    answers = {
        "partnerskabet": {"navn": "Fundet", "kommune": ["Silkeborg"], "slogan": "Sammen"},
        "parter": {"parter": [None, 7, {"navn": "Klubben", "sektor": "skole", "rolle": {}}]},
        "ukendt": {"a": "b"},
        "tjekliste": {"p1": "ja"},
    }
    _upload(page, json.dumps({"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": answers}))
    expect(_news(page)).to_have_text("Filen er åbnet. 6 oplysninger i filen har ingen plads her og er ikke med.")
    assert _read(page)["partnerskabet"] == {"navn": "Fundet", "kommune": "", "model": ""}
    assert _read(page)["parter"] == {"parter": [{"navn": "Klubben", "sektor": "", "rolle": ""}]}
    assert _read(page)["tjekliste"] == {"p1": False, "p2": False, "p3": False, "p4": False}


def test_what_was_removed_replaced_or_cleared_comes_back(page: Page, base: str) -> None:
    """Fortryd gives back a row, the text before a file was opened, and all after Ryd alt; twice, it goes again."""
    _open(page, base)
    _write(page, CASE)
    undo = page.get_by_role("button", name="Fortryd")
    page.get_by_role("button", name="Fjern Part 2").click()
    expect(_news(page)).to_have_text("Part 2 er fjernet.")
    expect(page.get_by_role("button", name="Fjern Part 2")).to_be_focused()
    assert len(_read(page)["parter"]["parter"]) == 2
    undo.click()
    assert _read(page) == CASE
    _upload(page, json.dumps({"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": {}}))
    expect(_news(page)).to_have_text("Filen er åbnet.")
    assert _read(page)["styring"]["uenighed"] == ""
    undo.click()
    assert _read(page) == CASE
    page.get_by_role("button", name="Ryd alt").click()
    expect(_news(page)).to_have_text("Alt er slettet.")
    assert _read(page)["budget"] == {"budget": [{"post": "", "kroner": "", "finansiering": ""}]}
    undo.click()
    assert _read(page) == CASE
    undo.click()
    assert _read(page)["styring"]["uenighed"] == ""
    page.get_by_role("button", name="Fjern Part 1").press("Enter")
    page.get_by_role("button", name="Luk beskeden").click()
    expect(_news(page)).to_have_text("")
    expect(undo).to_be_hidden()
    expect(page.get_by_role("button", name="Tilføj: Part")).to_be_focused()


def test_a_session_that_holds_nonsense_is_no_obstacle(page: Page, base: str) -> None:
    """Whatever another page or version left in the tab's storage, the form opens."""
    _open(page, base)
    for kept in ("{", "5", "[]", '{"parter": {"parter": [null, 3, "x"]}, "maal": 4, "styring": null}'):
        page.evaluate("(kept) => sessionStorage.setItem('partnerskab', kept)", kept)
        _open(page, base)
        assert _read(page)["maal"] == {"maal": [{"maal": "", "opfoelgning": ""}]}


def test_an_activity_is_picked_from_the_catalogue(page: Page, base: str) -> None:
    """A title leads to its record; some words offer the nearest ones; what is unknown is told and stays."""
    _open(page, base)
    part = page.get_by_role("group", name="Aktivitet 1")
    field = part.get_by_label("Fra kataloget")
    field.focus()
    expect(page.locator("datalist option").first).to_have_count(1)
    field.fill("individuelt planlagt")
    field.press("Tab")
    expect(part.locator(".field__error:visible")).to_have_text(
        "Det er ikke titlen på en post i kataloget. Vælg på listen, eller lad teksten stå uden link."
    )
    part.get_by_role("button", name=IPS).click()
    expect(field).to_have_value(IPS)
    expect(part.locator(".field__error:visible")).to_have_count(0)
    assert part.get_by_role("link", name=IPS).get_attribute("href") == f"{base}metoder/ips/"
    field.fill("Vores egen idé")
    field.press("Tab")
    expect(part.locator(".field__error:visible")).to_have_count(1)
    page.get_by_role("button", name="Vis beskrivelsen").click()
    expect(page.locator(".builder__paper td").nth(1)).to_have_text("Vores egen idé")


def test_what_stands_on_the_readers_list_can_be_taken_over(page: Page, base: str) -> None:
    """Methods and examples of "Min liste" are offered as activities; other records of the list are not."""
    page.goto(f"{base}{PAGE}?liste=puljer/ulfri,metoder/ips")
    offered = page.locator("[data-section=aktiviteter] > ul li")
    expect(offered).to_have_text([f"{IPS} Brug: {IPS}"])
    offered.get_by_role("button").click()
    expect(page.get_by_role("group", name="Aktivitet 1").get_by_label("Fra kataloget")).to_have_value(IPS)
    expect(_news(page)).to_have_text("Sat ind under Aktiviteter. Ret teksten til jeres eget.")


def test_what_the_models_say_can_be_taken_over(page: Page, base: str) -> None:
    """A goal, a step and a theme go into the form, each with its source beside it on the page."""
    _open(page, base)
    for section in ("maal", "tidsplan", "evaluering"):
        step = page.locator(f"[data-section={section}]")
        step.locator("summary").click()
        step.get_by_role("button", name=re.compile("^Brug")).first.click()
    written = _read(page)
    assert written["maal"]["maal"][0]["maal"] == "Der er flere jobåbninger til de unge."
    assert written["tidsplan"]["trin"][0]["hvad"] == "Send jeres kontaktperson til sekretariatet"
    assert written["evaluering"]["temaer"] == "Partnerskaberne dokumenterer i hele perioden."
    expect(_news(page)).to_have_text("Sat ind under Evaluering. Ret teksten til jeres eget.")
    marks = page.locator("[data-section=maal] .mark")
    assert marks.first.get_attribute("href") == "#kilde-2"


def test_the_check_list_says_what_is_written(page: Page, base: str) -> None:
    """Each of the four principles shows which of its fields hold something; the tick is the reader's own."""
    _open(page, base)
    _field(page, "styring", "optagelse").fill("Man skriver under.")
    seen = page.locator("[data-section=tjekliste] [data-seen]")
    expect(seen).to_have_text(
        [
            'I har skrevet: "Hvordan kommer foreninger med?". I mangler: "Kroner pr. forening pr. år", "Vilkår".',
            'I mangler: "Hvem beslutter hvad?", "Hvad gør I ved uenighed?", "Hvilke rettigheder har parterne?".',
            'I mangler: "Aktivitet", "Budgetpost", "Temaer".',
            'I mangler: "Part", "Mål".',
        ]
    )
    places = page.locator(".builder__principle .mark").all_inner_texts()
    assert [place[-2] for place in places] == ["1", "1", "2", "3", "3", "4"]


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
    _open(page, base)
    _write(page, {"partnerskabet": {"navn": "A | B*"}, "maalgruppe": {"hvem": "1. Unge\n- alene", "antal": "1525"}})
    text = _download(page, "Hent som Markdown", "partnerskab-a-b.md")
    day = page.evaluate("new Date().toLocaleDateString('da-DK', { dateStyle: 'long' })")
    assert text.startswith(MARKDOWN.replace("[day]", day))
    _write(page, CASE)
    text = _download(page, "Hent som Markdown", "partnerskab-vejen-videre-i-silkeborg.md")
    assert (
        "## Aktiviteter\n\n| Det gør vi | Fra kataloget | Ansvarlig |\n| --- | --- | --- |\n"
        f"| Job med støtte | [{IPS}]({base}metoder/ips/) | Jobcenteret |\n"
    ) in text
    assert "| Projektleder | 600.000 | Kommunen |\n| Tilmeldingsbeløb | 240.000 | Puljen |\n" in text
    assert "- [x] Det er let for små foreninger at være med.\n" in text
    assert "- [ ] Partnerskabet bringer noget nyt.\n" in text
    assert text.endswith(f"- [{IPS}]({base}metoder/ips/)\n")


def test_word_gets_headings_tables_and_links(page: Page, base: str) -> None:
    """The clipboard holds rich text with the Word file's headings in their order, and plain text beside it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, base)
    _write(page, CASE)
    page.get_by_role("button", name="Kopiér til Word").click()
    expect(_news(page)).to_have_text("Beskrivelsen er kopieret. Sæt den ind i Word med Ctrl+V.")
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
    _open(page, base)
    _write(page, {"partnerskabet": {"navn": "Til hånden"}})
    page.evaluate(f"{broken}; undefined")
    page.get_by_role("button", name="Kopiér til Word").click()
    expect(_news(page)).to_have_text(
        "Browseren kan ikke kopiere selv. Beskrivelsen er markeret. Kopiér den med Ctrl+C."
    )
    expect(page.locator(".builder__paper")).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith(f"{TITLE}: Til hånden")


def test_paper_holds_the_description_alone(page: Page, base: str) -> None:
    """In print there is the description, with every heading, and nothing of the page around it."""
    _open(page, base)
    _write(page, CASE)
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
    _open(page, base)
    page.evaluate("window.print = () => { window.printed = true; }; undefined")
    page.get_by_role("button", name=button, exact=True).click()
    expect(_news(page)).to_have_text(
        "I har ikke skrevet noget endnu. Udfyld mindst ét felt, eller hent den tomme skabelon til Word."
    )
    assert page.evaluate("window.printed") is None


def test_without_script_the_page_offers_the_word_file(page_without_script: Page, base: str) -> None:
    """The form is hidden; a sentence says why, and its link gives the file."""
    page_without_script.goto(base + PAGE)
    expect(page_without_script.locator("[data-builder]")).to_be_hidden()
    told = page_without_script.locator("noscript .warning")
    expect(told).to_contain_text("Partnerskabsbyggeren bruger JavaScript, og det er slået fra her.")
    href = told.locator("a").get_attribute("href") or ""
    answer = page_without_script.request.get(f"{base}{PAGE}{href}")
    assert answer.body()[:2] == b"PK"


def test_a_first_visit_is_small(page: Page, base: str, site: Path) -> None:
    """Page, styles and scripts are no more than 110 kB together when packed."""
    files: list[Path] = []
    page.on("response", lambda answer: files.append(site / answer.url.removeprefix(base)))
    _open(page, base)
    told = [path / "index.html" if path.is_dir() else path for path in files]
    assert {path.suffix for path in told} >= {".html", ".css", ".js"}
    assert sum(len(gzip.compress(path.read_bytes())) for path in told) <= 110_000

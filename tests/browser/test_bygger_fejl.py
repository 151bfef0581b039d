"""/vaerktoejer/partnerskab/: bad numbers, texts and files are told, and nothing typed is lost."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser import bygger


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
    bygger.opened(page, base)
    field = bygger.field(page, "maalgruppe", "antal")
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
    bygger.opened(page, base)
    bygger.write(
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
    bygger.opened(page, base)
    script = "<script>window.ramt = 1</script><img src=x onerror='window.ramt = 1'>"
    bygger.field(page, "styring", "uenighed").fill(script)
    bygger.field(page, "styring", "optagelse").fill("a" * 20_000)
    bygger.field(page, "partnerskabet", "navn").fill("<b>Fed</b>")
    bygger.field(page, "partnerskabet", "kommune").press("Tab")
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
    assert len(bygger.field(page, "styring", "optagelse").input_value()) == 20_000
    text = bygger.download(page, "Hent som Markdown", "partnerskab-b-fed-b.md")
    assert r"\<script\>window.ramt = 1\</script\>" in text
    page.reload()
    expect(page.locator("[data-ready]")).to_be_visible()
    assert bygger.field(page, "styring", "uenighed").input_value() == script


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {bygger.UNCHANGED}"),
        ("", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {bygger.UNCHANGED}"),
        ("\x89PNG\r\n", f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {bygger.UNCHANGED}"),
        ("null", f"Filen er ikke gemt med Partnerskabsbyggeren. {bygger.UNCHANGED}"),
        ("[1, 2]", f"Filen er ikke gemt med Partnerskabsbyggeren. {bygger.UNCHANGED}"),
        ('{"format": "andet", "version": 1}', f"Filen er ikke gemt med Partnerskabsbyggeren. {bygger.UNCHANGED}"),
        (
            '{"format": "ungeloeftet-partnerskabsbeskrivelse", "version": "1", "svar": {}}',
            f"Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. {bygger.UNCHANGED}",
        ),
        (
            '{"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 7, "svar": {}}',
            "Filen er gemt med en nyere udgave af Partnerskabsbyggeren (version 7). Denne side kan læse version 1. "
            f"Hent siden igen, og prøv så. {bygger.UNCHANGED}",
        ),
        (" " * 2_000_001, f"Filen er for stor til at være gemt med Partnerskabsbyggeren. {bygger.UNCHANGED}"),
    ],
    ids=["half", "empty", "picture", "null", "list", "foreign", "odd-version", "later-version", "too-large"],
)
def test_a_bad_file_is_told_and_changes_nothing(page: Page, base: str, text: str, told: str) -> None:
    """Broken, foreign, later or too large: a plain message, and what was typed stays."""
    bygger.opened(page, base)
    bygger.field(page, "partnerskabet", "navn").fill("Det skal blive stående")
    before = bygger.read(page)
    bygger.upload(page, text)
    expect(page.locator("#bygger-aabn-fejl")).to_have_text(told)
    assert bygger.read(page) == before
    good = {"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": {"maalgruppe": {"antal": 30}}}
    bygger.upload(page, json.dumps(good))
    expect(page.locator("#bygger-aabn-fejl")).to_be_hidden()
    expect(bygger.field(page, "maalgruppe", "antal")).to_have_value("30")


def test_a_file_with_odd_values_is_read_as_far_as_it_can(page: Page, base: str) -> None:
    """Unknown fields, wrong types and an unknown sector are left out, and the page says how many."""
    bygger.opened(page, base)
    answers = {
        "partnerskabet": {"navn": "Fundet", "kommune": ["Silkeborg"], "slogan": "Sammen"},
        "parter": {"parter": [None, 7, {"navn": "Klubben", "sektor": "skole", "rolle": {}}]},
        "ukendt": {"a": "b"},
        "tjekliste": {"p1": "ja"},
    }
    bygger.upload(page, json.dumps({"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": answers}))
    expect(bygger.news(page)).to_have_text("Filen er åbnet. 6 oplysninger i filen har ingen plads her og er ikke med.")
    assert bygger.read(page)["partnerskabet"] == {"navn": "Fundet", "kommune": "", "model": ""}
    assert bygger.read(page)["parter"] == {"parter": [{"navn": "Klubben", "sektor": "", "rolle": ""}]}
    assert bygger.read(page)["tjekliste"] == {"p1": False, "p2": False, "p3": False, "p4": False}


def test_what_was_removed_replaced_or_cleared_comes_back(page: Page, base: str) -> None:
    """Fortryd gives back a row, the text before a file was opened, and all after Ryd alt; twice, it goes again."""
    bygger.opened(page, base)
    bygger.write(page, bygger.CASE)
    undo = page.get_by_role("button", name="Fortryd")
    page.get_by_role("button", name="Fjern Part 2").click()
    expect(bygger.news(page)).to_have_text("Part 2 er fjernet.")
    expect(page.get_by_role("button", name="Fjern Part 2")).to_be_focused()
    assert len(bygger.read(page)["parter"]["parter"]) == 2
    undo.click()
    assert bygger.read(page) == bygger.CASE
    bygger.upload(page, json.dumps({"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "svar": {}}))
    expect(bygger.news(page)).to_have_text("Filen er åbnet.")
    assert bygger.read(page)["styring"]["uenighed"] == ""
    undo.click()
    assert bygger.read(page) == bygger.CASE
    page.get_by_role("button", name="Ryd alt").click()
    expect(bygger.news(page)).to_have_text("Alt er slettet.")
    assert bygger.read(page)["budget"] == {"budget": [{"post": "", "kroner": "", "finansiering": ""}]}
    undo.click()
    assert bygger.read(page) == bygger.CASE
    undo.click()
    assert bygger.read(page)["styring"]["uenighed"] == ""
    page.get_by_role("button", name="Fjern Part 1").press("Enter")
    page.get_by_role("button", name="Luk beskeden").click()
    expect(bygger.news(page)).to_have_text("")
    expect(undo).to_be_hidden()
    expect(page.get_by_role("button", name="Tilføj: Part")).to_be_focused()


def test_a_session_that_holds_nonsense_is_no_obstacle(page: Page, base: str) -> None:
    """Whatever another page or version left in the tab's storage, the form opens."""
    bygger.opened(page, base)
    for kept in ("{", "5", "[]", '{"parter": {"parter": [null, 3, "x"]}, "maal": 4, "styring": null}'):
        page.evaluate("(kept) => sessionStorage.setItem('partnerskab', kept)", kept)
        bygger.opened(page, base)
        assert bygger.read(page)["maal"] == {"maal": [{"maal": "", "opfoelgning": ""}]}

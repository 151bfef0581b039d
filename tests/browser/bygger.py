"""What the tests of /vaerktoejer/partnerskab/ share: a case, and the hands that write it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from macros.views.partnerskabsbygger import SECTIONS

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


def opened(page: Page, base: str) -> None:
    """Opens the tool, and waits until it is ready."""
    page.goto(base + PAGE)
    expect(page.locator("[data-builder][data-ready]")).to_be_visible()


def field(page: Page | Locator, section: str, name: str) -> Locator:
    """The field of that name, in every row that has it."""
    part = page.locator(f"[data-section={section}] [data-field={name}]")
    return part.locator("input, textarea, select")


def fill(place: Locator, value: str | bool) -> None:
    """Types, chooses or ticks."""
    if isinstance(value, bool):
        place.set_checked(value)
    elif place.evaluate("one => one.localName") == "select":
        place.select_option(value)
    else:
        place.fill(value)


def write(page: Page, answers: dict[str, dict[str, Any]]) -> None:
    """Fills in every field by hand; rows are added with the button."""
    for section in SECTIONS:
        for one in section.fields:
            value = answers.get(section.id, {}).get(one.name)
            if one.kind != "rows":
                if value is not None:
                    fill(field(page, section.id, one.name), value)
                continue
            for index, row in enumerate(value or []):
                if index:
                    page.get_by_role("button", name=f"Tilføj: {one.title}", exact=True).click()
                part = page.get_by_role("group", name=f"{one.title} {index + 1}", exact=True)
                for name, typed in row.items():
                    fill(part.locator(f"[data-field={name}]").locator("input, select"), typed)


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


def read(page: Page) -> Any:
    """What stands in the fields, by section."""
    return page.evaluate(_READ)


def news(page: Page) -> Locator:
    """What the page says after a button."""
    return page.locator(".builder__news [role=status]")


def download(page: Page, button: str, name: str) -> str:
    """The text of the file that the button gives under that name."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    assert started.value.suggested_filename == name
    return Path(started.value.path()).read_text(encoding="utf-8")


def upload(page: Page, text: str, name: str = "fil.json") -> None:
    """Opens a file with that text."""
    page.get_by_label("Åbn en gemt fil").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    )

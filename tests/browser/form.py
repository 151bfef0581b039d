"""The form at /bidrag/ as the tests use it: its fields by their names, filled in with what cannot be left out."""

import json
import re

from playwright.sync_api import Locator, Page, Route, expect

from macros import source
from tests.building import ROOT

_KNOWN = source.read(ROOT / "data" / "kilder" / "aftale-om-ungeloeftet-2024.yml").values
SOURCE = "{titel} ({udgiver}, {aar})".format(**_KNOWN)
REPOSITORY = "eksempel/katalog"
MAILBOX = "sekretariat@ungeloftet.dk"


def opened(page: Page, base: str, query: str = "") -> None:
    """The page, once the form is there."""
    page.goto(f"{base}bidrag/{query}")
    expect(page.locator("[data-contribute][data-ready]")).to_be_visible()


def on_github(page: Page) -> None:
    """The build knows its repository."""

    def answer(route: Route) -> None:
        told = json.loads(route.fetch().text())
        route.fulfill(json=told | {"repository": REPOSITORY})

    page.route("**/bidrag/formular.json", answer)


def part(page: Page, name: str) -> Locator:
    """The part or the repeated item whose name begins like that."""
    return page.get_by_role("group", name=re.compile(f"^{name}"))


def label(where: Page | Locator, text: str) -> Locator:
    """The first field of that name."""
    return where.get_by_label(re.compile(rf"^{re.escape(text)}( \(skal udfyldes\))?$")).first


def unfold(where: Page | Locator) -> None:
    """Everything that is folded away there is open."""
    where.locator("details").evaluate_all("(all) => { for (const one of all) one.open = true; }")


def added(page: Page, name: str) -> Locator:
    """The first item of a list that can be left out, with everything unfolded."""
    unfold(page.locator(".contribute"))
    page.get_by_role("button", name=f"Tilføj: {name}").click()
    return part(page, f"{name} 1")


def known_source(page: Page, place: str = "s. 1") -> None:
    """A source of the catalogue, and a place in it."""
    first = part(page, "Kilde 1")
    first.get_by_role("radio", name="Kilden står i kataloget").check()
    label(first, "Find kilden").fill(SOURCE)
    label(first, "Sted i kilden").fill(place)


def partnership(page: Page, title: str = "Ungefællesskab i Silkeborg") -> None:
    """Everything that a partnership cannot do without."""
    label(page, "Titel").fill(title)
    label(page, "Resumé").fill("Kommunen og foreningerne hjælper unge ind i fritidslivet.")
    label(page, "Status").select_option("igangvaerende")
    page.get_by_role("checkbox", name="Fællesskab", exact=True).check()
    label(page, "Kommuner").fill("Silkeborg")
    label(page, "Kommuner").press("Enter")
    page.get_by_label(re.compile("^Type")).first.select_option("andet")
    known_source(page)
    label(part(page, "Hvad vi ved 1"), "Tekst").fill("De unge møder en forening.")
    label(part(page, "Parter 1"), "Navn").fill("Silkeborg Kommune")
    label(part(page, "Parter 1"), "Sektor").select_option("kommune")


def initiative(page: Page, title: str = "Klub for unge i Silkeborg") -> None:
    """Everything that an initiative cannot do without."""
    label(page, "Titel").fill(title)
    label(page, "Resumé").fill("En klub for unge.")
    label(page, "Status").select_option("igangvaerende")
    page.get_by_role("checkbox", name="Fællesskab", exact=True).check()
    known_source(page)
    label(part(page, "Udfordring"), "Tekst").fill("Unge kender ikke foreningerne.")
    label(part(page, "Målgruppe"), "Beskrivelse").fill("Unge uden fællesskab.")
    label(part(page, "Parter 1"), "Navn").fill("Silkeborg Kommune")
    label(part(page, "Parter 1"), "Sektor").select_option("kommune")
    label(part(page, "Hvad I gør 1"), "Tekst").fill("En voksen går med.")
    label(part(page, "Periode"), "Fra").fill("2025")


def result(page: Page) -> str:
    """The finished proposal as text."""
    page.get_by_role("button", name="Gør klar til at sende").click()
    heading = page.get_by_role("heading", name="Forslaget er klar til at blive sendt")
    expect(heading.or_(page.locator(".errors:visible"))).to_be_visible()
    assert page.locator(".errors").is_hidden(), page.locator(".errors").inner_text()
    expect(heading).to_be_focused()
    return page.locator(".result pre").text_content() or ""


def errors(page: Page) -> list[str]:
    """What the summary says when the proposal is asked for."""
    page.get_by_role("button", name="Gør klar til at sende").click()
    expect(page.locator(".errors")).to_be_focused()
    return page.locator(".errors li").all_inner_texts()

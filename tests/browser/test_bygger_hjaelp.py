"""/vaerktoejer/partnerskab/: what the catalogue offers for a description."""

import re

from playwright.sync_api import Page, expect

from tests.browser import bygger


def test_an_activity_is_picked_from_the_catalogue(page: Page, base: str) -> None:
    """A title leads to its record; some words offer the nearest ones; what is unknown is told and stays."""
    bygger.opened(page, base)
    part = page.get_by_role("group", name="Aktivitet 1")
    field = part.get_by_label("Fra kataloget")
    field.focus()
    expect(page.locator("datalist option").first).to_have_count(1)
    field.fill("individuelt planlagt")
    field.press("Tab")
    expect(part.locator(".field__error:visible")).to_have_text(
        "Det er ikke titlen på en post i kataloget. Vælg på listen, eller lad teksten stå uden link."
    )
    part.get_by_role("button", name=bygger.IPS).click()
    expect(field).to_have_value(bygger.IPS)
    expect(part.locator(".field__error:visible")).to_have_count(0)
    assert part.get_by_role("link", name=bygger.IPS).get_attribute("href") == f"{base}metoder/ips/"
    field.fill("Vores egen idé")
    field.press("Tab")
    expect(part.locator(".field__error:visible")).to_have_count(1)
    page.get_by_role("button", name="Vis beskrivelsen").click()
    expect(page.locator(".builder__paper td").nth(1)).to_have_text("Vores egen idé")


def test_what_stands_on_the_readers_list_can_be_taken_over(page: Page, base: str) -> None:
    """Methods and examples of "Min liste" are offered as activities; other records of the list are not."""
    page.goto(f"{base}{bygger.PAGE}?liste=puljer/ulfri,metoder/ips")
    offered = page.locator("[data-section=aktiviteter] > ul li")
    expect(offered).to_have_text([f"{bygger.IPS} Brug: {bygger.IPS}"])
    offered.get_by_role("button").click()
    expect(page.get_by_role("group", name="Aktivitet 1").get_by_label("Fra kataloget")).to_have_value(bygger.IPS)
    expect(bygger.news(page)).to_have_text("Sat ind under Aktiviteter. Ret teksten til jeres eget.")


def test_what_the_models_say_can_be_taken_over(page: Page, base: str) -> None:
    """A goal, a step and a theme go into the form, each with its source beside it on the page."""
    bygger.opened(page, base)
    for section in ("maal", "tidsplan", "evaluering"):
        step = page.locator(f"[data-section={section}]")
        step.locator("summary").click()
        step.get_by_role("button", name=re.compile("^Brug")).first.click()
    written = bygger.read(page)
    assert written["maal"]["maal"][0]["maal"] == "Der er flere jobåbninger til de unge."
    assert written["tidsplan"]["trin"][0]["hvad"] == "Send jeres kontaktperson til sekretariatet"
    assert written["evaluering"]["temaer"] == "Partnerskaberne dokumenterer i hele perioden."
    expect(bygger.news(page)).to_have_text("Sat ind under Evaluering. Ret teksten til jeres eget.")
    marks = page.locator("[data-section=maal] .mark")
    assert marks.first.get_attribute("href") == "#kilde-2"


def test_the_check_list_says_what_is_written(page: Page, base: str) -> None:
    """Each of the four principles shows which of its fields hold something; the tick is the reader's own."""
    bygger.opened(page, base)
    bygger.field(page, "styring", "optagelse").fill("Man skriver under.")
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

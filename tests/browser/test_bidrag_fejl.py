"""/bidrag/: what the form says of mistakes, where, and in which words."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros import source
from macros.text import sort_key
from tests.browser import form
from tests.building import ROOT


def test_errors_stand_at_the_top_and_beside_the_fields(page: Page, base: str) -> None:
    """The summary gets the focus; each line leads to its field, which says what is wrong."""
    form.opened(page, base)
    told = form.errors(page)
    assert told == [
        "Titel: feltet er tomt. Skriv her.",
        "Resumé: feltet er tomt. Skriv her.",
        "Emner: intet er valgt. Sæt mindst ét hak.",
        "Kilde 1, Find kilden: feltet er tomt. Skriv, hvor I har det fra.",
        "Udfordring, Tekst: feltet er tomt. Skriv her.",
        "Målgruppe, Beskrivelse: feltet er tomt. Skriv her.",
        "Parter 1, Navn: feltet er tomt. Skriv her.",
        "Kerneelementer 1, Tekst: feltet er tomt. Skriv her.",
        "Periode, Fra: feltet er tomt. Skriv her.",
    ]
    page.locator(".errors a").nth(1).press("Enter")
    field = form.label(page, "Resumé")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert [page.locator(f"#{id_}").inner_text() for id_ in described] == [
        "Resumé: feltet er tomt. Skriv her.",
        "Hvad gør I, og for hvem? Højst 300 tegn. Vent med tal, til I kan vælge en kilde længere nede.",
    ]
    field.fill("Nu står der noget.")
    assert field.get_attribute("aria-invalid") is None


@pytest.mark.parametrize(
    "mistake",
    [
        ("Målgruppe", "Alder fra", "130", "130 er for højt; højst 120."),
        ("Målgruppe", "Alder fra", "-1", "-1 er for lavt; mindst 0."),
        ("Målgruppe", "Alder fra", "femten", '"femten" er ikke et tal. Skriv kun cifre, fx 18.'),
        (
            "Periode",
            "Fra",
            "kører stadig",
            '"kører stadig" kan ikke læses som en dato. Skriv fx 2026, september 2026 eller 1.9.2026. '
            "Er der ingen dato, så lad feltet stå tomt.",
        ),
        ("Periode", "Fra", "30. februar 2026", "datoen findes ikke. Se efter, om dag og måned er rigtige."),
        (
            "Udfordring",
            "Tekst",
            "Der er 1.525 unge.",
            'tallet 1525 mangler en kilde. Vælg den i feltet "Kilde" lige under, eller slet tallet.',
        ),
        (
            "Udfordring",
            "Tekst",
            "Skriv til kirsten.jensen@eksempelby.dk.",
            '"kirsten.jensen@eksempelby.dk" ligner en persons mailadresse. '
            "Brug en fælles postkasse, fx kontakt@, eller slet den.",
        ),
        (
            "Udfordring",
            "Tekst",
            "<b>fed</b>",
            '"<b>" ligner kode. Skriv ren tekst. Webadresser hører til under "Hvor har I det fra?".',
        ),
    ],
)
def test_a_mistake_is_told_when_the_field_is_left(page: Page, base: str, mistake: tuple[str, str, str, str]) -> None:
    """The words name no file and no key, and they go when the mistake goes."""
    part, label, typed, told = mistake
    form.opened(page, base)
    field = form.label(form.part(page, part), label)
    field.fill(typed)
    error = field.locator("xpath=following-sibling::*[contains(@class, 'field__error')]")
    expect(error).to_be_hidden()
    field.press("Tab")
    expect(error).to_have_text(f"{label}: {told}")
    field.fill("")
    expect(error).to_be_hidden()


def test_two_titles_alike_are_told(page: Page, base: str) -> None:
    """A title that is taken, or nearly, is told while it is written."""
    form.opened(page, base)
    title = "Færre unge pr. medarbejder i Reconnect-indsatsen i København"
    for typed, how in ((title, "den samme"), (f"{title[:-1]}m", "næsten den samme")):
        form.label(page, "Titel").fill(typed)
        form.label(page, "Titel").press("Tab")
        error = page.locator(".field__error:visible")
        expect(error).to_contain_text(f"titlen er {how} som for initiativer/reconnect-koebenhavn i kataloget.")


def test_a_source_that_the_catalogue_has_is_not_new(page: Page, base: str) -> None:
    """The address of a new source is compared with those that are known; a title must be one of the list."""
    form.opened(page, base)
    known = next(
        path for path in sorted((ROOT / "data" / "kilder").glob("*.yml")) if source.read(path).values.get("url")
    )
    part = form.part(page, "Kilde 1")
    part.get_by_role("radio", name="Det er en ny kilde").check()
    values = source.read(known).values
    form.label(part, "Webadresse").fill(values["url"])
    assert [
        line
        for line in form.errors(page)
        if line.startswith(f'Kilde 1, Webadresse: kataloget har allerede kilden "{values["titel"]} (')
        and line.endswith('Vælg "Kilden står i kataloget", og find den.')
    ]
    part.get_by_role("radio", name="Kilden står i kataloget").check()
    form.label(part, "Find kilden").fill("Findes ikke")
    told = 'Kilde 1, Find kilden: vi fandt ikke "Findes ikke" blandt katalogets kilder.'
    assert f'{told} Vælg en titel på listen, eller vælg "Det er en ny kilde".' in form.errors(page)


def test_a_source_can_be_found_again(page: Page, base: str) -> None:
    """A new source without address and keeper: the form names its own two fields, not the keys of a file."""
    form.opened(page, base)
    part = form.part(page, "Kilde 1")
    part.get_by_role("radio", name="Det er en ny kilde").check()
    assert "Kilde 1, Titel: feltet er tomt. Skriv, hvor I har det fra." in form.errors(page)
    form.label(part, "Titel").fill("Et notat")
    told = "Kilde 1, Webadresse: skriv kildens webadresse. Ligger den ikke på nettet, så skriv i feltet "
    assert f'{told}"Opbevaring", hvem man kan få den hos.' in form.errors(page)
    form.label(part, "Opbevaring").fill("Fås hos jobcentret")
    assert [line for line in form.errors(page) if "Webadresse" in line] == []


def test_dates_ages_and_addresses_are_read_as_people_write_them(page: Page, base: str) -> None:
    """When the field is left it shows how it was understood; nothing is complained of."""
    form.opened(page, base)
    form.part(page, "Kilde 1").get_by_role("radio", name="Det er en ny kilde").check()
    for part, label, typed, shown in (
        ("Målgruppe", "Alder fra", "18 år", "18"),
        ("Periode", "Fra", "jan. 2023", "2023-01"),
        ("Periode", "Fra", "Marts 2023", "2023-03"),
        ("Periode", "Fra", "9/2026", "2026-09"),
        ("Periode", "Fra", "01-02-2023", "2023-02-01"),
        ("Periode", "Fra", "1/9 2026", "2026-09-01"),
        ("Periode", "Til", "31. december 2026", "2026-12-31"),
        ("Kilde 1", "År", "2025", "2025"),
        ("Kilde 1", "Webadresse", "www.eksempel.dk/referat?nr=7", "https://www.eksempel.dk/referat?nr=7"),
    ):
        field = form.label(form.part(page, part), label)
        field.fill("")
        field.press_sequentially(typed)
        field.press("Tab")
        expect(field).to_have_value(shown)
        expect(page.locator(".field__error:visible")).to_have_count(0)


def test_a_municipality_is_found_by_what_people_call_it(page: Page, base: str) -> None:
    """With "Kommune" behind it, or by its beginning where only one begins so; another name is told."""
    form.opened(page, base)
    field = form.label(page, "Kommuner")
    for typed in ("Københavns Kommune", "randers kommune", "kalu"):
        field.fill(typed)
        field.press("Enter")
    expect(page.locator(".picked li")).to_contain_text(["København", "Randers", "Kalundborg"])
    field.fill("Ingensteds")
    field.press("Enter")
    expect(page.locator(".field__error:visible")).to_have_text(
        'Kommuner: vi kender ikke "Ingensteds". Vælg et navn på listen, som kommer frem, når I skriver.'
    )


def test_a_figure_in_the_summary_has_no_source_to_choose(page: Page, base: str) -> None:
    """Where there is no field for the source, the message sends nobody to one; how much too long is told."""
    form.opened(page, base)
    field = form.label(page, "Resumé")
    for typed, told in (
        (
            "Vi har haft 40 unge.",
            "tallet 40 mangler en kilde. Slet det her, eller skriv det også i et felt, ",
        ),
        ("x" * 405, "teksten har 405 tegn; højst 300 er tilladt. Forkort den med 105 tegn."),
    ):
        field.fill(typed)
        field.press("Tab")
        expect(page.locator(".field__error:visible")).to_contain_text(f"Resumé: {told}")


def test_too_many_topics_are_told_at_once(page: Page, base: str) -> None:
    """The seventh tick is one too many, as the help says; the topics stand in the order of the alphabet."""
    form.opened(page, base)
    topics = page.get_by_role("group", name=re.compile("^Emner"))
    names = [name.strip() for name in topics.locator("label").all_inner_texts()]
    assert names == sorted(names, key=sort_key)
    for box in topics.get_by_role("checkbox").all()[:7]:
        box.check()
    page.keyboard.press("Tab")
    form.label(page, "Titel").focus()
    expect(page.locator(".field__error:visible")).to_have_text("Emner: her er for mange. Behold højst 6.")


def test_what_can_be_left_out_does_not_say_that_it_must_be_filled(page: Page, base: str) -> None:
    """Economy can be left out as a whole; once something is written in it, its price band is asked for."""
    form.opened(page, base)
    form.initiative(page)
    part = form.part(page, "Økonomi")
    expect(part).not_to_contain_text("skal udfyldes")
    form.result(page)
    form.label(part, "Tekst").fill("Løn til en håndværker.")
    assert form.errors(page) == ["Økonomi, Prisbånd: intet er valgt. Vælg på listen."]


def test_sources_are_fetched_when_somebody_looks_for_one(page: Page, base: str) -> None:
    """The list is not loaded with the page; typing a word shows titles that hold it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    form.opened(page, base)
    assert not [url for url in asked if url.endswith("kilder.json")]
    field = form.label(form.part(page, "Kilde 1"), "Find kilden")
    field.focus()
    field.press_sequentially("ungeløft")
    expect(form.part(page, "Kilde 1").locator(f'datalist option[value="{form.SOURCE}"]')).to_have_count(1)
    assert len([url for url in asked if url.endswith("kilder.json")]) == 1


def test_the_first_press_counts(page: Page, base: str) -> None:
    """What the page shows as a field is left for the button does not push it away under the press."""
    form.opened(page, base)
    page.get_by_role("radio", name="Et lokalt partnerskab").check()
    page.locator("details.more-fields").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    field = page.locator(".picker:visible input").last
    name = field.evaluate("(node) => node.list.options[0].value")
    field.fill(name)
    page.get_by_role("button", name="Vis forslaget").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".picked li", has_text=name)).to_be_visible()

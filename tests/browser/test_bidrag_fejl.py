"""/bidrag/: what the form says of mistakes, where, and in which words."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.text import sort_key
from tests.browser import form

DONE = 'Alle fejl er rettet. Tryk på "Gør klar til at sende".'


def test_errors_stand_at_the_top_and_beside_the_fields(page: Page, base: str) -> None:
    """The summary gets the focus; each line leads to its field, which says what is wrong."""
    form.opened(page, base)
    told = form.errors(page)
    assert told == [
        "Titel: feltet er tomt. Det skal udfyldes.",
        "Resumé: feltet er tomt. Det skal udfyldes.",
        "Emner: intet er valgt. Sæt mindst ét hak.",
        "Status: intet er valgt. Vælg på listen.",
        "Kilde 1, Titel: feltet er tomt. Det skal udfyldes.",
        "Kilde 1, Udgiver: feltet er tomt. Det skal udfyldes.",
        "Kilde 1, Type: intet er valgt. Vælg på listen.",
        "Kilde 1, Webadresse: skriv kildens webadresse. Ligger den ikke på nettet, så skriv i feltet "
        '"Opbevaring", hvor den ligger.',
        "Kilde 1, Sted i kilden: feltet er tomt. Det skal udfyldes.",
        "Udfordring, Tekst: feltet er tomt. Det skal udfyldes.",
        "Målgruppe, Beskrivelse: feltet er tomt. Det skal udfyldes.",
        "Parter 1, Navn: feltet er tomt. Det skal udfyldes.",
        "Parter 1, Sektor: intet er valgt. Vælg på listen.",
        "Hvad I gør 1, Tekst: feltet er tomt. Det skal udfyldes.",
        "Periode, Fra: udfyld mindst ét af felterne her.",
    ]
    page.locator(".errors a").nth(1).press("Enter")
    field = form.label(page, "Resumé")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert [page.locator(f"#{id_}").inner_text() for id_ in described] == [
        "Resumé: feltet er tomt. Det skal udfyldes.",
        "Hvad gør I, og for hvem? Højst 300 tegn, uden andre tal end alderen.",
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
            "Kender I kun årstiden, så skriv året. Er der ingen dato, så lad feltet stå tomt.",
        ),
        ("Periode", "Fra", "30. februar 2026", "datoen findes ikke. Se efter, om dag og måned er rigtige."),
        (
            "Udfordring",
            "Tekst",
            "Der er 1.525 unge.",
            "tallet 1.525 mangler en kilde. Vælg nedenfor den kilde, hvor det står, eller skriv uden tal. "
            'Har I selv talt, så vælg "En anden kilde".',
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
            '"<b>" ligner kode. Skriv ren tekst. Webadresser hører til under "Hvor kan andre læse om det?".',
        ),
    ],
)
def test_a_mistake_is_told_when_the_field_is_left(page: Page, base: str, mistake: tuple[str, str, str, str]) -> None:
    """The words name no file and no key, and they go when the mistake goes."""
    part, label, typed, told = mistake
    form.opened(page, base)
    form.unfold(form.part(page, part))
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


def test_an_amount_with_ca_is_told_how_to_be_written(page: Page, base: str) -> None:
    """The words say which part of what was typed is in the way."""
    form.opened(page, base)
    form.added(page, "Beløb")
    field = form.label(form.part(page, "Beløb 1"), "Kroner")
    field.fill("ca. 1,2 mio. kr.")
    field.press("Tab")
    told = (
        'Kroner: "ca. 1,2 mio. kr." er ikke et beløb. Skriv kun beløbet, fx 250.000 eller 1,2 mio. '
        'Ord som "om året" hører til i Periode, og "ca." vælges i Omtrent.'
    )
    expect(field.locator("xpath=following-sibling::*[contains(@class, 'field__error')]")).to_have_text(told)


def test_dates_ages_and_addresses_are_read_as_people_write_them(page: Page, base: str) -> None:
    """When the field is left it shows how it was understood; nothing is complained of."""
    form.opened(page, base)
    form.added(page, "Beløb")
    for part, label, typed, shown in (
        ("Målgruppe", "Alder fra", "18 år", "18"),
        ("Periode", "Fra", "jan. 2023", "januar 2023"),
        ("Periode", "Fra", "Marts 2023", "marts 2023"),
        ("Periode", "Fra", "9/2026", "september 2026"),
        ("Periode", "Fra", "01-02-2023", "1. februar 2023"),
        ("Periode", "Fra", "1/9 2026", "1. september 2026"),
        ("Periode", "Fra", "2025-03-31", "31. marts 2025"),
        ("Periode", "Til", "31. december 2026", "31. december 2026"),
        ("Periode", "Til", "løbende", "løbende"),
        ("Beløb 1", "Kroner", "1,2 mio. kr.", "1.200.000"),
        ("Beløb 1", "Kroner", "250.000 kr.", "250.000"),
        ("Beløb 1", "Kroner", "69100000", "69.100.000"),
        ("Beløb 1", "Kroner", "3 milliarder", "3.000.000.000"),
        ("Kilde 1", "År", "2025", "2025"),
        ("Kilde 1", "År", "jan. 2024", "2024"),
        ("Kilde 1", "Webadresse", "www.eksempel.dk/referat?nr=7", "https://www.eksempel.dk/referat?nr=7"),
    ):
        field = form.label(form.part(page, part), label)
        field.fill("")
        field.press_sequentially(typed)
        field.press("Tab")
        expect(field).to_have_value(shown)
        expect(page.locator(".field__error:visible")).to_have_count(0)


def test_a_municipality_is_found_by_what_people_call_it(page: Page, base: str) -> None:
    """With "Kommune" behind it, or by a part that only one has; another name is told."""
    form.opened(page, base)
    field = form.label(page, "Kommuner")
    for typed in ("Københavns Kommune", "randers kommune", "kalu", "keborg"):
        field.fill(typed)
        field.press("Enter")
    expect(page.locator(".picked li")).to_contain_text(["København", "Randers", "Kalundborg", "Silkeborg"])
    field.fill("Ingensteds")
    field.press("Enter")
    expect(page.locator(".field__error:visible")).to_have_text(
        'Kommuner: vi kender ikke "Ingensteds". Vælg et navn på listen, som kommer frem, når I skriver, eller slet det.'
    )


def test_too_many_topics_are_told_at_once(page: Page, base: str) -> None:
    """The seventh tick is one too many, as the help says; the common topics come first, both parts by the alphabet."""
    form.opened(page, base)
    topics = page.get_by_role("group", name=re.compile("^Emner"))
    parts = [part.locator("label").all_text_contents() for part in topics.locator(".choices").all()]
    names = [[name.split(" – ")[0].strip() for name in part] for part in parts]
    assert names == [sorted(part, key=sort_key) for part in names]
    assert len(names[0]) == 15
    expect(topics.locator("summary")).to_have_text(f"Vis {len(names[1])} flere")
    expect(topics.get_by_label("Sagsstamme")).to_be_hidden()
    topics.locator("summary").press("Enter")
    expect(topics.get_by_label("Sagsstamme – Hvor mange borgere en medarbejder har.")).to_be_visible()
    for box in topics.get_by_role("checkbox").all()[:7]:
        box.check()
    page.keyboard.press("Tab")
    form.label(page, "Titel").focus()
    expect(page.locator(".field__error:visible")).to_have_text("Emner: her er for mange. Behold højst 6.")


def test_what_can_be_left_out_does_not_say_that_it_must_be_filled(page: Page, base: str) -> None:
    """Economy can be left out as a whole; while something is written in it, its price band is marked and asked for."""
    form.opened(page, base)
    form.initiative(page)
    form.unfold(page.locator(".contribute"))
    part = form.part(page, "Økonomi")
    expect(part).not_to_contain_text("skal udfyldes")
    form.result(page)
    form.label(part, "Tekst").fill("Løn til en håndværker.")
    price = part.get_by_label("Pris (skal udfyldes)")
    expect(price).to_have_attribute("aria-required", "true")
    assert form.errors(page) == ["Økonomi, Pris: intet er valgt. Vælg på listen."]
    form.label(part, "Tekst").fill("")
    expect(part).not_to_contain_text("skal udfyldes")


def test_the_first_press_counts(page: Page, base: str) -> None:
    """What the page shows as a field is left for the button does not push it away under the press."""
    form.opened(page, base)
    page.get_by_role("radio", name="Et lokalt partnerskab").check()
    page.locator("details.more-fields").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    field = page.locator(".picker:visible input").last
    name = field.evaluate("(node) => node.list.options[0].value")
    field.fill(name)
    page.get_by_role("button", name="Gør klar til at sende").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".picked li", has_text=name)).to_be_visible()


def test_what_is_added_later_is_not_yet_wrong(page: Page, base: str) -> None:
    """After errors were told, a new part says what it lacks when the proposal is asked for again, not before."""
    form.opened(page, base)
    form.errors(page)
    form.initiative(page)
    form.label(form.added(page, "Mål"), "Mål").fill("Flere unge får en fritid.")
    page.keyboard.press("Tab")
    expect(page.locator(".errors")).to_be_hidden()
    expect(page.locator(".field__error:visible")).to_have_count(0)
    assert [line.split(":")[0] for line in form.errors(page)] == ["Mål 1, Kilde", "Mål 1, Sted i kilden"]


def test_the_list_of_errors_shrinks_as_they_are_mended(page: Page, base: str) -> None:
    """A line goes when its field is left, not before; what remains is told, also beside the button."""
    form.opened(page, base)
    form.initiative(page)
    for name in ("Titel", "Resumé"):
        form.label(page, name).fill("")
    assert [line.split(":")[0] for line in form.errors(page)] == ["Titel", "Resumé"]
    said = page.locator(".contribute > [role=status]")
    form.label(page, "Titel").focus()
    page.evaluate("new Promise((done) => { setTimeout(done); })")  # what leaving the list sets off has been done
    form.label(page, "Titel").fill("Klub for unge i Silkeborg")
    expect(page.locator(".errors h2")).to_have_text("Ret 2 fejl, og prøv igen")
    page.keyboard.press("Tab")
    expect(page.locator(".errors h2")).to_have_text("Ret 1 fejl, og prøv igen")
    expect(page.locator(".errors li")).to_have_text(["Resumé: feltet er tomt. Det skal udfyldes."])
    expect(said).to_have_text("Rettet. 1 fejl tilbage.")
    page.get_by_text("Mangler at blive rettet: Resumé.").get_by_role("link", name="Resumé").click()
    expect(form.label(page, "Resumé")).to_be_focused()
    form.label(page, "Resumé").fill("En klub for unge.")
    page.keyboard.press("Tab")
    expect(page.locator(".errors")).to_be_hidden()
    expect(said).to_have_text(DONE)
    expect(page.locator("form > p").last).to_have_text(DONE)


def test_an_error_that_appears_takes_no_click_away(page: Page, base: str) -> None:
    """The error of the field that is left pushes the page down only when the mouse is up: the box beneath is ticked."""
    form.opened(page, base)
    form.label(page, "Resumé").fill("x" * 301)
    box = page.get_by_role("checkbox", name="Boligområde", exact=True)
    box.scroll_into_view_if_needed()
    at = box.bounding_box()
    assert at
    page.mouse.move(at["x"] + 5, at["y"] + 5)
    page.mouse.down()
    page.evaluate("new Promise((done) => { setTimeout(done, 100); })")
    assert box.bounding_box() == at
    page.mouse.up()
    expect(page.locator(".field__error:visible")).to_contain_text("Resumé: teksten har 301 tegn")
    expect(box).to_be_checked()

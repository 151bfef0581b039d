"""/bidrag/: the sources of a proposal, and the figures that ask for one."""

from playwright.sync_api import Page, expect

from macros import source
from tests.browser import form
from tests.building import ROOT


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
    form.label(part, "Titel").fill("Et notat")
    told = "Kilde 1, Webadresse: skriv kildens webadresse. Ligger den ikke på nettet, så skriv i feltet "
    assert f'{told}"Opbevaring", hvor den ligger.' in form.errors(page)
    form.label(part, "Opbevaring").fill("Fås hos jobcentret")
    assert [line for line in form.errors(page) if "Webadresse" in line] == []


def test_a_figure_in_the_summary_has_no_source_to_choose(page: Page, base: str) -> None:
    """Where there is no field for the source, the message sends nobody to one; how much too long is told."""
    form.opened(page, base)
    field = form.label(page, "Resumé")
    for typed, told in (
        (
            "Vi har haft 40 unge.",
            "tallet 40 mangler en kilde. Skriv uden tal her, "
            "eller skriv også tallet i en af teksterne længere nede, hvor kilden kan vælges.",
        ),
        (
            "Vi er 3 voksne og 1.240 unge i 2 klubber.",
            "tallene 2, 3 og 1.240 mangler en kilde. ",
        ),
        ("x" * 405, "teksten har 405 tegn; højst 300 er tilladt. Forkort den med 105 tegn."),
    ):
        field.fill(typed)
        field.press("Tab")
        expect(page.locator(".field__error:visible")).to_contain_text(f"Resumé: {told}")


def test_sources_are_fetched_when_somebody_looks_for_one(page: Page, base: str) -> None:
    """The list is not loaded with the page; typing a word shows titles that hold it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    form.opened(page, base)
    assert not [url for url in asked if url.endswith("kilder.json")]
    form.part(page, "Kilde 1").get_by_role("radio", name="Kilden står i kataloget").check()
    field = form.label(form.part(page, "Kilde 1"), "Find kilden")
    field.focus()
    field.press_sequentially("ungeløft")
    expect(form.part(page, "Kilde 1").locator(f'datalist option[value="{form.SOURCE}"]')).to_have_count(1)
    assert len([url for url in asked if url.endswith("kilder.json")]) == 1


def test_what_needs_a_source_does_not_offer_to_have_none(page: Page, base: str) -> None:
    """A goal has a source or is not told; ages in the text are sent to the fields for them, which need none."""
    form.opened(page, base)
    form.initiative(page)
    goal = form.added(page, "Mål")
    form.label(goal, "Mål").fill("Flere unge får en fritid.")
    expect(form.label(goal, "Kilde").locator("option").first).to_have_text("Vælg")
    form.label(form.part(page, "Målgruppe"), "Beskrivelse").fill("Unge fra 16 til 24 år.")
    assert form.errors(page) == [
        'Målgruppe, Beskrivelse: tallene 16 og 24 mangler en kilde. Er det alderen, så skriv den også i "Alder fra" og '
        '"Alder til". Ellers vælg den kilde, hvor tallet står, eller skriv uden tal.',
        "Mål 1, Kilde: vælg den kilde, hvor det står. Står det ikke i nogen af dem, "
        'så vælg "En anden kilde: tilføj den", '
        "gerne et internt notat, eller slet det, I har skrevet her.",
        "Mål 1, Sted i kilden: feltet er tomt. Det skal udfyldes.",
    ]


def test_a_web_page_is_its_own_place(page: Page, base: str) -> None:
    """An address fills in where in the source it stands, unless that is told, or the address leads to a file."""
    form.opened(page, base)
    source_ = form.part(page, "Kilde 1")
    address, place = form.label(source_, "Webadresse"), form.label(source_, "Sted i kilden")
    address.fill("https://eksempel.dk/rapport.pdf")
    address.press("Tab")
    expect(place).to_have_value("")
    address.fill("eksempel.dk/klub")
    expect(place).to_have_value("websiden")
    address.fill("eksempel.dk/klub.pdf")
    expect(place).to_have_value("")
    address.fill("eksempel.dk/klub")
    address.press("Tab")
    expect(place).to_have_value("websiden")


def test_a_figure_unfolds_the_choice_of_a_source(page: Page, base: str) -> None:
    """A source beside a text is asked for where there is a figure; it brings the place that was given with it."""
    form.opened(page, base)
    form.known_source(page, "s. 7")
    part = form.part(page, "Udfordring")
    text, choice = form.label(part, "Tekst"), form.label(part, "Kilde")
    expect(choice).to_be_hidden()
    text.fill("Der er 340 unge.")
    text.press("Tab")
    choice.select_option(index=1)
    expect(form.label(part, "Sted i kilden")).to_have_value("s. 7")
    expect(page.locator(".field__error:visible")).to_have_count(0)
    text.fill("Der er unge.")
    expect(choice).to_be_visible()


def test_without_the_figure_no_source_is_asked_for(page: Page, base: str) -> None:
    """The choice of a source folds again when the figure is gone and none was chosen."""
    form.opened(page, base)
    part = form.part(page, "Målgruppe")
    text, choice = form.label(part, "Beskrivelse"), form.label(part, "Kilde")
    text.fill("Unge på 16 år.")
    text.press("Tab")
    expect(choice).to_be_visible()
    text.fill("Unge uden job.")
    expect(choice).to_be_hidden()


def test_ages_may_be_told_where_they_have_their_fields(page: Page, base: str) -> None:
    """Two figures as an age range wait for the fields for ages, and need no source once these hold the same two."""
    form.opened(page, base)
    form.label(page, "Resumé").fill("For unge på 18-24 år.")
    part = form.part(page, "Målgruppe")
    form.label(part, "Beskrivelse").fill("Unge fra 18 til 24 år.")
    form.label(part, "Alder fra").fill("18")
    form.label(part, "Alder til").fill("25")
    form.label(part, "Alder til").press("Tab")
    expect(page.locator(".field__error:visible")).to_have_count(0)
    told = [line for line in form.errors(page) if "24" in line]
    assert [line.split(" mangler")[0] for line in told] == [
        "Resumé: tallene 18 og 24",
        "Målgruppe, Beskrivelse: tallene 18 og 24",
    ]
    form.label(part, "Alder til").fill("24")
    assert [line for line in form.errors(page) if "24" in line] == []


def test_another_source_is_added_where_it_is_needed(page: Page, base: str) -> None:
    """The choice of a source offers to add one, leads back afterwards, and has the place that was written meanwhile."""
    form.opened(page, base)
    form.initiative(page)
    result = form.added(page, "Resultater")
    form.label(result, "Kilde").select_option("En anden kilde: tilføj den")
    added = form.part(page, "Kilde 2")
    expect(form.label(added, "Titel")).to_be_focused()
    form.label(added, "Titel").fill("Optælling")
    form.label(added, "Webadresse").press_sequentially("eksempel.dk/liste.pdf")
    form.label(added, "Webadresse").press("Tab")
    expect(form.label(result, "Sted i kilden")).to_have_value("")
    form.label(added, "Sted i kilden").fill("hele listen")
    form.label(added, "Sted i kilden").press("Tab")
    added.get_by_role("button", name="Tilbage til Resultater 1, Kilde").click()
    expect(form.label(result, "Kilde")).to_be_focused()
    assert form.label(result, "Kilde").locator("option:checked").inner_text() == "Kilde 2: Optælling"
    expect(form.label(result, "Sted i kilden")).to_have_value("hele listen")

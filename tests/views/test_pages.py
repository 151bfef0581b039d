"""What every record page shares: sources, dates, warnings, and tables as their sources print them."""

import pytest

from macros.model import KINDS, Katalog, Reference, Tabel
from macros.pages import record_pages, redirects
from macros.views.actions import Place, correct, report
from macros.views.context import Context
from macros.views.pages import record_page
from macros.views.sources import Sources, paragraphs
from macros.views.tables import table


def test_every_record_with_a_page_can_be_shown(context: Context) -> None:
    """Each record of a kind with pages has a title, three answers in brief, and sections that the answers lead to."""
    for name, record in context.katalog.all():
        if KINDS[name.kind].own_page:
            page = record_page(context, name)
            ids = {section.id for section in page.sections} | {"kilder"}
            assert (page.title, len(page.brief)) == (record.titel, 3)
            assert {brief.section for brief in page.brief} <= ids, name


def test_sources_are_numbered_as_they_are_named(context: Context) -> None:
    """A source has one number on a page, and its places are gathered in the order of the text."""
    page = record_page(context, Reference("ensomhedsspor", "eksempelsporet"))
    assert [(line.number, line.link.text, line.places) for line in page.sources] == [
        (1, "Eksempelrapport", ("s. 20", "s. 5", "s. 21"))
    ]


def test_a_source_that_no_statement_names_is_still_listed(context: Context) -> None:
    """The record's own list fills up what its statements leave out."""
    sources = Sources(context.katalog)
    record = context.katalog.get(Reference("metoder", "grundmetoden"))
    assert [(line.number, line.places) for line in sources.lines(record)] == [(1, ("s. 13",))]


def test_warnings_and_dates_are_honest(context: Context) -> None:
    """A record that was read at second hand, is a proposal, or was never confirmed says so."""
    partnership = record_page(context, Reference("partnerskaber", "eksempelby-partnerskab"))
    proposal = record_page(context, Reference("anbefalinger", "eksempelanbefaling"))
    unconfirmed = record_page(context, Reference("initiativer", "klub-forbillede"))
    assert partnership.warnings == (
        "Oplysningerne er læst gennem et spejl, en nyhed eller et resumé, ikke i kilden selv.",
    )
    assert proposal.warnings == ("Det er et forslag. Vi har ikke læst, om det er vedtaget.",)
    assert dict(unconfirmed.dates)["Bekræftet"] == "ikke bekræftet af ejeren"


def test_a_table_is_shown_as_its_source_prints_it(context: Context) -> None:
    """Decimals are as many as in the source, empty cells stay empty, bars follow the largest, errors are told."""
    record = context.katalog.get(Reference("tabeller", "eksempelbudget"))
    assert isinstance(record, Tabel)
    shown = table(record, "Budget")
    assert [[cell.text for cell in row.cells] for row in shown.rows] == [
        ["Løn", "15,5", "30,0", "45,5"],
        ["Heraf mad", "2,5", "3,0", "5,5"],
        ["Husleje", "10,0", "", "10,1"],
        ["I alt", "25,5", "30,0", "55,6"],
    ]
    assert [row.role for row in shown.rows] == ["row", "part", "row", "sum"]
    assert [row.cells[1].share for row in shown.rows] == [100, 16, 65, None]
    assert shown.notes[1] == (
        "Kilden stemmer ikke med sig selv i rækken Husleje, kolonnen I alt: leddene giver 10. Kilden har afrundet."
    )


def test_a_negative_number_has_no_bar(context: Context) -> None:
    """A bar cannot show less than nothing; the number stands alone."""
    record = context.katalog.get(Reference("tabeller", "eksempelbudget"))
    assert isinstance(record, Tabel)
    loss = record.raekker[0].model_copy(update={"celler": ("Tab", "-15.5", None, None)})
    shown = table(record.model_copy(update={"raekker": (*record.raekker, loss)}), "Budget")
    assert (shown.rows[3].cells[1].text, shown.rows[3].cells[1].share) == ("-15,5", None)


@pytest.mark.parametrize(
    ("repository", "mailbox", "expected"),
    [
        ("ejer/navn", "post@eksempel.example", "https://github.com/ejer/navn/edit/main/data/a.yml"),
        (None, "post@eksempel.example", "mailto:post@eksempel.example?subject=Rettelse%20til%20%C3%85&body="),
        (None, None, None),
    ],
)
def test_a_page_is_corrected_where_it_can_be(repository: str | None, mailbox: str | None, expected: str | None) -> None:
    """The link leads to the file on GitHub, else to the mailbox; without either there is none."""
    action = correct("data/a.yml", "Å", repository, mailbox)
    assert action is None if expected is None else action is not None and action.url.startswith(expected)


def test_an_error_is_reported_with_page_and_record() -> None:
    """The form on GitHub gets the page and the record; so does the mail, for those without an account."""
    place = Place("Å & æ", "https://x.example/metoder/a/", "metoder/a")
    form, mail = report(place, "ejer/navn", "post@eksempel.example")
    assert form.url == (
        "https://github.com/ejer/navn/issues/new?template=fejl.yml&side=https%3A%2F%2Fx.example%2Fmetoder%2Fa%2F&post=metoder%2Fa"
    )
    assert mail.url == (
        "mailto:post@eksempel.example?subject=Fejl%20p%C3%A5%20siden%20%C3%85%20%26%20%C3%A6&body="
        "Siden%3A%20%C3%85%20%26%20%C3%A6%0AAdressen%3A%20https%3A//x.example/metoder/a/%0A"
        "Posten%3A%20metoder/a%0A%0AFejlen%20er%3A%0A"
    )
    assert [action.text for action in (form, mail)] == ["Meld en fejl", "Meld en fejl (send en mail)"]
    assert report(place, None, "post@eksempel.example") == (mail,)
    assert report(place, None, None) == ()


def test_paragraphs_are_split_at_blank_lines() -> None:
    """Line breaks inside a paragraph are only how the file was written."""
    assert paragraphs("et\nto\n\ntre\n\n\n") == ("et to", "tre")


def test_pages_and_redirects_follow_the_records(katalog: Katalog) -> None:
    """Each record with a page has one, and each old id leads to where its record is now."""
    paths = [page.path for page in record_pages(katalog)]
    assert "initiativer/klub-eksempel.md" in paths
    assert not [path for path in paths if path.startswith(("begreber/", "tabeller/", "noegletal/", "milepaele/"))]
    moved = {redirect.path: redirect.target for redirect in redirects(katalog)}
    assert moved["initiativer/klubben/index.html"] == "../../initiativer/klub-eksempel/"
    assert moved["begreber/gammel-eksempelbegreb/index.html"] == "../../begreber/#eksempelbegreb"

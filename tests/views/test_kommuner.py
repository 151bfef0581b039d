"""Municipalities: their region on the day, what is known of their partnerships, and who is like them."""

from dataclasses import replace
from datetime import date

import pytest

from macros.views import emner, kommune, kommuner
from macros.views.context import Context

NOTE = "Region Østeksempel bliver til Region Nyeksempel den 1. januar 2027."


@pytest.mark.parametrize(
    ("today", "region", "note"),
    [
        (date(2026, 11, 21), "Region Østeksempel", NOTE),
        (date(2026, 12, 31), "Region Østeksempel", NOTE),
        (date(2027, 1, 1), "Region Nyeksempel", None),
        (date(2030, 1, 1), "Region Nyeksempel", None),
    ],
)
def test_the_regions_change_with_the_day(context: Context, today: date, region: str, note: str | None) -> None:
    """On 1 January 2027 the new region takes over, and the notice of it goes; other regions stay."""
    shown = kommuner.overview(replace(context, today=today))
    assert {row.kommune.navn: row.region for row in shown.rows} == {
        "Eksempelby": region,
        "Prøvestad": "Region Vesteksempel",
        "Åøvelse": "Region Vesteksempel",
    }
    assert shown.regions_note == note


def test_every_municipality_is_listed_with_what_is_known(context: Context) -> None:
    """A municipality without records is listed too; those with records are counted."""
    shown = kommuner.overview(context)
    assert shown.with_records == "2 af 3 kommuner"
    assert [(row.link.text, row.state.id, row.ungeloeftet, row.count) for row in shown.rows] == [
        ("Eksempelby", "begge", False, 3),
        ("Prøvestad", "ingen", False, 1),
        ("Åøvelse", "ingen", False, 0),
    ]
    assert [(item.count, item.share) for item in shown.counts] == [(0, 0), (1, 33), (1, 33), (1, 33), (2, 67)]


def test_a_municipality_tells_its_parties_by_sector_and_what_is_missing(context: Context) -> None:
    """Sectors without a party stay in the table, and each gap is a sentence of its own."""
    shown = kommune.page(context, "Eksempelby")
    assert [(line.title, line.parties) for line in shown.sectors if line.parties] == [
        ("Kommune", ("Eksempelby Kommune",)),
        ("Civilsamfund", ("Eksempelforeningen",)),
        ("Virksomhed", ("Eksempelfabrikken",)),
    ]
    assert len(shown.sectors) == 5
    assert shown.missing == ("Vi har ikke fundet beskrivelsen af kommunens partnerskab under Ungeløftet.",)


def test_nothing_found_is_never_told_as_nothing_there(context: Context) -> None:
    """A municipality without a record says that it is the catalogue that does not know."""
    shown = kommune.page(context, "Åøvelse")
    assert shown.lead == "Vi har ikke fundet noget om Åøvelse endnu. Det betyder ikke, at kommunen ikke gør noget."
    assert shown.missing == (
        "Vi har ikke fundet praksiseksempler i kommunen.",
        "Vi har ikke fundet lokale partnerskaber i kommunen.",
        "Vi har ikke fundet strategier i kommunen.",
    )


def test_a_municipality_is_like_another_for_two_reasons_or_more(context: Context) -> None:
    """Who is alike is told with the reasons; one reason alone is not enough."""
    alike = kommune.page(context, "Eksempelby").alike
    assert [(item.link.address, item.reason, item.count) for item in alike] == [
        ("kommuner/proevestad/", "samme metode (Eksempelmetoden) og nabo på kortet", "1 post")
    ]


def test_topics_hold_only_kinds_with_a_page_worth_a_visit(context: Context) -> None:
    """A topic lists records by kind and leaves out sources, terms, figures and tables."""
    topics = {
        topic.id: [link.address for group in topic.groups for link in group.links] for topic in emner.topics(context)
    }
    assert list(topics) == ["ensomhed", "finansiering", "faellesskab", "partnerskab"]
    assert topics["finansiering"] == ["puljer/eksempelpuljen/", "lovgrundlag/eksempelloven/"]

"""Municipalities by region, before and after the regions change."""

from dataclasses import replace
from datetime import date

import pytest

from macros.views import steder
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
    shown = steder.municipalities(replace(context, today=today))
    assert {row.name: row.region for row in shown.rows} == {
        "Eksempelby": region,
        "Prøvestad": "Region Vesteksempel",
        "Åøvelse": "Region Vesteksempel",
    }
    assert shown.regions_note == note


def test_every_municipality_is_listed_with_what_is_known(context: Context) -> None:
    """A municipality without records is listed too; those with records are counted."""
    shown = steder.municipalities(context)
    assert shown.with_records == "2 af 3 kommuner"
    assert [(row.code, [record.link.address for record in row.records]) for row in shown.rows] == [
        ("9001", ["initiativer/klub-eksempel/", "partnerskaber/eksempelby-partnerskab/"]),
        ("9002", ["initiativer/klub-eksempel/"]),
        ("9003", []),
    ]


def test_topics_hold_only_kinds_with_a_page_worth_a_visit(context: Context) -> None:
    """A topic lists records by kind and leaves out sources, terms, figures and tables."""
    topics = {topic.id: [record.link.address for record in topic.records] for topic in steder.topics(context)}
    assert list(topics) == ["finansiering", "faellesskab", "partnerskab"]
    assert topics["finansiering"] == ["puljer/eksempelpuljen/", "lovgrundlag/eksempelloven/"]

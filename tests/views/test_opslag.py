"""Terms, key figures and dates as they are shown on the pages that they share."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from macros.model import Noegletal, Reference
from macros.views import forside, opslag, opslagssider
from macros.views.context import Context


@pytest.mark.parametrize(
    ("point", "today", "expected"),
    [
        ("2026-11-21", date(2026, 11, 20), False),
        ("2026-11-21", date(2026, 11, 21), False),
        ("2026-11-21", date(2026, 11, 22), True),
        ("2026-11", date(2026, 11, 30), False),
        ("2026-11", date(2026, 12, 1), True),
        ("2026", date(2026, 12, 31), False),
        ("2026", date(2027, 1, 1), True),
    ],
)
def test_a_date_is_past_when_all_of_it_is(point: str, today: date, expected: bool) -> None:
    """A day is past the day after; a month and a year last until their last day has gone."""
    assert opslag.is_past(point, today) is expected


@pytest.mark.parametrize(
    ("today", "coming", "past"),
    [
        (date(2026, 10, 31), ["puljen-aabner", "klubben-aabner"], []),
        (date(2026, 11, 21), ["klubben-aabner"], ["puljen-aabner"]),
        (date(2026, 11, 22), [], ["klubben-aabner", "puljen-aabner"]),
    ],
)
def test_dates_move_from_coming_to_past(context: Context, today: date, coming: list[str], past: list[str]) -> None:
    """Dates to come stand soonest first, dates past latest first; the day of the build decides."""
    shown = opslag.milestones(replace(context, today=today))
    assert ([item.id for item in shown.coming], [item.id for item in shown.past]) == (coming, past)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 31), [("puljen-aabner", False), ("klubben-aabner", False)]),
        (date(2026, 11, 21), [("puljen-aabner", True), ("klubben-aabner", False)]),
        (date(2026, 11, 22), [("puljen-aabner", True), ("klubben-aabner", True)]),
    ],
)
def test_the_front_page_tells_past_dates_from_coming(
    context: Context, today: date, expected: list[tuple[str, bool]]
) -> None:
    """The front page shows the nearest dates in the order of time; those past are marked and never promised."""
    dates = forside.front_page(replace(context, today=today)).dates
    assert [(item.id, item.past) for item in dates] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "ca. 1.200-1.300,5 unge"),
        ({"omtrent": None, "tal_til": None}, "1.200 unge"),
        ({"omtrent": "mindst", "tal_til": None, "tal": Decimal("8.3"), "enhed": "pct."}, "mindst 8,3 pct."),
    ],
)
def test_a_key_figure_keeps_the_reservation_of_its_source(
    context: Context, changes: dict[str, object], expected: str
) -> None:
    """A figure is shown with its interval, its unit and the word that the source puts before it."""
    record = context.katalog.get(Reference("noegletal", "unge-i-eksempelby"))
    assert isinstance(record, Noegletal)
    assert opslag.key_figure(context, record.model_copy(update=changes)).figure == expected


def test_terms_are_under_their_first_letter(context: Context) -> None:
    """Each term stands under its letter, with links to its neighbours."""
    letters = opslagssider.terms(context)
    assert [(letter.letter, [term.id for term in letter.terms]) for letter in letters] == [
        ("E", ["eksempelbegreb"]),
        ("P", ["proeveord"]),
    ]
    assert letters[0].terms[0].see_also[0].address == "begreber/#proeveord"


def test_key_figures_without_a_topic_come_under_andet(context: Context) -> None:
    """No key figure is lost for want of a topic."""
    groups = {group.id: [figure.id for figure in group.figures] for group in opslagssider.key_figures(context)}
    assert groups == {
        "om-andet": ["beloeb-til-foreninger", "unge-i-eksempelby-foer"],
        "om-faellesskab": ["unge-i-eksempelby"],
    }

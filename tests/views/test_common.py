"""Amounts, ages, periods and what is said where nothing is known."""

from datetime import date
from typing import Any

import pytest

from macros.model import Initiativ, Reference
from macros.model.dele import Beloeb, Maal, Maalgruppe, Oekonomi, Periode, Resultat
from macros.views import common, initiativ, pulje
from macros.views.blocks import Absent, Table
from macros.views.context import Context
from macros.views.sources import Sources

SOURCE = {"kilde": "eksempelrapport-2026", "sted": "s. 1"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "uden beløb"),
        ({"kroner": "0"}, "0 kr."),
        ({"kroner": "15000", "kroner_til": "30000"}, "15.000-30.000 kr."),
        ({"kroner": "1500000", "kroner_til": "2000000"}, "1,5-2 mio. kr."),
        ({"kroner": "900000", "kroner_til": "1500000"}, "900.000 kr.-1,5 mio. kr."),
        ({"kroner": "1000000000", "omtrent": "mere_end"}, "mere end 1 mia. kr."),
        ({"kroner": "15000", "kroner_til": "30000", "omtrent": "ca"}, "ca. 15.000-30.000 kr."),
    ],
)
def test_amount_keeps_interval_and_reservation(context: Context, given: dict[str, str], expected: str) -> None:
    """An amount is said with its interval and the source's own reservation, and its unit once where it can be."""
    assert common.amount(context, Beloeb.model_validate({"tekst": "Løn", **SOURCE, **given})) == expected


def test_amounts_leave_out_columns_that_nobody_filled(context: Context) -> None:
    """Period and price level are columns only where an amount has them; a gap in them is said."""
    plain = Beloeb.model_validate({"tekst": "Løn", "kroner": "1", **SOURCE})
    dated = Beloeb.model_validate({"tekst": "Mad", "kroner": "2", "aar": "2026", **SOURCE})
    sources = Sources(context.katalog)
    one, two = common.amounts(context, sources, (plain,)), common.amounts(context, sources, (plain, dated))
    assert isinstance(one, Table)
    assert isinstance(two, Table)
    assert [column.title for column in one.columns] == ["Hvad", "Beløb"]
    assert [[cell.text for cell in row.cells] for row in two.rows] == [
        ["Løn", "1 kr.", "ikke oplyst"],
        ["Mad", "2 kr.", "2026"],
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (15, 29, "15-29 år"),
        (16, None, "fra 16 år"),
        (None, 24, "til og med 24 år"),
        (None, None, None),
        (0, 3, "0-3 år"),
    ],
)
def test_ages_in_words(low: int | None, high: int | None, expected: str | None) -> None:
    """An age span may be open at either end; no age at all says nothing."""
    assert common.ages(Maalgruppe(beskrivelse="Unge", alder_fra=low, alder_til=high)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ({}, None),
        ({"note": "Ukendt"}, "Ukendt"),
        ({"fra": "2018"}, "fra 2018"),
        ({"til": "2021-06"}, "til juni 2021"),
        ({"fra": "2021", "til": "2021"}, "2021"),
        ({"fra": "2025-01", "til": "2028"}, "januar 2025 til 2028"),
    ],
)
def test_period_in_words(given: dict[str, str] | None, expected: str | None) -> None:
    """A period may be open at either end, or only a reservation."""
    assert common.period(None if given is None else Periode.model_validate(given)) == expected


@pytest.mark.parametrize(
    ("frist", "expected"),
    [
        (None, None),
        (date(2026, 11, 20), "20. november 2026 (overskredet)"),
        (date(2026, 11, 21), "21. november 2026"),
        (date(2026, 12, 1), "1. december 2026"),
    ],
)
def test_a_deadline_is_past_the_day_after(context: Context, frist: date | None, expected: str | None) -> None:
    """On its own day a deadline still holds; the day after it is said to be past."""
    assert pulje.deadline(frist, context.today) == expected


def test_an_unknown_price_is_not_nothing(context: Context) -> None:
    """Where no price is known the reader is told that it is unknown, not that it is free."""
    told = Absent("Vi har ikke fundet en pris i de kilder, vi har læst. Prisen er altså ikke opgjort, ikke nul.")
    sources = Sources(context.katalog)
    assert common.economy(context, sources, None) == (told,)
    assert common.economy(context, sources, Oekonomi(prisbaand="ikke_opgjort")) == (told,)
    assert common.price_fact(context, None).texts == ("Ikke opgjort",)


def _result(design: str) -> Resultat:
    return Resultat.model_validate({"tekst": "Det gik godt.", "design": design, **SOURCE})


@pytest.mark.parametrize(
    ("designs", "expected"),
    [((), None), (("ukendt",), "Ikke oplyst"), (("ukendt", "rct", "foer-efter"), "Lodtrækningsforsøg")],
)
def test_the_strongest_study_is_derived(context: Context, designs: tuple[str, ...], expected: str | None) -> None:
    """The strongest study behind the results is found by the scale, not by the order."""
    assert common.strongest_design(context, tuple(_result(design) for design in designs)) == expected


def _page_with(context: Context, **changes: Any) -> dict[str, list[str]]:
    """The text of each section's blocks on the page of Klub Eksempel with some fields changed."""
    record = context.katalog.get(Reference("initiativer", "klub-eksempel"))
    assert isinstance(record, Initiativ)
    page = initiativ.page(context, record.model_copy(update=changes))
    return {section.id: [str(block) for block in section.blocks] for section in page.sections}


def test_a_goal_is_never_shown_as_a_result(context: Context) -> None:
    """With goals and no results the page says that no results are found, and keeps the goals apart."""
    goal = Maal.model_validate({"tekst": "Alle skal have det godt.", **SOURCE})
    shown = _page_with(context, maal=(goal,), resultater=())
    assert shown["resultater"] == [str(Absent(initiativ.NO_RESULTS))]
    assert "Alle skal have det godt." in shown["maal"][0]


def test_sections_without_content_are_left_out(context: Context) -> None:
    """A heading without anything under it is never shown."""
    shown = _page_with(context, risici=(), erfaringer=())
    assert not {"risici", "erfaringer"} & set(shown)
    assert all(shown.values())

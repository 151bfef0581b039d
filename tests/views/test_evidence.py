"""The evidence panel: five dimensions, never blank, and dated."""

from dataclasses import replace
from datetime import date

import pytest

from macros.model import Metode, Reference
from macros.views.context import Context
from macros.views.evidence import evidence_panel
from macros.views.sources import Sources

OLD = "Evidensen er ikke gennemgået i over tre år. Undersøg, om der er kommet nyt."


def _method(context: Context, id_: str) -> Metode:
    record = context.katalog.get(Reference("metoder", id_))
    assert isinstance(record, Metode)
    return record


def test_a_dimension_that_nobody_assessed_says_so(context: Context) -> None:
    """A method without any assessment shows all five dimensions with the words for what is missing."""
    panel = evidence_panel(context, Sources(context.katalog), _method(context, "grundmetoden"))
    assert [row.dimension for row in panel.rows] == ["Målgruppe", "Metode", "Implementering", "Effekt", "Økonomi"]
    assert {(row.choice, row.word, row.is_letter, row.reason) for row in panel.rows} == {
        ("ikke_vurderet", "Ikke vurderet", False, "Vi har ikke fundet en vurdering.")
    }


def test_a_letter_is_shown_with_its_source(context: Context) -> None:
    """A published letter stands with its reason, its authority and the place in its source."""
    panel = evidence_panel(context, Sources(context.katalog), _method(context, "eksempelmetoden"))
    effect = panel.rows[3]
    assert (effect.word, effect.is_letter, effect.by) == ("B", True, "Eksempelstyrelsen")
    assert effect.reason == "Den opfundne undersøgelse viser en forskel."
    assert effect.mark is not None
    assert effect.mark.place == "s. 12"


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2024, 12, 31), None), (date(2025, 1, 1), OLD), (date(2026, 11, 21), OLD)],
)
def test_evidence_grows_old_after_three_years(context: Context, today: date, expected: str | None) -> None:
    """The reader is warned when nobody has reviewed the evidence for more than three years."""
    method = _method(context, "grundmetoden")
    panel = evidence_panel(replace(context, today=today), Sources(context.katalog), method)
    assert (panel.reviewed, panel.outdated) == ("1. januar 2022", expected)

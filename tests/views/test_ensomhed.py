"""Loneliness at a glance: from track to practice, evidence and figures, and other countries."""

from macros.model import Ensomhedsspor, Reference
from macros.views.context import Context
from macros.views.ensomhed import linked, overview


def test_a_track_has_what_it_names_and_what_names_it(context: Context) -> None:
    """A record counts under a track whichever of the two names the other, and once."""
    spor = context.katalog.get(Reference("ensomhedsspor", "eksempelsporet"))
    assert isinstance(spor, Ensomhedsspor)
    assert [str(name) for name in linked(context.katalog, spor)] == [
        "initiativer/klub-eksempel",
        "metoder/eksempelmetoden",
        "partnerskabsmodeller/eksempelmodellen",
        "strategier/eksempelstrategien",
    ]


def test_national_strategies_stand_beside_each_other(context: Context) -> None:
    """Only national strategies against loneliness are compared; what a source does not say is "ikke fundet"."""
    table = overview(context).countries
    assert table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nabolandet: Nabobyens strategi", "Eksemplet siger ikke hvornår", *["ikke fundet"] * 5]
    ]

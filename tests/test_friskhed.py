"""Which records are due, and how the standing issue tells it."""

from datetime import date

import pytest

from macros.__main__ import main
from macros.friskhed import due_day, stale
from macros.model import KINDS, Katalog, Reference
from macros.model.indstillinger import Gennemgang

PROEVEORD, EKSEMPEL = Reference("begreber", "proeveord"), Reference("begreber", "eksempelbegreb")


def test_every_kind_may_have_a_limit() -> None:
    """The table in settings.yml has a line for each kind of record, and none for others."""
    assert list(Gennemgang.model_fields) == list(KINDS)


def test_the_limit_of_the_kind_decides_unless_the_record_has_its_own(katalog: Katalog) -> None:
    """A term is due 730 days after it was looked at; one with `frisk_til` on that day; one of a kind without, never."""
    assert due_day(katalog, PROEVEORD, katalog.get(PROEVEORD)) == date(2028, 10, 31)
    assert due_day(katalog, EKSEMPEL, katalog.get(EKSEMPEL)) == date(2027, 11, 1)
    free = katalog.indstillinger.model_copy(update={"gennemgang": Gennemgang()})
    without = Katalog(katalog.records, katalog.vocab, katalog.kommuner, free)
    assert due_day(without, PROEVEORD, katalog.get(PROEVEORD)) is None


def test_a_record_is_due_from_the_day_after_its_day(katalog: Katalog) -> None:
    """On its last day a record is fresh; the day after it is listed, with the reason for a day of its own."""
    assert EKSEMPEL not in [due.name for due in stale(katalog, date(2027, 11, 1))]
    found = {due.name: due.reason for due in stale(katalog, date(2027, 11, 2))}
    assert found[EKSEMPEL] == "Eksemplet er opfundet og ændrer sig ikke."
    assert PROEVEORD not in found


@pytest.mark.usefixtures("good_site")
def test_the_issue_names_the_longest_overdue_first(capsys: pytest.CaptureFixture[str]) -> None:
    """`stale` lists what is due with both days and leads to the file; it ends well, whatever it finds."""
    assert main(["--today", "2027-05-01", "stale"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Opgjort 1. maj 2027. 1 af 22 poster skal gennemgås."
    edit = "https://github.com/eksempelby/katalog/edit/main/data/milepaele/puljen-aabner.yml"
    assert f"| [Puljen åbner]({edit}) (dato) | 1. november 2026 | 30. april 2027 |  |" in lines
    assert "| Puljer | 180 |" in lines

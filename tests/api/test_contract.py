"""A published field stays, and stays what it is."""

import copy

from macros.views.context import Context
from tests.api.contract import REMEDY, broken, published, read, unpromised


def test_every_promise_is_kept(real: Context) -> None:
    """No field, column or file that version 1 has published is gone or of another type."""
    assert broken(read(), published(real)) == []


def test_everything_published_is_promised(real: Context) -> None:
    """A new field is entered in the contract by who adds it."""
    now = published(real)
    assert len(now["Initiativ"]) > 30
    assert unpromised(read(), now) == []


def test_a_broken_promise_is_told_with_what_to_do() -> None:
    """A field that is gone, one of another type, one that may now be left out, and a column are each named."""
    promised = read()
    now = copy.deepcopy(promised)
    del now["Udsagn"]["tekst"]
    now["Beloeb"]["kroner"] = "string?"
    now["Kilde"]["udgiver"] = "string?"
    del now["initiativer.csv"]["maalgruppe.alder_fra"]
    del now["api/v1"]["alt.json"]
    assert sorted(broken(promised, now)) == [
        f"Beloeb: kroner is promised as number?, and is now string?. {REMEDY}",
        f"Kilde: udgiver is promised as string, and is now string?. {REMEDY}",
        f"Udsagn: tekst is promised as string, and is gone. {REMEDY}",
        f"api/v1: alt.json is promised as file, and is gone. {REMEDY}",
        f"initiativer.csv: maalgruppe.alder_fra is promised as column, and is gone. {REMEDY}",
    ]


def test_more_than_was_promised_is_no_breach() -> None:
    """A value that could be left out and now never is, and a new field, break nothing; the field is to be entered."""
    promised = read()
    now = copy.deepcopy(promised)
    now["Beloeb"]["kroner"] = "number"
    now["Beloeb"]["moms"] = "number?"
    assert broken(promised, now) == []
    assert unpromised(promised, now) == [
        "Beloeb: moms is published and not promised. Run: .venv/bin/python -m tests.api.contract"
    ]

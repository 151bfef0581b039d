"""What the accessibility statement lacks is said, in the build and on the page, and never made up."""

from datetime import date

from macros.model import Indstillinger
from macros.pligter import missing

TODAY = date(2026, 11, 21)


def _publisher(**said: object) -> Indstillinger:
    whole = {"navn": "Katalog", "myndighed": "By", "postkasse": "post@by.dk", "telefon": "00 00 00 00"}
    return Indstillinger.model_validate(whole | said)


def test_a_whole_statement_lacks_nothing_for_a_year() -> None:
    """With phone, mail and a date no more than 365 days old nothing is missing."""
    assert missing(_publisher(tilgaengelighed={"dato": "2025-11-21"}), TODAY) == ()


def test_an_old_statement_is_told() -> None:
    """On day 366 the statement is said to be too old, with its date."""
    said = "Tilgængelighedserklæringen er fra 20. november 2025. Den skal fornys mindst én gang om året."
    assert missing(_publisher(tilgaengelighed={"dato": "2025-11-20"}), TODAY) == (said,)


def test_a_missing_phone_number_mail_and_date_are_told() -> None:
    """What is blank is named, one sentence each."""
    assert missing(_publisher(telefon=None, postkasse=None), TODAY) == (
        "Tilgængelighedserklæringen mangler et telefonnummer.",
        "Tilgængelighedserklæringen mangler en mailadresse.",
        "Tilgængelighedserklæringen har ingen dato. Myndigheden har ikke godkendt den endnu.",
    )

"""What the law asks the publisher to say, and what `settings.yml` does not say yet."""

from collections.abc import Iterator
from datetime import date

from macros.model import Indstillinger
from macros.text import danish_date

YEAR = 365
"""After how many days a statement must have been renewed."""


def missing(publisher: Indstillinger, today: date) -> tuple[str, ...]:
    """What the accessibility statement lacks, one Danish sentence each; none where it is whole."""
    return tuple(_missing(publisher, today))


def _missing(publisher: Indstillinger, today: date) -> Iterator[str]:
    if not publisher.telefon:
        yield "Tilgængelighedserklæringen mangler et telefonnummer."
    if not publisher.postkasse:
        yield "Tilgængelighedserklæringen mangler en mailadresse."
    declared = publisher.tilgaengelighed.dato
    if declared is None:
        yield "Tilgængelighedserklæringen har ingen dato. Myndigheden har ikke godkendt den endnu."
    elif (today - declared).days > YEAR:
        yield f"Tilgængelighedserklæringen er fra {danish_date(declared)}. Den skal fornys mindst én gang om året."

"""The catalogue as one tagged PDF. WeasyPrint is there only where `make pdf` has put it, and needs Pango."""

from macros.views.bog import Book


class MissingError(Exception):
    """What WeasyPrint needs is not on this machine; the message says what to do, in Danish."""


def pdf(book: Book) -> bytes:
    """The book as PDF/UA-1; the same book gives the same bytes on one machine."""
    try:
        from macros.bog import weasy  # noqa: PLC0415 - the site is built without it
    except ImportError as error:
        raise MissingError("Pakken weasyprint mangler. Kør make pdf, som henter den.") from error
    except OSError as error:
        raise MissingError(
            "Biblioteket Pango mangler på maskinen. På Debian og Ubuntu: "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-lato"
        ) from error
    return weasy.pdf(book)

"""WeasyPrint as this catalogue uses it: one document, one style sheet, and nothing fetched."""

from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from macros.render import render
from macros.views.bog import Book

_STYLE = Path(__file__).with_name("bog.css")


class Refusing(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Fetches nothing: the document holds all that it shows, so a request is a fault that stops the rendering."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Refuses."""
        raise FatalURLFetchingError(f"The book asked for {url}")


def pdf(book: Book) -> bytes:
    """The book as PDF/UA-1."""
    fonts, refusing = FontConfiguration(), Refusing()
    style = CSS(string=_STYLE.read_text(encoding="utf-8"), font_config=fonts, url_fetcher=refusing)
    document = HTML(string=render("bog", None, book=book), url_fetcher=refusing)
    made: bytes = document.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=f"{book.title} {book.iso}".encode(),
        finisher=_say_what_headers_head,
    )
    return made


def _say_what_headers_head(document: Any, pdf: Any) -> None:
    """Each header cell is marked as the head of its column or of its row; WeasyPrint marks only the cells below it."""
    parts: dict[bytes, Any] = {part.reference: part for part in pdf.objects if hasattr(part, "get")}
    for cell in [part for part in parts.values() if part.get("S") == "/TH"]:
        rows = parts[parts[cell["P"]]["P"]]
        cell["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"

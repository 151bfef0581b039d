"""The catalogue as one PDF: tagged, in Danish, with outline, contents and every link; from the good site."""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from macros import bog
from macros.__main__ import main
from macros.bog.weasy import Refusing
from macros.model import KINDS, Kilde, Reference
from macros.render import render
from macros.views.bog import book
from macros.views.context import Context
from tests.building import SITE_URL

Output = pytest.CaptureFixture[str]
METHOD = Reference("metoder", "eksempelmetoden")


@pytest.fixture(scope="module")
def whole(context: Context) -> PdfReader:
    """The whole good site as a book."""
    return PdfReader(BytesIO(bog.pdf(book(context, (), SITE_URL))))


def _parts(node: Any) -> Iterator[Any]:
    """Every element of the structure tree, from the top."""
    node = node.get_object()
    if hasattr(node, "get") and node.get("/S"):
        yield node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from _parts(kid)


def _root(pdf: PdfReader) -> Any:
    return pdf.root_object


def _tree(pdf: PdfReader) -> list[Any]:
    return [part for top in _root(pdf)["/StructTreeRoot"]["/K"] for part in _parts(top)]


def _links(pdf: PdfReader) -> Iterator[Any]:
    for sheet in pdf.pages:
        for note in sheet.get("/Annots", []):
            yield note.get_object()


def _outline(items: list[Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item, depth + 1)
        else:
            yield depth, item["/Title"]


def _text(pdf: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def test_the_pdf_says_what_it_is(whole: PdfReader) -> None:
    """Tagged, PDF/UA-1, Danish, A4; its title is shown in the window; the day is the day of the build."""
    root = _root(whole)
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "da")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - pypdf's own kind of boolean
    assert re.search(rb'pdfuaid:part(="|>)1["<]', root["/Metadata"].get_data())
    about = whole.metadata
    assert about is not None
    assert (about.title, about.author) == ("Eksempelkataloget", "Eksempelby Kommune")
    assert str(about.creation_date)[:10] == "2026-11-21"
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in whole.pages} == {(595, 842)}


def test_the_outline_has_each_chapter_and_each_record(whole: PdfReader, context: Context) -> None:
    """The contents, then a chapter for each kind, and below it every record once."""
    found = list(_outline(whole.outline))
    chapters = [kind.plural[0].upper() + kind.plural[1:] for kind in KINDS.values()]
    assert [title for depth, title in found if depth == 0] == ["Indhold", *chapters]
    records = sorted(record.titel for _name, record in context.katalog.all())
    groups = {"Kommende datoer", "Passerede datoer", *(one.udgiver for one in context.katalog.of(Kilde))}
    below = [title for depth, title in found if depth > 0]
    assert sorted(title for title in below if title in set(records)) == records
    assert {title for title in below if title not in set(records)} >= groups


def test_headings_never_skip_a_level(whole: PdfReader) -> None:
    """One h1; a heading is at most one level below the one before it."""
    levels = [int(part["/S"][2:]) for part in _tree(whole) if re.fullmatch(r"/H\d", part["/S"])]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_cell_knows_its_heads(whole: PdfReader) -> None:
    """A header cell is the head of a column or a row; each other cell names header cells that exist."""
    heads = [part for part in _tree(whole) if part["/S"] == "/TH"]
    cells = [part for part in _tree(whole) if part["/S"] == "/TD"]
    assert {head["/A"]["/Scope"] for head in heads} == {"/Column", "/Row"}
    known = {head["/ID"] for head in heads}
    assert cells
    assert [cell for cell in cells if not cell["/A"]["/Headers"] or set(cell["/A"]["/Headers"]) - known] == []


def test_every_link_has_a_target(whole: PdfReader, context: Context) -> None:
    """A link within the book leads to a place that is there, and every record is one; sources have their address."""
    within = [str(link["/Dest"]) for link in _links(whole) if "/Dest" in link]
    outside = {str(link["/A"]["/URI"]) for link in _links(whole) if "/A" in link}
    places = set(whole.named_destinations)
    assert within
    assert set(within) - places == set()
    assert {str(name) for name, _record in context.katalog.all()} - places == set()
    assert {one.url for one in context.katalog.of(Kilde) if one.url} - outside == set()
    assert SITE_URL in outside


def test_the_contents_name_the_right_pages(whole: PdfReader, context: Context) -> None:
    """The page that the contents print for a record is the page on which it begins."""
    contents = " ".join(whole.pages[1].extract_text().split())
    for name, record in context.katalog.all():
        if KINDS[name.kind].own_page and name.kind != "kilder":
            page = whole.get_destination_page_number(whole.named_destinations[str(name)])
            assert page is not None
            assert re.search(rf"{re.escape(record.titel)} ?(\. ?)+ ?{page + 1}\b", contents), record.titel


def test_the_book_has_sources_licence_and_date(whole: PdfReader) -> None:
    """What a reader needs to trust a print: the day, the licence, the publisher, and numbered pages."""
    text = _text(whole)
    assert "Eksempelby Kommune 21. november 2026" in text
    assert "Poster og tabeller er frie efter CC0 1.0" in text
    numbers = [re.findall(rf"\b(\d+) af {len(whole.pages)}\b", sheet.extract_text()) for sheet in whole.pages]
    assert numbers == [[], *([str(number)] for number in range(2, len(whole.pages) + 1))]


def test_a_chosen_record_leads_out_of_the_book(context: Context) -> None:
    """With one record in the book, its links lead to the site, or are plain text where the site has no address."""
    out = PdfReader(BytesIO(bog.pdf(book(context, (METHOD,), SITE_URL))))
    outside = {str(link["/A"]["/URI"]) for link in _links(out) if "/A" in link}
    assert f"{SITE_URL}metoder/grundmetoden/" in outside
    plain = PdfReader(BytesIO(bog.pdf(book(context, (METHOD,), ""))))
    assert {uri for link in _links(plain) if "/A" in link and "/metoder/" in (uri := str(link["/A"]["/URI"]))} == set()
    assert "Et udvalg af kataloget: 1 metode" in _text(plain)
    title = context.katalog.get(Reference("metoder", "grundmetoden")).titel
    assert title in _text(plain)


def test_the_same_book_is_the_same_bytes(context: Context) -> None:
    """Two books of one day are equal, byte for byte."""
    assert bog.pdf(book(context, (METHOD,), SITE_URL)) == bog.pdf(book(context, (METHOD,), SITE_URL))


def test_nothing_is_fetched() -> None:
    """A document that asks for a file or an address stops the rendering."""
    for address in ("https://kilde.example/billede.png", "file:///etc/hostname"):
        with pytest.raises(FatalURLFetchingError):
            HTML(string=f"<img src='{address}' alt='billede'>", url_fetcher=Refusing()).write_pdf()


@pytest.mark.usefixtures("good_site")
def test_the_command_writes_the_chosen_records(capsys: Output) -> None:
    """`pdf NAME ... --out FILE` takes a record and a whole kind, and says where the file is."""
    assert (
        main(["--today", "2026-11-21", "pdf", "metoder/eksempelmetoden", "initiativer/", "--out", "ud/valgt.pdf"]) == 0
    )
    assert capsys.readouterr().out == "PDF'en ligger i ud/valgt.pdf\n"
    assert "Et udvalg af kataloget: 2 initiativer og 1 metode" in _text(PdfReader("ud/valgt.pdf"))


@pytest.mark.usefixtures("good_site")
def test_the_command_says_which_names_are_unknown(capsys: Output) -> None:
    """Every name that is neither a kind nor a record is told, with what may have been meant; no file is written."""
    assert main(["pdf", "metoder/eksempelmetode", "initiativ/klub-eksempel", "metoder"]) == 1
    assert capsys.readouterr().out == (
        'Posten "metoder/eksempelmetode" findes ikke. Mente du "eksempelmetoden"?\n'
        f'Slagsen "initiativ" findes ikke. Mente du "initiativer"? Vælg en af: {", ".join(KINDS)}.\n'
    )
    assert not Path("katalog.pdf").exists()


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportError, "Pakken weasyprint mangler. Kør make pdf, som henter den."),
        (
            OSError,
            "Biblioteket Pango mangler på maskinen. På Debian og Ubuntu: "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-lato",
        ),
    ],
)
def test_the_command_says_what_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: Output, error: type[Exception], said: str
) -> None:
    """Without the package or the system's library there is one Danish line, and no traceback."""

    class Missing:
        @staticmethod
        def find_spec(name: str, *_: Any) -> None:
            if name == "macros.bog.weasy":
                raise error(name)

    monkeypatch.delitem(sys.modules, "macros.bog.weasy")
    monkeypatch.delattr(bog, "weasy")
    monkeypatch.setattr(sys, "meta_path", [Missing, *sys.meta_path])
    assert main(["pdf", "metoder"]) == 1
    assert capsys.readouterr().out == f"PDF'en er ikke lavet. {said}\n"


def test_the_space_before_a_source_is_no_text(context: Context) -> None:
    """WeasyPrint breaks a full line after its first word where a space and a link follow: the style draws the space."""
    markup = render("bog", None, book=book(context, (METHOD,), SITE_URL))
    assert '<a class="mark"' in markup
    assert ' <a class="mark"' not in markup

"""Rows as an Excel workbook, made with openpyxl; the same bytes on the same day.

Texts are written as texts, so that none is taken for a formula, whatever it begins with.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from macros.export.archive import timeless
from macros.export.csv import FORMULA_STARTS
from macros.export.rows import Cell, Column, Sheet
from macros.views.context import Context
from macros.views.data import LICENCE, credit

MOST_SIGNS = 32_767
"""What a cell can hold."""
_REST = " ... Resten står i JSON-filen."
_NO_SIGN = "\ufffd"
_WIDE = 60
_BOLD = Font(bold=True)


def workbook(context: Context, sheets: Sequence[Sheet]) -> bytes:
    """A workbook with those sheets, and last one that says what it is and what each column of the first holds."""
    book = Workbook(write_only=True)
    publisher, noon = context.katalog.indstillinger, datetime.combine(context.today, time(12), UTC)
    book.properties.creator, book.properties.title = publisher.myndighed, f"{publisher.navn}: {sheets[0].name}"
    book.properties.created = book.properties.modified = noon.replace(tzinfo=None)
    book.properties.language = "da-DK"
    written = BytesIO()
    try:
        for sheet in (*sheets, _about(context, sheets[0])):
            _add(book, sheet)
        ExcelWriter(book, ZipFile(written, "w", ZIP_STORED)).save()
    except Exception:
        _let_go(book)
        raise
    return timeless(written.getvalue())


def _let_go(book: Any) -> None:
    """Ends what still writes to a temporary file; else each of them would print a traceback of its own."""
    for page in book.worksheets:
        if page._writer is not None:
            with suppress(Exception):
                page._writer.xf.close()


def _add(book: Workbook, sheet: Sheet) -> None:
    """A sheet whose first row stays in sight and can be filtered."""
    page: Any = book.create_sheet(sheet.name)  # its published types lack half of what a write-only sheet has
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = _width(column, [row[place - 1] for row in sheet.rows])
    page.append([_head(page, column) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"


def _width(column: Column, cells: Iterable[Cell]) -> int:
    """As wide as its longest value, within reason."""
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(len(column.key), longest) + 2, _WIDE)


def _head(page: Any, column: Column) -> BookCell:
    head = _text(page, column.key)
    head.font = _BOLD
    return head


def _cell(page: Any, value: Cell) -> Cell | BookCell:
    """Numbers and days as they are; a text that could be taken for something else is marked as text."""
    if isinstance(value, str):
        return _text(page, value) if value.startswith((*FORMULA_STARTS, "#")) else _fitting(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    if isinstance(value, date):
        day = WriteOnlyCell(page, datetime.combine(value, time()))
        day.number_format = "yyyy-mm-dd"
        return day
    return value


def _text(page: Any, value: str) -> BookCell:
    """A cell that stays text, also when somebody opens it for editing."""
    cell = WriteOnlyCell(page, _fitting(value))
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def _fitting(value: str) -> str:
    """The text without signs that the format does not have, and no longer than a cell; a cut is told."""
    known = ILLEGAL_CHARACTERS_RE.sub(_NO_SIGN, value)
    return known if len(known) <= MOST_SIGNS else known[: MOST_SIGNS - len(_REST)] + _REST


def _about(context: Context, sheet: Sheet) -> Sheet:
    """What the workbook is, what may be done with it, and what each column holds."""
    publisher = context.katalog.indstillinger
    said: tuple[tuple[Cell, ...], ...] = (
        ("Katalog", publisher.navn, ""),
        ("Udgiver", publisher.myndighed, ""),
        ("Lavet", context.today, ""),
        ("Licens", "CC0 1.0", LICENCE),
        ("Kredit", credit(context), ""),
    )
    columns = tuple((one.key, one.title, one.help) for one in sheet.columns)
    heads = (Column("kolonne", "", ""), Column("titel", "", ""), Column("forklaring", "", ""))
    return Sheet("Om filen", heads, (*said, *columns))

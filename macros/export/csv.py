"""Tables as CSV that opens right in a Danish spreadsheet: semicolons, decimal comma, a byte order mark.

A text that a spreadsheet would take for a formula gets an apostrophe in front, and so does a text that begins with one:
who takes one apostrophe away from the front of a text has it back as it was.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from macros.export.rows import Cell, Sheet
from macros.model import Katalog, Tabel
from macros.model.tabel import Kolonne
from macros.views.common import NOT_FOUND
from macros.views.context import Context
from macros.views.kommuner import Known, overview

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_KEPT = "'"


def table_csv(tabel: Tabel) -> str:
    """The table with its heads, rows and sum row; the source stands in the last line."""
    return _written(_table_rows(tabel))


def sheet_csv(sheet: Sheet) -> str:
    """Rows with their keys as heads."""
    heads = [_safe(column.key) for column in sheet.columns]
    return _written((heads, *([_plain(cell) for cell in row] for row in sheet.rows)))


def _plain(cell: Cell) -> str:
    """A cell as a Danish spreadsheet reads it. A negative number is no formula."""
    if isinstance(cell, str):
        return _safe(cell)
    return "" if cell is None else str(cell).replace(".", ",")


def _table_rows(tabel: Tabel) -> Iterator[Sequence[str]]:
    yield [_safe(_head(column)) for column in tabel.kolonner]
    for cells in (*(row.celler for row in tabel.raekker), *([tabel.kontrolsum] if tabel.kontrolsum else [])):
        yield [_cell(column, cell) for column, cell in zip(tabel.kolonner, cells, strict=True)]
    yield [_safe(f"Kilde: {tabel.kilde}, {tabel.sted}")]


def _written(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return BOM + out.getvalue()


def _head(column: Kolonne) -> str:
    return f"{column.titel} ({column.enhed})" if column.enhed else column.titel


def _cell(column: Kolonne, cell: str | None) -> str:
    if cell is None:
        return ""
    return cell.replace(".", ",") if column.type == "tal" else _safe(cell)


def _safe(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"{_KEPT}{text}" if text.startswith((*FORMULA_STARTS, _KEPT)) else text


def kommuner_csv(katalog: Katalog, today: date) -> str:
    """The overview of municipalities as its table shows it, with the codes that other systems know."""
    lines = (
        (row.kommune.kode, row.kommune.navn, row.region, *map(_yes, _known(row)), len(row.partnerships), row.count)
        for row in overview(Context(katalog, today)).rows
    )
    return _written((_KOMMUNER_HEADS, *lines))


_KOMMUNER_HEADS = (
    "Kode", "Kommune", "Region", "Under Ungeløftet", "Med civilsamfund", "Med virksomheder", "Partnerskaber", "Poster",
)  # fmt: skip


def _known(row: Known) -> tuple[bool, bool, bool]:
    return row.ungeloeftet, "civilsamfund" in row.sectors, "virksomhed" in row.sectors


def _yes(known: bool) -> str:
    return "ja" if known else NOT_FOUND

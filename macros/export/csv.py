"""Tables as CSV that opens right in a Danish spreadsheet: semicolons, decimal comma, a byte order mark."""

import csv
import io

from macros.model import Tabel
from macros.model.tabel import Kolonne

BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(tabel: Tabel) -> str:
    """The table with its heads, rows and sum row; the source stands in the last line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(_head(column)) for column in tabel.kolonner])
    for cells in (*(row.celler for row in tabel.raekker), *([tabel.kontrolsum] if tabel.kontrolsum else [])):
        writer.writerow([_cell(column, cell) for column, cell in zip(tabel.kolonner, cells, strict=True)])
    writer.writerow([_safe(f"Kilde: {tabel.kilde}, {tabel.sted}")])
    return BOM + out.getvalue()


def _head(column: Kolonne) -> str:
    return f"{column.titel} ({column.enhed})" if column.enhed else column.titel


def _cell(column: Kolonne, cell: str | None) -> str:
    if cell is None:
        return ""
    return cell.replace(".", ",") if column.type == "tal" else _safe(cell)


def _safe(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text

"""CSV and Excel: safe and right in a spreadsheet, and the same values when they come back."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from macros.export.csv import FORMULA_STARTS, sheet_csv
from macros.export.rows import Cell, Column, Sheet, claim_sheet, kind_sheet, place_sheet
from macros.export.xlsx import MOST_SIGNS, workbook
from macros.model import KINDS
from macros.views.context import Context
from tests.api import office
from tests.conftest import once
from tests.tal import Tal

HOSTILE = (
    '=HYPERLINK("https://x.example";"klik")',
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1;1)",
    "\t=1+1",
    "\n=1+1",
    "'allerede en apostrof",
    "semikolon; og igen;",
    'sagde "ja"; og gik',
    "to\nlinjer",
    "#N/A",
    "=cmd|'/C calc'!A0",
    "＝1+1",
    "blåbærgrød € – “citat”",
)
"""Texts that a spreadsheet could take for something else."""
LIKE_NUMBERS = ("0101", "1E5", "1-2", "2025", "1,5")
"""Texts that only a workbook can keep as texts: whoever opens CSV guesses."""


def _sheet(name: str, texts: tuple[str, ...]) -> Sheet:
    columns = (Column("nummer", "Nummer", ""), Column("tekst", "Tekst", ""), Column("=1+1", "Fjendtlig", ""))
    return Sheet(name, columns, tuple((number, text, text) for number, text in enumerate(texts)))


def _sheets(context: Context) -> Iterator[Sheet]:
    yield from (kind_sheet(context, kind) for kind in KINDS)
    yield claim_sheet(context)
    yield place_sheet(context)


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def _without_mark(text: str) -> str:
    """As the page /data/ tells: one apostrophe is taken away from the front."""
    return text.removeprefix("'")


def test_csv_opens_right_in_danish_excel(published: Mapping[str, bytes]) -> None:
    """UTF-8 with a byte order mark, semicolons, CRLF, a decimal comma, and every row as long as its heads."""
    for name in (name for name in published if name.endswith(".csv")):
        text = published[name].decode()
        assert text.startswith("\ufeff"), name
        assert text.endswith("\r\n"), name
        heads, *rows = _read(text)
        assert {len(row) for row in rows} <= {len(heads)}, name
    assert ";8,3;" in published["noegletal.csv"].decode()


def test_a_text_in_csv_is_no_formula_and_comes_back(context: Context) -> None:
    """No cell begins like a formula, and one apostrophe less gives each text back as it was."""
    heads, *rows = _read(sheet_csv(_sheet("x", (*HOSTILE, "\r=1+1", *LIKE_NUMBERS))))
    assert heads == ["nummer", "tekst", "'=1+1"]
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS)] == []
    assert [_without_mark(row[1]) for row in rows] == [*HOSTILE, "\r=1+1", *LIKE_NUMBERS]
    assert sheet_csv(Sheet("x", (Column("t", "", ""),), ((Decimal("-1.5"),),))) == "\ufefft\r\n-1,5\r\n"


def test_no_published_cell_is_a_formula(published: Mapping[str, bytes]) -> None:
    """In the catalogue's own files no text begins like a formula, and no workbook holds one."""
    for name, content in published.items():
        if name.endswith(".csv"):
            cells = (cell for row in _read(content.decode()) for cell in row)
            assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == [], name
        if name.endswith(".xlsx"):
            with ZipFile(BytesIO(content)) as archive:
                parts = [archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/")]
            assert len(parts) >= 2
            assert [part for part in parts if b"<f>" in part or b"<f " in part] == [], name


def test_a_workbook_keeps_texts_numbers_and_days(context: Context) -> None:
    """Texts stay texts, numbers are numbers, days are days; what is too long is told."""
    long = "a" * (MOST_SIGNS + 1)
    cells: tuple[Cell, ...] = (*HOSTILE, *LIKE_NUMBERS, 5, Decimal("8.3"), date(2026, 11, 21), "et\x01tegn", long)
    book = load_workbook(BytesIO(workbook(context, (Sheet("x", (Column("t", "", ""),), tuple((c,) for c in cells)),))))
    found = [row[0] for row in book["x"].iter_rows(min_row=2)]
    texts = [*HOSTILE, *LIKE_NUMBERS]
    assert [(cell.value, cell.data_type) for cell in found[: len(texts)]] == [(text, "s") for text in texts]
    marked = [cell.value for cell in found if cell.quotePrefix]
    assert marked == [text for text in HOSTILE if text.startswith((*FORMULA_STARTS, "#"))]
    number, decimal, day, odd, cut = (cell.value for cell in found[len(texts) :])
    assert (number, decimal, day, odd) == (5, 8.3, datetime(2026, 11, 21), "et\ufffdtegn")
    assert (len(str(cut)), str(cut)[-30:]) == (MOST_SIGNS, " ... Resten står i JSON-filen.")


def test_a_workbook_explains_itself(example: Mapping[str, bytes], context: Context) -> None:
    """Its last sheet tells publisher, day, licence and columns; heads stay in sight and can be filtered."""
    book = load_workbook(BytesIO(example["noegletal.xlsx"]))
    about = {row[0]: row[1:] for row in book["Om filen"].iter_rows(values_only=True)}
    assert about["Udgiver"][0] == "Eksempelby Kommune"
    assert about["Lavet"][0] == datetime(2026, 11, 21)
    assert about["Licens"] == ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    heads = [cell.value for cell in book["noegletal"][1]]
    assert [head for head in heads if head not in about] == []
    last = 1 + len(context.katalog.records["noegletal"])
    assert (book["noegletal"].freeze_panes, book["noegletal"].auto_filter.ref) == ("A2", f"A1:Y{last}")


def test_tables_lie_in_one_workbook(example: Mapping[str, bytes]) -> None:
    """Each table has a sheet of its own, with its numbers as numbers."""
    book = load_workbook(BytesIO(example["tabeller.xlsx"]))
    assert book.sheetnames == ["tabeller", "1 eksempelbudget", "Om filen"]
    cells = [cell for row in book["1 eksempelbudget"].iter_rows(min_row=2, values_only=True) for cell in row]
    assert any(isinstance(cell, int | float) for cell in cells)


def test_a_claim_stands_with_its_source(context: Context) -> None:
    """One row for each statement: where it stands, what it says, and the source spelled out."""
    sheet = claim_sheet(context)
    keys = [column.key for column in sheet.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in sheet.rows]
    row = next(row for row in rows if (row["id"], row["felt"]) == ("eksempelmetoden", "resultater[0]"))
    assert row == {
        "slags": "metoder",
        "id": "eksempelmetoden",
        "titel": "Eksempelmetoden",
        "adresse": "metoder/eksempelmetoden/",
        "felt": "resultater[0]",
        "udsagn": "De unge i eksemplet fik det bedre. (Tal: 12,5 mod 10; Enhed: point; "
        "Undersøgelse: Før og efter; Udfald: Trivsel; Retning: Positiv)",
        "kilde": "eksempelrapport-2026",
        "sted": "tabel 1",
        "kilde_titel": "Eksempelrapport",
        "kilde_udgiver": "Eksempeluniversitetet",
        "kilde_aar": 2026,
        "kilde_url": "https://rapport.eksempel.example/",
    }


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory, real: Context) -> Path:
    """Every published table, and hostile ones, through LibreOffice: workbooks as CSV, CSV as workbooks."""

    def make(place: Path) -> None:
        files = place.with_name("office-files")
        files.mkdir()
        for sheet in (*_sheets(real), _sheet("fjendtlig", HOSTILE), _sheet("tallignende", LIKE_NUMBERS)):
            (files / f"{sheet.name}.csv").write_bytes(sheet_csv(sheet).encode())
            (files / f"{sheet.name}.xlsx").write_bytes(workbook(real, (sheet,)))
        place.mkdir()
        office.to_csv(place, sorted(files.glob("*.xlsx")))
        office.to_workbooks(place, sorted(files.glob("*.csv")))

    return once(tmp_path_factory, "office", make)


def test_workbooks_come_back_from_a_spreadsheet(opened: Path, real: Context, tal: Tal) -> None:
    """LibreOffice shows every cell of every workbook as it was written, hostile ones too."""
    seen, wrong = 0, []
    sheets = (*_sheets(real), _sheet("fjendtlig", HOSTILE), _sheet("tallignende", LIKE_NUMBERS))
    for sheet in sheets:
        rows = office.csv_rows(opened / f"{sheet.name}-{sheet.name}.csv")
        assert [len(row) for row in rows] == [len(row) for row in sheet.rows], sheet.name
        cells = [
            (_shown(cell), found)
            for row, read in zip(sheet.rows, rows, strict=True)
            for cell, found in _pairs(row, read)
        ]
        seen += len(cells)
        wrong += [(sheet.name, *pair) for pair in cells if pair[0] != pair[1]]
    tal("office: workbooks", len(sheets))
    tal("office: cells of workbooks", seen)
    tal("office: cells that differ", len(wrong))
    assert wrong == []
    assert seen > 100_000


def _pairs(row: tuple[Cell, ...], found: Sequence[Any]) -> Iterator[tuple[Cell, Any]]:
    """Each cell as it was written and as it was read; a reader leaves out what is empty at the end."""
    return zip(row, (*found, *(None for _cell in row[len(found) :])), strict=True)


def _shown(cell: Cell) -> str:
    """A cell as a spreadsheet in no particular language shows it."""
    return f"{cell.normalize():f}" if isinstance(cell, Decimal) else "" if cell is None else str(cell)


def test_csv_comes_back_from_a_spreadsheet(opened: Path, real: Context, tal: Tal) -> None:
    """LibreOffice reads every cell of every CSV file as what it says: texts, Danish numbers and days."""
    seen, wrong = 0, []
    sheets = (*_sheets(real), _sheet("fjendtlig", HOSTILE))
    for sheet in sheets:
        rows = office.workbook_rows(opened / f"{sheet.name}.xlsx")
        assert len(rows) == len(sheet.rows), sheet.name
        cells = [pair for row, read in zip(sheet.rows, rows, strict=True) for pair in _pairs(row, read)]
        seen += len(cells)
        wrong += [(sheet.name, *pair) for pair in cells if not _same(*pair)]
    tal("office: CSV files", len(sheets))
    tal("office: cells of CSV files", seen)
    tal("office: cells that differ", len(wrong))
    assert wrong == []
    assert seen > 100_000


def _same(cell: Cell, found: object) -> bool:
    """The same value: a day or a year that is text here may have become a date or a number there."""
    if isinstance(found, datetime):
        return str(cell) == found.date().isoformat()
    if isinstance(found, int | float) and cell is not None:
        return Decimal(str(cell)) == Decimal(str(found))
    return (_without_mark(found) if isinstance(found, str) else found) == cell

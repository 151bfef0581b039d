"""LibreOffice, as a reader's spreadsheet: converts files, and tells what it made of their cells."""

import csv
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

_AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
"""Semicolon, quotes, UTF-8; values and never formulas; each sheet to a file of its own."""
_FROM_DANISH_CSV = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1030,false,false"
"""Semicolon, quotes, UTF-8; as a Danish reader would have it (decimal comma)."""


def to_csv(folder: Path, workbooks: Sequence[Path]) -> None:
    """Each sheet of the workbooks as `<workbook>-<sheet>.csv`."""
    _convert(folder, ["--convert-to", _AS_CSV, "--outdir", str(folder)], workbooks)


def to_workbooks(folder: Path, tables: Sequence[Path]) -> None:
    """CSV files, opened as in Denmark, as `<table>.xlsx`."""
    _convert(folder, [_FROM_DANISH_CSV, "--convert-to", "xlsx", "--outdir", str(folder)], tables)


def _convert(folder: Path, how: Sequence[str], files: Sequence[Path]) -> None:
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing. On Debian and Ubuntu: apt-get install libreoffice-calc"
    profile = f"-env:UserInstallation={(folder.resolve() / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", *how, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stdout + done.stderr


def csv_rows(path: Path) -> list[list[str]]:
    """The rows of a CSV file, below its heads."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def workbook_rows(path: Path) -> list[tuple[Any, ...]]:
    """The rows of a workbook's first sheet, below its heads."""
    book = load_workbook(path, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows[1:]

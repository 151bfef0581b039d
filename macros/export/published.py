"""Everything that lies below /api/v1/, by its place below the site's root."""

from collections.abc import Iterator, Mapping

from macros.export.csv import sheet_csv
from macros.export.dcat import catalogue
from macros.export.json import json_files
from macros.export.openapi import openapi
from macros.export.rows import Sheet, claim_sheet, kind_sheet, place_sheet, table_sheet
from macros.export.shapes import schema_files
from macros.export.xlsx import workbook
from macros.model import KINDS, Tabel
from macros.views.context import Context
from macros.views.data import FOLDER

_made: dict[str, tuple[Context, Mapping[str, bytes]]] = {}
"""The files of the Context that was last asked for: the page /data/ tells their sizes, and the build writes them."""


def open_data(context: Context, site_url: str) -> dict[str, bytes]:
    """Every file of the version; only the DCAT catalogue needs to know where the site is."""
    described = catalogue(context, sizes(context), site_url)
    every = {**_files(context), **{name: text.encode() for name, text in described.items()}}
    return {f"{FOLDER}{name}": content for name, content in every.items()}


def sizes(context: Context) -> dict[str, int]:
    """How many bytes each file has, by its name in the folder of the version."""
    return {name: len(content) for name, content in _files(context).items()}


def _files(context: Context) -> Mapping[str, bytes]:
    known = _made.get("last")
    if known is None or known[0] is not context:
        known = _made["last"] = (context, dict(_fresh(context)))
    return known[1]


def _fresh(context: Context) -> Iterator[tuple[str, bytes]]:
    for name, text in json_files(context):
        yield name, text.encode()
    for name, text in schema_files(context.katalog.vocab):
        yield name, text.encode()
    yield "openapi.json", openapi(context).encode()
    for sheet in (*(kind_sheet(context, kind) for kind in KINDS), claim_sheet(context), place_sheet(context)):
        yield f"{sheet.name}.csv", sheet_csv(sheet).encode()
        yield f"{sheet.name}.xlsx", workbook(context, (sheet, *_inside(context, sheet)))


def _inside(context: Context, sheet: Sheet) -> Iterator[Sheet]:
    """The tables themselves, a sheet each, in the workbook of tables."""
    if sheet.name == "tabeller":
        for number, tabel in enumerate(context.katalog.of(Tabel), start=1):
            yield table_sheet(tabel, f"{number} {tabel.id}"[:31])

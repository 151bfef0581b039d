"""Everything that lies below /api/v1/, by its place below the site's root."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

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

Make = Callable[[], bytes]


class _Published:
    """The files of one Context; each is made once, when it is first asked for."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.makers: Mapping[str, Make] = {name: cache(make) for name, make in _makers(context)}


_last: list[_Published] = []
_elsewhere: list[tuple[Path, Callable[[], bool]]] = []


def open_data(context: Context, site_url: str) -> Iterator[tuple[str, Make]]:
    """Every file of the version, and what makes it; only the DCAT catalogue needs to know where the site is."""
    described = cache(lambda: catalogue(context, sizes(context), site_url))
    for name, make in _published(context).makers.items():
        yield f"{FOLDER}{name}", make
    for name in ("catalog.ttl", "catalog.jsonld"):
        yield f"{FOLDER}{name}", partial(lambda one: described()[one].encode(), name)


def sizes(context: Context) -> dict[str, int]:
    """How many bytes each file has, by its name in the folder of the version."""
    makers = _published(context).makers
    if not _elsewhere:
        return {name: len(make()) for name, make in makers.items()}
    site, wait = _elsewhere[0]
    if not wait():
        return dict.fromkeys(makers, 0)  # the site is not built when something could not be made
    return {name: (site / FOLDER / name).stat().st_size for name in makers}


def written_elsewhere(site: Path, wait: Callable[[], bool]) -> None:
    """From now on another process writes the files below `site`; `wait` tells, when it is done, whether it could."""
    _elsewhere[:] = [(site, wait)]


def _published(context: Context) -> _Published:
    if not _last or _last[0].context is not context:
        _last[:] = [_Published(context)]
    return _last[0]


def _makers(context: Context) -> Iterator[tuple[str, Make]]:
    sheets: dict[str, Callable[[], Sheet]] = {kind: partial(kind_sheet, context, kind) for kind in KINDS}
    sheets |= {"udsagn": partial(claim_sheet, context), "kommuner": partial(place_sheet, context)}
    once = {name: cache(sheet) for name, sheet in sheets.items()}
    for name, sheet in once.items():
        yield f"{name}.xlsx", partial(_workbook, context, sheet)
    for name, sheet in once.items():
        yield f"{name}.csv", partial(_csv, sheet)
    texts: Iterable[tuple[str, Callable[[], str]]] = (
        *json_files(context),
        *schema_files(context.katalog.vocab),
        ("openapi.json", partial(openapi, context)),
    )
    for name, text in texts:
        yield name, partial(_encoded, text)


def _encoded(text: Callable[[], str]) -> bytes:
    return text().encode()


def _csv(sheet: Callable[[], Sheet]) -> bytes:
    return sheet_csv(sheet()).encode()


def _workbook(context: Context, sheet: Callable[[], Sheet]) -> bytes:
    return workbook(context, (sheet(), *_inside(context, sheet())))


def _inside(context: Context, sheet: Sheet) -> Iterator[Sheet]:
    """The tables themselves, a sheet each, in the workbook of tables."""
    if sheet.name == "tabeller":
        for number, tabel in enumerate(context.katalog.of(Tabel), start=1):
            yield table_sheet(tabel, f"{number} {tabel.id}"[:31])

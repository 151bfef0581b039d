"""A table from a source as a table block, with bars and the sums that the source prints."""

from decimal import Decimal

from macros.model import Reference, Tabel
from macros.model.tabel import Afvigelse, Kolonne, decimal
from macros.text import number
from macros.views.blocks import Cell, Column, Row, Table
from macros.views.context import Context
from macros.views.sources import Sources


def table_block(context: Context, sources: Sources, reference: Reference) -> Table:
    """The table of that name, with its caption, sum row and notes."""
    tabel = context.katalog.get(reference)
    assert isinstance(tabel, Tabel)
    mark = sources.mark(tabel)
    return table(tabel, f"{tabel.titel} [{mark.number}, {mark.place}]" if mark else tabel.titel)


def table(tabel: Tabel, caption: str) -> Table:
    """The table as it stands in its source."""
    columns = tuple(Column(c.titel, c.enhed, c.type == "tal") for c in tabel.kolonner)
    tops = [_top(tabel, place) for place in range(len(tabel.kolonner))]
    rows = [Row(_cells(tabel, row.celler, tops), "part" if row.heraf else "row") for row in tabel.raekker]
    if tabel.kontrolsum:
        rows.append(Row(_cells(tabel, tabel.kontrolsum, [Decimal(0)] * len(tops)), "sum"))
    return Table(caption, columns, tuple(rows), _notes(tabel))


def _top(tabel: Tabel, place: int) -> Decimal:
    """The largest number of a column with bars; 0 where the column has none."""
    if not tabel.kolonner[place].soejler:
        return Decimal(0)
    return max((decimal(row.celler[place]) or Decimal(0) for row in tabel.raekker), default=Decimal(0))


def _cells(tabel: Tabel, cells: tuple[str | None, ...], tops: list[Decimal]) -> tuple[Cell, ...]:
    return tuple(_cell(column, cell, top) for column, cell, top in zip(tabel.kolonner, cells, tops, strict=True))


def _cell(column: Kolonne, cell: str | None, top: Decimal) -> Cell:
    value = decimal(cell)
    if column.type == "tekst" or value is None:
        return Cell(cell or "")
    share = round(100 * value / top) if top and value > 0 else None
    return Cell(number(value, column.decimaler), share)


def _notes(tabel: Tabel) -> tuple[str, ...]:
    return (*(note.tekst for note in tabel.noter), *(_deviation(tabel, item) for item in tabel.afvigelser))


def _deviation(tabel: Tabel, item: Afvigelse) -> str:
    """What the reader is told of a sum that does not add up in the source itself."""
    column = next(c.titel for c in tabel.kolonner if c.id == item.kolonne)
    place = f"rækken {item.raekke}" if item.raekke else "sumrækken"
    total = number(item.beregnet)
    return f"Kilden stemmer ikke med sig selv i {place}, kolonnen {column}: leddene giver {total}. {item.note}"

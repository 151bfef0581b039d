"""Rules for tables: the sums that a source prints are computed again."""

from collections.abc import Iterator
from decimal import Decimal

from macros.model import Record, Tabel
from macros.model.tabel import Kolonne, decimal
from macros.rules.types import Finding


def forkert_sum(record: Record) -> Iterator[Finding]:
    """En tabels summer stemmer, eller afvigelsen er noteret, som den står i kilden."""
    if not isinstance(record, Tabel):
        return
    computed = dict(_deviations(record))
    noted = {(item.kolonne, item.raekke): (index, item) for index, item in enumerate(record.afvigelser)}
    for key, (printed, total) in computed.items():
        if key not in noted:
            where = f'rækken "{key[1]}"' if key[1] else "kontrolsummen"
            yield (
                ("raekker",),
                f'{where}, kolonnen "{key[0]}": kilden skriver {printed}, men leddene giver {total}. '
                'Ret tallet, eller notér det under "afvigelser".',
            )
    for key, (index, item) in noted.items():
        if key not in computed:
            yield ("afvigelser", index), "summen stemmer, så der er ingen afvigelse at notere. Slet punktet."
        elif computed[key][1] != item.beregnet:
            yield (
                ("afvigelser", index, "beregnet"),
                f"leddene giver {computed[key][1]}, ikke {item.beregnet}.",
            )


Deviation = tuple[tuple[str, str | None], tuple[Decimal, Decimal]]


def _deviations(table: Tabel) -> Iterator[Deviation]:
    places = {column.id: place for place, column in enumerate(table.kolonner)}
    for column in table.kolonner:
        yield from _column_deviation(table, column, places[column.id])
        terms = [places[id_] for id_ in column.sum_af if id_ in places]
        for cells in (*(row.celler for row in table.raekker), table.kontrolsum):
            if terms and cells:
                yield from _row_deviation(column, cells, terms, places[column.id])


def _column_deviation(table: Tabel, column: Kolonne, place: int) -> Iterator[Deviation]:
    printed = decimal(table.kontrolsum[place]) if table.kontrolsum else None
    if not column.summeres or printed is None:
        return
    total = sum((decimal(row.celler[place]) or Decimal(0) for row in table.raekker if not row.heraf), Decimal(0))
    if total != printed:
        yield (column.id, None), (printed, total)


def _row_deviation(column: Kolonne, cells: tuple[str | None, ...], terms: list[int], place: int) -> Iterator[Deviation]:
    printed = decimal(cells[place])
    total = sum((decimal(cells[term]) or Decimal(0) for term in terms), Decimal(0))
    if printed is not None and total != printed:
        yield (column.id, cells[0]), (printed, total)


def ukendt_kolonne(record: Record) -> Iterator[Finding]:
    """En tabels sum_af og afvigelser nævner kun kolonner, som tabellen har."""
    if not isinstance(record, Tabel):
        return
    ids = {column.id for column in record.kolonner}
    for index, column in enumerate(record.kolonner):
        for name in set(column.sum_af) - ids:
            yield ("kolonner", index, "sum_af"), f'kolonnen "{name}" findes ikke i tabellen.'
    for index, item in enumerate(record.afvigelser):
        if item.kolonne not in ids:
            yield ("afvigelser", index, "kolonne"), f'kolonnen "{item.kolonne}" findes ikke i tabellen.'

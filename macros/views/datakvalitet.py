"""How good the data is, counted from the data: `/om/datakvalitet/`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.friskhed import stale
from macros.linktjek import addresses
from macros.model import KINDS, Kilde, Kind, Record, Reference
from macros.model.completeness import filled_fields
from macros.text import danish_date, number, plural
from macros.views import links
from macros.views.blocks import Cell, Column, Row, Table
from macros.views.context import Context

OLDEST = 10
_WEIGHTS = {"paakraevet": "krævet", "anbefalet": "anbefalet", "nyttig": "nyttig"}


@dataclass(frozen=True)
class Datakvalitet:
    """All that the page shows."""

    kinds: Table
    fields: tuple[Table, ...]
    oldest: Table
    stale: str
    links: tuple[str, ...]
    dead: Table | None
    unconfirmed: str
    mirrors: Table | None
    second_hand: str
    unread: str


def quality(context: Context) -> Datakvalitet:
    """Completeness by kind and field, the oldest checks, what no owner confirmed, and sources behind mirrors."""
    records = [(name, record) for name, record in context.katalog.all() if name.kind != "kilder"]
    kilder = context.katalog.of(Kilde)
    overdue = stale(context.katalog, context.today)
    return Datakvalitet(
        kinds=_kinds(context),
        fields=tuple(_fields(context, kind) for kind in KINDS.values() if context.katalog.records.get(kind.folder)),
        oldest=_oldest(context, records),
        stale=f"{plural(len(overdue), 'post er', 'poster er')} ikke gennemgået inden for fristen for sin slags.",
        links=links.counts(context, frozenset(addresses(context.katalog))),
        dead=_dead(context),
        unconfirmed=_share("poster er ikke bekræftet af ejeren", [record.bekraeftet is None for _n, record in records]),
        mirrors=_mirrors(context, [kilde for kilde in kilder if kilde.spejl]),
        second_hand=_share("poster har sikkerheden mellem", [r.sikkerhed == "mellem" for _n, r in records]),
        unread=_share("kilder er kun nævnt af andre og ikke læst", [kilde.laest is None for kilde in kilder]),
    )


def _share(what: str, found: list[bool]) -> str:
    return f"{number(sum(found))} af {number(len(found))} {what}."


def _kinds(context: Context) -> Table:
    rows = []
    for kind in KINDS.values():
        records = list(context.katalog.records.get(kind.folder, {}).values())
        shares = [_filled_share(records, weight) for weight in _WEIGHTS]
        rows.append(Row((Cell(kind.plural.capitalize()), Cell(number(len(records))), *map(_bar, shares))))
    columns = (
        Column("Slags"),
        Column("Poster", numeric=True),
        *(Column(f"{word} felter udfyldt", "pct.", numeric=True) for word in ("Krævede", "Anbefalede", "Nyttige")),
    )
    return Table("Udfyldte felter efter slags", columns, tuple(rows))


def _bar(share: int | None) -> Cell:
    return Cell("ingen") if share is None else Cell(str(share), share=share)


def _filled_share(records: list[Record], weight: str) -> int | None:
    found = [filled for record in records for how_much, _name, filled in filled_fields(record) if how_much == weight]
    return round(100 * sum(found) / len(found)) if found else None


def _fields(context: Context, kind: Kind) -> Table:
    """Each field that may be empty, with how many records have it; those most often empty first."""
    records = list(context.katalog.records[kind.folder].values())
    filled = Counter(name for record in records for _weight, name, is_filled in filled_fields(record) if is_filled)
    weights = {name: weight for weight, name, _filled in filled_fields(records[0]) if weight != "paakraevet"}
    ordered = sorted(weights, key=lambda name: (filled[name], name))
    rows = tuple(_field_row(kind.model, name, weights[name], filled[name], len(records)) for name in ordered)
    columns = (Column("Felt"), Column("Vægt"), Column("Udfyldt", numeric=True), Column("Udfyldt", "pct.", numeric=True))
    return Table(kind.plural.capitalize(), columns, rows)


def _field_row(model: Any, name: str, weight: str, filled: int, total: int) -> Row:
    title = model.model_fields[name].title or name
    share = round(100 * filled / total)
    return Row((Cell(title), Cell(_WEIGHTS[weight]), Cell(f"{filled} af {total}"), Cell(str(share), share=share)))


def _oldest(context: Context, records: Iterable[tuple[Reference, Record]]) -> Table:
    first = sorted(records, key=lambda item: (item[1].gennemgaaet, item[0]))[:OLDEST]
    rows = tuple(
        Row(
            (
                Cell(record.titel, link=context.link(name)),
                Cell(KINDS[name.kind].badge),
                Cell(danish_date(record.gennemgaaet)),
            )
        )
        for name, record in first
    )
    columns = (Column("Post"), Column("Slags"), Column("Holdt op mod kilderne"))
    return Table("De ældste gennemgange", columns, rows)


def _mirrors(context: Context, kilder: list[Kilde]) -> Table | None:
    rows = tuple(
        Row((Cell(kilde.titel, link=context.link(Reference("kilder", kilde.id))), Cell(kilde.udgiver)))
        for kilde in kilder
    )
    return Table("Kilder bag spejle", (Column("Kilde"), Column("Udgiver")), rows) if rows else None


def _dead(context: Context) -> Table | None:
    """The records whose link did not answer, with what was answered instead."""
    found = context.answers.links if context.answers else {}
    rows = tuple(
        Row((Cell((link := context.link(name)).text, link=link), Cell(url), Cell(found[url].hvad)))
        for url, names in addresses(context.katalog).items()
        if url in found and found[url].svar == "fejler"
        for name in names
    )
    columns = (Column("Post"), Column("Adresse"), Column("Svar"))
    return Table("Links, der ikke svarer", columns, rows) if rows else None

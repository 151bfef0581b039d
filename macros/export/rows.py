"""Records as rows: one column for each single value, and one for each list, with a line for each of its items.

Columns come from the models, never from what happens to be filled in, so that they stay the same from day to day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_origin

from pydantic import BaseModel

from macros.model import KINDS, Kilde, Reference
from macros.model.tabel import Tabel, decimal
from macros.model.traverse import Marks, flat, inner_model, marks_of
from macros.views.context import Context, address, kommune_address
from macros.views.udsagn import Claim

Cell = str | int | Decimal | date | None
UNPUBLISHED = ("nye_kilder", "udgaaet")
"""Fields that are no part of a published record: a proposal's own sources, and why a record was taken out."""
BETWEEN = " | "
"""Between the values of one list, such as topics. A list of statements has a line for each."""


@dataclass(frozen=True)
class Column:
    """A column: its key in the first row, and for readers its title and what it holds."""

    key: str
    title: str
    help: str


@dataclass(frozen=True)
class Sheet:
    """A table of one kind of thing."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_ADDRESS = Column("adresse", "Adresse", "Siden om posten, regnet fra katalogets forside.")


def kind_sheet(context: Context, kind: str) -> Sheet:
    """Every record of one kind, one row each."""
    model = KINDS[kind].model
    columns = (_ADDRESS, *_columns(model, "", ""))
    rows = (
        (address(Reference(kind, id_)), *_cells(context, record, model))
        for id_, record in context.katalog.records[kind].items()
    )
    return Sheet(kind, columns, tuple(rows))


@dataclass(frozen=True)
class _Field:
    """A published field: its name and markers, its words for readers, and the part that it holds one of."""

    name: str
    marks: Marks
    title: str
    help: str
    part: type[BaseModel] | None


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    fields = ((name, info) for name, info in model.model_fields.items() if name not in UNPUBLISHED)
    return tuple(
        _Field(name, marks_of(model)[name], info.title or name, info.description or "", _part(info.annotation))
        for name, info in fields
    )


def _part(annotation: Any) -> type[BaseModel] | None:
    """The part that a field holds one of; None where it holds a list, or plain values."""
    return None if any(get_origin(one) is tuple for one in flat(annotation)) else inner_model(annotation)


def _columns(model: type[BaseModel], key: str, title: str) -> Iterator[Column]:
    for field in _fields(model):
        if field.part:
            yield from _columns(field.part, f"{key}{field.name}.", f"{title}{field.title}: ")
        else:
            yield Column(f"{key}{field.name}", f"{title}{field.title}", field.help)


def _cells(context: Context, record: BaseModel | None, model: type[BaseModel]) -> Iterator[Cell]:
    for field in _fields(model):
        value = getattr(record, field.name) if record else None
        if field.part:
            yield from _cells(context, value, field.part)
        elif isinstance(value, tuple):
            yield _list(context, value, field.marks)
        else:
            yield _single(context, value, field.marks)


def _single(context: Context, value: Any, marks: Marks) -> Cell:
    """A value as readers know it: the word for a choice, ja and nej."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    found: Cell = context.label(marks.vocab, value) if marks.vocab and value else value
    return found


def _list(context: Context, values: Sequence[Any], marks: Marks) -> Cell:
    if any(isinstance(value, BaseModel) for value in values):
        return "\n".join(line(context, value) for value in values)
    return BETWEEN.join(_words(_single(context, value, marks)) for value in values) or None


def line(context: Context, part: BaseModel) -> str:
    """A part on one line: what it says, and in brackets its source."""
    said = spoken(context, part)
    kilde, sted = getattr(part, "kilde", None), getattr(part, "sted", None)
    return f"{said} [{', '.join(filter(None, (kilde, sted)))}]".lstrip() if kilde else said


def spoken(context: Context, part: BaseModel) -> str:
    """What a part says, without its source: its first value, and in brackets the others by title."""
    first, *others = (field for field in _fields(type(part)) if field.name not in {"kilde", "sted"})
    said = _spoken(context, getattr(part, first.name), first)
    more = [(field.title, _spoken(context, getattr(part, field.name), field)) for field in others]
    told = "; ".join(f"{title}: {value}" for title, value in more if value)
    return " ".join(filter(None, (said, f"({told})" if told else "")))


def _spoken(context: Context, value: Any, field: _Field) -> str:
    if isinstance(value, bool):
        return "ja" if value else ""
    if isinstance(value, BaseModel):
        return line(context, value)
    if isinstance(value, tuple):
        return BETWEEN.join(_spoken(context, item, field) for item in value)
    return _words(_single(context, value, field.marks))


def _words(value: Cell) -> str:
    """A value inside a text: on one line, with a decimal comma."""
    if value is None:
        return ""
    return str(value).replace(".", ",") if isinstance(value, Decimal) else " ".join(str(value).split())


_CLAIM_COLUMNS = (
    Column("slags", "Slags", "Postens slags."),
    Column("id", "Post", "Postens id."),
    Column("titel", "Postens titel", "Postens titel."),
    _ADDRESS,
    Column("felt", "Felt", "Hvor i posten udsagnet står. Tomt, når det er posten selv. Tællingen begynder ved 0."),
    Column("udsagn", "Udsagn", "Det, der bliver sagt."),
    Column("kilde", "Kilde", "Kildens id."),
    Column("sted", "Sted i kilden", "Side, kapitel, tabel eller afsnit."),
    Column("kilde_titel", "Kildens titel", "Kildens titel."),
    Column("kilde_udgiver", "Kildens udgiver", "Hvem der har udgivet kilden."),
    Column("kilde_aar", "Kildens år", "Udgivelsesår. Tomt, når kilden er udateret."),
    Column("kilde_url", "Kildens webadresse", "Kildens egen adresse, når den kendes."),
)


def claim_sheet(context: Context) -> Sheet:
    """Every statement that names its source, with the source spelled out."""
    return Sheet("udsagn", _CLAIM_COLUMNS, tuple(_claim(context, item) for item in context.claims))


def _claim(context: Context, item: Claim) -> tuple[Cell, ...]:
    record, kilde = context.katalog.get(item.record), context.katalog.get(Reference("kilder", item.kilde))
    assert isinstance(kilde, Kilde)
    said = spoken(context, item.part) if item.place else record.titel
    where = (item.record.kind, item.record.id, record.titel, address(item.record), item.place or None)
    return (*where, said, item.kilde, item.sted, kilde.titel, kilde.udgiver, kilde.aar, kilde.url)


_PLACE_COLUMNS = (
    Column("kode", "Kode", "Firecifret kommunekode som tekst."),
    Column("navn", "Navn", "Kommunens navn."),
    _ADDRESS,
    Column("region", "Region", "Regionen på den dag, filen er lavet."),
    Column("poster", "Poster", "De poster, der nævner kommunen."),
)


def place_sheet(context: Context) -> Sheet:
    """The municipalities with the records that name them."""
    rows = (
        (
            place.kode,
            place.navn,
            kommune_address(place.navn),
            context.region(place.navn),
            BETWEEN.join(map(str, context.by_place.get(place.navn, ()))) or None,
        )
        for place in context.katalog.kommuner.kommuner
    )
    return Sheet("kommuner", _PLACE_COLUMNS, tuple(rows))


def table_sheet(tabel: Tabel, name: str) -> Sheet:
    """A table from a source as it is printed: its heads, its rows and its sum row. Numbers are numbers."""
    columns = (
        Column(f"{one.titel} ({one.enhed})" if one.enhed else one.titel, one.titel, one.enhed or "")
        for one in tabel.kolonner
    )
    printed = (*(row.celler for row in tabel.raekker), *([tabel.kontrolsum] if tabel.kontrolsum else []))
    types = [one.type for one in tabel.kolonner]
    rows = (
        tuple(decimal(cell) if kind == "tal" else cell for kind, cell in zip(types, cells, strict=True))
        for cells in printed
    )
    return Sheet(name, tuple(columns), tuple(rows))

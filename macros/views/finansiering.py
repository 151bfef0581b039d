"""The money over time, and what became of the recommendations: the page `/finansiering/`."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from macros.model import Anbefaling, Pulje, Reference
from macros.model.dele import Beloeb
from macros.text import number, plural, sort_key
from macros.views import common
from macros.views.blocks import Cell, Column, Row, SourceLine, Table
from macros.views.context import Context, Link
from macros.views.sources import Sources

MILLION = Decimal(10**6)
FEWEST_YEARS = 2
"""A source of money is shown over time when its amounts are known for this many years."""


@dataclass(frozen=True)
class Stream:
    """One source of money over the years."""

    id: str
    link: Link
    text: str
    table: Table


@dataclass(frozen=True)
class Finansiering:
    """All that the page shows."""

    first: tuple[Stream, ...]
    streams: tuple[Stream, ...]
    others: Table | None
    outcomes: tuple[str, ...]
    recommendations: Table | None
    sources: tuple[SourceLine, ...]


def money_page(context: Context, first: tuple[str, ...] = ()) -> Finansiering:
    """Every source of money, those known over time first, and the recommendations with what became of them.

    `first` are the ids of those that stand at the top with all their amounts beside each other, whatever they cover.
    """
    sources = Sources(context.katalog)
    top = tuple(_side_by_side(context, sources, pulje) for pulje in context.katalog.of(Pulje) if pulje.id in first)
    every = sorted(context.katalog.of(Pulje), key=lambda pulje: (-_years(_series(pulje)), sort_key(pulje.titel)))
    over_time = [pulje for pulje in every if _series(pulje) and pulje.id not in first]
    streams = tuple(_stream(context, sources, pulje) for pulje in over_time)
    others = _others(context, sources, [one for one in every if one not in over_time and one.id not in first])
    asked = [item for item in context.katalog.of(Anbefaling) if item.opfoelgning]
    recommendations = _recommendations(context, sources, asked)
    return Finansiering(top, streams, others, _outcomes(context, asked), recommendations, sources.lines())


def _series(pulje: Pulje) -> list[Beloeb]:
    """The amounts that can be read as a series, oldest first: the same thing counted in most years.

    Amounts for different things in one year are no series; they stand on the page of the source of money.
    """
    dated = [item for item in pulje.beloeb if item.aar and item.kroner]
    by_text: dict[str, list[Beloeb]] = {}
    for item in dated:
        by_text.setdefault(item.tekst, []).append(item)
    longest = max(by_text.values(), key=_years, default=[])
    chosen = longest if _years(longest) >= FEWEST_YEARS else dated
    is_series = _years(chosen) >= FEWEST_YEARS and (chosen is longest or _years(chosen) == len(chosen))
    return sorted(chosen, key=lambda item: str(item.aar)) if is_series else []


def _years(items: list[Beloeb]) -> int:
    return len({str(item.aar)[:4] for item in items})


def _stream(context: Context, sources: Sources, pulje: Pulje) -> Stream:
    items = _series(pulje)
    top = max(item.kroner or Decimal(0) for item in items)
    rows = tuple(_year(context, sources, item, top) for item in items)
    columns = (Column("År"), Column("Beløb", "mio. kr.", numeric=True), Column("Hvad beløbet dækker"))
    link = context.link(Reference("puljer", pulje.id))
    return Stream(pulje.id, link, pulje.resume, Table(f"{pulje.titel} år for år", columns, rows))


def _year(context: Context, sources: Sources, item: Beloeb, top: Decimal) -> Row:
    level = f" ({item.prisniveau})" if item.prisniveau else ""
    what = Cell(item.tekst + level, mark=sources.mark(item))
    return Row((Cell(str(item.aar)), _amount(context, item, top), what))


def _amount(context: Context, item: Beloeb, top: Decimal) -> Cell:
    """The amount in million kroner, with a bar beside the largest of its table."""
    low = item.kroner or Decimal(0)
    text = number(low / MILLION) + (f"-{number(item.kroner_til / MILLION)}" if item.kroner_til else "")
    about = f"{context.label('omtrent', item.omtrent)} " if item.omtrent else ""
    return Cell(about + text, share=round(100 * low / top) if top else None)


def _side_by_side(context: Context, sources: Sources, pulje: Pulje) -> Stream:
    """All amounts of one source of money, the largest first: sources that disagree stand beside each other."""
    items = sorted((item for item in pulje.beloeb if item.kroner), key=lambda item: -(item.kroner or Decimal(0)))
    top = max((item.kroner or Decimal(0) for item in items), default=Decimal(0))
    rows = tuple(
        Row((Cell(item.tekst, mark=sources.mark(item)), _amount(context, item, top), Cell(_when(item))))
        for item in items
    )
    columns = (Column("Hvad beløbet dækker"), Column("Beløb", "mio. kr.", numeric=True), Column("Hvornår"))
    link = context.link(Reference("puljer", pulje.id))
    return Stream(pulje.id, link, pulje.resume, Table(f"{pulje.titel}: beløbene ved siden af hinanden", columns, rows))


def _when(item: Beloeb) -> str:
    return item.periode or str(item.aar or "ikke oplyst")


def _others(context: Context, sources: Sources, puljer: list[Pulje]) -> Table | None:
    rows = tuple(_other(context, sources, pulje) for pulje in sorted(puljer, key=lambda item: sort_key(item.titel)))
    columns = (Column("Pulje"), Column("Giver"), Column("Status"), Column("Beløb"))
    return Table("Andre puljer", columns, rows) if rows else None


def _other(context: Context, sources: Sources, pulje: Pulje) -> Row:
    link = context.link(Reference("puljer", pulje.id))
    first = pulje.beloeb[0] if pulje.beloeb else None
    text = f"{first.tekst}: {common.amount(context, first)}" if first else common.NOT_FOUND
    amount = Cell(text, mark=sources.mark(first) if first else None)
    return Row((Cell(link.text, link=link), Cell(pulje.giver), Cell(context.label("status", pulje.status)), amount))


def _outcomes(context: Context, asked: list[Anbefaling]) -> tuple[str, ...]:
    """How many recommendations met each outcome, by the best that was found for each."""
    order = [choice.id for choice in context.katalog.vocab["opfoelgning"].valg]
    found = Counter(min((item.udfald for item in one.opfoelgning), key=order.index) for one in asked)
    return tuple(
        f"{context.label('opfoelgning', id_)}: {plural(found[id_], 'anbefaling', 'anbefalinger')}"
        for id_ in order
        if found[id_]
    )


def _recommendations(context: Context, sources: Sources, asked: list[Anbefaling]) -> Table | None:
    rows = tuple(
        Row(
            (
                Cell((link := context.link(Reference("anbefalinger", one.id))).text, link=link),
                Cell(context.label("opfoelgning", item.udfald)),
                Cell(item.tekst, mark=sources.mark(item)),
            )
        )
        for one in asked
        for item in one.opfoelgning
    )
    columns = (Column("Anbefaling"), Column("Udfald"), Column("Hvad der skete"))
    return Table("Hvad blev anbefalingerne til?", columns, rows) if rows else None

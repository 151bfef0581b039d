"""The kinds that share one page each: terms, key figures, dates and tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.model import Begreb, Milepael, Noegletal, Reference, Tabel
from macros.model.felt import KraeverKilde, MedKilde
from macros.text import danish_date, number, point_in_time
from macros.views.blocks import Table
from macros.views.context import Context, Link
from macros.views.facets import facets
from macros.views.sources import paragraphs
from macros.views.tables import table


@dataclass(frozen=True)
class SourceRef:
    """The source of one entry, with the place in it."""

    link: Link
    place: str


@dataclass(frozen=True)
class TermPoint:
    """A part of a term."""

    text: str
    source: SourceRef | None


@dataclass(frozen=True)
class Term:
    """A term, explained."""

    id: str
    search: Mapping[str, Any]
    title: str
    also_called: tuple[str, ...]
    paragraphs: tuple[str, ...]
    points: tuple[TermPoint, ...]
    source: SourceRef | None
    see_also: tuple[Link, ...]


@dataclass(frozen=True)
class KeyFigure:
    """A figure to quote."""

    id: str
    search: Mapping[str, Any]
    title: str
    figure: str
    period: str
    text: str
    reservation: str | None
    source: SourceRef | None
    others: tuple[Link, ...]


@dataclass(frozen=True)
class Milestone:
    """A date, told as past or to come."""

    id: str
    search: Mapping[str, Any]
    title: str
    when: str
    iso: str
    text: str
    for_whom: str
    past: bool
    source: SourceRef | None
    money: tuple[Link, ...]


@dataclass(frozen=True)
class Milestones:
    """Dates to come, soonest first, and dates past, latest first, as of a day."""

    coming: tuple[Milestone, ...]
    past: tuple[Milestone, ...]
    day: date
    day_text: str


@dataclass(frozen=True)
class SourceTable:
    """A table with its place in the source."""

    id: str
    search: Mapping[str, Any]
    title: str
    lead: str
    table: Table
    source: SourceRef | None


def source_ref(context: Context, part: MedKilde | KraeverKilde) -> SourceRef | None:
    """The source that a part names."""
    if not part.kilde:
        return None
    return SourceRef(context.link(Reference("kilder", part.kilde)), part.sted or "")


def term(context: Context, begreb: Begreb) -> Term:
    """One term."""
    return Term(
        id=begreb.id,
        search=facets(context, Reference("begreber", begreb.id)),
        title=begreb.titel,
        also_called=begreb.ogsaa_kaldt,
        paragraphs=paragraphs(begreb.forklaring.tekst),
        points=tuple(TermPoint(point.tekst, source_ref(context, point)) for point in begreb.punkter),
        source=source_ref(context, begreb.forklaring),
        see_also=context.links("begreber", begreb.se_ogsaa),
    )


def key_figure(context: Context, item: Noegletal) -> KeyFigure:
    """One key figure, with the source's own reservation: "mindst 8,3 mia. kr."."""
    figure = number(item.tal) if item.tal_til is None else f"{number(item.tal)}-{number(item.tal_til)}"
    about = context.label("omtrent", item.omtrent) if item.omtrent else None
    return KeyFigure(
        id=item.id,
        search=facets(context, Reference("noegletal", item.id)),
        title=item.titel,
        figure=" ".join(filter(None, (about, figure, item.enhed))),
        period=item.periode,
        text=item.resume or "",
        reservation=item.forbehold.tekst if item.forbehold else None,
        source=source_ref(context, item),
        others=context.links("noegletal", item.modstrid),
    )


def milestones(context: Context) -> Milestones:
    """Every date, told apart by the day on which the site is built."""
    shown = sorted((_milestone(context, item) for item in context.katalog.of(Milepael)), key=lambda m: (m.iso, m.title))
    coming = tuple(item for item in shown if not item.past)
    past = tuple(item for item in reversed(shown) if item.past)
    return Milestones(coming, past, context.today, danish_date(context.today))


def _milestone(context: Context, item: Milepael) -> Milestone:
    return Milestone(
        id=item.id,
        search=facets(context, Reference("milepaele", item.id)),
        title=item.titel,
        when=point_in_time(item.dato),
        iso=item.dato,
        text=item.hvad,
        for_whom=item.for_hvem,
        past=is_past(item.dato, context.today),
        source=source_ref(context, item),
        money=context.links("puljer", item.puljer),
    )


def is_past(point: str, today: date) -> bool:
    """Whether the whole of a day, month or year lies before today."""
    return point < today.isoformat()[: len(point)]


def source_tables(context: Context) -> tuple[SourceTable, ...]:
    """Every table, by source and number."""
    found = sorted(context.katalog.of(Tabel), key=lambda t: (t.kilde, t.nummer or ""))
    return tuple(_source_table(context, tabel) for tabel in found)


def _source_table(context: Context, tabel: Tabel) -> SourceTable:
    return SourceTable(
        id=tabel.id,
        search=facets(context, Reference("tabeller", tabel.id)),
        title=tabel.titel,
        lead=tabel.resume or "",
        table=table(tabel, tabel.titel),
        source=source_ref(context, tabel),
    )

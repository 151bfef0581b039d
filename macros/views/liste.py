"""The list of one kind: cards in a reader's order, in groups where the kind has them."""

from collections.abc import Callable
from dataclasses import dataclass

from macros import text
from macros.model import KINDS, Anbefaling, Ensomhedsspor, Kilde, Lovgrundlag, Pulje, Record, Reference
from macros.text import enumeration, plural, sort_key
from macros.views import common
from macros.views.blocks import Fact
from macros.views.context import Badge, Context, Link, address, badge, places

MOST_TOPICS = 4
LONG = 100
"""In a list of more records each tells the first sentence of its résumé, so that the list can be looked through."""


@dataclass(frozen=True)
class Card:
    """A record in a list. The whole card is one link."""

    badge: Badge
    link: Link
    text: str
    facts: tuple[Fact, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Cards under a heading; the heading is empty where a list has one group."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class RecordList:
    """All that a list shows."""

    count: str
    groups: tuple[Group, ...]


def record_list(context: Context, kind: str) -> RecordList:
    """Every record of one kind."""
    records = list(context.katalog.records[kind].values())
    told = text.opening if len(records) > LONG else str
    titles = dict.fromkeys(_group(context, record) for record in sorted(records, key=_order))
    groups = tuple(
        Group(
            title,
            tuple(card(context, kind, r, told) for r in sorted(records, key=_order) if _group(context, r) == title),
        )
        for title in titles
    )
    return RecordList(plural(len(records), KINDS[kind].singular, KINDS[kind].plural), groups)


def card(context: Context, kind: str, record: Record, told: Callable[[str], str] = str) -> Card:
    """One record as a card, with as much of its résumé as is `told`."""
    return Card(
        badge=badge(KINDS[kind]),
        link=Link(record.titel, address(Reference(kind, record.id))),
        text=told(record.resume or ""),
        facts=_facts(context, record)[:3],
        topics=tuple(context.label("emne", topic) for topic in record.emner[:MOST_TOPICS]),
    )


def _order(record: Record) -> tuple[object, ...]:
    """Tracks and recommendations by number, everything else in alphabetical order."""
    if isinstance(record, Anbefaling):
        return (_TYPE_ORDER.get(record.type, 9), record.nummer or 99, sort_key(record.titel))
    number = record.nummer if isinstance(record, Ensomhedsspor) else 0
    return (number, sort_key(record.titel))


_TYPE_ORDER = {"pejlemaerke": 0, "anbefaling": 1, "kriterium": 2}


def _group(context: Context, record: Record) -> str:
    if isinstance(record, Anbefaling):
        return context.label("anbefalingstype", record.type)
    return ""


def _facts(context: Context, record: Record) -> tuple[Fact, ...]:
    if isinstance(record, Kilde):
        return common.facts(common.fact("Udgiver", record.udgiver), common.fact("År", str(record.aar or "udateret")))
    if isinstance(record, Pulje):
        return common.facts(
            common.fact("Giver", record.giver), common.fact("Status", context.label("status", record.status))
        )
    if isinstance(record, Lovgrundlag):
        return common.facts(common.fact("Lov", record.lov), common.fact("Paragraf", record.paragraf))
    if isinstance(record, Anbefaling):
        return common.facts(common.fact("Afsender", record.afsender), common.fact("Modtager", record.modtager))
    return common.facts(
        common.fact("Alder", common.ages(getattr(record, "maalgruppe", None))),
        common.fact("Sted", _place(record)),
        common.fact("Stærkeste undersøgelse", _design(context, record)),
        common.fact("Handlinger", str(len(record.handlinger)) if isinstance(record, Ensomhedsspor) else None),
        common.fact("Status", context.label("status", record.status)),
    )


def _place(record: Record) -> str | None:
    if getattr(record, "landsdaekkende", False):
        return "Hele landet"
    names = places(record)
    return enumeration(names[:3]) + (" m.fl." if len(names) > 3 else "") if names else None


def _design(context: Context, record: Record) -> str | None:
    """The strongest study of an initiative or method; a kind without results says nothing."""
    if not hasattr(record, "resultater"):
        return None
    return common.strongest_design(context, record.resultater) or "Ingen resultater fundet"

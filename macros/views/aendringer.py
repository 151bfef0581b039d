"""New, changed, moved and retired records, the newest first: the page `/aendringer/` and its feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.historik import MOST_FILES, Change
from macros.model import KINDS, Reference
from macros.text import danish_date, plural
from macros.views.context import Badge, Context, Link, badge

MOST_DAYS = 60
_WORDS = {"ny": "Ny", "aendret": "Ændret", "flyttet": "Flyttet", "udgaaet": "Taget ud"}


@dataclass(frozen=True)
class Entry:
    """One record and what happened to it."""

    word: str
    badge: Badge
    link: Link
    reason: str | None
    day: str


@dataclass(frozen=True)
class Day:
    """What happened on one day: single records, and how many where a clean-up touched many."""

    title: str
    iso: str
    entries: tuple[Entry, ...]
    many: tuple[str, ...]


@dataclass(frozen=True)
class Aendringer:
    """All that the page shows."""

    days: tuple[Day, ...]
    complete: bool


def changelog(context: Context) -> Aendringer:
    """The last days with changes. Without a history only what was taken out is known."""
    found = sorted([*_told(context), *_retired(context)], key=lambda item: item[0], reverse=True)
    days = [_day(context, iso, list(group)) for iso, group in groupby(found, key=lambda item: item[0])]
    return Aendringer(tuple(days[:MOST_DAYS]), context.history.complete)


_Told = tuple[str, str, Reference, str | None]
"""Day, what happened, record, reason."""


def _told(context: Context) -> Iterator[_Told]:
    for change in context.history.changes:
        name = reference(change)
        if name and name.id in context.katalog.records.get(name.kind, {}):
            yield change.day, change.kind, name, change.reason


def reference(change: Change) -> Reference | None:
    """The record that a change was made to."""
    kind, _slash, file = change.path.partition("/")
    return Reference(kind, file.removesuffix(".yml")) if kind in KINDS else None


def _retired(context: Context) -> Iterator[_Told]:
    for name, record in context.katalog.all_retired():
        if record.udgaaet:
            yield record.udgaaet.dato.isoformat(), "udgaaet", name, record.udgaaet.grund


def _day(context: Context, iso: str, told: list[_Told]) -> Day:
    """The day's records one by one, or counted by kind where there are too many to be read."""
    entries, many = [], []
    for what in _WORDS:
        every = list(dict.fromkeys((name, reason) for _day, happened, name, reason in told if happened == what))
        if len(every) > MOST_FILES:
            many += _counted(what, list(dict.fromkeys(name for name, _reason in every)))
        else:
            entries += [_entry(context, what, name, reason, iso) for name, reason in every]
    return Day(danish_date(date.fromisoformat(iso)), iso, tuple(entries), tuple(many))


def _counted(what: str, names: list[Reference]) -> list[str]:
    kinds = [kind for kind in KINDS.values() if any(name.kind == kind.folder for name in names)]
    counts = {kind.folder: sum(name.kind == kind.folder for name in names) for kind in kinds}
    return [f"{_WORDS[what]}: {plural(counts[kind.folder], kind.singular, kind.plural)}" for kind in kinds]


def _entry(context: Context, what: str, name: Reference, reason: str | None, iso: str) -> Entry:
    every = {**context.katalog.records[name.kind], **context.katalog.retired.get(name.kind, {})}
    kind = KINDS[name.kind]
    place = f"{name.kind}/{name.id}/" if kind.own_page else f"{name.kind}/#{name.id}"
    return Entry(_WORDS[what], badge(kind), Link(every[name.id].titel, place), reason, iso)

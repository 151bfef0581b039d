"""The catalogue as a book: chapters by kind, with links that lead within the book where what they name is in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import groupby
from typing import Any

from macros.model import KINDS, Begreb, Kind, Reference
from macros.text import danish_date, enumeration, plural, sort_key
from macros.views import opslag, opslagssider, pages
from macros.views.context import Context, Link, address

_FORMS = {"begreber": "term", "noegletal": "figure", "milepaele": "date", "tabeller": "table", "kilder": "source"}
"""How an entry of a kind is shown, where it is not the whole page of a record."""
_UNLISTED = frozenset({"begreber", "noegletal", "milepaele", "kilder"})
"""Kinds whose records are too short to stand in the table of contents, each with its line."""


@dataclass(frozen=True)
class Entry:
    """One record. `name` is its place in the book: kind/id."""

    name: str
    title: str
    web: str
    view: Any


@dataclass(frozen=True)
class Group:
    """Entries that belong together; without a title where the chapter is not divided."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Chapter:
    """The records of one kind."""

    id: str
    title: str
    count: str
    form: str
    listed: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Book:
    """All that the book shows."""

    title: str
    publisher: str
    mailbox: str | None
    site: str
    day: str
    iso: str
    contents: str
    whole: bool
    chapters: tuple[Chapter, ...]


def book(context: Context, names: Sequence[Reference], site: str) -> Book:
    """The book of these records, or of all. `site` is the address of the site, or blank where nobody has said it."""
    chosen = frozenset(names or (name for name, _record in context.katalog.all()))
    chapters = tuple(_chapters(context, chosen, site))
    publisher = context.katalog.indstillinger
    return Book(
        title=publisher.navn,
        publisher=publisher.myndighed,
        mailbox=publisher.postkasse,
        site=site,
        day=danish_date(context.today),
        iso=context.today.isoformat(),
        contents=enumeration([chapter.count for chapter in chapters]),
        whole=not names,
        chapters=chapters,
    )


def _chapters(context: Context, chosen: frozenset[Reference], site: str) -> Iterator[Chapter]:
    leads_to = _way(chosen, site)
    for kind in KINDS.values():
        found = [name for name in chosen if name.kind == kind.folder]
        if found:
            groups = tuple(_groups(context, kind, sorted(found), leads_to, site))
            count = plural(len(found), kind.singular, kind.plural)
            title = kind.plural[0].upper() + kind.plural[1:]
            form = _FORMS.get(kind.folder, "post")
            yield Chapter(kind.folder, title, count, form, kind.folder not in _UNLISTED, groups)


def _way(chosen: frozenset[Reference], site: str) -> Callable[[str], str]:
    """Where a link of the site leads: to its entry, else to the site, else nowhere, where the site has no address."""
    within = {address(name): f"#{name}" for name in chosen}
    return lambda place: within.get(place) or (site + place if site else "")


def _led(value: Any, leads_to: Callable[[str], str]) -> Any:
    """The same view with every link led anew."""
    if isinstance(value, Link):
        return Link(value.text, leads_to(value.address))
    if isinstance(value, tuple):
        return tuple(_led(item, leads_to) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _led(getattr(value, f.name), leads_to) for f in fields(value)})
    return value


def _groups(
    context: Context, kind: Kind, names: list[Reference], leads_to: Callable[[str], str], site: str
) -> Iterator[Group]:
    wanted = {name.id for name in names}
    for title, found in _divided(context, kind, names):
        entries = tuple(_entry(kind, id_, view, leads_to, site) for id_, view in found if id_ in wanted)
        if entries:
            yield Group(title, entries)


def _entry(kind: Kind, id_: str, view: Any, leads_to: Callable[[str], str], site: str) -> Entry:
    name = Reference(kind.folder, id_)
    web = site + address(name) if site else ""
    return Entry(str(name), view.title, web, _led(view, leads_to))


def _divided(context: Context, kind: Kind, names: list[Reference]) -> Iterable[tuple[str, Iterable[tuple[str, Any]]]]:
    """The views of a kind with their ids, in the order and the groups of the site."""
    match kind.folder:
        case "begreber":
            found = sorted((context.katalog.get(name) for name in names), key=lambda one: sort_key(one.titel))
            return [("", [(one.id, opslag.term(context, one)) for one in found if isinstance(one, Begreb)])]
        case "noegletal":
            return [(group.title, _with_id(group.figures)) for group in opslagssider.key_figures(context)]
        case "milepaele":
            dates = opslag.milestones(context)
            return [("Kommende datoer", _with_id(dates.coming)), ("Passerede datoer", _with_id(dates.past))]
        case "tabeller":
            return [("", _with_id(opslag.source_tables(context)))]
    return _records(context, kind, names)


def _with_id(views: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((view.id, view) for view in views)


def _records(context: Context, kind: Kind, names: list[Reference]) -> Iterator[tuple[str, Iterable[tuple[str, Any]]]]:
    """Records with pages of their own, by title; sources by publisher."""

    def order(name: Reference) -> tuple[Any, ...]:
        return sort_key(_publisher(context, name)), sort_key(context.katalog.get(name).titel), name.id

    for publisher, group in groupby(sorted(names, key=order), key=lambda name: _publisher(context, name)):
        yield publisher, ((name.id, pages.record_page(context, name)) for name in group)


def _publisher(context: Context, name: Reference) -> str:
    return str(getattr(context.katalog.get(name), "udgiver", "")) if name.kind == "kilder" else ""

"""The pages that a Danish public site owes its readers: accessibility, privacy and an overview of all pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import pligter
from macros.model import KINDS, Indstillinger, Kilde, Reference
from macros.text import danish_date, number, plural, sort_key
from macros.views.context import Context, Link, address, kommune_address


@dataclass(frozen=True)
class Statement:
    """The accessibility statement, as far as the publisher has filled it in."""

    publisher: Indstillinger
    declared: str
    tested: str
    missing: tuple[str, ...]


def statement(context: Context) -> Statement:
    """What `settings.yml` declares, what the latest test counted, and what is missing."""
    publisher = context.katalog.indstillinger
    declared = publisher.tilgaengelighed.dato
    missing = pligter.missing(publisher, context.today)
    return Statement(publisher, danish_date(declared) if declared else "", _tested(publisher), missing)


def _tested(publisher: Indstillinger) -> str:
    """The latest test of all pages in one sentence; blank where nobody has entered it whole."""
    said = publisher.tilgaengelighed
    if said.testet is None or said.sider is None or said.brud is None:
        return ""
    pages = f"{number(said.sider)} {'side' if said.sider == 1 else 'sider'}"
    return f"{danish_date(said.testet)} blev {pages} testet. Maskinen fandt {plural(said.brud, 'brud', 'brud')}."


@dataclass(frozen=True)
class Section:
    """The pages of one kind, by title."""

    id: str
    title: str
    links: tuple[Link, ...]


def overview(context: Context) -> tuple[Section, ...]:
    """Every page that is made from data, kind by kind."""
    kommuner = (Link(k.navn, kommune_address(k.navn)) for k in context.katalog.kommuner.kommuner)
    return (*_records(context), Section("kommuner", "Kommuner", _sorted(kommuner)))


def _records(context: Context) -> Iterator[Section]:
    for kind in KINDS.values():
        if kind.own_page:
            names = (name for name, _record in context.katalog.all() if name.kind == kind.folder)
            yield Section(kind.folder, kind.plural.capitalize(), _sorted(_link(context, name) for name in names))


def _link(context: Context, name: Reference) -> Link:
    record = context.katalog.get(name)
    title = f"{record.titel}, {record.udgiver}" if isinstance(record, Kilde) else record.titel
    return Link(title, address(name))


def _sorted(links: Iterator[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (sort_key(link.text), link.address)))

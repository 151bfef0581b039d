"""The pages that a Danish public site owes its readers: accessibility, privacy and an overview of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import pligter
from macros.model import KINDS, Indstillinger
from macros.text import danish_date, number, plural, sort_key
from macros.views.context import Context, Link, kommune_address
from macros.views.emner import topics


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
    """Links of one sort. What each is, `what`, is heard before it: "Emnet Ensomhed"."""

    id: str
    title: str
    links: tuple[Link, ...]
    what: str = ""


def overview(context: Context) -> tuple[Section, ...]:
    """The list of each kind, through which every record is reached; the topics; the municipalities."""
    kommuner = sorted(context.katalog.kommuner.kommuner, key=lambda one: sort_key(one.navn))
    return (
        Section("lister", "Lister", tuple(_lists(context))),
        Section("emner", "Emner", tuple(Link(t.title, t.address) for t in topics(context)), "Emnet"),
        Section("kommuner", "Kommuner", tuple(Link(one.navn, kommune_address(one.navn)) for one in kommuner)),
    )


def _lists(context: Context) -> Iterator[Link]:
    for folder, kind in KINDS.items():
        yield Link(f"{kind.plural.capitalize()} ({number(len(context.katalog.records[folder]))})", f"{folder}/")

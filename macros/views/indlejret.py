"""Lists to be shown inside other sites: a topic's records, and a municipality's."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Reference
from macros.text import plural, slug, sort_key
from macros.views.context import Context, Link, kommune_address
from macros.views.emner import Group, groups, topics

FOLDER = "indlejr/"
HEIGHT, LEAST, MOST = 480, 200, 2000
"""Of the frame in pixels, as long as nobody chooses, and as far as one may choose."""


@dataclass(frozen=True)
class Embedded:
    """One list. `id` is its folder below /indlejr/; `page` is where the catalogue itself shows it."""

    id: str
    title: str
    lead: str
    count: int
    groups: tuple[Group, ...]
    page: Link

    @property
    def address(self) -> str:
        """Where the list is, from the site's root."""
        return f"{FOLDER}{self.id}/"


@dataclass(frozen=True)
class Choice:
    """A list to choose, with the number of its records in words."""

    id: str
    title: str
    count: str
    link: Link


@dataclass(frozen=True)
class Choices:
    """All that the page for choosing shows. `about` names the catalogue in the title of a frame."""

    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    about: str
    height: int = HEIGHT
    least: int = LEAST
    most: int = MOST


def lists(context: Context) -> Iterator[Embedded]:
    """Every list."""
    yield from _topics(context)
    yield from _kommuner(context)


def choices(context: Context) -> Choices:
    """The lists by what they are about; a municipality without records has one as well, which says so."""
    every = (("Emner", _topics(context)), ("Kommuner", _kommuner(context)))
    offered = tuple((title, tuple(_choice(one) for one in found)) for title, found in every)
    return Choices(offered, f"liste fra {context.katalog.indstillinger.navn}")


def _choice(one: Embedded) -> Choice:
    return Choice(one.id, one.title, plural(one.count, "post", "poster"), Link(one.title, one.address))


def _topics(context: Context) -> Iterator[Embedded]:
    for topic in topics(context):
        page = Link(f"Se emnet {topic.title} i kataloget", topic.address)
        lead = f"{topic.count} om emnet"
        yield Embedded(f"emne/{topic.id}", topic.title, lead, topic.number, topic.groups, page)


def _kommuner(context: Context) -> Iterator[Embedded]:
    for kommune in sorted(context.katalog.kommuner.kommuner, key=lambda one: sort_key(one.navn)):
        name, found = kommune.navn, context.by_place.get(kommune.navn, ())
        page = Link(f"Se siden om {name} i kataloget", kommune_address(name))
        shown = groups((reference.kind, context.link(reference)) for reference in found)
        yield Embedded(f"kommune/{slug(name)}", name, _about(name, found), len(found), shown, page)


def _about(name: str, found: tuple[Reference, ...]) -> str:
    if not found:
        return f"Kataloget har ikke fundet noget om {name} endnu. Det betyder ikke, at kommunen ikke gør noget."
    return f"{plural(len(found), 'post', 'poster')} om kommunen"

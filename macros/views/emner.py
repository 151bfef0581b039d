"""Topics: the list of them, and a page for each with its records by kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model import KINDS, Katalog, Noegletal, Reference
from macros.model.vocab import Mulighed
from macros.text import plural, sort_key
from macros.views import opslagssider
from macros.views.context import Badge, Context, Link, badge, topic_address

SHOWN = (
    "initiativer",
    "metoder",
    "partnerskabsmodeller",
    "partnerskaber",
    "ensomhedsspor",
    "strategier",
    "puljer",
    "anbefalinger",
    "lovgrundlag",
)
"""Kinds with a page worth a visit of its own."""


@dataclass(frozen=True)
class BadgedLink:
    """A record behind its badge."""

    badge: Badge
    link: Link


@dataclass(frozen=True)
class Group:
    """The records of one kind, by title."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Topic:
    """A topic with its records, by kind."""

    id: str
    title: str
    explanation: str
    number: int
    groups: tuple[Group, ...]

    @property
    def count(self) -> str:
        """How many records it has, in words."""
        return plural(self.number, "post", "poster")

    @property
    def address(self) -> str:
        """Where the topic has its page, from the site's root."""
        return topic_address(self.id)


@dataclass(frozen=True)
class TopicPage:
    """All that the page of a topic shows: `figures` leads to its key figures, where there are any."""

    topic: Topic
    figures: Link | None


def badged(context: Context, reference: Reference) -> BadgedLink:
    """The link to a record, behind the badge of its kind."""
    return BadgedLink(badge(KINDS[reference.kind]), context.link(reference))


def used(katalog: Katalog) -> Iterator[tuple[Mulighed, tuple[Reference, ...]]]:
    """Every topic that a record with a page of its own has, by title, with those records."""
    found: dict[str, list[Reference]] = {}
    for reference, record in katalog.all():
        for topic in dict.fromkeys(record.emner) if reference.kind in SHOWN else ():
            found.setdefault(topic, []).append(reference)
    for choice in sorted(katalog.vocab["emne"].valg, key=lambda one: sort_key(one.titel)):
        if choice.id in found:
            yield choice, tuple(found[choice.id])


def topics(context: Context) -> tuple[Topic, ...]:
    """Every topic."""
    return tuple(_topic(context, *one) for one in used(context.katalog))


def _topic(context: Context, choice: Mulighed, names: tuple[Reference, ...]) -> Topic:
    found = groups((name.kind, context.link(name)) for name in names)
    return Topic(choice.id, choice.titel, choice.forklaring or "", len(names), found)


def page(context: Context, id_: str) -> TopicPage:
    """The page of one topic; StopIteration where no record has it."""
    topic = next(_topic(context, *one) for one in used(context.katalog) if one[0].id == id_)
    has_figures = any(item.emner[:1] == (id_,) for item in context.katalog.of(Noegletal))
    return TopicPage(topic, Link("Nøgletal om emnet", opslagssider.topic_address(id_)) if has_figures else None)


def groups(found: Iterable[tuple[str, Link]]) -> tuple[Group, ...]:
    """Links by the kinds that are given with them, in the order in which kinds are always shown."""
    by_kind: dict[str, list[Link]] = {}
    for kind, link in found:
        by_kind.setdefault(kind, []).append(link)
    return tuple(_group(folder, kind.plural, by_kind[folder]) for folder, kind in KINDS.items() if folder in by_kind)


def _group(id_: str, title: str, links: list[Link]) -> Group:
    return Group(id_, title.capitalize(), tuple(sorted(links, key=lambda link: sort_key(link.text))))

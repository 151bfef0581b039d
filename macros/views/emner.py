"""Every topic with its records."""

from dataclasses import dataclass

from macros.model import KINDS, Reference
from macros.text import plural, sort_key
from macros.views.context import Badge, Context, Link, badge

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
class Topic:
    """A topic with its records, by kind."""

    id: str
    title: str
    explanation: str
    count: str
    records: tuple[BadgedLink, ...]


def badged(context: Context, reference: Reference) -> BadgedLink:
    """The link to a record, behind the badge of its kind."""
    return BadgedLink(badge(KINDS[reference.kind]), context.link(reference))


def topics(context: Context) -> tuple[Topic, ...]:
    """Every topic that a record with a page of its own has."""
    found = []
    for choice in sorted(context.katalog.vocab["emne"].valg, key=lambda c: sort_key(c.titel)):
        records = tuple(
            badged(context, reference)
            for reference, record in context.katalog.all()
            if reference.kind in SHOWN and choice.id in record.emner
        )
        if records:
            count = plural(len(records), "post", "poster")
            found.append(Topic(choice.id, choice.titel, choice.forklaring or "", count, records))
    return tuple(found)

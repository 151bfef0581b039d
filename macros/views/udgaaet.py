"""What stands at the address of a record that was taken out: that it is gone, since when, why, and where to go."""

from dataclasses import dataclass

from macros.model import KINDS, Reference
from macros.text import danish_date
from macros.views.context import Badge, Context, Link, badge


@dataclass(frozen=True)
class RetiredPage:
    """All that the short page shows."""

    badge: Badge
    list_link: Link
    title: str
    since: str
    reason: str
    instead: Link | None


def page(context: Context, name: Reference) -> RetiredPage:
    """The page of a record that was taken out; KeyError where there is none of that name."""
    record = context.katalog.retired[name.kind][name.id]
    assert record.udgaaet
    kind, gone = KINDS[name.kind], record.udgaaet
    instead = context.link(Reference(name.kind, gone.erstattet_af)) if gone.erstattet_af else None
    list_link = Link(kind.plural.capitalize(), f"{kind.folder}/")
    return RetiredPage(badge(kind), list_link, record.titel, danish_date(gone.dato), gone.grund, instead)

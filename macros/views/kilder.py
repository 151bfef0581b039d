"""The list of sources, by publisher and year, with how many records rest on each."""

from dataclasses import dataclass
from itertools import groupby

from macros.model import Kilde, Reference
from macros.text import plural, sort_key
from macros.views.context import Context, Link


@dataclass(frozen=True)
class SourceRow:
    """One source in the list."""

    link: Link
    year: str
    kind: str
    used: str
    read: str


@dataclass(frozen=True)
class Publisher:
    """The sources of one publisher, newest first."""

    name: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class SourceList:
    """All sources."""

    count: str
    publishers: tuple[Publisher, ...]


def source_list(context: Context) -> SourceList:
    """Every source, by publisher in alphabetical order."""
    kilder = sorted(context.katalog.of(Kilde), key=lambda k: (sort_key(k.udgiver), -(k.aar or 0), sort_key(k.titel)))
    publishers = tuple(
        Publisher(name, tuple(_row(context, kilde) for kilde in group))
        for name, group in groupby(kilder, key=lambda k: k.udgiver)
    )
    return SourceList(plural(len(kilder), "kilde", "kilder"), publishers)


def _row(context: Context, kilde: Kilde) -> SourceRow:
    name = Reference("kilder", kilde.id)
    users = [user for user in context.katalog.named_by.get(name, ()) if user.kind != "kilder"]
    return SourceRow(
        link=context.link(name),
        year=str(kilde.aar) if kilde.aar else "udateret",
        kind=context.label("kildetype", kilde.type),
        used=plural(len(users), "post", "poster"),
        read="læst" if kilde.laest else "kun nævnt af andre",
    )

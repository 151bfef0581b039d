"""The sources: their publishers by letter, and a page for each letter with its publishers' sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model import Katalog, Kilde, Reference
from macros.text import plural, slug, sort_key
from macros.views.context import Context, Link

NUMBERS = "Tal"
"""What stands for the letter where a name begins with none."""


@dataclass(frozen=True)
class SourceRow:
    """One source in a list."""

    link: Link
    year: str
    kind: str
    used: str
    read: str


@dataclass(frozen=True)
class Publisher:
    """A publisher with its sources, newest first. `id` is its place on the page of its letter."""

    id: str
    name: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class Letter:
    """The publishers under one letter, and the page that they share."""

    letter: str
    address: str
    title: str
    count: str
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True)
class SourceList:
    """All publishers, by letter, and how many sources they have."""

    count: str
    letters: tuple[Letter, ...]


def letter(name: str) -> str:
    """The letter under which a name stands in Danish; "Aa" stands under "Å"."""
    first = "Å" if name[:2].lower() == "aa" else name[0].upper()
    return first if first.isalpha() else NUMBERS


def letter_address(letter: str) -> str:
    """Where the sources under a letter are shown."""
    return f"udgivere/{slug(letter)}/"


def letter_title(letter: str) -> str:
    """What the page of a letter is called."""
    return f"Kilder fra udgivere {'med et tal først' if letter == NUMBERS else f'på {letter}'}"


def letters(katalog: Katalog) -> Iterator[tuple[str, tuple[Kilde, ...]]]:
    """Every letter with its sources, in no order of their own: whoever shows them asks for `ordered`."""
    by_letter: dict[str, list[Kilde]] = {}
    for kilde in katalog.of(Kilde):
        by_letter.setdefault(letter(kilde.udgiver), []).append(kilde)
    for one in sorted(by_letter, key=lambda one: (one != NUMBERS, sort_key(one))):
        yield one, tuple(by_letter[one])


def ordered(found: Iterable[Kilde]) -> list[Kilde]:
    """Sources by publisher, the newest first."""
    return sorted(found, key=lambda k: (sort_key(k.udgiver), -(k.aar or 0), sort_key(k.titel)))


def source_list(context: Context) -> SourceList:
    """Every publisher."""
    every = tuple(_letter(context, *one) for one in letters(context.katalog))
    return SourceList(plural(len(context.katalog.of(Kilde)), "kilde", "kilder"), every)


def page(context: Context, id_: str) -> Letter:
    """The page of one letter; StopIteration where nothing stands under it."""
    return next(_letter(context, *one) for one in letters(context.katalog) if slug(one[0]) == id_)


def _letter(context: Context, letter: str, found: tuple[Kilde, ...]) -> Letter:
    by_publisher: dict[str, list[Kilde]] = {}
    for kilde in ordered(found):
        by_publisher.setdefault(slug(kilde.udgiver), []).append(kilde)
    publishers = tuple(_publisher(context, id_, group) for id_, group in by_publisher.items())
    return Letter(
        letter, letter_address(letter), letter_title(letter), plural(len(found), "kilde", "kilder"), publishers
    )


def _publisher(context: Context, id_: str, found: list[Kilde]) -> Publisher:
    """One publisher, however its sources write it: "fyens.dk" is "Fyens.dk". The commonest way is shown."""
    name = Counter(kilde.udgiver for kilde in found).most_common(1)[0][0]
    newest = sorted(found, key=lambda kilde: (-(kilde.aar or 0), sort_key(kilde.titel)))
    return Publisher(f"udgiver-{id_}", name, tuple(row(context, kilde) for kilde in newest))


def row(context: Context, kilde: Kilde) -> SourceRow:
    """One source, with how many records rest on it."""
    name = Reference("kilder", kilde.id)
    users = [user for user in context.katalog.named_by.get(name, ()) if user.kind != "kilder"]
    return SourceRow(
        link=context.link(name),
        year=str(kilde.aar) if kilde.aar else "udateret",
        kind=context.label("kildetype", kilde.type),
        used=plural(len(users), "post", "poster"),
        read="læst" if kilde.laest else "kun nævnt af andre",
    )

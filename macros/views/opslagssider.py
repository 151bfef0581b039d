"""Terms by letter and key figures by topic: the list of all, and the pages that have the whole of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model import Begreb, Katalog, Noegletal
from macros.text import plural, slug, sort_key
from macros.views.context import Context
from macros.views.opslag import KeyFigure, Term, key_figure, term

_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
_NO_LETTER = "§ og tal"
"""What stands for the letter where a term begins with none."""


@dataclass(frozen=True)
class Letter:
    """The terms under one letter, and the page that has all of each."""

    letter: str
    address: str
    title: str
    terms: tuple[Term, ...]

    @property
    def count(self) -> str:
        """How many terms they are, in words."""
        return plural(len(self.terms), "begreb", "begreber")


@dataclass(frozen=True)
class FigureGroup:
    """Key figures under one topic, and the page that has all of each."""

    id: str
    title: str
    address: str
    page_title: str
    figures: tuple[KeyFigure, ...]


def terms(context: Context) -> tuple[Letter, ...]:
    """Every term, by its first letter."""
    return tuple(_letter(context, *one) for one in by_letter(context.katalog).items())


def by_letter(katalog: Katalog) -> Mapping[str, list[Begreb]]:
    """The terms in alphabetical order, by the letter under which Danes look for them."""
    found: dict[str, list[Begreb]] = {}
    for begreb in sorted(katalog.of(Begreb), key=_by_title):
        found.setdefault(_initial(begreb), []).append(begreb)
    return found


def _initial(begreb: Begreb) -> str:
    first = "Å" if begreb.titel[:2].lower() == "aa" else begreb.titel[0].upper()
    return first if first in _ALPHABET else _NO_LETTER


def letter_address(letter: str) -> str:
    """Where all of the terms under a letter is shown."""
    return f"ordliste/{slug(letter)}/"


def letter_title(letter: str) -> str:
    """What the page of a letter is called."""
    return f"Begreber {'med § eller tal først' if letter == _NO_LETTER else f'på {letter}'}"


def letter_page(context: Context, id_: str) -> Letter:
    """The page of one letter; StopIteration where nothing stands under it."""
    return next(_letter(context, *one) for one in by_letter(context.katalog).items() if slug(one[0]) == id_)


def _letter(context: Context, letter: str, found: list[Begreb]) -> Letter:
    told = tuple(term(context, begreb) for begreb in found)
    return Letter(letter, letter_address(letter), letter_title(letter), told)


def key_figures(context: Context) -> tuple[FigureGroup, ...]:
    """Every key figure, by its first topic."""
    return tuple(_group(context, *one) for one in by_topic(context.katalog).items())


def by_topic(katalog: Katalog) -> Mapping[str, list[Noegletal]]:
    """The key figures by title, by the first topic of each; "" where it has none."""
    found: dict[str, list[Noegletal]] = {}
    for item in sorted(katalog.of(Noegletal), key=_by_title):
        found.setdefault(item.emner[0] if item.emner else "", []).append(item)
    return {
        topic: found[topic] for topic in sorted(found, key=lambda topic: sort_key(topic and _named(katalog, topic)))
    }


def _named(katalog: Katalog, topic: str) -> str:
    return katalog.labels.get("emne", {}).get(topic, topic) if topic else "Andet"


def topic_address(topic: str) -> str:
    """Where all of the key figures under a topic is shown."""
    return f"emnetal/{topic or 'andet'}/"


def topic_title(katalog: Katalog, topic: str) -> str:
    """What the page of a topic's key figures is called."""
    return f"Nøgletal: {_named(katalog, topic)}"


def topic_page(context: Context, id_: str) -> FigureGroup:
    """The page of one topic; StopIteration where it has no key figure."""
    every = by_topic(context.katalog).items()
    return next(_group(context, *one) for one in every if (one[0] or "andet") == id_)


def _group(context: Context, topic: str, found: list[Noegletal]) -> FigureGroup:
    title = _named(context.katalog, topic)
    told = tuple(key_figure(context, item) for item in found)
    return FigureGroup(f"om-{topic or 'andet'}", title, topic_address(topic), topic_title(context.katalog, topic), told)


def _by_title(item: Begreb | Noegletal) -> tuple[tuple[int, int | str], ...]:
    return sort_key(item.titel)

"""Danish words and numbers: slugs, dates, amounts, plural, and the nearest spelling."""

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_ALPHABET = {letter: rank for rank, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}


def slug(text: str) -> str:
    """An address part without æøå: "Høje-Taastrup" becomes "hoeje-taastrup"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_FOLD)).strip("-")


def sort_key(text: str) -> tuple[tuple[int, int | str], ...]:
    """Danish alphabetical order: æ, ø, å last, and "aa" counted as å, as the spelling dictionary does."""
    letters = text.lower().replace("aa", "å")
    return tuple((1, _ALPHABET[c]) if c in _ALPHABET else (0, c) for c in letters)


def number(value: Decimal | int | float, decimals: int | None = None) -> str:
    """Danish digits: 1525 is "1.525", Decimal("69.1") is "69,1". `decimals` fixes the number of decimals."""
    exact = Decimal(str(value))
    if decimals is not None:
        exact = round(exact, decimals)
    whole = f"{exact:,f}"
    if "." in whole and decimals is None:
        whole = whole.rstrip("0").rstrip(".")
    return whole.replace(",", "\u0000").replace(".", ",").replace("\u0000", ".")


def kroner(value: Decimal | int) -> str:
    """An amount in kroner, as people say it: 69100000 is "69,1 mio. kr.", 15000 is "15.000 kr."."""
    exact = Decimal(value)
    for limit, unit in ((10**9, "mia. kr."), (10**6, "mio. kr.")):
        if abs(exact) >= limit:
            return f"{number(exact / limit)} {unit}"
    return f"{number(exact)} kr."


def danish_date(value: date) -> str:
    """The date in words: "1. september 2026"."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def point_in_time(text: str) -> str:
    """A year, month or day in ISO form, in words: "2026-09" is "september 2026"."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])}. {month} {year}" if len(rest) > 1 else f"{month} {year}"


def lix(text: str) -> int:
    """The readability index of a text: words per sentence and the share in percent of words over six letters.

    Source: C.-H. Björnsson, Läsbarhet (1968). Below 35 is easy to read, 55 and above is hard.
    """
    words = re.findall(r"[^\W\d_]+", text)
    if not words:
        return 0
    sentences = len(re.findall(r"[.!?:](?=\s|$)", text)) or 1
    return round(len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words))


_NO_END = frozenset({"ca.", "nr.", "pr.", "fx.", "kap.", "s.", "bl.a.", "inkl.", "maks.", "min.", "stk."})
"""Abbreviations that something always follows, so that they end no sentence."""


def opening(text: str, least: int = 30) -> str:
    """The first sentence of a text, and the next as well where that is but a few words: "Forslag fra 2021."."""
    for end in re.finditer(r"[.!?][»\")]*(?=\s+[A-ZÆØÅ0-9»\"(])", text):
        told = text[: end.end()]
        if len(told) >= least and told.split()[-1].lower() not in _NO_END:
            return told
    return text


def plural(count: int, one: str, many: str) -> str:
    """A count with the right form of its noun: "1 initiativ", "12 initiativer"."""
    return f"{number(count)} {one if count == 1 else many}"


def enumeration(items: Sequence[str], last: str = "og") -> str:
    """The items as a Danish enumeration: "a, b og c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice spelled most like `word`, or None where nothing is near enough to be meant."""
    candidates = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(word.lower(), candidates, n=1, cutoff=0.6)
    if close:
        return candidates[close[0]]
    return _same_parts(word.lower(), candidates)


def _same_parts(word: str, candidates: dict[str, str]) -> str | None:
    """The one choice that shares a part with `word`: "bi26-kbh" means "koebenhavn-bi26-2025"."""
    parts = {part for part in re.split(r"[-_ ]", word) if len(part) >= 4}
    sharing = [choice for low, choice in candidates.items() if parts & set(re.split(r"[-_ ]", low))]
    return sharing[0] if len(sharing) == 1 else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a message: ' Mente du "x"?', or nothing where no choice is near."""
    guess = nearest(word, choices)
    return f' Mente du "{guess}"?' if guess else ""

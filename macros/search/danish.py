"""Danish words for a search engine that only knows word beginnings: lemmas, compound parts, loose spelling.

`docs/assets/js/dansk.js` is the twin that treats the query; both are fed by the tables of `macros.search.tables`.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import simplemma
import yaml

SHORTEST_PART = 4
_LINKS = ("", "s", "e", "er", "n")
_PART = re.compile("[a-zæøåéü0-9]+")
_SPELLED = re.compile("[a-zæøåéü0-9]+", re.IGNORECASE)
_TWO_CAPITALS = re.compile("[A-ZÆØÅÉÜ].*[A-ZÆØÅÉÜ]")
_LOOSE = ((re.compile("æ|ae"), "a"), (re.compile("ø|oe|ö"), "o"), (re.compile("å|aa"), "a"), (re.compile("é"), "e"))


def words(text: str) -> list[str]:
    """The words of a text in small letters, hyphenated ones as their parts; the twin of `words` in dansk.js."""
    return _PART.findall(text.lower().replace("§", " paragraf "))


def abbreviations(texts: Iterable[str]) -> frozenset[str]:
    """The words, in small letters, that the texts always write with two capitals or more: neet, frise.

    They have no endings to take off. "LÆR FOR LIVET" in a name makes no abbreviations of words that stand elsewhere.
    """
    spelled = {word for text in texts for word in _SPELLED.findall(text)}
    capital = {word.lower() for word in spelled if _TWO_CAPITALS.search(word)}
    return frozenset(capital - {word for word in spelled if word.islower()})


def loose(word: str) -> str:
    """The word as somebody types it without æ, ø, å: "støtte", "stoette" and "stotte" are one."""
    for pattern, letter in _LOOSE:
        word = pattern.sub(letter, word)
    return word


@cache
def lemma(word: str) -> str:
    """The form in the dictionary: "børn" is "barn", "foreningernes" is "forening"."""
    if not word.isalpha():
        return word
    found = simplemma.lemmatize(word, "da").lower()
    if found == word and word.endswith("s") and len(word) > SHORTEST_PART and _is_word(word[:-1]):
        found = simplemma.lemmatize(word[:-1], "da").lower()
    if found.endswith("centrum") and not word.startswith(found):
        found = found.removesuffix("rum") + "er"  # a guess: "frivilligcentret" is a form of "frivilligcenter"
    return found


@cache
def parts(word: str) -> frozenset[str]:
    """The words that a compound is made of, and theirs: "fritidsjobindsats" has fritidsjob, fritid, job, indsats."""
    if word in _exceptions():
        return frozenset(_exceptions()[word])
    best = max(_splits(word), key=lambda pair: (len(pair[1]), len(pair[0])), default=None)
    if best is None:
        return frozenset()
    return frozenset({*best, *parts(best[0]), *parts(best[1])})


def _splits(word: str) -> list[tuple[str, str]]:
    """Every way to see the word as two words, with or without a letter that links them."""
    found = []
    for place in range(3, len(word) - 2):
        head = word[place:]
        if not _is_part(head):
            continue
        for link in _LINKS:
            front = word[: place - len(link)]
            if word[:place] == front + link and _is_part(front) and front not in _fronts():
                found.append((front, head))
                break
    return found


@cache
def _is_part(word: str) -> bool:
    """Whether the word can be a part: in the dictionary, long enough, in its base form, and no mere ending."""
    if word in _short_parts():
        return True
    return len(word) >= SHORTEST_PART and word not in _endings() and _is_word(word) and lemma(word) == word


def _is_word(word: str) -> bool:
    return bool(word) and simplemma.is_known(word, "da")


@cache
def _reviewed() -> dict[str, dict[str, list[str]] | list[str]]:
    text = (files("macros.search") / "undtagelser.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]] | list[str]] = yaml.safe_load(text)
    return found


@cache
def _exceptions() -> dict[str, list[str]]:
    found = _reviewed()["sammensat"]
    assert isinstance(found, dict)
    return found


@cache
def _short_parts() -> frozenset[str]:
    return frozenset(_reviewed()["korte_led"])


@cache
def _fronts() -> frozenset[str]:
    return frozenset(_reviewed()["forled"])


@cache
def _endings() -> frozenset[str]:
    return frozenset(_reviewed()["endelser"])


@cache
def small_words() -> frozenset[str]:
    """Words that a question is made of, and that say nothing of what is looked for."""
    return frozenset(_reviewed()["smaaord"])

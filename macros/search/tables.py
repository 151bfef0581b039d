"""The tables that the reader's browser uses to treat a query as the index was treated.

A word is found by its key: the stem of its lemma, spelled without æ, ø and å. One JSON file holds the keys
that exist, the irregular forms that lead to them, the words that questions are made of, and the endings.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files

import yaml
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from macros.search import danish

ENDINGS = (
    "ernes", "erne", "enes", "edes", "ende", "ere", "ens", "ers", "ets", "ene", "ede", "er", "en", "et", "es", "e", "s",
)  # fmt: skip
SHORTEST_STEM = 3
WHOLE = "zq"
"""Ends the key of a whole name: no Danish word does, and the engine takes every word that begins as the query does."""
FIGURE = "talzq"
"""The key of every figure; a question about a number asks for it, see dansk.js."""


def tables(texts: Iterable[str]) -> str:
    """The JSON text of the tables for everything that can be found."""
    everything = " ".join(texts)
    plain = set(_keys(everything))
    short = {word.lower(): danish.loose(word.lower()) for word in danish.abbreviations(everything)}
    told = {
        "noegler": " ".join(sorted(plain | set(everyday(plain)))),
        "former": dict(sorted((_loosely(_irregular(everything), plain) | short).items())),
        "stop": sorted(danish.small_words()),
        "endelser": ENDINGS,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def keys(text: str) -> list[str]:
    """What a text is found by: the stem of each word and of each part of a compound, once each."""
    return sorted(set(_keys(text)))


def _keys(text: str) -> Iterator[str]:
    """The key of each word, followed by the keys of its parts; an abbreviation is its own key."""
    short = {word.lower() for word in danish.abbreviations(text)}
    for word in danish.words(text):
        if word in short:
            yield danish.loose(word)
        else:
            yield from _word_keys(word)


@cache
def _word_keys(word: str) -> tuple[str, ...]:
    lemma = danish.lemma(word)
    return (stem(lemma), *(stem(part) for part in sorted(danish.parts(lemma))))


def whole(name: str) -> str:
    """One word for a whole name, the same in whatever order its words are typed; its twin is `whole` in dansk.js."""
    short = {word.lower() for word in danish.abbreviations(name)}
    counting = [word for word in danish.words(name) if word not in danish.small_words()]
    return "".join(sorted({danish.loose(w) if w in short else stem(danish.lemma(w)) for w in counting})) + WHOLE


def everyday(found: Collection[str]) -> list[str]:
    """The keys of the everyday words for what a text is found by."""
    return sorted({stem(danish.lemma(word)) for word, official in _everyday().items() if official & set(found)})


@cache
def _everyday() -> dict[str, frozenset[str]]:
    text = (files("macros.search") / "hverdagsord.yml").read_text(encoding="utf-8")
    return {word: frozenset(stem(danish.lemma(w)) for w in meant) for word, meant in yaml.safe_load(text).items()}


def stem(word: str) -> str:
    """The word without its ending and with its letters as somebody types them; its twin is `stem` in dansk.js."""
    shorter = next((word[: -len(e)] for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM), None)
    if shorter is not None:
        return stem(shorter)
    if word.endswith("centr"):
        word = word[:-1]  # jobcentret, jobcentre and jobcenter are one
    doubled = len(word) > SHORTEST_STEM and word[-1] == word[-2]
    return danish.loose(word[:-1] if doubled else word)


def _loosely(forms: dict[str, str], plain: set[str]) -> dict[str, str]:
    """The forms, and again as somebody types them without æ, ø and å, unless that is another word."""
    typed = {danish.loose(form): key for form, key in forms.items()}
    return {form: key for form, key in typed.items() if form not in plain} | forms


def _irregular(text: str) -> dict[str, str]:
    """The forms whose own stem does not lead to the stem of their lemma: "børn" to "barn"."""
    lemmas = {danish.lemma(word) for word in danish.words(text)}
    lemmas |= {part for lemma in lemmas for part in danish.parts(lemma)}
    forms = DEFAULT_DICTIONARY_FACTORY.get_dictionary("da")  # the one that has been unpacked for the lemmas
    found = {}
    for form, lemma in forms.items():
        key = stem(lemma.lower()) if lemma.lower() in lemmas else None
        if key and form.isalpha() and form.islower() and stem(form) != key:
            found[form] = key
    return found

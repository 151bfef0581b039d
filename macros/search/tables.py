"""The tables that the reader's browser uses to treat a query as the index was treated.

A word is found by its key: the stem of its lemma, spelled without æ, ø and å. One JSON file holds the keys
that exist, the irregular forms that lead to them, the words that questions are made of, and the endings.
"""

import json
import string
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import takewhile

import yaml
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from macros.search import danish

ENDINGS = (
    "ernes", "erne", "enes", "edes", "ende", "ere", "ens", "ers", "ets", "ene", "ede", "er", "en", "et", "es", "e", "s",
)  # fmt: skip
SHORTEST_STEM = 3
DIGITS = string.digits + string.ascii_lowercase
"""How many letters two words share, as one character: base 36."""
MOST_WORDS = 12
WHOLE = "zq"
"""Ends the key of a whole name: no Danish word does, and the engine takes every word that begins as the query does."""
FIGURE = "talzq"
"""The key of every figure; a question about a number asks for it, see dansk.js."""


def tables(texts: Iterable[str], short: Collection[str]) -> str:
    """The JSON text of the tables for all texts that can be found, with their abbreviations."""
    words = {word for text in texts for word in danish.words(text)}
    plain = {key for word in words for key in _keys_of(word, short)}
    told = {
        "noegler": _front_coded(sorted(plain | set(everyday(plain)))),
        "former": _by_key(_forms(words, short)),
        "stop": sorted(danish.small_words()),
        "endelser": ENDINGS,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _front_coded(ordered: Iterable[str]) -> str:
    """Sorted words as one text: each is a digit for how many letters it has from the one before, and the rest.

    A quarter smaller than the words themselves, also compressed. `lexicon` in dansk.js reads it.
    """
    told, before = [], ""
    for word in ordered:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False)))
        shared = min(shared, len(DIGITS) - 1)
        told.append(f"{DIGITS[shared]}{word[shared:]}")
        before = word
    return " ".join(told)


def _by_key(forms: Mapping[str, str]) -> dict[str, str]:
    """For each key the forms that lead to it, with spaces between."""
    found: dict[str, list[str]] = {}
    for form, key in sorted(forms.items()):
        found.setdefault(key, []).append(form)
    return {key: " ".join(led) for key, led in sorted(found.items())}


def keys(text: str, short: Collection[str] = ()) -> list[str]:
    """What a text is found by: the stem of each word and of each part of a compound, once each.

    `short` are the abbreviations of the whole catalogue: each is its own key.
    """
    return sorted(counted(text, short))


def counted(text: str, short: Collection[str] = ()) -> Counter[str]:
    """The same with how often each is said."""
    said: Counter[str] = Counter()
    for word, times in Counter(danish.words(text)).items():
        for key in _keys_of(word, short):
            said[key] += times
    return said


def _keys_of(word: str, short: Collection[str]) -> Iterable[str]:
    return (danish.loose(word),) if word in short else _word_keys(word)


def _key(word: str, short: Collection[str]) -> str:
    return danish.loose(word) if word in short else stem(danish.lemma(word))


@cache
def _word_keys(word: str) -> frozenset[str]:
    """The key of a word that is no abbreviation, and the keys of its parts."""
    base = danish.lemma(word)
    return frozenset({stem(base), *(stem(part) for part in danish.parts(base))})


def whole(name: str, short: Collection[str] = ()) -> str:
    """One word for a whole name, the same in whatever order its words are typed.

    Its twins are `understand` and `whole` in dansk.js, which do not look at more than that many words either.
    """
    all_words = danish.words(name)[:MOST_WORDS]
    counting = [word for word in all_words if word not in danish.small_words()]
    return "".join(sorted({_key(word, short) for word in counting or all_words})) + WHOLE


def everyday(found: Collection[str]) -> list[str]:
    """The keys of the everyday words for what a text is found by."""
    held = set(found)
    return sorted({stem(danish.lemma(word)) for word, official in _everyday().items() if not official.isdisjoint(held)})


@cache
def _everyday() -> dict[str, frozenset[str]]:
    text = (files("macros.search") / "hverdagsord.yml").read_text(encoding="utf-8")
    return {word: frozenset(stem(danish.lemma(w)) for w in meant) for word, meant in yaml.safe_load(text).items()}


@cache  # words come again and again: a tenth of a build
def stem(word: str) -> str:
    """The word without its ending and with its letters as somebody types them; its twin is `stem` in dansk.js."""
    shorter = next((word[: -len(e)] for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM), None)
    if shorter is not None:
        return stem(shorter)
    if word.endswith("centr"):
        word = word[:-1]  # jobcentret, jobcentre and jobcenter are one
    doubled = len(word) > SHORTEST_STEM and word[-1] == word[-2]
    return danish.loose(word[:-1] if doubled else word)


def _forms(told: Collection[str], short: Collection[str]) -> dict[str, str]:
    """The forms whose own stem is not their key: "børn" leads to "barn".

    Those that are told, and what the dictionary knows of further forms of the same words.
    """
    lemmas = {danish.lemma(word) for word in told}
    lemmas |= {part for lemma in lemmas for part in danish.parts(lemma)}
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("da")  # the one that has been unpacked for the lemmas
    further = {form: stem(lemma.lower()) for form, lemma in known.items() if lemma.lower() in lemmas}
    found = {form: key for form, key in further.items() if form.isalpha() and form.islower()}
    found |= {word: _key(word, short) for word in told}
    return {form: key for form, key in found.items() if stem(form) != key}

"""A synthetic catalogue of any size, for measuring: `python tests/bench/catalogue.py --records 5000 --out DIR`.

Up to the size of the real catalogue it is a choice of the real records (`fewer.py`). Beyond it, all real records are
kept. The others are copies of them with other words: sentences are drawn from the real records' sentences in the same
field, compounds get the first part of another compound, and names of places and references are dealt anew. The result
is valid: `python -m macros check --data DIR/data` finds nothing.
"""

import argparse
import copy
import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros import source  # noqa: E402
from macros.model import KINDS  # noqa: E402
from macros.model.traverse import KeyPath, Leaf  # noqa: E402
from macros.rules import RECORD_RULES  # noqa: E402
from macros.rules.katalog import near  # noqa: E402
from macros.rules.record import figures  # noqa: E402
from macros.text import slug  # noqa: E402
from tests.bench.fewer import fewer  # noqa: E402
from tests.bench.records import Template, put, save, templates  # noqa: E402

MOST = {"ensomhedsspor": 6}
"""The strategy has six tracks, however large the catalogue."""
SWAPS = 0.04
"""How often a compound gets another first part: so rarely that the words grow in number as they do in the real data."""
SHORTEST_PART = 4
TRIES = 50
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-ZÆØÅ])")
_WORD = re.compile(r"[A-Za-zÆØÅæøåé]{8,}")


@dataclass(frozen=True)
class Words:
    """What new texts are made of, in a fixed order."""

    fronts: Sequence[str]
    splits: Mapping[str, int]
    places: Sequence[str]
    sentences: Mapping[tuple[tuple[str, ...], bool], Sequence[str]]


def words(known: Sequence[Template], data: Path) -> Words:
    """The sentences by field, with and without figures, and the compounds with the place where they can be split."""
    texts = [leaf.value for one in known for leaf in one.leaves if leaf.prose]
    counted = [word.lower() for text in texts for word in re.findall(r"[A-Za-zÆØÅæøåé]+", text)]
    vocabulary = frozenset(counted)
    splits = {word: place for word in sorted(vocabulary) if (place := _split(word, vocabulary))}
    fronts = [word[: splits[word]] for word in counted if word in splits]
    sentences: dict[tuple[tuple[str, ...], bool], dict[str, None]] = {}
    for one in known:
        for leaf in one.leaves:
            for sentence in _SENTENCE.split(leaf.value) if leaf.prose else []:
                sentences.setdefault((_field(leaf.path), bool(figures(sentence))), {})[sentence] = None
    kommuner = source.read(data / "kommuner.yml").values["kommuner"]
    places = [str(kommune["navn"]) for kommune in kommuner]
    return Words(fronts, splits, places, {key: list(value) for key, value in sentences.items()})


def _split(word: str, vocabulary: frozenset[str]) -> int:
    """Where a compound falls into two words of the catalogue; 0 where it does not."""
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        front = word[:place]
        if word[place:] in vocabulary and (front in vocabulary or (front[-1] in "se" and front[:-1] in vocabulary)):
            return place
    return 0


def _field(path: KeyPath) -> tuple[str, ...]:
    return tuple(key for key in path if isinstance(key, str))


def counts(total: int, real: Mapping[str, int]) -> dict[str, int]:
    """How many records of each kind, in the proportions of the real catalogue and never fewer than it has."""
    all_real = sum(real.values())
    found = {kind: max(n, min(round(total * n / all_real), MOST.get(kind, total))) for kind, n in real.items()}
    largest = max(found, key=lambda kind: found[kind])
    found[largest] += total - sum(found.values())
    return found


@dataclass
class Generator:
    """Makes records one at a time; the same seed gives the same records."""

    known: Sequence[Template]
    words: Words
    dice: random.Random
    ids: dict[str, list[str]] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)
    unused: list[str] = field(default_factory=list)

    def records(self, total: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Kind, id and values of every record beyond the real ones."""
        by_kind = {kind: [one for one in self.known if one.kind == kind] for kind in KINDS}
        wanted = counts(total, {kind: len(ones) for kind, ones in by_kind.items()})
        planned = []
        for kind, ones in by_kind.items():
            self.ids[kind] = [one.id for one in ones]
            self.taken |= {(kind, text) for one in ones for text in near(slug(str(one.values["titel"])))}
            self.taken |= {(kind, one.id) for one in ones}
            for number in range(wanted[kind] - len(ones)):
                planned.append((ones[number % len(ones)], *self._name(ones[number % len(ones)])))
        self.unused = [id_ for one, id_, _title in planned if one.kind == "kilder"]
        self.dice.shuffle(self.unused)
        planned.sort(key=lambda plan: plan[0].kind == "kilder")
        for template, id_, title in planned:
            yield template.kind, id_, self._valid(template, id_, title)

    def _name(self, template: Template) -> tuple[str, str]:
        """An id and a title that no other record of the kind has."""
        kind, old = template.kind, str(template.values["titel"])
        for attempt in range(TRIES):
            title = self._reworded(old, 0.9)[:200]
            if attempt:
                title += f" i {' og '.join(self.dice.sample(self.words.places, 1 + attempt // 10))}"
            name = slug(title)[:80].strip("-")
            if (kind, name) in self.taken and len(slug(title)) > 80:
                name = f"{name[:72].strip('-')}-{len(self.ids[kind])}"
            marks = {(kind, name), *((kind, text) for text in near(slug(title)))}
            if not marks & self.taken:
                self.taken |= marks
                self.ids[kind].append(name)
                return name, title
        raise RuntimeError(f"no new title from {kind}/{template.id}")

    def _valid(self, template: Template, id_: str, title: str) -> dict[str, Any]:
        """The record; made anew where the dice gave one that breaks a rule, such as a goal among the results."""
        deal = self._deal(template, id_)
        for _attempt in range(TRIES):
            values = self._values(template, id_, title, deal)
            try:
                record = KINDS[template.kind].model.model_validate(values)
            except ValidationError:  # a résumé that other words have made too long
                continue
            if not any(_found for rule in RECORD_RULES for _found in rule(record)):
                return values
        raise RuntimeError(f"no valid record from {template.kind}/{template.id}")

    def _deal(self, template: Template, id_: str) -> dict[tuple[str, str], str]:
        """What each reference becomes: other records of the same kind, sources that nobody has used yet first."""
        found: dict[tuple[str, str], str] = {}
        for leaf in template.leaves:
            if leaf.ref and (leaf.ref, leaf.value) not in found:
                used = {new for (kind, _old), new in found.items() if kind == leaf.ref}
                found[leaf.ref, leaf.value] = self._other(leaf.ref, used | {id_})
        return found

    def _other(self, kind: str, not_these: set[str]) -> str:
        if kind == "kilder" and self.unused and self.dice.random() < 0.7:
            return self.unused.pop()
        names = self.words.places if kind == "kommuner" else self.ids[kind]
        while (name := self.dice.choice(names)) in not_these:
            pass
        return name

    def _values(self, template: Template, id_: str, title: str, deal: Mapping[tuple[str, str], str]) -> dict[str, Any]:
        values = copy.deepcopy(template.values)
        values.pop("tidligere_id", None)
        for leaf in template.leaves:
            if leaf.ref:
                put(values, leaf.path, deal[leaf.ref, leaf.value])
            elif leaf.prose:
                put(values, leaf.path, self._moved(self._text(leaf)))
            elif leaf.path[-1] == "navn":
                put(values, leaf.path, self._moved(leaf.value))
        values |= {"id": id_, "titel": title}
        if template.kind == "kilder" and "url" in values:
            values["url"] = f"https://kilder.example/{id_}"
        return values

    def _moved(self, text: str) -> str:
        """The text about other municipalities."""
        return _pattern(tuple(self.words.places)).sub(lambda _old: self.dice.choice(self.words.places), text)

    def _text(self, leaf: Leaf) -> str:
        """As many sentences as the field had, drawn from that field in all records; figures only with a source."""
        old = _SENTENCE.split(leaf.value)
        name = _field(leaf.path)
        drawn = []
        for sentence in old:
            with_figures = bool(figures(sentence)) and leaf.sourced
            pool = self.words.sentences.get((name, with_figures)) or [sentence]
            drawn.append(self._reworded(self.dice.choice(pool), SWAPS))
        text = " ".join(drawn)
        return text if len(text) <= 300 or len(leaf.value) > 300 else drawn[0][:300]

    def _reworded(self, text: str, chance: float) -> str:
        def other(match: re.Match[str]) -> str:
            word = match.group()
            place = self.words.splits.get(word.lower())
            if not place or self.dice.random() >= chance:
                return word
            made = self.dice.choice(self.words.fronts) + word[place:].lower()
            return made.capitalize() if word[0].isupper() else made

        return _WORD.sub(other, text)


@cache
def _pattern(places: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?=s?\b)")


def write(total: int, out: Path, seed: int = 1) -> None:
    """Writes `data/` and `settings.yml` into that folder, which must not hold them already."""
    real = ROOT / "data"
    known, dice = templates(real), random.Random(seed)
    shutil.copytree(real, out / "data", ignore=shutil.ignore_patterns("schema"))
    shutil.copy(ROOT / "settings.yml", out / "settings.yml")
    if total < len(known):
        fewer(known, total, out / "data", dice)
    else:
        for kind, id_, values in Generator(known, words(known, real), dice).records(total):
            save(out / "data" / kind / f"{id_}.yml", values)


def main() -> None:
    """Writes what the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a synthetic catalogue.")
    parser.add_argument("--records", type=int, default=5000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.records, given.out, given.seed)
    print(f"{given.records} records in {given.out}/data")


if __name__ == "__main__":
    main()

"""A valid catalogue of fewer records than the real one: some of the real records, with the sources that they name."""

import copy
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from macros import source
from macros.model import KINDS
from macros.model.traverse import Leaf
from macros.rules import RECORD_RULES
from tests.bench.records import Template, put, save
from tests.building import ROOT

Name = tuple[str, str]
LEAST = 8
"""So many of each kind there are at least, where the real catalogue has them."""
MOST = 6
"""A record that refers to more of one kind is left out: there may not be so many to choose among."""
TRIES = 50
_WRITTEN = (("docs", "*.md"), ("macros", "*.py"), ("docs/assets/js", "*.js"))


def fewer(known: Sequence[Template], total: int, data: Path, dice: random.Random) -> None:
    """Takes away what was not chosen from a copy of the real data, and mends what referred to it."""
    chosen = choose(known, total, dice)
    used: set[tuple[str, Any]] = set()
    for one in known:
        path = data / one.kind / f"{one.id}.yml"
        if (one.kind, one.id) not in chosen:
            path.unlink()
            continue
        used |= {(leaf.vocab, leaf.value) for leaf in one.leaves if leaf.vocab}
        if lost := [leaf for leaf in one.leaves if _is_lost(leaf, chosen)]:
            save(path, mended(one, lost, chosen, dice))
    for path in sorted((data / "vocab").glob("*.yml")):
        _only_used(path, used)


def choose(known: Sequence[Template], total: int, dice: random.Random) -> Set[Name]:
    """As many records as asked for: what hand-written pages and code name, some of each kind, then any."""
    by_name = {(one.kind, one.id): one for one in known}
    others = [one for one in known if one.kind != "kilder"]
    order = [one for one in others if _is_needed(one) or not _refers_widely(one)]
    dice.shuffle(order)
    first = [one for one in order if _is_needed(one)]
    fewest = [sorted((one for one in order if one.kind == kind), key=_sources)[:LEAST] for kind in KINDS]
    first += [one for round_ in zip_longest(*fewest) for one in round_ if one]
    chosen: set[Name] = set()
    for one in [*first, *order]:
        new = _with_sources(one, by_name) - chosen
        if len(chosen) + len(new) <= total:
            chosen |= new
    if len(chosen) != total:
        raise ValueError(f"{len(chosen)} records could be chosen of {total}")
    return chosen


def _is_needed(one: Template) -> bool:
    """The strategy has all its tracks; what hand-written pages and code name must be there."""
    return one.kind == "ensomhedsspor" or one.id in _named()


def _sources(one: Template) -> int:
    return len({leaf.value for leaf in one.leaves if leaf.ref == "kilder"})


def _refers_widely(one: Template) -> bool:
    counted = Counter(leaf.ref for leaf in one.leaves if leaf.ref in KINDS and leaf.ref != "kilder")
    return max(counted.values(), default=0) > MOST


def _with_sources(one: Template, by_name: Mapping[Name, Template]) -> set[Name]:
    found, waiting = {(one.kind, one.id)}, [one]
    while waiting:
        named = {("kilder", str(leaf.value)) for leaf in waiting.pop().leaves if leaf.ref == "kilder"} - found
        found |= named
        waiting += [by_name[name] for name in named]
    return found


@cache
def _named() -> Set[str]:
    """What stands in quotes, or as a part of an address, in what is written by hand: such a record must be there."""
    texts = (path.read_text(encoding="utf-8") for folder, kind in _WRITTEN for path in (ROOT / folder).rglob(kind))
    return {word for text in texts for word in re.findall(r"(?<=[\"/#])[a-z0-9-]+(?=[\"/#).])", text)}


def _is_lost(leaf: Leaf, chosen: Set[Name]) -> bool:
    return leaf.ref in KINDS and (leaf.ref, leaf.value) not in chosen


def mended(one: Template, lost: Sequence[Leaf], chosen: Set[Name], dice: random.Random) -> dict[str, Any]:
    """The record with other references in the place of the lost ones; dealt anew where the deal breaks a rule."""
    for _attempt in range(TRIES):
        values = copy.deepcopy(one.values)
        taken = {(leaf.ref, leaf.value) for leaf in one.leaves if leaf.ref} | {(one.kind, one.id)}
        for leaf in lost:
            alike = {name for name in chosen if name[0] == leaf.ref} - {(one.kind, one.id)}
            free = sorted(alike - taken) or sorted(alike)
            new = dice.choice(free)
            taken.add(new)
            put(values, leaf.path, new[1])
        record = KINDS[one.kind].model.model_validate(values)
        if not any(_found for rule in RECORD_RULES for _found in rule(record)):
            return values
    raise ValueError(f"{one.kind}/{one.id} cannot do without what was not chosen")


def _only_used(path: Path, used: Set[tuple[str, Any]]) -> None:
    """Takes the choices that nobody makes any more out of a list, unless it is a fixed scale."""
    values = source.read(path).values
    if values.get("skala") != "true":
        values["valg"] = [choice for choice in values["valg"] if (path.stem, choice["id"]) in used]
        save(path, values)

"""What `make check` says when all is well: counts, and how complete the records of each kind are."""

from collections import Counter
from collections.abc import Iterator

from macros.model import KINDS, Katalog, Record, Reference
from macros.model.completeness import completeness, missing_fields
from macros.model.traverse import KeyPath, Leaf, leaves
from macros.text import lix, plural

HARD = 60
"""A text from this lix is named as a hint; official Danish texts often lie above 55."""
MOST_HARD = 5
FEWEST_WORDS = 8
_WEIGHTS = (("paakraevet", "krævede"), ("anbefalet", "anbefalede"), ("nyttig", "nyttige"))


def completeness_report(katalog: Katalog) -> str:
    """A line for each kind: the share of filled fields by weight, in percent, and the poorest record."""
    lines = ["Ingen fejl. Udfyldte felter i pct.:"]
    for name, kind in KINDS.items():
        records = katalog.records.get(name, {})
        if records:
            lines.append(_line(name, [completeness(record) for record in records.values()], list(records)))
        else:
            lines.append(f"  {kind.folder:<22} ingen poster")
    return "\n".join([*lines, *_hard_texts(katalog)])


def _hard_texts(katalog: Katalog) -> list[str]:
    """A hint: the texts that are hardest to read, with their record."""
    found = sorted(((lix(leaf.value), str(name), leaf) for name, leaf in _prose(katalog)), key=lambda item: -item[0])
    hard = [item for item in found if item[0] >= HARD]
    if not hard:
        return []
    lines = [f"{plural(len(hard), 'tekst', 'tekster')} af {len(found)} har et lix på {HARD} eller mere. De sværeste:"]
    return [*lines, *(f"  lix {value}: {name}, {place(leaf.path)}" for value, name, leaf in hard[:MOST_HARD])]


def _prose(katalog: Katalog) -> Iterator[tuple[Reference, Leaf]]:
    for name, record in katalog.all():
        for leaf in prose(record):
            yield name, leaf


def prose(record: Record) -> Iterator[Leaf]:
    """The running texts that are long enough for a readability index to mean something."""
    for leaf in leaves(record):
        if leaf.prose and len(str(leaf.value).split()) >= FEWEST_WORDS:
            yield leaf


def place(path: KeyPath) -> str:
    """Where in a record something stands, as an editor counts: "kerneelementer 2 tekst"."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def record_report(katalog: Katalog) -> str:
    """A line for each record: the share of filled fields by weight, and the recommended fields that are empty."""
    return "\n".join(_record_line(str(name), record) for name, record in katalog.all())


def _record_line(name: str, record: Record) -> str:
    counts = completeness(record)
    shares = ", ".join(f"{word} {_share(*counts[weight]):>3}" for weight, word in _WEIGHTS if weight in counts)
    missing = ", ".join(missing_fields(record))
    return f"  {name}: {shares}, lix {readability(record)}" + (f"  mangler: {missing}" if missing else "")


def readability(record: Record) -> int:
    """The lix of all running texts of a record, each taken as a sentence of its own."""
    return lix(" ".join(f"{leaf.value}." for leaf in leaves(record) if leaf.prose))


def _share(present: int, possible: int) -> int:
    return round(100 * present / possible)


def _line(name: str, filled: list[dict[str, tuple[int, int]]], ids: list[str]) -> str:
    totals: Counter[str] = Counter()
    for counts in filled:
        for weight, (present, possible) in counts.items():
            totals[f"{weight} udfyldt"] += present
            totals[f"{weight} i alt"] += possible
    shares = ", ".join(
        f"{word} {round(100 * totals[f'{weight} udfyldt'] / totals[f'{weight} i alt']):>3}"
        for weight, word in _WEIGHTS
        if totals[f"{weight} i alt"]
    )
    poorest = min(zip(filled, ids, strict=True), key=lambda pair: _recommended(pair[0]))
    word = "post  " if len(ids) == 1 else "poster"
    return f"  {name:<22} {len(ids):>4} {word}  {shares}  (mindst udfyldt: {poorest[1]})"


def _recommended(counts: dict[str, tuple[int, int]]) -> float:
    present, possible = counts.get("anbefalet", (0, 0))
    return present / possible if possible else 1.0

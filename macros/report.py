"""What `make check` says when all is well: counts, and how complete the records of each kind are."""

from collections import Counter

from macros.load import completeness, missing_fields
from macros.model import KINDS, Katalog, Record

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
    return "\n".join(lines)


def record_report(katalog: Katalog) -> str:
    """A line for each record: the share of filled fields by weight, and the recommended fields that are empty."""
    return "\n".join(_record_line(str(name), record) for name, record in katalog.all())


def _record_line(name: str, record: Record) -> str:
    counts = completeness(record)
    shares = ", ".join(f"{word} {_share(*counts[weight]):>3}" for weight, word in _WEIGHTS if weight in counts)
    missing = ", ".join(missing_fields(record))
    return f"  {name}: {shares}" + (f"  mangler: {missing}" if missing else "")


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

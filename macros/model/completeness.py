"""How much of a record is filled in."""

from collections.abc import Iterator

from macros.model.felt import weight
from macros.model.record import Record


def completeness(record: Record) -> dict[str, tuple[int, int]]:
    """How many of a record's fields are filled, of how many, by weight: required, recommended, useful."""
    counts: dict[str, tuple[int, int]] = {}
    for how_much, _name, is_filled in filled_fields(record):
        filled, total = counts.get(how_much, (0, 0))
        counts[how_much] = (filled + is_filled, total + 1)
    return counts


def missing_fields(record: Record) -> list[str]:
    """The recommended fields that are empty."""
    return [name for how_much, name, is_filled in filled_fields(record) if how_much == "anbefalet" and not is_filled]


def filled_fields(record: Record) -> Iterator[tuple[str, str, bool]]:
    """Each field with its weight and whether it is filled."""
    for name, info in type(record).model_fields.items():
        if name in {"frisk_til", "udgaaet", "nye_kilder"}:
            continue  # filled only in an exception: a limit of its own, leaving the catalogue, a proposal's sources
        value = getattr(record, name)
        yield weight(info), name, value is not None and value != ()

"""Every statement that names its source: what it says, where in the record it stands, and where it was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.model import Katalog, Record, Reference
from macros.model.dele import Kildehenvisning
from macros.model.felt import Del, KraeverKilde, MedKilde


@dataclass(frozen=True)
class Claim:
    """A part of a record with its source. `place` is its way through the record: `resultater[1]`, counted from 0."""

    record: Reference
    place: str
    part: MedKilde | KraeverKilde
    kilde: str
    sted: str


def claims(katalog: Katalog) -> Iterator[Claim]:
    """The statements of every record, in the order of records and fields."""
    for name, record in katalog.all():
        for place, part in _parts(record, ""):
            if isinstance(part, MedKilde | KraeverKilde) and part.kilde and not isinstance(part, Kildehenvisning):
                yield Claim(name, place, part, part.kilde, part.sted or "")


@cache
def _names(model: type[Del]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if not (issubclass(model, Record) and name == "nye_kilder"))


def _parts(part: Del, place: str) -> Iterator[tuple[str, Del]]:
    """The part itself and every part inside it, except the sources that a proposal brought: they have records."""
    yield place, part
    for name in _names(type(part)):
        value = getattr(part, name)
        inner = f"{place}.{name}" if place else name
        if isinstance(value, Del):
            yield from _parts(value, inner)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Del):
                    yield from _parts(item, f"{inner}[{index}]")

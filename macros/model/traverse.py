"""Walks a record once and says of each text what it is: prose, a choice, a reference, or plain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin
from weakref import ReferenceType, ref

from pydantic import BaseModel

from macros.model.felt import KraeverKilde, MedKilde, Prosa, Ref, Valg

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Leaf:
    """One value in a record, with the markers of its field and the source that its part names."""

    path: KeyPath
    value: Any
    ref: str | None = None
    vocab: str | None = None
    prose: bool = False
    sourced: bool = False
    """True where the part that holds the value names a source."""


@dataclass(frozen=True)
class Marks:
    """What a field's markers say of its values."""

    ref: str | None = None
    vocab: str | None = None
    prose: bool = False


_known: dict[int, tuple[ReferenceType[BaseModel], tuple[Leaf, ...]]] = {}
"""What was found in each record that is still in use: a record never changes, and every rule and view asks again."""


def leaves(record: BaseModel) -> tuple[Leaf, ...]:
    """Every value in the record, in the order of the model's fields. Empty values are left out."""
    known = _known.get(id(record))
    if known is None or known[0]() is not record:
        known = _known[id(record)] = (ref(record), tuple(_leaves(record, (), False)))
    return known[1]


def _leaves(part: BaseModel, path: KeyPath, sourced: bool) -> Iterator[Leaf]:
    sourced = sourced or _names_source(part)
    for name, marks in marks_of(type(part)).items():
        yield from _walk(getattr(part, name), marks, (*path, name), sourced)


def _walk(value: Any, marks: Marks, path: KeyPath, sourced: bool) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from _leaves(value, path, sourced)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, marks, (*path, index), sourced)
    else:
        yield Leaf(path, value, marks.ref, marks.vocab, marks.prose, sourced)


def _names_source(part: BaseModel) -> bool:
    return isinstance(part, KraeverKilde) or (isinstance(part, MedKilde) and part.kilde is not None)


@cache
def marks_of(model: type[BaseModel]) -> Mapping[str, Marks]:
    """The markers of each field of the model."""
    return {
        name: _marks([*info.metadata, *_nested_metadata(info.annotation)]) for name, info in model.model_fields.items()
    }


def _marks(metadata: list[Any]) -> Marks:
    return Marks(
        ref=next((m.kind for m in metadata if isinstance(m, Ref)), None),
        vocab=next((m.vocab for m in metadata if isinstance(m, Valg)), None),
        prose=any(isinstance(m, Prosa) for m in metadata),
    )


def _nested_metadata(annotation: Any) -> list[Any]:
    """The markers inside `tuple[Annotated[str, Ref("x")], ...]` and `Annotated[...] | None`."""
    found = list(getattr(annotation, "__metadata__", ()))
    if get_origin(annotation) is not None:
        for inner in get_args(annotation):
            found += _nested_metadata(inner)
    return found


def vocabs(model: type[BaseModel]) -> set[str]:
    """The closed lists that the model's fields choose from, at any depth."""
    found = {marks.vocab for marks in marks_of(model).values() if marks.vocab}
    for info in model.model_fields.values():
        if part := inner_model(info.annotation):
            found |= vocabs(part)
    return found


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The part that a field holds, alone or in a list; None where it holds plain values."""
    return next((kind for kind in flat(annotation) if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def flat(annotation: Any) -> list[Any]:
    """The annotation and everything inside it: `tuple[Annotated[str, Plain()], ...] | None`."""
    inner = get_args(annotation)
    return [annotation, *(kind for item in inner for kind in flat(item))] if inner else [annotation]

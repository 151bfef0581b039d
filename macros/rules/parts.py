"""Finds the parts of one type in a record, wherever they are."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.model.traverse import KeyPath

P = TypeVar("P", bound=BaseModel)


def parts(record: BaseModel, wanted: type[P]) -> Iterator[tuple[KeyPath, P]]:
    """Every part of that type with its place, in the order of the model's fields."""
    for path, part in _every_part(record, ()):
        if isinstance(part, wanted):
            yield path, part


def _every_part(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _every_part(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _every_part(item, (*path, index))

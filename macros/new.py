"""A fresh data file: every field that is required or recommended, empty, in the model's order."""

from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model import KINDS
from macros.model.felt import weight
from macros.model.traverse import inner_model


def skeleton(kind: str, id_: str, today: date) -> dict[str, Any]:
    """The values of a new record, to be filled in by an editor."""
    return {**_fields(KINDS[kind].model), "id": id_, "gennemgaaet": today.isoformat()}


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {name: _empty(info) for name, info in model.model_fields.items() if weight(info) != "nyttig"}


def _empty(info: FieldInfo) -> Any:
    part = inner_model(info.annotation)
    fields = _fields(part) if part else None
    if str(info.annotation).startswith("tuple"):
        return [fields]
    return fields

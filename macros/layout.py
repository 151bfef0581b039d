"""One way to write a data file: keys in the model's order with the sources last, the same quoting, long texts folded.

Values are taken as they were read; nothing is added, changed or lost.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_origin

import yaml
from pydantic import BaseModel

from macros.model.felt import Plain
from macros.model.traverse import flat, inner_model

WIDTH = 100
_FOLD_FROM = 88
_LAST = ("kilde", "sted", "note", "kilder", "nye_kilder")
"""First what is said, then where it was read."""


class _Bare(str):
    """A scalar written without quotes, because its field is a number, a date, a choice or true/false."""


class _Folded(str):
    """A long text, written under `>-`."""


class _Cells(list[Any]):
    """The cells of a table row, written on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _bare(dumper: _Dumper, value: _Bare) -> yaml.ScalarNode:
    tag = dumper.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    return yaml.ScalarNode(tag, str(value))


def _folded(dumper: _Dumper, value: _Folded) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style=">")


def _nothing(dumper: _Dumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


def _cells(dumper: _Dumper, value: _Cells) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(_Bare, _bare)
_Dumper.add_representer(_Cells, _cells)
_Dumper.add_representer(type(None), _nothing)
_Dumper.add_representer(_Folded, _folded)


def formatted(values: Mapping[str, Any], model: type[BaseModel], head: str = "") -> str:
    """The file's text. `head` is kept in front: the comment lines that the file began with."""
    shaped = _mapping(values, model)
    return head + str(
        yaml.dump(shaped, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False)
    )


def _mapping(values: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    known = [name for name in key_order(model) if name in values]
    unknown = [name for name in values if name not in model.model_fields]
    shaped = {name: _value(values[name], *_annotation(model, name)) for name in known}
    return shaped | {name: _loose(values[name]) for name in unknown}


def key_order(model: type[BaseModel]) -> list[str]:
    """The model's fields in the order in which a file holds them."""
    return sorted(model.model_fields, key=lambda name: _LAST.index(name) if name in _LAST else -1)


def _annotation(model: type[BaseModel], name: str) -> tuple[Any, bool]:
    info = model.model_fields[name]
    return info.annotation, any(isinstance(item, Plain) for item in info.metadata)


def _value(value: Any, annotation: Any, plain: bool) -> Any:
    inner = inner_model(annotation)
    if isinstance(value, dict):
        return _mapping(value, inner) if inner else {key: _loose(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [_value(item, annotation, plain) for item in value]
        return items if inner or not _is_bare(annotation, plain) else _row(items)
    if value is None:
        return None
    return _Bare(value) if _is_bare(annotation, plain) and _is_simple(value) else _text(str(value))


def _row(items: list[Any]) -> _Cells:
    """On one line an empty cell needs a word: null."""
    return _Cells(_Bare("null") if item is None else item for item in items)


def _loose(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _loose(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_loose(item) for item in value]
    return value


def _is_simple(value: str) -> bool:
    """Whether a text can stand without quotes and be read back as it was."""
    starts_well = value[:1] != "-" or value[1:2].isdigit()
    return bool(value) and value != "null" and starts_well and all(c.isalnum() or c in ".-+" for c in value)


def _text(value: str) -> Any:
    """A text as plain YAML where that is safe, folded where it is long."""
    can_fold = value == value.strip() and "\n " not in value and " \n" not in value and "\t" not in value
    return _Folded(value) if can_fold and (len(value) > _FOLD_FROM or "\n" in value) else value


def _is_bare(annotation: Any, plain: bool) -> bool:
    """Whether the field holds something else than words."""
    return plain or any(
        kind in {int, Decimal, bool, date, float} or isinstance(kind, Plain) or get_origin(kind) is Literal
        for kind in flat(annotation)
    )

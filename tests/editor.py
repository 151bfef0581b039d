"""Sees data as an editor such as VS Code does: YAML 1.2, checked against a JSON Schema."""

import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # the locked tools hold no stubs for it
import yaml


class _Editor(yaml.SafeLoader):
    """YAML 1.2's core schema: dates stay text, and `no` is a word."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
):
    _Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), ["" if c == "\0" else c for c in _first]
    )


def as_an_editor_reads(path: Path) -> dict[str, Any]:
    """The values of a data file, typed as an editor types them."""
    values: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)
    return values


def complaints(schema: Any, values: Any) -> list[str]:
    """What the editor marks: where, and what the schema says is wrong."""
    jsonschema.Draft7Validator.check_schema(schema)
    found = jsonschema.Draft7Validator(schema).iter_errors(values)
    return sorted(f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}" for error in found)

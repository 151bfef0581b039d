"""The real records as the generators know them, and how made ones are written."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import source
from macros.model import KINDS
from macros.model.traverse import KeyPath, Leaf, leaves


@dataclass(frozen=True)
class Template:
    """A real record: its values as they stand in the file, and what each of them is."""

    kind: str
    id: str
    values: dict[str, Any]
    leaves: tuple[Leaf, ...]


def templates(data: Path) -> list[Template]:
    """Every real record, by kind and by id."""
    found = []
    for kind in KINDS:
        for path in sorted((data / kind).glob("*.yml")):
            values = source.read(path).values
            record = KINDS[kind].model.model_validate(values)
            found.append(Template(kind, path.stem, values, tuple(leaves(record))))
    return found


def put(values: Any, path: KeyPath, value: str) -> None:
    """Sets the value at that place."""
    for key in path[:-1]:
        values = values[key]
    values[path[-1]] = value


def lines(value: Any, indent: str = "") -> Iterator[str]:
    """The values as YAML in block form, every text in double quotes: quick to write, and read back as it was."""
    for key, item in value.items() if isinstance(value, dict) else (("-", item) for item in value):
        name = f"{indent}{key}" if key == "-" else f"{indent}{key}:"
        if isinstance(item, dict | list) and item:
            yield name
            yield from lines(item, indent + "  ")
        else:
            yield f"{name} {'null' if item is None else json.dumps(item, ensure_ascii=False)}"


def save(path: Path, values: Mapping[str, Any]) -> None:
    """Writes a record's file."""
    path.write_text("\n".join(lines(dict(values))) + "\n", encoding="utf-8")

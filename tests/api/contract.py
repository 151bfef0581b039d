"""What version 1 of the open data promises: `kontrakt.yml`. It grows, and never shrinks.

`python -m tests.api.contract` adds what is new. Nothing takes a line away but a new version.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros import load
from macros.export.json import SCHEMA_VERSION
from macros.export.published import sizes
from macros.export.rows import claim_sheet, kind_sheet, place_sheet
from macros.export.shapes import definitions
from macros.model import KINDS
from macros.views.context import Context
from tests.building import ROOT, TODAY

PATH = Path(__file__).parent / "kontrakt.yml"
REMEDY = (
    "Others build on it: keep it. If it must go, publish a new version: raise SCHEMA_VERSION, let a new folder "
    "api/v2/ hold the new files while api/v1/ goes on as it is, begin a contract for v2, and tell of it on /data/."
)
Promise = dict[str, dict[str, str]]
"""By definition of a shape, or by file of columns: each field with its type."""


def published(context: Context) -> Promise:
    """What is published now: the fields of every JSON shape, the columns of every table, and the files."""
    shapes = {name: dict(_fields(node)) for name, node in definitions(context.katalog.vocab).items()}
    sheets = (*(kind_sheet(context, kind) for kind in KINDS), claim_sheet(context), place_sheet(context))
    columns = {f"{sheet.name}.csv": {column.key: "column" for column in sheet.columns} for sheet in sheets}
    files = {name: "file" for name in sizes(context) if "/" not in name or name.startswith("schema/")}
    return {**{name: fields for name, fields in shapes.items() if fields}, **columns, "api/v1": files}


def _fields(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field with its type; a question mark where it may be left out."""
    required = node.get("required", ())
    for name, inner in node.get("properties", {}).items():
        yield name, _type(inner) + ("" if name in required else "?")


def _type(node: Mapping[str, Any]) -> str:
    if "$ref" in node:
        return str(node["$ref"]).removeprefix("#/$defs/")
    if "anyOf" in node:
        return " or ".join(_type(inner) for inner in node["anyOf"])
    if node["type"] == "array":
        return f"list of {_type(node['items'])}"
    if node["type"] == "object":
        return f"object of {_type(node['additionalProperties'])}"
    return str(node.get("format", node["type"]))


def broken(promised: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Each promise that is not kept, with what to do instead."""
    found = []
    for place, fields in promised.items():
        for name, kind in fields.items():
            is_now = now.get(place, {}).get(name)
            if is_now is None:
                found.append(f"{place}: {name} is promised as {kind}, and is gone. {REMEDY}")
            elif is_now not in {kind, kind.removesuffix("?")}:
                found.append(f"{place}: {name} is promised as {kind}, and is now {is_now}. {REMEDY}")
    return found


def unpromised(promised: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Each published field that the contract does not hold yet."""
    return [
        f"{place}: {name} is published and not promised. Run: .venv/bin/python -m tests.api.contract"
        for place, fields in now.items()
        for name in fields
        if name not in promised.get(place, {})
    ]


def read() -> Promise:
    """The contract as it is committed."""
    if not PATH.exists():
        return {}
    found = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    assert found.pop("schema_version") == SCHEMA_VERSION
    promised: Promise = found
    return promised


def main() -> None:
    """Adds to the contract what is published and not promised."""
    katalog, _problems = load.check(ROOT / "data", ROOT / "settings.yml")
    assert katalog is not None
    promised, now = read(), published(Context(katalog, TODAY))
    for place, fields in now.items():
        for name, kind in fields.items():
            promised.setdefault(place, {}).setdefault(name, kind)
    text = yaml.safe_dump({"schema_version": SCHEMA_VERSION, **promised}, allow_unicode=True, sort_keys=False)
    head = "# What version 1 of the open data promises. Lines are added, never changed or removed: see contract.py.\n"
    PATH.write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""The JSON Schemas that editors such as VS Code use."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros import schema
from macros.model import KINDS, Katalog
from tests.editor import as_an_editor_reads, complaints

GOOD = Path(__file__).parent / "sites" / "good" / "data"


@pytest.fixture(scope="module", name="schemas")
def _schemas(katalog: Katalog) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in schema.schemas(katalog.vocab).items()}


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)


def test_every_kind_has_a_valid_schema(schemas: dict[str, Any]) -> None:
    """There is one draft 7 schema for each kind, with the kind's badge as its title."""
    assert list(schemas) == list(KINDS)
    for kind, one in schemas.items():
        assert complaints(one, as_an_editor_reads(next((GOOD / kind).glob("*.yml")))) == []
        assert (one["$schema"], one["title"]) == ("http://json-schema.org/draft-07/schema#", KINDS[kind].badge)


def test_choices_are_those_of_the_lists(schemas: dict[str, Any], katalog: Katalog) -> None:
    """A field that chooses from a closed list offers exactly the choices of that list."""
    status = schemas["initiativer"]["properties"]["status"]
    assert status["enum"] == list(katalog.labels["status"])
    assert not [node for node in _nodes(schemas) if "x-vocab" in node]


def test_every_field_has_danish_help(schemas: dict[str, Any]) -> None:
    """An editor is shown a title and a sentence of help for every field, at any depth."""
    for one in schemas.values():
        for part in (one, *one["definitions"].values()):
            for name, info in part["properties"].items():
                assert "title" in info or "$ref" in info, name  # a part may have its title in its definition
                assert info["description"].endswith((".", "…", "?")), name


@pytest.mark.parametrize("path", sorted(GOOD.glob("*/*.yml")), ids=lambda path: str(path.stem))
def test_the_good_records_fit_the_schema(schemas: dict[str, Any], path: Path) -> None:
    """What the check accepts, the editor accepts too."""
    if path.parent.name in KINDS:
        assert complaints(schemas[path.parent.name], as_an_editor_reads(path)) == []


def test_the_editor_marks_what_the_check_refuses(schemas: dict[str, Any]) -> None:
    """Unknown keys, missing keys and choices that are not on the list are marked while they are written."""
    values = as_an_editor_reads(GOOD / "begreber" / "proeveord.yml")
    values["farve"] = "rød"
    values["status"] = "ny"
    del values["titel"]
    assert complaints(schemas["begreber"], values) == [
        ": 'titel' is a required property",
        ": Additional properties are not allowed ('farve' was unexpected)",
        "status: 'ny' is not one of ['igangvaerende', 'forslag', 'gaeldende']",
    ]

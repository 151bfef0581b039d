"""The JSON files, as another program reads them."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from macros.model import KINDS
from macros.views.context import Context
from tests.building import ROOT, environment

DESCRIBED = ("openapi.json", "schema/*.json")
"""What describes the others, and has no schema of its own here."""


def _documents(files: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    for name, content in files.items():
        if name.endswith(".json") and not any(fnmatch(name, pattern) for pattern in DESCRIBED):
            yield name, json.loads(content)


def _schema_of(name: str) -> str:
    kind, slash, _id = name.removesuffix(".json").partition("/")
    return f"schema/{kind}-post.json" if slash else f"schema/{name}"


def _closed(node: Any) -> Any:
    """The schema that refuses what it does not describe: the published one is open, so that fields may be added."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _closed(value) for key, value in node.items()}
    if node.get("type") == "object" and isinstance(node.get("properties"), dict):
        found["additionalProperties"] = False
    return found


@pytest.mark.parametrize("files", ["published", "example"])
def test_every_file_follows_its_schema(files: str, request: pytest.FixtureRequest) -> None:
    """Each JSON file holds what its published schema says and nothing more."""
    every: Mapping[str, bytes] = request.getfixturevalue(files)
    validators: dict[str, Draft202012Validator] = {}
    seen, found = 0, []
    for name, document in _documents(every):
        schema = _schema_of(name)
        if schema not in validators:
            read = json.loads(every[schema])
            Draft202012Validator.check_schema(read)
            validators[schema] = Draft202012Validator(_closed(read), format_checker=Draft202012Validator.FORMAT_CHECKER)
        found += [f"{name}: {error.json_path}: {error.message}" for error in validators[schema].iter_errors(document)]
        seen += 1
    assert found == []
    assert seen == 5 + len(KINDS) + sum(document["antal"] for name, document in _documents(every) if name in _LISTS)


_LISTS = {f"{kind}.json" for kind in KINDS}


def test_a_file_that_differs_from_its_schema_is_found(example: Mapping[str, bytes]) -> None:
    """The check above sees a field too many, one too few and one of another type."""
    validator = Draft202012Validator(_closed(json.loads(example["schema/metoder-post.json"])))
    document = json.loads(example["metoder/eksempelmetoden.json"])
    document["post"]["maalgruppe"]["alder_fra"] = "15"
    document["post"]["ukendt"] = 1
    del document["post"]["evidens"]["kort"]["tekst"]
    assert sorted(error.message for error in validator.iter_errors(document)) == [
        "'15' is not of type 'integer'",
        "'tekst' is a required property",
        "Additional properties are not allowed ('ukendt' was unexpected)",
    ]


def test_openapi_describes_every_file(published: Mapping[str, bytes]) -> None:
    """The description is valid OpenAPI 3.1, and its addresses are the files that there are."""
    described = json.loads(published["openapi.json"])
    validate(described, cls=OpenAPIV31SpecValidator)
    assert described["openapi"] == "3.1.0"
    assert described["servers"] == [{"url": "."}]
    patterns = [path.removeprefix("/").replace("{id}", "*") for path in described["paths"]]
    files = [name for name in published if not name.startswith(("schema/", "openapi", "catalog."))]
    assert [name for name in files if not any(fnmatch(name, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(fnmatch(name, pattern) for name in files)] == []


def test_every_claim_finds_its_source_in_the_same_file(published: Mapping[str, bytes]) -> None:
    """What a claim names as its source is spelled out beside it, with title, publisher and address."""
    checked = 0
    for name, document in _documents(published):
        if "kildeopslag" in document:
            named = set(_sources(document.get("poster", document.get("post"))))
            checked += len(named)
            assert named == set(document["kildeopslag"]), name
    assert checked > 4_000


def _sources(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _sources(item)
    elif isinstance(node, dict):
        if isinstance(node.get("kilde"), str):
            yield node["kilde"]
        for value in node.values():
            yield from _sources(value)


def test_a_file_says_what_it_is(example: Mapping[str, bytes]) -> None:
    """Version, day, publisher, licence and a line to credit with stand in every file."""
    for name, document in _documents(example):
        said = {key: document[key] for key in ("schema_version", "generated_at", "katalog", "udgiver", "licens")}
        assert said == {
            "schema_version": 1,
            "generated_at": "2026-11-21",
            "katalog": "Eksempelkataloget",
            "udgiver": "Eksempelby Kommune",
            "licens": {
                "navn": "CC0 1.0",
                "url": "https://creativecommons.org/publicdomain/zero/1.0/",
                "kredit": "Kilde: Eksempelkataloget, [postens titel], hentet [dato]. Data: CC0 1.0.",
            },
        }, name


def test_totals_are_counts_of_records(real: Context, published: Mapping[str, bytes]) -> None:
    """The index, each list and the file with everything count what there is; each record has a file of its own."""
    counts = {kind: len(real.katalog.records[kind]) for kind in KINDS}
    index = json.loads(published["index.json"])
    assert {one["navn"]: one["antal"] for one in index["slags"]} == counts
    assert index["antal"] == sum(counts.values())
    everything = json.loads(published["alt.json"])
    assert everything["antal"] == counts
    for kind, count in counts.items():
        read = json.loads(published[f"{kind}.json"])
        files = sum(name.startswith(f"{kind}/") for name in published)
        assert [read["antal"], len(read["poster"]), len(everything["poster"][kind]), files] == [count] * 4
    named = [file for one in (*index["slags"], *index["andre"]) for file in one["filer"].values()]
    assert [name for name in named if name not in published] == []


def test_numbers_days_and_sources_keep_their_kind(example: Mapping[str, bytes]) -> None:
    """A figure is a number, a day is ISO 8601, and the source of a claim can be read without another request."""
    figure = json.loads(example["noegletal/unge-i-eksempelby.json"])
    assert isinstance(figure["post"]["tal"], int | float)
    assert figure["post"]["gennemgaaet"] == "2026-11-01"
    source = figure["kildeopslag"][figure["post"]["kilde"]]
    assert source == {
        "titel": "Eksempelrapport",
        "udgiver": "Eksempeluniversitetet",
        "aar": 2026,
        "type": "rapport",
        "url": "https://rapport.eksempel.example/",
        "adresse": "kilder/eksempelrapport-2026/",
    }


def test_a_record_that_was_taken_out_is_told_of(example: Mapping[str, bytes]) -> None:
    """It is in no list, and stands among what was taken out, with day and reason."""
    gone = json.loads(example["udgaaede.json"])["poster"]
    assert [(one["slags"], one["id"], one["titel"]) for one in gone] == [
        ("initiativer", "klub-lukket", "Den lukkede klub")
    ]
    assert {"dato", "grund", "adresse"} <= set(gone[0])
    assert "klub-lukket" not in [one["id"] for one in json.loads(example["initiativer.json"])["poster"]]
    assert "initiativer/klub-lukket.json" not in example


_HASH = """
import hashlib
from pathlib import Path
from macros import load, settings
from macros.export import open_data
from macros.views.context import Context
katalog, _ = load.check(Path("tests/sites/good/data"), Path("tests/sites/good/settings.yml"))
made = open_data(Context(katalog, settings.build().today), "https://katalog.example/")
print(*(f"{name} {hashlib.sha256(make()).hexdigest()}" for name, make in made), sep="\\n")
"""


def test_two_builds_of_one_day_give_the_same_bytes() -> None:
    """No file depends on the order in which a process happens to hold things, or on the time of day."""
    made = [
        subprocess.run(
            [sys.executable, "-c", _HASH],
            cwd=ROOT,
            env=environment(PYTHONHASHSEED=seed),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]
    assert len(made[0]) > 80
    assert made[0] == made[1]

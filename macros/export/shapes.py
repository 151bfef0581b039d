"""JSON Schema (2020-12) of the published files, made from the models: what is published, not what editors write.

Lists are always there; a value that is not known is left out. New fields and choices may come, so the schemas are open.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from macros.export.json import SCHEMA_VERSION
from macros.export.rows import UNPUBLISHED
from macros.model import KINDS, Vocab
from macros.model.kommune import Region

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
_FOR_EDITORS = {
    "krav", "x-vocab", "additionalProperties", "default", "minLength", "maxLength", "minItems", "maxItems"
}  # fmt: skip
"""What a model tells those who write records, and what no reader of a file should build on."""
_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_COUNT: Schema = {"type": "integer", "minimum": 0}


class _Published(GenerateJsonSchema):
    """The models as they are written to JSON: numbers are numbers, and what has a value of its own is always there."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def field_is_required(self, field: Any, total: bool) -> bool:
        inner = field["schema"]
        return inner["type"] != "default" or inner.get("default", inner.get("default_factory")) is not None


def schema_files(vocab: Mapping[str, Vocab]) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each schema's file name, from the folder of the version, and what makes its text."""
    known = definitions(vocab)
    for file, name in documents().items():
        yield f"schema/{file}.json", partial(_schema, known, name)


def _schema(known: Mapping[str, Any], name: str) -> str:
    whole = {"$schema": DIALECT, "$ref": f"#/$defs/{name}", "$defs": _needed(known, name)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def documents() -> dict[str, str]:
    """The name of each document's definition, by the name of its schema file."""
    lists = {kind: _list_name(kind) for kind in KINDS}
    files = {f"{kind}-post": _file_name(kind) for kind in KINDS}
    others = {"index": "Indeks", "alt": "HeleKataloget", "valglister": "Valglister", "kommuner": "Kommuneliste"}
    return {**lists, **files, **others, "udgaaede": "Udgaaede"}


def definitions(vocab: Mapping[str, Vocab]) -> dict[str, Schema]:
    """Every published shape by name: records, their parts, and the files that hold them."""
    models: list[type[BaseModel]] = [*(kind.model for kind in KINDS.values()), Vocab, Region]
    _names, made = models_json_schema([(model, "serialization") for model in models], schema_generator=_Published)
    found = {name: _clean(node, vocab) for name, node in made["$defs"].items()}
    for kind in KINDS.values():
        _publish(found[kind.model.__name__], kind.badge)
    return found | _shared() | _document_shapes() | _place_shapes()


def _publish(record: Schema, title: str) -> None:
    """The record as it is published: with its address, and without what is for editors only."""
    record["title"] = title
    record["properties"] = {"adresse": _address(), **record["properties"]}
    record["required"] = ["adresse", *(name for name in record["required"] if name not in UNPUBLISHED)]
    for name in UNPUBLISHED:
        record["properties"].pop(name, None)


def _address() -> Schema:
    return {**_TEXT, "description": "Siden om posten, regnet fra katalogets forside."}


def _clean(node: Any, vocab: Mapping[str, Vocab]) -> Any:
    """Without what is meant for editors' programs; choices filled in; a value that can be left out is never null."""
    if isinstance(node, list):
        return [_clean(item, vocab) for item in node]
    if not isinstance(node, dict):
        return node
    if "default" in node and node["default"] is None:
        node = _never_null(node)
    said = {key: value for key, value in node.items() if key not in _FOR_EDITORS}
    cleaned = {key: _clean(value, vocab) for key, value in said.items() if key != "properties"}
    if "properties" in said:  # names of fields, which may be words of JSON Schema as well
        cleaned["properties"] = {name: _clean(one, vocab) for name, one in said["properties"].items()}
    if isinstance(cleaned.get("type"), list):
        cleaned["type"] = "string"  # a text that editors write without quotes
    if "x-vocab" in node:
        cleaned["enum"] = [choice.id for choice in vocab[node["x-vocab"]].valg]
    return cleaned


def _never_null(node: Schema) -> Schema:
    inner = [one for one in node["anyOf"] if one != {"type": "null"}]
    said = {key: value for key, value in node.items() if key not in {"anyOf", "default"}}
    return {**inner[0], **said} if len(inner) == 1 else {**said, "anyOf": inner}


def _object(title: str, properties: Mapping[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"title": title, "type": "object", "properties": dict(properties), "required": required}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _shared() -> dict[str, Schema]:
    """What files say of themselves and of sources."""
    texts = dict.fromkeys(("titel", "udgiver", "type", "url", "adresse"), _TEXT)
    source = {**texts, "aar": {"type": "integer"}}
    files = dict.fromkeys(("json", "csv", "xlsx"), _TEXT)
    entry = {"navn": _TEXT, "titel": _TEXT, "beskrivelse": _TEXT, "antal": _COUNT}
    listed = _object("Filer", files, ("json", "csv", "xlsx"))
    return {
        "Licens": _object("Licens", {"navn": _TEXT, "url": _TEXT, "kredit": _TEXT}),
        "Kildeopslag": _object("Kilde, som et udsagn nævner", source, ("aar", "url")),
        "Kildeopslagene": {"title": "Kilder efter id", "type": "object", "additionalProperties": _ref("Kildeopslag")},
        "Filer": listed,
        "Datasaet": _object("Datasæt", {**entry, "filer": _ref("Filer")}),
        "Slags": _object("Slags", {**entry, "filer": _ref("Filer"), "post": _TEXT}),
        "Henvisning": _object("Henvisning", {"slags": _TEXT, "id": _TEXT}),
    }


def _head() -> dict[str, Schema]:
    version = {"type": "integer", "const": SCHEMA_VERSION}
    said = {"schema_version": version, "generated_at": _DAY, "katalog": _TEXT, "udgiver": _TEXT}
    return {**said, "licens": _ref("Licens")}


def _document_shapes() -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for kind, one in KINDS.items():
        start = {**_head(), "slags": {"type": "string", "const": kind}}
        record, sources = _ref(one.model.__name__), {"kildeopslag": _ref("Kildeopslagene")}
        counted = {**start, "antal": _COUNT, "poster": _array(record), **sources}
        found[_list_name(kind)] = _object(f"Liste: {one.plural}", counted)
        found[_file_name(kind)] = _object(f"Fil: {one.singular}", {**start, "post": record, **sources})
    sets = {"slags": _array(_ref("Slags")), "andre": _array(_ref("Datasaet"))}
    found["Indeks"] = _object("Indeks", {**_head(), "antal": _COUNT, **sets})
    return found


def _place_shapes() -> dict[str, Schema]:
    """Municipalities, closed lists, what was taken out, and the file with everything."""
    place = {"kode": _TEXT, "navn": _TEXT, "region": _TEXT, "adresse": _TEXT, "poster": _array(_ref("Henvisning"))}
    gone = {"slags": _TEXT, "id": _TEXT, "titel": _TEXT, "adresse": _TEXT, "dato": _DAY, "grund": _TEXT}
    places = {"kommuner": _array(_ref("Kommune")), "regioner": _array(_ref("Region"))}
    lists: Schema = {"valglister": {"type": "object", "additionalProperties": _ref("Vocab")}}
    counts = _object("Antal", dict.fromkeys(KINDS, _COUNT))
    records = _object("Poster", {kind: _array(_ref(one.model.__name__)) for kind, one in KINDS.items()})
    every = {"antal": _ref("Antal"), "poster": _ref("Poster"), **lists, **places, "udgaaede": _array(_ref("Udgaaet"))}
    return {
        "Kommune": _object("Kommune", place),
        "Udgaaet": _object("Udgået post", {**gone, "erstattet_af": _TEXT}, ("erstattet_af",)),
        "Antal": counts,
        "Poster": records,
        "Kommuneliste": _object("Kommuner", {**_head(), "antal": _COUNT, **places}),
        "Valglister": _object("Valglister", {**_head(), "antal": _COUNT, **lists}),
        "Udgaaede": _object("Udgåede poster", {**_head(), "antal": _COUNT, "poster": _array(_ref("Udgaaet"))}),
        "HeleKataloget": _object("Hele kataloget", {**_head(), **every}),
    }


def _list_name(kind: str) -> str:
    return f"{KINDS[kind].model.__name__}Liste"


def _file_name(kind: str) -> str:
    return f"{KINDS[kind].model.__name__}Fil"


def _needed(known: Mapping[str, Schema], name: str) -> dict[str, Schema]:
    """The definition of that name and every one that it leads to, by name."""
    found, waiting = set(), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _named(known[one])
    return {one: known[one] for one in sorted(found)}


def _named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix("#/$defs/")
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _named(item)

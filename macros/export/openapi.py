"""OpenAPI 3.1 of the published files: every address, what it answers, and the shapes that `shapes` makes."""

import json
from collections.abc import Iterator
from typing import Any

from macros.export.json import SCHEMA_VERSION
from macros.export.shapes import definitions, documents
from macros.model import KINDS
from macros.views.context import Context
from macros.views.data import LICENCE, Dataset, datasets

_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ABOUT = (
    "Åbne data fra kataloget som faste filer. Adresserne regnes fra den mappe, som denne fil ligger i. "
    "Et felt i version 1 forsvinder ikke og skifter ikke type. Nye felter og nye valg kan komme til. "
    "En adresse, der ikke findes, svarer 404 med en side i HTML."
)


def openapi(context: Context) -> str:
    """The description as JSON. Its server is the folder that it lies in, wherever the site is."""
    publisher = context.katalog.indstillinger
    info: dict[str, Any] = {
        "title": publisher.navn,
        "version": f"{SCHEMA_VERSION}.0.0",
        "description": _ABOUT,
        "license": {"name": "CC0 1.0", "url": LICENCE},
    }
    if publisher.postkasse:
        info["contact"] = {"name": publisher.myndighed, "email": publisher.postkasse}
    whole = {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": "."}],
        "paths": dict(_paths(context)),
        "components": {"schemas": definitions(context.katalog.vocab)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).replace("#/$defs/", "#/components/schemas/") + "\n"


def _paths(context: Context) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "/index.json", _get("index", "Hvad der findes, med antal og filnavne", _json("index"))
    for one in datasets(context):
        for ending in one.endings:
            yield f"/{one.file(ending)}", _file(one, ending)
    for kind in KINDS.values():
        said = _get(f"{kind.folder}_post", f"Én post: {kind.singular}", _json(f"{kind.folder}-post"))
        yield f"/{kind.folder}/{{id}}.json", {"parameters": [_ID], **said}


_ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "Postens id, som det står i listen.",
    "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
}


def _file(one: Dataset, ending: str) -> dict[str, Any]:
    content = _json(one.id) if ending == "json" else {_TYPES[ending]: {}}
    return _get(f"{one.id}_{ending}", f"{one.title}: {one.text}", content)


def _get(name: str, summary: str, content: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": "Filen.", "content": content}
    return {"get": {"operationId": name, "summary": summary, "responses": {"200": answer}}}


def _json(document: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/$defs/{documents()[document]}"}}}

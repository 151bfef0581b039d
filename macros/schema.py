"""JSON Schema (draft 7) of each record kind, made from the models and the closed lists.

Editors such as VS Code use it for completion and help; `data/schema/` holds what this module makes.
"""

import json
from collections.abc import Mapping
from typing import Any

from macros.model import KINDS, Kind, Vocab

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas(vocab: Mapping[str, Vocab]) -> dict[str, str]:
    """The text of each schema file, by its name without the ending."""
    return {name: _text(_schema(kind, vocab)) for name, kind in KINDS.items()}


def _schema(kind: Kind, vocab: Mapping[str, Vocab]) -> dict[str, Any]:
    raw = kind.model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = raw.pop("$defs", {})
    whole = {"$schema": DRAFT, **raw, "title": kind.badge, "definitions": definitions}
    simple: dict[str, Any] = _simplified(whole, vocab)
    return simple


def _simplified(node: Any, vocab: Mapping[str, Vocab]) -> Any:
    """Draft 7 with Danish words, choices filled in, and no forms that only Python needs."""
    if isinstance(node, list):
        return [_simplified(item, vocab) for item in node]
    if not isinstance(node, dict):
        return node
    if _is_decimal(node):
        return {key: _simplified(value, vocab) for key, value in node.items() if key != "anyOf"} | {"type": "number"}
    shown = {key: _simplified(value, vocab) for key, value in node.items() if key != "x-vocab"}
    if "x-vocab" in node:
        shown["enum"] = [choice.id for choice in vocab[node["x-vocab"]].valg]
    return shown


def _is_decimal(node: dict[str, Any]) -> bool:
    kinds = [item.get("type") for item in node.get("anyOf", []) if isinstance(item, dict)]
    return "number" in kinds and "string" in kinds


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

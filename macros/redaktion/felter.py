"""A model's fields as the fields of the CMS: label, help, kind of input, and what it refuses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.layout import key_order
from macros.model import KINDS, Katalog
from macros.model.felt import Ref, Valg
from macros.model.traverse import flat, inner_model

Field = dict[str, Any]
_LONG = 300
"""A text that may be longer than this gets a box of several lines, and so does a résumé."""
_NOT_ASKED = {"nye_kilder"}
"""Here a new source gets a file of its own at once. What the key holds is kept."""
_YES_NO = [{"label": "Ja", "value": "true"}, {"label": "Nej", "value": "false"}]
"""The file's own words: the CMS reads every value as text, as the catalogue does."""
_DECIMAL = [r"^-?[0-9]+(\.[0-9]+)?$", "Skriv tallet med cifre og punktum som decimaltegn, fx 8.3."]
_NOT_FULL = "Teksten følger ikke mønsteret. Se hjælpen ved feltet."


@dataclass(frozen=True)
class _Given:
    """What is known of one field."""

    name: str
    info: FieldInfo
    schema: Mapping[str, Any]
    katalog: Katalog

    @property
    def parts(self) -> list[Any]:
        """The types and markers in the field, at any depth."""
        return [*self.info.metadata, *flat(self.info.annotation)]

    @property
    def is_list(self) -> bool:
        """Whether the field holds several values."""
        return get_origin(self.info.annotation) is tuple

    def marker(self, kind: type[Any]) -> Any:
        """The marker of that class; None where there is none."""
        return next((part for part in self.parts if isinstance(part, kind)), None)

    def limit(self, key: str) -> Any:
        """A limit from the JSON schema of one value: `maxLength`, `minimum` ..."""
        return next((node[key] for node in _nodes(self.schema) if key in node), None)


def fields(model: type[BaseModel], katalog: Katalog) -> list[Field]:
    """The fields of a form, in the order in which a file holds them."""
    properties = model.model_json_schema()["properties"]
    names = [name for name in key_order(model) if name not in _NOT_ASKED]
    return [_field(_Given(name, model.model_fields[name], properties[name], katalog)) for name in names]


def _field(given: _Given) -> Field:
    shared = {
        "name": given.name,
        "label": given.info.title,
        "hint": _hint(given),
        "required": given.info.is_required(),
    }
    return {**shared, **_widget(given)}


def _hint(given: _Given) -> str:
    """The help text, where yes and no are what the file calls true and false."""
    told = given.info.description or ""
    if given.is_list and NoneType in given.parts:
        return f"{told} Skriv null, hvor der ikke er nogen værdi."
    return f"Ja{told.removeprefix('true')}" if bool in given.parts and told.startswith("true,") else told


def _widget(given: _Given) -> Field:
    """The kind of input and what belongs to it."""
    if part := inner_model(given.info.annotation):
        return _part(given, part)
    if choices := _choices(given):
        return {**choices, **_several(given)}
    return _list_of(given) if given.is_list else _plain(given)


def _part(given: _Given, part: type[BaseModel]) -> Field:
    inside = {"fields": fields(part, given.katalog), "summary": _summary(part)}
    if given.is_list:
        folded = {"label_singular": given.info.title, "collapsed": "auto"}
        return {"widget": "list", **folded, **inside, **_bounds(given)}
    return {"widget": "object", **inside}


def _summary(part: type[BaseModel]) -> str:
    """What a folded part shows: its first required field that holds plain values."""
    infos = ((name, part.model_fields[name]) for name in key_order(part))
    plain = [(name, info) for name, info in infos if not inner_model(info.annotation)]
    name = next((name for name, info in plain if info.is_required()), plain[0][0] if plain else "")
    return f"{{{{fields.{name}}}}}" if name else ""


def _choices(given: _Given) -> Field | None:
    """A field that chooses: a record, a municipality, a word from a closed list, or yes and no."""
    ref, valg = given.marker(Ref), given.marker(Valg)
    if ref and ref.kind in KINDS:
        return {
            "widget": "relation",
            "collection": ref.kind,
            "value_field": "{{slug}}",
            "display_fields": ["titel"],
            "search_fields": ["titel", "id"],
        }
    if ref:
        return _select([{"label": k.navn, "value": k.navn} for k in given.katalog.kommuner.kommuner])
    if valg:
        return _select([{"label": v.titel, "value": v.id} for v in given.katalog.vocab[valg.vocab].valg])
    if bool in given.parts:
        return _select(_YES_NO)
    return _select([{"label": word, "value": word} for word in literals]) if (literals := _literals(given)) else None


def _select(options: list[dict[str, str]]) -> Field:
    return {"widget": "select", "options": options, "dropdown_threshold": 0}


def _literals(given: _Given) -> list[str]:
    """The words of a `Literal[...]`: its arguments are plain words, not types."""
    return [word for part in given.parts for word in get_args(part) if isinstance(word, str)]


def _several(given: _Given) -> Field:
    return {"multiple": True, **_bounds(given)} if given.is_list else {}


def _bounds(given: _Given) -> Field:
    """How many items there must and may be."""
    found = {"min": given.schema.get("minItems"), "max": given.schema.get("maxItems")}
    return {key: value for key, value in found.items() if value is not None}


def _list_of(given: _Given) -> Field:
    """A list of plain values, with one input for each."""
    one = {"name": given.name, "label": given.info.title, "required": False, **_plain(given)}
    return {"widget": "list", "label_singular": given.info.title, "field": one, **_bounds(given)}


def _plain(given: _Given) -> Field:
    """One value that is typed: a date, a number, or text."""
    if date in given.parts:
        now = {"default": "{{now}}"} if given.name == "gennemgaaet" else {}
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", **now}
    if int in given.parts:
        limits = {"min": given.limit("minimum"), "max": given.limit("maximum")}
        return {"widget": "number", "value_type": "int/string", **{k: v for k, v in limits.items() if v is not None}}
    if Decimal in given.parts:
        return {"widget": "string", "pattern": _DECIMAL}
    return _text(given)


def _text(given: _Given) -> Field:
    longest, pattern = given.limit("maxLength"), given.limit("pattern")
    is_long = given.name == "resume" or ((longest or 0) > _LONG and not pattern)
    found: Field = {"widget": "text" if is_long else "string"}
    if longest:
        found["maxlength"] = longest
    if pattern:
        found["pattern"] = [pattern, given.info.description or _NOT_FULL]
    return found


def _nodes(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The schema of a value and those inside it: alternatives, and the items of a list."""
    yield schema
    for inner in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from _nodes(inner)

"""Pydantic's errors in the editor's language: what is wrong, what was expected, how to mend it."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.model.felt import TIDSPUNKT, YEARS
from macros.model.traverse import KeyPath, inner_model
from macros.text import did_you_mean, plural
from macros.wording import say

Message = tuple[KeyPath, str, str]
"""Where in the record, the rule's id, and the message."""


def messages(error: ValidationError, model: type[BaseModel]) -> list[Message]:
    """Every error as (key path, rule, message)."""
    details = error.errors(include_url=False)
    return [_message(detail, model) for detail in details if not _follows(detail, details)]


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because an item in it has an error of its own."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details
    )


def _message(detail: ErrorDetails, model: type[BaseModel]) -> Message:
    path: KeyPath = detail["loc"]
    kind = detail["type"]
    if kind == "extra_forbidden":
        names = field_names(model, path[:-1])
        return (
            path,
            "ukendt-felt",
            f'feltet "{path[-1]}" findes ikke her.{did_you_mean(str(path[-1]), names)}',
        )
    if kind == "missing":
        return path, "mangler-felt", say("mangler-felt", navn=path[-1])
    if kind == "value_error":
        return _own_error(path, *detail["ctx"]["error"].args)
    if detail["input"] is None:
        return (
            path,
            "mangler-felt",
            f'feltet "{_last_name(path)}" er tomt. Skriv en værdi, eller slet linjen.',
        )
    context: dict[str, Any] = detail.get("ctx", {})
    told = _MESSAGES.get(kind, _other)
    return path, "forkert-type", f"{_name_in_message(path)}: {told(detail['input'], context)}"


def _own_error(path: KeyPath, name: str, place: KeyPath = (), *parts: Any) -> Message:
    """The errors that the models raise themselves, as ValueError(name, place below the part, what to tell)."""
    path += place
    if name in _UNCLEAR:
        return path, "forkert-type", f"{_name_in_message(path)}: {_UNCLEAR[name](parts[0], {})}"
    if name == "to-gange":
        told = f'{_name_in_message(path)}: "{parts[0]}" står to gange i listen. Ret den ene, eller slet den.'
        return path, "dobbelt-felt", told
    if name in {"celler", "celle"}:
        return path, "tabel-form", _cells(name, *parts)
    if name == "region":
        return path, "ukendt-reference", f'"{parts[0]}" findes ikke under "regioner".{did_you_mean(*parts)}'
    if name == "regioner":
        return path, "datoer-i-raekkefoelge", "en region kan kun afløses af en, der gælder fra en senere dato."
    return path, "forkert-type", say("dato-findes-ikke")


def _cells(name: str, *parts: Any) -> str:
    """What is wrong with the cells of a row: how many they are, or what stands in one."""
    if name == "celler":
        row, count, columns = parts
        return f'rækken "{row}" har {plural(count, "celle", "celler")}, men tabellen {columns} kolonner.'
    row, column, cell = parts
    return f'"{cell}" i rækken "{row}", kolonnen "{column}", er ikke et tal (brug punktum: 89.7).'


def _name_in_message(path: KeyPath) -> str:
    return f'"{_last_name(path)}"'


def _last_name(path: KeyPath) -> str:
    return str(next((part for part in reversed(path) if isinstance(part, str)), "filen"))


def _shown(value: Any) -> str:
    text = str(value)
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}…"'


_PATTERNS: Mapping[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "må kun have små bogstaver a-z, tal og bindestreg, fx flere-i-faellesskab",
    r"^[A-Za-z0-9_]+([-_][A-Za-z0-9]+)*$": "må kun have bogstaver a-z, tal, bindestreg og understreg",
    r"^[A-ZÆØÅ]": "skal begynde med et stort bogstav",
    r"^\d{4}$": "skal være fire cifre i anførselstegn, fx '0101'",
    r"^[^@\s]+@[^@\s]+\.[a-z]+$": "skal være en mailadresse",
    r"^[\w.-]+/[\w.-]+$": "skal være ejer/navn",
}


def _pattern(value: Any, context: dict[str, Any]) -> str:
    pattern = context.get("pattern", "")
    if pattern in _PATTERNS:
        return f"{_shown(value)} {_PATTERNS[pattern]}."
    return say("tidspunkt" if pattern == TIDSPUNKT else "webadresse", vaerdi=_shown(value))


def _number(value: Any, _context: dict[str, Any]) -> str:
    return say("ikke-et-tal", vaerdi=_shown(value))


def _date(value: Any, _context: dict[str, Any]) -> str:
    return f"{_shown(value)} er ikke en dato. Skriv år-måned-dag, fx 2026-09-01."


def _a_list(value: Any, _context: dict[str, Any]) -> str:
    return f"{_shown(value)} skal være en liste: én linje pr. punkt, der begynder med en bindestreg."


def _a_part(value: Any, _context: dict[str, Any]) -> str:
    return f'{_shown(value)} skal deles op i felter, fx "tekst:" og "kilde:" på hver sin linje.'


def _amount(value: Any, _context: dict[str, Any]) -> str:
    return say("to-slags-tal", vaerdi=_shown(value), uden_punktum=str(value).replace(".", ""))


def _year(value: Any, _context: dict[str, Any]) -> str:
    return f"{_shown(value)} skal ligge mellem {YEARS[0]} og {YEARS[-1]}."


def _address(value: Any, _context: dict[str, Any]) -> str:
    return say("webadresse", vaerdi=_shown(value))


_UNCLEAR: Mapping[str, Callable[[Any, dict[str, Any]], str]] = {
    "dato": _date,
    "kroner": _amount,
    "aarstal": _year,
    "webadresse": _address,
}


def _other(_value: Any, _context: dict[str, Any]) -> str:
    return "værdien passer ikke til feltet."


_MESSAGES: Mapping[str, Callable[[Any, dict[str, Any]], str]] = {
    "string_type": lambda _v, _c: "skal være en tekst, ikke en liste eller flere felter.",
    "string_too_short": lambda _v, _c: "er tom. Skriv en tekst, eller slet linjen.",
    "string_too_long": lambda v, c: say(
        "for-lang", antal=len(str(v)), hoejst=c["max_length"], over=len(str(v)) - c["max_length"]
    ),
    "string_pattern_mismatch": _pattern,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "int_parsing_size": _number,
    "finite_number": _number,
    "decimal_parsing": _number,
    "decimal_type": _number,
    "decimal_max_places": lambda v, c: f"{_shown(v)} har for mange decimaler; højst {c['decimal_places']}.",
    "bool_parsing": lambda v, _c: f"{_shown(v)} skal være true (ja) eller false (nej).",
    "bool_type": lambda v, _c: f"{_shown(v)} skal være true (ja) eller false (nej).",
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "date_parsing": _date,
    "date_type": _date,
    "tuple_type": _a_list,
    "model_type": _a_part,
    "model_attributes_type": _a_part,
    "too_short": lambda _v, c: say("for-faa", antal=plural(c["min_length"], "punkt", "punkter")),
    "too_long": lambda _v, c: say("for-mange", antal=plural(c["max_length"], "punkt", "punkter")),
    "greater_than_equal": lambda v, c: say("for-lavt", tal=v, mindst=c["ge"]),
    "less_than_equal": lambda v, c: say("for-hoejt", tal=v, hoejst=c["le"]),
    "literal_error": lambda v, c: f"{_shown(v)} skal være {c['expected'].replace(' or ', ' eller ')}.",
}


def field_names(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that are allowed at that place in a record of the model."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inner = inner_model(model.model_fields[part].annotation)
            if inner is None:
                return []
            model = inner
    return list(model.model_fields)

"""The form at /bidrag/: which fields it has, made from the models, and the blank files for those who write by hand.

It asks for what somebody from outside can know. What the editors settle (dates, certainty, confirmation, references to
figures and law) is left to them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.model import KINDS, Katalog, Kilde
from macros.model.dele import Kildehenvisning
from macros.model.felt import TIDSPUNKT, WEBADRESSE, Del, weight
from macros.model.record import Record
from macros.model.traverse import Marks, inner_model, marks_of, vocabs
from macros.model.vocab import Mulighed
from macros.text import slug, sort_key
from macros.views.bidragstekster import (
    HARD,
    HELP,
    OF_CHOICES,
    OF_NEW_SOURCE,
    OF_REQUIRED,
    PLAINER,
    SHOWN,
    SOURCE_OF_ONE,
    TITLES,
)
from macros.views.context import Context

OFFERED = ("initiativer", "partnerskaber")
"""The kinds that somebody from outside can propose."""
_SHARED = {"id", "titel", "resume", "emner", "ogsaa_kaldt", "status", "gennemgaaet"}
"""Of the fields that every record has, those that the form asks for or fills in."""
_FILLED_IN = {"id", "gennemgaaet"}
_REFERENCES = ("kommuner", "metoder", "partnerskabsmodeller", "puljer", "initiativer")
_FOR_EDITORS = {"ikke_fundet", "nye_kilder"}
_NEW_SOURCE = ("id", "titel", "status", "gennemgaaet", "udgiver", "aar", "type", "url", "opbevaring")
_LONG = 300
_COMMON = 15
"""How many topics are shown before somebody asks for more."""


@dataclass(frozen=True)
class Field:
    """One field of the form. `type` says how it is asked for; `list` where its choices are."""

    name: str
    title: str
    help: str
    weight: str
    type: str
    many: bool = False
    list: str | None = None
    prose: bool = False
    longest: int | None = None
    fewest: int | None = None
    most: int | None = None
    least: int | None = None
    greatest: int | None = None
    hidden: bool = False
    shown: bool = False
    fields: tuple["Field", ...] = ()


@dataclass(frozen=True)
class Blank:
    """An empty file to copy: each line with its number of leading spaces, which markup would lose."""

    title: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class BidragPage:
    """What the page says beside the form."""

    mailbox: str | None
    blanks: tuple[Blank, ...]


def page(context: Context, blanks: Mapping[str, str]) -> BidragPage:
    """The page, with the text of an empty file for each kind that is offered."""
    made = tuple(
        Blank(KINDS[kind].singular, tuple((len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines()))
        for kind, text in blanks.items()
    )
    return BidragPage(context.katalog.indstillinger.postkasse, made)


def fields(model: type[Del], katalog: Katalog) -> tuple[Field, ...]:
    """The fields of the model that the form asks for, in the model's order."""
    schema = model.model_json_schema()
    return tuple(_fields(model, schema["properties"], katalog))


def new_source(katalog: Katalog) -> tuple[Field, ...]:
    """What is asked of a source that the catalogue does not have."""
    asked = (field for field in fields(Kilde, katalog) if field.name in _NEW_SOURCE)
    return tuple(_of_new_source(field) for field in asked)


def _of_new_source(field: Field) -> Field:
    """Its status is not asked for; where it is kept is shown beside its address, since one of them is needed."""
    weight_here = "anbefalet" if field.name == "opbevaring" else field.weight
    told = OF_NEW_SOURCE.get(field.name, field.help)
    return replace(field, help=told, weight=weight_here, hidden=field.hidden or field.name == "status")


def _fields(model: type[Del], schema: Mapping[str, Any], katalog: Katalog) -> Iterator[Field]:
    for name in model.model_fields:
        if not _is_left_out(model, name):
            yield _field(model, name, schema[name], katalog)


def _is_left_out(model: type[Del], name: str) -> bool:
    ref = marks_of(model)[name].ref
    shared = name in Record.model_fields and issubclass(model, Record) and name not in _SHARED
    return shared or name in _FOR_EDITORS or (ref is not None and ref not in (*_REFERENCES, "kilder"))


def _field(model: type[Del], name: str, schema: Mapping[str, Any], katalog: Katalog) -> Field:
    info, marks = model.model_fields[name], marks_of(model)[name]
    part: type[Any] | None = inner_model(info.annotation)
    plain = _plain(schema)
    one = _plain(plain.get("items", plain))
    return Field(
        name=name,
        title=TITLES.get(name, str(info.title)),
        help=_of_source(info.is_required())
        if name == "kilde" and model is not Kildehenvisning
        else _help(name, str(info.description), info.is_required(), marks),
        weight=weight(info),
        type=_part_type(part) if part else _type(name, one, marks),
        many="items" in plain,
        list=marks.vocab or marks.ref,
        prose=marks.prose,
        longest=one.get("maxLength"),
        fewest=plain.get("minItems"),
        most=plain.get("maxItems"),
        least=one.get("minimum"),
        greatest=one.get("maximum"),
        hidden=name in _FILLED_IN and issubclass(model, Record),
        shown=name in SHOWN,
        fields=fields(part, katalog) if part else (),
    )


def _of_source(is_needed: bool) -> str:
    """Beside a statement: the list of sources has told what one is."""
    return SOURCE_OF_ONE if is_needed else ""


def _plain(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the field holds when it is filled: without the "or nothing"."""
    choices = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    numbers = [one for one in choices if one.get("type") == "number"]
    return (numbers or choices)[0]  # type: ignore[no-any-return]


def _part_type(part: type[Del]) -> str:
    return "sources" if part is Kildehenvisning else "part"


_TYPES = {"integer": "integer", "number": "amount", "boolean": "yes"}


def _type(name: str, schema: Mapping[str, Any], marks: Marks) -> str:
    if marks.ref:
        return "source" if marks.ref == "kilder" else "reference"
    if marks.vocab:
        return "choice"
    by_pattern = {TIDSPUNKT: "time", WEBADRESSE: "address"}.get(schema.get("pattern", ""))
    by_format = "date" if schema.get("format") == "date" else None
    is_long = schema.get("maxLength", 0) > _LONG or name == "resume"
    return by_pattern or by_format or _TYPES.get(str(schema.get("type"))) or ("text" if is_long else "line")


def _help(name: str, told: str, is_needed: bool, marks: Marks) -> str:
    """The model's own words, without what only somebody with the files at hand would understand."""
    if name in HELP and (name != "type" or marks.vocab):
        return OF_REQUIRED.get(name, HELP[name]) if is_needed else HELP[name]
    return re.sub(r" fra data/\w+(/\w+\.yml)?", "", PLAINER.get(told, told)).replace("true, hvis", "Sæt hak, hvis")


def choices(katalog: Katalog) -> dict[str, list[dict[str, Any]]]:
    """Every choice of every list that the form may need: id, the words for it, and what it means."""
    lists = {
        name: [_choice(name, one) for one in katalog.vocab[name].valg]
        for name in sorted(set().union(*(vocabs(KINDS[kind].model) for kind in (*OFFERED, "kilder"))))
    }
    lists["emne"] = _topics(lists["emne"], katalog)
    lists["kommuner"] = [{"id": one.navn, "title": one.navn} for one in katalog.kommuner.kommuner]
    for kind in _REFERENCES[1:]:
        lists[kind] = _told_apart([(id_, record.titel) for id_, record in katalog.records.get(kind, {}).items()])
    return lists


def _choice(name: str, one: Mulighed) -> dict[str, Any]:
    told = {"id": one.id, "title": one.titel, "help": OF_CHOICES.get(name, {}).get(one.id, one.forklaring or "")}
    return told | ({"hard": True} if one.id in HARD.get(name, ()) else {})


def _topics(topics: list[dict[str, Any]], katalog: Katalog) -> list[dict[str, Any]]:
    """By the alphabet, since they are many. Those that the kinds on offer have most often are marked as common."""
    records = [record for kind in OFFERED for record in katalog.records.get(kind, {}).values()]
    used = Counter(topic for record in records for topic in record.emner)
    common = {topic for topic, _count in used.most_common(_COMMON)}
    marked = [{**topic, "common": True} if topic["id"] in common else topic for topic in topics]
    return sorted(marked, key=lambda topic: sort_key(topic["title"]))


def sources(katalog: Katalog) -> list[dict[str, str]]:
    """Every source by a title that is its own, with its address."""
    listed = [(one.id, f"{one.titel} ({one.udgiver}{f', {one.aar}' if one.aar else ''})") for one in katalog.of(Kilde)]
    urls = {one.id: str(one.url or "") for one in katalog.of(Kilde)}
    return [{**choice, "url": urls[choice["id"]]} for choice in _told_apart(listed)]


def _told_apart(named: list[tuple[str, str]]) -> list[dict[str, str]]:
    titles = [title for _id, title in named]
    return [
        {"id": id_, "title": title if titles.count(title) == 1 else f"{title} [{id_}]"}
        for id_, title in sorted(named, key=lambda item: (slug(item[1]), item[0]))
    ]


def taken(katalog: Katalog, kind: str) -> dict[str, Any]:
    """The ids that are or were in use, and the records by the address form of their titles."""
    every = [(name.id, record) for name, record in (*katalog.all(), *katalog.all_retired()) if name.kind == kind]
    ids = {id_ for id_, _record in every} | {old for _id, record in every for old in record.tidligere_id}
    titles = {slug(record.titel): id_ for id_, record in katalog.records.get(kind, {}).items()}
    return {"ids": sorted(ids), "titles": titles}

"""The records as JSON: a list for each kind, a file for each record, and one file with everything.

Every file carries its version, the day it was made, its licence and, where it has records, the sources that they name,
so that each claim can be followed without another request. A record is one line, and is written once for all its files.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from macros.export.rows import UNPUBLISHED
from macros.model import KINDS, Kilde, Record, Reference
from macros.views.context import Context, address, kommune_address
from macros.views.data import LICENCE, Dataset, credit, datasets, kind_sets

SCHEMA_VERSION = 1
"""Raised when a published field disappears or changes its type; the folder's name follows it."""


def json_files(context: Context) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each file's name, from the folder of the version, and what makes its text."""
    made = _Records(context)
    yield "index.json", partial(_index, context)
    for kind in KINDS:
        yield f"{kind}.json", partial(_kind_list, context, kind, made)
        for id_ in context.katalog.records[kind]:
            yield f"{kind}/{id_}.json", partial(_record_file, context, Reference(kind, id_), made)
    yield "alt.json", partial(_everything, context, made)
    yield "valglister.json", partial(_lists_file, context)
    yield "kommuner.json", partial(_places_file, context)
    yield "udgaaede.json", partial(_retired_file, context)


@dataclass(frozen=True)
class _Records:
    """The text of each record and of what is said of each source, made once."""

    context: Context

    @cached_property
    def lines(self) -> Mapping[str, Mapping[str, str]]:
        """The text of each record, by kind and id."""
        records = self.context.katalog.records
        return {kind: {id_: _line(_record(kind, one)) for id_, one in records[kind].items()} for kind in KINDS}

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {one.id: f'"{one.id}": {_line(_source(one))}' for one in self.context.katalog.of(Kilde)}

    def sources(self, *names: Reference) -> str:
        """The sources that these records name, as members of an object."""
        named = (ref.id for name in names for ref in self.context.katalog.references[name] if ref.kind == "kilder")
        return ",\n".join(self._sources[id_] for id_ in sorted(set(named)))


def head(context: Context) -> dict[str, Any]:
    """What every file says of itself."""
    publisher = context.katalog.indstillinger
    return {
        "schema_version": SCHEMA_VERSION,
        "generated_at": context.today,
        "katalog": publisher.navn,
        "udgiver": publisher.myndighed,
        "licens": {"navn": "CC0 1.0", "url": LICENCE, "kredit": credit(context)},
    }


def _index(context: Context) -> str:
    kinds = kind_sets(context)
    others = [one for one in datasets(context) if one not in kinds]
    told = {
        "antal": sum(one.count for one in kinds),
        "slags": [{**_entry(one), "post": f"{one.id}/{{id}}.json"} for one in kinds],
        "andre": [_entry(one) for one in others],
    }
    return _text({**head(context), **told})


def _lists_file(context: Context) -> str:
    lists = _lists(context)
    return _text({**head(context), "antal": len(lists), "valglister": lists})


def _places_file(context: Context) -> str:
    places = _places(context)
    return _text({**head(context), "antal": len(places["kommuner"]), **places})


def _retired_file(context: Context) -> str:
    gone = _retired(context)
    return _text({**head(context), "antal": len(gone), "poster": gone})


def _entry(one: Dataset) -> dict[str, Any]:
    files = {ending: one.file(ending) for ending in one.endings}
    return {"navn": one.id, "titel": one.title, "beskrivelse": one.text, "antal": one.count, "filer": files}


def _kind_list(context: Context, kind: str, made: _Records) -> str:
    lines = made.lines[kind]
    before = {**head(context), "slags": kind, "antal": len(lines)}
    sources = made.sources(*(Reference(kind, id_) for id_ in lines))
    return _joined(before, f'"poster": {_list(lines.values())}', f'"kildeopslag": {{\n{sources}\n}}')


def _record_file(context: Context, name: Reference, made: _Records) -> str:
    before = {**head(context), "slags": name.kind}
    return _joined(before, f'"post": {made.lines[name.kind][name.id]}', f'"kildeopslag": {{\n{made.sources(name)}\n}}')


def _everything(context: Context, made: _Records) -> str:
    counts = {kind: len(lines) for kind, lines in made.lines.items()}
    kinds = ",\n".join(f'"{kind}": {_list(lines.values())}' for kind, lines in made.lines.items())
    others = {"valglister": _lists(context), **_places(context), "udgaaede": _retired(context)}
    after = [f'"{name}": {_line(value)}' for name, value in others.items()]
    return _joined({**head(context), "antal": counts}, f'"poster": {{\n{kinds}\n}}', *after)


def _record(kind: str, record: Record) -> dict[str, Any]:
    values = record.model_dump(exclude_none=True, exclude=set(UNPUBLISHED))
    return {"adresse": address(Reference(kind, record.id)), **values}


def _source(kilde: Kilde) -> dict[str, Any]:
    """What a claim's source is, without looking it up."""
    said = {"titel": kilde.titel, "udgiver": kilde.udgiver, "aar": kilde.aar, "type": kilde.type, "url": kilde.url}
    found = {name: value for name, value in said.items() if value is not None}
    return {**found, "adresse": address(Reference("kilder", kilde.id))}


def _lists(context: Context) -> dict[str, Any]:
    return {name: one.model_dump(exclude_none=True) for name, one in context.katalog.vocab.items()}


def _places(context: Context) -> dict[str, Any]:
    """The municipalities with the region that they belong to on the day, and the regions with their dates."""
    places = context.katalog.kommuner
    found = [
        {
            "kode": one.kode,
            "navn": one.navn,
            "region": places.region(one, context.today).id,
            "adresse": kommune_address(one.navn),
            "poster": [{"slags": name.kind, "id": name.id} for name in context.by_place.get(one.navn, ())],
        }
        for one in places.kommuner
    ]
    return {"kommuner": found, "regioner": [region.model_dump(exclude_none=True) for region in places.regioner]}


def _retired(context: Context) -> list[dict[str, Any]]:
    """The records that were taken out: what remains of them is their address, the day and the reason."""
    return [
        {
            "slags": name.kind,
            "id": name.id,
            "titel": record.titel,
            "adresse": address(name),
            **record.udgaaet.model_dump(exclude_none=True),
        }
        for name, record in context.katalog.all_retired()
        if record.udgaaet
    ]


def _joined(before: Mapping[str, Any], *members: str) -> str:
    """An object whose first members are made here, and whose others are text already."""
    return ",\n".join([_line(before).removesuffix("}"), *members]) + "\n}\n"


def _list(lines: Iterable[str]) -> str:
    """A list with a line for each record."""
    joined = ",\n".join(lines)
    return f"[\n{joined}\n]"


def _text(value: Mapping[str, Any]) -> str:
    """A small file, laid out to be read."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str | int | float:
    """Days as ISO 8601; numbers as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)

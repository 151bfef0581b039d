"""What a record can be narrowed down by in the search, in the words that readers see."""

from collections.abc import Iterable, Mapping
from typing import Any

from macros.model import KINDS, Record, Reference
from macros.model.dele import Aktoer, Maalgruppe, Resultat
from macros.text import sort_key
from macros.views import common
from macros.views.context import Context, places

AGE_BANDS = ((0, 14), (15, 17), (18, 24), (25, 29), (30, 120))
"""Spans in years that readers choose between; a record is in each span that its own touches."""


def facets(context: Context, name: Reference) -> dict[str, Any]:
    """The badge, kind, filters and sort keys of a record, as the search index takes them."""
    record = context.katalog.get(name)
    return {
        "badge": KINDS[name.kind].badge,
        "kind": name.kind,
        "filters": {group: list(values) for group, values in _filters(context, name, record).items() if values},
        "sort": {"titel": _sort_text(record.titel), "dato": record.gennemgaaet.isoformat()},
    }


def place_facets(context: Context, kommune: str) -> dict[str, Any]:
    """The same of the page of a municipality, which is no record."""
    filters = {"slags": ["Kommune"], "kommune": [kommune], "region": [context.region(kommune)]}
    sort = {"titel": _sort_text(kommune), "dato": ""}
    return {"badge": "Kommune", "kind": "kommuner", "filters": filters, "sort": sort}


def _filters(context: Context, name: Reference, record: Record) -> Mapping[str, tuple[str, ...]]:
    group: Maalgruppe | None = getattr(record, "maalgruppe", None)
    results: tuple[Resultat, ...] = getattr(record, "resultater", ())
    parties: tuple[Aktoer, ...] = getattr(record, "aktoerer", getattr(record, "parter", ()))
    economy = getattr(record, "oekonomi", None)
    where = places(record)
    return {
        "slags": (KINDS[name.kind].badge,),
        "emne": _words(context, "emne", record.emner),
        "alder": tuple(_age_bands(group)),
        "situation": _words(context, "situation", group.situation if group else ()),
        "kommune": where,
        "region": tuple(dict.fromkeys(context.region(place) for place in where)),
        "sektor": _words(context, "sektor", (party.sektor for party in parties)),
        "metode": _methods(context, name, record),
        "udfald": _words(context, "udfald", (result.udfald for result in results if result.udfald)),
        "undersoegelse": tuple(filter(None, (common.strongest_design(context, results),))),
        "status": (context.label("status", record.status),),
        "pris": (context.label("prisbaand", economy.prisbaand),) if economy else (),
    }


def _words(context: Context, vocab: str, choices: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(context.label(vocab, choice) for choice in choices))


def _methods(context: Context, name: Reference, record: Record) -> tuple[str, ...]:
    """The methods that a record uses; a method counts as its own, so that it comes up beside them."""
    used = [context.link(Reference("metoder", id_)).text for id_ in getattr(record, "metoder", ())]
    return tuple([record.titel, *used] if name.kind == "metoder" else used)


def _age_bands(group: Maalgruppe | None) -> list[str]:
    if group is None or (group.alder_fra is None and group.alder_til is None):
        return []
    low, high = group.alder_fra or 0, group.alder_til if group.alder_til is not None else AGE_BANDS[-1][1]
    return [_band(first, last) for first, last in AGE_BANDS if low <= last and high >= first]


def _band(first: int, last: int) -> str:
    if first == 0:
        return f"under {last + 1} år"
    return f"{first}-{last} år" if last < AGE_BANDS[-1][1] else f"{first} år og derover"


def _sort_text(title: str) -> str:
    """A text that sorts as the Danish alphabet does, whatever the search engine knows of it."""
    return "".join(f"b{rank:02}" if isinstance(rank, int) else f"a{rank}" for _group, rank in sort_key(title))[:90]

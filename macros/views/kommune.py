"""The page of one municipality: its partnerships by sector, its records, what is missing, and who is like it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.model import KINDS, Reference
from macros.text import enumeration, plural
from macros.views.common import NOT_FOUND
from macros.views.context import Context, Link
from macros.views.emner import BadgedLink, badged
from macros.views.facets import place_facets
from macros.views.kommuner import Known, known

MOST_ALIKE = 5
_WANTED = {"initiativer": "praksiseksempler", "partnerskaber": "lokale partnerskaber", "strategier": "strategier"}
_SECTORS = ("kommune", "civilsamfund", "virksomhed", "uddannelse", "region")


@dataclass(frozen=True)
class SectorLine:
    """The parties of one sector in all the municipality's partnerships; none where none was found."""

    title: str
    parties: tuple[str, ...]


@dataclass(frozen=True)
class Alike:
    """Another municipality, why it is shown, and how much there is to read."""

    link: Link
    reason: str
    count: str


@dataclass(frozen=True)
class RecordGroup:
    """The municipality's records of one kind."""

    title: str
    records: tuple[BadgedLink, ...]


@dataclass(frozen=True)
class KommunePage:
    """All that the page of a municipality shows."""

    known: Known
    lead: str
    sectors: tuple[SectorLine, ...]
    partnerships: tuple[BadgedLink, ...]
    groups: tuple[RecordGroup, ...]
    missing: tuple[str, ...]
    alike: tuple[Alike, ...]
    search: Mapping[str, Any]
    not_found: str = NOT_FOUND


def page(context: Context, name: str) -> KommunePage:
    """The page of the municipality of that name; KeyError where there is none."""
    every = known(context)
    this = every[name]
    return KommunePage(
        known=this,
        lead=_lead(this),
        sectors=tuple(_sector_line(context, this, sector) for sector in _SECTORS),
        partnerships=tuple(badged(context, Reference("partnerskaber", item.id)) for item in this.partnerships),
        groups=tuple(_groups(context, this)),
        missing=tuple(_missing(this)),
        alike=_alike(context, this, every),
        search=place_facets(context, name),
    )


def _lead(this: Known) -> str:
    if not this.records:
        return f"Vi har ikke fundet noget om {this.kommune.navn} endnu. Det betyder ikke, at kommunen ikke gør noget."
    return f"Kataloget har {plural(this.count, 'post', 'poster')} om {this.kommune.navn}."


def _sector_line(context: Context, this: Known, sector: str) -> SectorLine:
    names = dict.fromkeys(party.navn for item in this.partnerships for party in item.parter if party.sektor == sector)
    return SectorLine(context.label("sektor", sector), tuple(names))


def _groups(context: Context, this: Known) -> Iterator[RecordGroup]:
    for kind in KINDS.values():
        records = tuple(badged(context, name) for name in this.records if name.kind == kind.folder)
        if records and kind.folder != "partnerskaber":  # those stand above, with their parties
            yield RecordGroup(kind.plural.capitalize(), records)


def _missing(this: Known) -> Iterator[str]:
    kinds = {name.kind for name in this.records}
    for kind, word in _WANTED.items():
        if kind not in kinds:
            yield f"Vi har ikke fundet {word} i kommunen."
    if this.partnerships and not this.ungeloeftet:
        yield "Vi har ikke fundet beskrivelsen af kommunens partnerskab under Ungeløftet."
    if this.partnerships and not any(item.beloeb for item in this.partnerships):
        yield "Vi har ikke fundet, hvad partnerskaberne koster."
    if this.partnerships and not any(item.antal_unge for item in this.partnerships):
        yield "Vi har ikke fundet, hvor mange unge partnerskaberne er for."


def _alike(context: Context, this: Known, every: Mapping[str, Known]) -> tuple[Alike, ...]:
    """Those nearest by method, map and region that have something to read, the nearest first."""
    own = _methods(context, this)
    scored = []
    for other in every.values():
        reasons = list(_reasons(this, other, own & _methods(context, other)))
        if other is not this and other.records and len(reasons) > 1:
            scored.append((-len(reasons), -other.count, other.kommune.navn, other, reasons))
    return tuple(
        Alike(other.link, enumeration(reasons), plural(other.count, "post", "poster"))
        for *_order, other, reasons in sorted(scored, key=lambda item: item[:3])[:MOST_ALIKE]
    )


def _methods(context: Context, this: Known) -> frozenset[str]:
    used = (getattr(context.katalog.get(name), "metoder", ()) for name in this.records)
    return frozenset(context.link(Reference("metoder", id_)).text for ids in used for id_ in ids)


def _reasons(this: Known, other: Known, methods: frozenset[str]) -> Iterator[str]:
    for method in sorted(methods)[:2]:
        yield f"samme metode ({method})"
    if abs(this.row - other.row) <= 1 and abs(this.column - other.column) <= 1:
        yield "nabo på kortet"
    if this.region == other.region:
        yield "samme region"
    if this.sectors and this.state == other.state:
        yield "partnerskab med de samme sektorer"

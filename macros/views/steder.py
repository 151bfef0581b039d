"""Records by municipality and by topic."""

from dataclasses import dataclass

from macros.model import KINDS, Reference
from macros.text import danish_date, plural, sort_key
from macros.views.context import Badge, Context, Link, badge, places


@dataclass(frozen=True)
class BadgedLink:
    """A record behind its badge."""

    badge: Badge
    link: Link


@dataclass(frozen=True)
class Municipality:
    """A municipality with its region on the day, and the records that name it."""

    code: str
    name: str
    region: str
    records: tuple[BadgedLink, ...]


@dataclass(frozen=True)
class Municipalities:
    """All municipalities in alphabetical order."""

    with_records: str
    rows: tuple[Municipality, ...]
    regions_note: str | None


@dataclass(frozen=True)
class Topic:
    """A topic with its records, by kind."""

    id: str
    title: str
    explanation: str
    count: str
    records: tuple[BadgedLink, ...]


_SHOWN = (
    "initiativer",
    "metoder",
    "partnerskabsmodeller",
    "partnerskaber",
    "ensomhedsspor",
    "strategier",
    "puljer",
    "anbefalinger",
    "lovgrundlag",
)


def municipalities(context: Context) -> Municipalities:
    """All 98, with what the catalogue knows of each."""
    known_of = _records_by_place(context)
    rows = tuple(
        Municipality(kommune.kode, kommune.navn, context.region(kommune.navn), tuple(known_of.get(kommune.navn, ())))
        for kommune in sorted(context.katalog.kommuner.kommuner, key=lambda k: sort_key(k.navn))
    )
    known = sum(1 for row in rows if row.records)
    return Municipalities(f"{known} af {len(rows)} kommuner", rows, _regions_note(context))


def _records_by_place(context: Context) -> dict[str, list[BadgedLink]]:
    found: dict[str, list[BadgedLink]] = {}
    for reference, record in context.katalog.all():
        for name in dict.fromkeys(places(record)):
            found.setdefault(name, []).append(_badged(context, reference))
    return found


def _badged(context: Context, reference: Reference) -> BadgedLink:
    return BadgedLink(badge(KINDS[reference.kind]), context.link(reference))


def _regions_note(context: Context) -> str | None:
    """What is about to change in the regions, said until it has happened."""
    regions = {region.id: region for region in context.katalog.kommuner.regioner}
    ending = [r for r in regions.values() if r.gyldig_til and r.gyldig_til >= context.today and r.afloeses_af]
    if not ending:
        return None
    new = regions[str(ending[0].afloeses_af)]
    names = " og ".join(region.navn for region in ending)
    return f"{names} bliver til {new.navn} den {danish_date(new.gyldig_fra)}."


def topics(context: Context) -> tuple[Topic, ...]:
    """Every topic that a record with a page of its own has."""
    found = []
    for choice in sorted(context.katalog.vocab["emne"].valg, key=lambda c: sort_key(c.titel)):
        records = tuple(
            _badged(context, reference)
            for reference, record in context.katalog.all()
            if reference.kind in _SHOWN and choice.id in record.emner
        )
        if records:
            count = plural(len(records), "post", "poster")
            found.append(Topic(choice.id, choice.titel, choice.forklaring or "", count, records))
    return tuple(found)

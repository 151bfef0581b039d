"""All municipalities: where a local partnership is known, with whom, and where nothing was found.

It answers the question that the Social Affairs Committee put to the minister (nr. 833): how many municipalities
have agreements with civil society and with companies. What is not found is never said not to exist.
"""

from dataclasses import dataclass
from functools import cached_property

from macros.model import Kommune, Partnerskab, Reference
from macros.text import danish_date, sort_key
from macros.views.common import NOT_FOUND
from macros.views.context import Context, Link, kommune_address


@dataclass(frozen=True)
class State:
    """What is known of the partnerships in a municipality, as the map draws it."""

    id: str
    title: str


STATES = (
    State("begge", "Kendt, med både civilsamfund og virksomheder"),
    State("civilsamfund", "Kendt, med civilsamfund"),
    State("virksomhed", "Kendt, med virksomheder"),
    State("andre", "Kendt, med andre parter"),
    State("ingen", "Ikke fundet"),
)
"""From most to least; the map has a pattern for each."""


@dataclass(frozen=True)
class Known:
    """A municipality with its partnerships and all its records."""

    kommune: Kommune
    region: str
    partnerships: tuple[Partnerskab, ...]
    records: tuple[Reference, ...]

    @property
    def link(self) -> Link:
        """The municipality's own page."""
        return Link(self.kommune.navn, kommune_address(self.kommune.navn))

    @property
    def row(self) -> int:
        """The tile's place from the north, 0 first."""
        return self.kommune.tavle.raekke - 1

    @property
    def column(self) -> int:
        """The tile's place from the west, 0 first."""
        return self.kommune.tavle.kolonne - 1

    @cached_property
    def sectors(self) -> frozenset[str]:
        """The sectors of everybody in its partnerships."""
        return frozenset(party.sektor for item in self.partnerships for party in item.parter)

    @property
    def ungeloeftet(self) -> bool:
        """Whether one of the partnerships is told to be under Ungeløftet."""
        return any(item.type == "ungeloeftet" for item in self.partnerships)

    @property
    def state(self) -> State:
        """How the map draws it."""
        wanted = {"civilsamfund", "virksomhed"} & self.sectors
        name = "begge" if len(wanted) == 2 else next(iter(wanted), "andre" if self.partnerships else "ingen")
        return next(state for state in STATES if state.id == name)

    @property
    def count(self) -> int:
        """How many records name it."""
        return len(self.records)

    @property
    def shown_title(self) -> str:
        """What a tile says: the name, what is known, how many records."""
        under = ", under Ungeløftet" if self.ungeloeftet else ""
        return f"{self.kommune.navn}: lokalt partnerskab {self.state.title.lower()}{under}"


@dataclass(frozen=True)
class Count:
    """A line of the overview: what was counted, and in how many municipalities."""

    title: str
    count: int
    share: int


@dataclass(frozen=True)
class Overview:
    """All that `/kommuner/` shows."""

    with_records: str
    counts: tuple[Count, ...]
    states: tuple[tuple[State, int], ...]
    rows: tuple[Known, ...]
    width: int
    height: int
    regions_note: str | None
    not_found: str = NOT_FOUND


def overview(context: Context) -> Overview:
    """All municipalities in alphabetical order, with what is known of their partnerships."""
    rows = tuple(sorted(known(context).values(), key=lambda item: sort_key(item.kommune.navn)))
    with_records = sum(1 for row in rows if row.records)
    return Overview(
        with_records=f"{with_records} af {len(rows)} kommuner",
        counts=_counts(rows),
        states=tuple((state, sum(row.state == state for row in rows)) for state in STATES),
        rows=rows,
        width=max(row.column for row in rows) + 1,
        height=max(row.row for row in rows) + 1,
        regions_note=_regions_note(context),
    )


def _counts(rows: tuple[Known, ...]) -> tuple[Count, ...]:
    tests = (
        ("Et lokalt partnerskab under Ungeløftet er fundet", [row.ungeloeftet for row in rows]),
        ("Et lokalt partnerskab om unge eller fællesskab er fundet", [bool(row.partnerships) for row in rows]),
        ("Et partnerskab med civilsamfundet er fundet", ["civilsamfund" in row.sectors for row in rows]),
        ("Et partnerskab med virksomheder er fundet", ["virksomhed" in row.sectors for row in rows]),
        ("Intet partnerskab er fundet", [not row.partnerships for row in rows]),
    )
    return tuple(Count(title, sum(found), round(100 * sum(found) / len(rows))) for title, found in tests)


def known(context: Context) -> dict[str, Known]:
    """What is known of each municipality, by name."""
    return {
        kommune.navn: Known(
            kommune,
            context.region(kommune.navn),
            tuple(item for item in map(context.katalog.get, _at(context, kommune)) if isinstance(item, Partnerskab)),
            _at(context, kommune),
        )
        for kommune in context.katalog.kommuner.kommuner
    }


def _at(context: Context, kommune: Kommune) -> tuple[Reference, ...]:
    return context.by_place.get(kommune.navn, ())


def _regions_note(context: Context) -> str | None:
    """What is about to change in the regions, said until it has happened."""
    regions = {region.id: region for region in context.katalog.kommuner.regioner}
    ending = [r for r in regions.values() if r.gyldig_til and r.gyldig_til >= context.today and r.afloeses_af]
    if not ending:
        return None
    new = regions[str(ending[0].afloeses_af)]
    names = " og ".join(region.navn for region in ending)
    return f"{names} bliver til {new.navn} den {danish_date(new.gyldig_fra)}."

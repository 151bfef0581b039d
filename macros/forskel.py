"""What a change does to the records: two catalogues compared. Neither prints nor writes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.linktjek import addresses
from macros.model import KINDS, Katalog, Record, Reference
from macros.model.completeness import completeness, missing_fields
from macros.report import HARD, place, prose, readability
from macros.rules.record import tal_uden_kilde
from macros.text import lix

What = Literal["ny", "aendret", "flyttet", "udgaaet", "genindsat", "slettet"]
Counts = Mapping[str, tuple[int, int]]
"""By weight: how many fields are filled, of how many."""


@dataclass(frozen=True)
class HardText:
    """A new or changed text that is hard to read."""

    place: str
    lix: int


@dataclass(frozen=True)
class Touched:
    """One record that the change touches. What is said of its content is empty where it is no longer shown."""

    name: Reference
    title: str
    what: What
    was: Reference | None = None
    """The name it had, where it was moved."""
    missing: tuple[str, ...] = ()
    """The recommended fields that are empty, by their Danish titles."""
    unsourced: tuple[tuple[str, str], ...] = ()
    """Figures without a source: where, and what is wrong."""
    lix: tuple[int | None, int | None] = (None, None)
    hard: tuple[HardText, ...] = ()


@dataclass(frozen=True)
class Filled:
    """How much is filled in of one kind, before and after."""

    title: str
    before: Counts
    after: Counts


@dataclass(frozen=True)
class Forskel:
    """All that a summary of the change needs."""

    touched: tuple[Touched, ...]
    filled: tuple[Filled, ...]
    new_links: Mapping[str, tuple[Reference, ...]]
    unread: tuple[Reference, ...]
    """Records of the change whose file has errors: nothing more is known of them."""
    unread_base: tuple[Reference, ...]
    """Records of the base that today's rules cannot read, so that what became of them is not told."""

    def of(self, *what: What) -> tuple[Touched, ...]:
        """The touched records with which this happened."""
        return tuple(item for item in self.touched if item.what in what)


def compare(base: Katalog, change: Katalog) -> Forskel:
    """What became of each record from the base to the change."""
    touched = tuple(_touched(base, change))
    known = addresses(base)
    return Forskel(
        touched=touched,
        filled=tuple(_filled(base, change, touched)),
        new_links={address: names for address, names in addresses(change).items() if address not in known},
        unread=tuple(sorted(change.unread)),
        unread_base=tuple(sorted(base.unread - change.unread)),
    )


@dataclass(frozen=True)
class _Sides:
    """Base and change side by side: what is shown, what was taken out, and what nothing can be said of."""

    before: Mapping[Reference, Record]
    before_gone: Mapping[Reference, Record]
    shown: Mapping[Reference, Record]
    gone: Mapping[Reference, Record]
    unknown: frozenset[Reference]
    moved: Mapping[Reference, Reference]
    """The old name by the new one."""

    def shown_now(self, name: Reference, record: Record) -> Touched | None:
        """What became of a record that is shown after the change; None where nothing did."""
        if was := self.moved.get(name):
            return _content(name, record, "flyttet", self.before[was], was)
        if name in self.before_gone:
            return _content(name, record, "genindsat", self.before_gone[name])
        if name in self.before:
            return _content(name, record, "aendret", self.before[name]) if record != self.before[name] else None
        return _content(name, record, "ny", None) if name not in self.unknown else None

    def away_now(self) -> Iterator[Touched]:
        """The records that were taken out, and those whose file is gone."""
        left = {*self.moved.values(), *self.unknown}
        for name, record in self.gone.items():
            if name not in self.before_gone and name not in left:
                yield Touched(name, record.titel, "udgaaet")
        for name, record in {**self.before, **self.before_gone}.items():
            if name not in {*self.shown, *self.gone, *left}:
                yield Touched(name, record.titel, "slettet")


def _touched(base: Katalog, change: Katalog) -> Iterator[Touched]:
    before, shown = dict(base.all()), dict(change.all())
    sides = _Sides(
        before,
        dict(base.all_retired()),
        shown,
        dict(change.all_retired()),
        base.unread | change.unread,
        dict(_moves(before, shown)),
    )
    yield from filter(None, (sides.shown_now(name, record) for name, record in shown.items()))
    yield from sides.away_now()


def _moves(
    before: Mapping[Reference, Record], shown: Mapping[Reference, Record]
) -> Iterator[tuple[Reference, Reference]]:
    """The new and the old name of each record that says that it had another, which is free now."""
    for name, record in shown.items():
        if name not in before:
            old = [Reference(name.kind, id_) for id_ in record.tidligere_id]
            yield from ((name, was) for was in old[:1] if was in before and was not in shown)


def _content(
    name: Reference, record: Record, what: What, before: Record | None, was: Reference | None = None
) -> Touched:
    known = {leaf.value for leaf in prose(before)} if before else set()
    fresh = [(leaf, lix(leaf.value)) for leaf in prose(record) if leaf.value not in known]
    fields = type(record).model_fields
    return Touched(
        name,
        record.titel,
        what,
        was,
        missing=tuple(fields[field].title or field for field in missing_fields(record)),
        unsourced=tuple((place(path), message) for path, message in tal_uden_kilde(record)),
        lix=(readability(before) if before else None, readability(record)),
        hard=tuple(HardText(place(leaf.path), value) for leaf, value in fresh if value >= HARD),
    )


def _filled(base: Katalog, change: Katalog, touched: Iterable[Touched]) -> Iterator[Filled]:
    """The kinds that are touched, in the order of KINDS, and then all records."""
    kinds = {item.name.kind for item in touched}
    for folder, kind in KINDS.items():
        if folder in kinds:
            before, after = (katalog.records.get(folder, {}).values() for katalog in (base, change))
            yield Filled(kind.plural.capitalize(), _sum(before), _sum(after))
    yield Filled("Alle poster", *(_sum(record for _name, record in katalog.all()) for katalog in (base, change)))


def _sum(records: Iterable[Record]) -> Counts:
    total: dict[str, tuple[int, int]] = {}
    for record in records:
        for weight, (filled, possible) in completeness(record).items():
            known = total.get(weight, (0, 0))
            total[weight] = (known[0] + filled, known[1] + possible)
    return total

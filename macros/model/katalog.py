"""The record kinds, and the Katalog that holds every record, list and municipality."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from macros.model.anbefaling import Anbefaling
from macros.model.begreb import Begreb
from macros.model.ensomhedsspor import Ensomhedsspor
from macros.model.indstillinger import Indstillinger
from macros.model.initiativ import Initiativ
from macros.model.kilde import Kilde
from macros.model.kommune import Kommuner
from macros.model.lovgrundlag import Lovgrundlag
from macros.model.metode import Metode
from macros.model.milepael import Milepael
from macros.model.noegletal import Noegletal
from macros.model.partnerskab import Partnerskab
from macros.model.partnerskabsmodel import Partnerskabsmodel
from macros.model.pulje import Pulje
from macros.model.record import Record
from macros.model.strategi import Strategi
from macros.model.tabel import Tabel
from macros.model.traverse import leaves
from macros.model.vocab import Vocab

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Kind:
    """A record kind: `folder` is its name in data, addresses and references."""

    folder: str
    model: type[Record]
    badge: str
    singular: str
    plural: str
    own_page: bool = True
    """False where all records of the kind share one page, each with an anchor."""


KINDS: Mapping[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind("initiativer", Initiativ, "Praksiseksempel", "initiativ", "initiativer"),
        Kind("metoder", Metode, "Metode", "metode", "metoder"),
        Kind(
            "partnerskabsmodeller",
            Partnerskabsmodel,
            "Partnerskabsmodel",
            "partnerskabsmodel",
            "partnerskabsmodeller",
        ),
        Kind("ensomhedsspor", Ensomhedsspor, "Strategispor", "spor", "spor"),
        Kind("partnerskaber", Partnerskab, "Lokalt partnerskab", "lokalt partnerskab", "lokale partnerskaber"),
        Kind("puljer", Pulje, "Finansiering", "pulje", "puljer"),
        Kind("lovgrundlag", Lovgrundlag, "Lov", "lovregel", "lovregler"),
        Kind("strategier", Strategi, "Strategi", "strategi", "strategier"),
        Kind("anbefalinger", Anbefaling, "Anbefaling", "anbefaling", "anbefalinger"),
        Kind("tabeller", Tabel, "Tal", "tabel", "tabeller", own_page=False),
        Kind("noegletal", Noegletal, "Tal", "nøgletal", "nøgletal", own_page=False),
        Kind("milepaele", Milepael, "Frist", "dato", "datoer", own_page=False),
        Kind("begreber", Begreb, "Begreb", "begreb", "begreber", own_page=False),
        Kind("kilder", Kilde, "Kilde", "kilde", "kilder"),
    )
}


@dataclass(frozen=True, order=True)
class Reference:
    """The name of a record: its kind and its id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True)
class Katalog:
    """Everything that is known, checked and ready to be shown."""

    records: Mapping[str, Mapping[str, Record]]
    vocab: Mapping[str, Vocab]
    kommuner: Kommuner
    indstillinger: Indstillinger
    fingerprint: str = field(default="", compare=False)
    unread: frozenset[Reference] = frozenset()
    """Records whose file has errors: they exist, but what they say is not known."""
    retired: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """Records that were taken out: no list, count or search holds them, but their address answers."""
    brought_by: Mapping[Reference, Reference] = field(default_factory=dict)
    """New sources that stand in the file of the record that brought them, and which record that is."""

    def all(self) -> Iterator[tuple[Reference, Record]]:
        """Every record with its reference, by kind in the order of KINDS, then by id."""
        for kind in KINDS:
            for id_, record in self.records.get(kind, {}).items():
                yield Reference(kind, id_), record

    def all_retired(self) -> Iterator[tuple[Reference, Record]]:
        """Every record that was taken out, with its reference, in the same order."""
        for kind in KINDS:
            for id_, record in self.retired.get(kind, {}).items():
                yield Reference(kind, id_), record

    def file(self, reference: Reference) -> str:
        """The path of the file that holds the record, from the root of the repository."""
        return f"data/{self.brought_by.get(reference, reference)}.yml"

    def of(self, model: type[R]) -> list[R]:
        """Every record of one kind, by id."""
        folder = next(kind.folder for kind in KINDS.values() if kind.model is model)
        return [record for record in self.records.get(folder, {}).values() if isinstance(record, model)]

    def get(self, reference: Reference) -> Record:
        """The record of that name; KeyError where there is none."""
        return self.records[reference.kind][reference.id]

    def apart(self, record: Record) -> str:
        """What tells a record from another thing of the same title, in brackets; nothing where there is no other."""
        if self._titles[record.titel] < 2:
            return ""
        if isinstance(record, Kilde):
            return f"({record.udgiver})"
        return "(begreb)" if isinstance(record, Begreb) else ""

    @cached_property
    def _titles(self) -> Counter[str]:
        places = (kommune.navn for kommune in self.kommuner.kommuner)
        topics = self.labels.get("emne", {}).values()
        return Counter([*(record.titel for _name, record in self.all()), *places, *topics])

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The words that readers see, by list and by choice."""
        return {name: {v.id: v.titel for v in vocab.valg} for name, vocab in self.vocab.items()}

    @cached_property
    def references(self) -> Mapping[Reference, tuple[Reference, ...]]:
        """What each record names, in the order in which it does."""
        return {name: tuple(_named_in(record)) for name, record in self.all()}

    @cached_property
    def named_by(self) -> Mapping[Reference, tuple[Reference, ...]]:
        """Who names each record: the way back, computed so that nobody has to keep it by hand."""
        back: dict[Reference, list[Any]] = {}
        for name, targets in self.references.items():
            for target in targets:
                back.setdefault(target, []).append(name)
        return {target: tuple(names) for target, names in back.items()}


def _named_in(record: Record) -> Iterator[Reference]:
    seen = set()
    for leaf in leaves(record):
        if leaf.ref and leaf.ref in KINDS and (name := Reference(leaf.ref, leaf.value)) not in seen:
            seen.add(name)
            yield name

"""What every view is given, and the links that they share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.historik import History
from macros.linktjek import LinkCheck
from macros.model import KINDS, Katalog, Kind, Record, Reference
from macros.text import slug
from macros.views import udsagn

NO_HISTORY = History()


@dataclass(frozen=True)
class Link:
    """A link inside the site. `address` is from the site's root, without a leading slash."""

    text: str
    address: str


@dataclass(frozen=True)
class Badge:
    """The word, colour and icon that tell one kind of record from another."""

    kind: str
    word: str


@dataclass(frozen=True)
class Context:
    """The Katalog on a given day."""

    katalog: Katalog
    today: date
    history: History = NO_HISTORY
    answers: LinkCheck | None = None
    """What the links out of the catalogue answered; None where they were not asked."""

    def label(self, vocab: str, choice: str) -> str:
        """The word that readers see for a choice; the choice itself where the list does not have it."""
        return self.katalog.labels.get(vocab, {}).get(choice, choice)

    def link(self, reference: Reference) -> Link:
        """The link to a record, by its title and what tells it from another of the same title."""
        record = self.katalog.get(reference)
        return Link(f"{record.titel} {self.katalog.apart(record)}".rstrip(), address(reference))

    def links(self, kind: str, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Links to records of one kind, in the order given."""
        return tuple(self.link(Reference(kind, id_)) for id_ in ids)

    def kommune_links(self, names: tuple[str, ...]) -> tuple[Link, ...]:
        """Links to municipalities by name."""
        return tuple(Link(name, kommune_address(name)) for name in names)

    @cached_property
    def claims(self) -> tuple[udsagn.Claim, ...]:
        """Every statement that names its source."""
        return tuple(udsagn.claims(self.katalog))

    @cached_property
    def by_place(self) -> dict[str, tuple[Reference, ...]]:
        """The records that name each municipality."""
        found: dict[str, list[Reference]] = {}
        for name, record in self.katalog.all():
            for place in dict.fromkeys(places(record)):
                found.setdefault(place, []).append(name)
        return {place: tuple(names) for place, names in found.items()}

    def region(self, kommune: str) -> str:
        """The name of the region that the municipality belongs to on the day."""
        return self._regions[kommune]

    @cached_property
    def _regions(self) -> dict[str, str]:
        places = self.katalog.kommuner
        return {kommune.navn: places.region(kommune, self.today).navn for kommune in places.kommuner}

    @cached_property
    def levels(self) -> dict[str, int]:
        """The step on the Maryland scale by study design; 0 where a design has no step."""
        return {choice.id: choice.niveau or 0 for choice in self.katalog.vocab["design"].valg}

    @cached_property
    def traits(self) -> dict[Reference, frozenset[str]]:
        """What a record shares with others, in words: its topics, methods and municipalities."""
        return {name: frozenset(self._traits(record)) for name, record in self.katalog.all()}

    @cached_property
    def by_trait(self) -> dict[str, list[Reference]]:
        """The records that have each trait."""
        found: dict[str, list[Reference]] = {}
        for name, traits in self.traits.items():
            for trait in traits:
                found.setdefault(trait, []).append(name)
        return found

    def _traits(self, record: Record) -> Iterator[str]:
        for topic in record.emner:
            yield f"emne ({self.label('emne', topic).lower()})"
        for id_ in getattr(record, "metoder", ()):
            yield f"metode ({self.katalog.get(Reference('metoder', id_)).titel})"
        for kommune in getattr(record, "kommuner", ()):
            yield f"kommune ({kommune})"


def places(record: Record) -> tuple[str, ...]:
    """The municipalities that a record names."""
    found: tuple[str, ...] = getattr(record, "kommuner", ())
    return found


def kommune_address(name: str) -> str:
    """Where a municipality is shown."""
    return f"kommuner/{slug(name)}/"


def topic_address(id_: str) -> str:
    """Where a topic is shown."""
    return f"emner/{id_}/"


def address(reference: Reference) -> str:
    """Where a record is shown: a page of its own, or a place on the page of its kind."""
    if KINDS[reference.kind].own_page:
        return f"{reference.kind}/{reference.id}/"
    return f"{reference.kind}/#{reference.id}"


def badge(kind: Kind) -> Badge:
    """The badge of a record kind."""
    return Badge(kind.folder, kind.badge)

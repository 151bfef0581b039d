"""Where the calculator's figures come from: each is looked up by the name of its record, or the build stops."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from macros.model import KINDS, Noegletal, Partnerskabsmodel, Record, Reference, Tabel
from macros.model.dele import Beloeb
from macros.model.tabel import Kolonne, Raekke, decimal
from macros.text import did_you_mean, enumeration, kroner, number
from macros.views.blocks import Mark
from macros.views.budget.amounts import UNITS, worth
from macros.views.context import Context, Link, address
from macros.views.sources import Sources

R = TypeVar("R", bound=Record)


class MissingFigureError(Exception):
    """A figure that the page asks for stands in no record. The message is for the editor."""


@dataclass(frozen=True)
class Plan:
    """The records that the figures are taken from, by id; rows and parts by how they begin. The page names them."""

    model: str
    poster: Mapping[str, str]
    foreninger: str
    sats: str
    ramme: str
    initiativ: str
    budget: str
    raekker: Mapping[str, str]
    uden: tuple[str, ...]
    uden_maal: str
    projektleder: str
    aarsvaerk: str
    kontakt: str
    andel: str
    i_alt: str
    metode: str
    sager: str
    sager_fra: str
    sager_til: str
    andre_sager: tuple[str, ...]


@dataclass(frozen=True)
class Basis:
    """A figure as its record says it: in words, where it is read, when it holds, and what to know of it."""

    text: str
    link: Link
    mark: Mark | None
    when: str = ""
    note: str = ""


@dataclass(frozen=True)
class Offer:
    """A figure from elsewhere that the reader may put into a field."""

    value: str
    basis: Basis


@dataclass(frozen=True)
class Field:
    """A number to fill in. `high` is None where there is one number only; `own`: nothing was looked for."""

    id: str
    title: str
    unit: str
    most: int
    low: str = ""
    high: str | None = None
    least: int = 0
    whole: bool = False
    help: str = ""
    basis: Basis | None = None
    offer: Offer | None = None
    own: bool = False


@dataclass(frozen=True)
class Reader:
    """Looks up what the plan names, and numbers the sources on the way."""

    context: Context
    sources: Sources
    plan: Plan

    def record(self, model: type[R], id_: str) -> R:
        """The record of that name and kind."""
        kind = next(kind.folder for kind in KINDS.values() if kind.model is model)
        known = self.context.katalog.records.get(kind, {})
        found = known.get(id_)
        if not isinstance(found, model):
            raise MissingFigureError(f"data/{kind}/{id_}.yml findes ikke.{did_you_mean(id_, known)}")
        return found

    def link(self, kind: str, id_: str) -> Link:
        """The link to a record that exists."""
        return self.context.link(Reference(kind, id_))

    def figure(self, id_: str) -> tuple[Noegletal, Basis]:
        """A key figure, and how it is told."""
        found = self.record(Noegletal, id_)
        span = number(found.tal) + (f"-{number(found.tal_til)}" if found.tal_til is not None else "")
        link = Link(found.titel, address(Reference("noegletal", id_)))
        note = found.forbehold.tekst if found.forbehold else ""
        text = f"{self.about(found)}{span} {found.enhed}"
        return found, Basis(text, link, self.sources.mark(found), found.periode, note)

    def about(self, found: Noegletal) -> str:
        """The source's own reservation in front of a figure: "ca. "."""
        return f"{self.context.label('omtrent', found.omtrent)} " if found.omtrent else ""

    def yearly(self, tabel: Tabel, raekke: Raekke) -> tuple[Decimal, ...]:
        """A row's amounts in kroner, one for each year."""
        return tuple(
            (decimal(celle) or Decimal(0)) * in_kroner(kolonne.enhed or "", f"tabeller/{tabel.id}")
            for kolonne, celle in zip(tabel.kolonner, raekke.celler, strict=True)
            if _is_year(kolonne)
        )

    def table_basis(self, tabel: Tabel, text: str) -> Basis:
        """A table as the place where something is read. When it holds: what its unit says of prices."""
        units = [kolonne.enhed or "" for kolonne in tabel.kolonner if _is_year(kolonne)]
        when = units[0].partition(", ")[2] if units else ""
        return Basis(text, self.link("tabeller", tabel.id), self.sources.mark(tabel), when)

    def wage(self, beginning: str) -> Offer:
        """What a row of the budget costs in its last year."""
        tabel = self.record(Tabel, self.plan.budget)
        found = row(tabel, beginning)
        amount = self.yearly(tabel, found)[-1]
        return Offer(number(amount), self.table_basis(tabel, f"{kroner(amount)} om året for {found.celler[0]}"))


def _is_year(kolonne: Kolonne) -> bool:
    """A column of numbers that is no sum of others."""
    return kolonne.type == "tal" and not kolonne.sum_af


def years(tabel: Tabel) -> tuple[str, ...]:
    """The heads of the columns that are years."""
    return tuple(kolonne.titel for kolonne in tabel.kolonner if _is_year(kolonne))


def in_kroner(unit: str, where: str) -> Decimal:
    """How many kroner one of that unit is."""
    found = worth(unit)
    if found is None:
        expected = enumeration([f'"{beginning}"' for beginning in UNITS], "eller")
        raise MissingFigureError(f'{where} har enheden "{unit}". Den skal begynde med {expected}.')
    return found


def row(tabel: Tabel, beginning: str) -> Raekke:
    """The row whose first cell begins so; it must be the only one."""
    names = [raekke.celler[0] or "" for raekke in tabel.raekker]
    return tabel.raekker[only(names, beginning, f"data/tabeller/{tabel.id}.yml skal have én række")]


def post(model: Partnerskabsmodel, beginning: str) -> Beloeb:
    """The part of the model's economy whose text begins so; it must be the only one."""
    names = [item.tekst for item in model.oekonomi.poster]
    where = f"data/partnerskabsmodeller/{model.id}.yml skal have én post under oekonomi"
    return model.oekonomi.poster[only(names, beginning, where)]


def only(names: list[str], beginning: str, where: str) -> int:
    """The place of the one name that begins so."""
    found = [place for place, name in enumerate(names) if name.startswith(beginning)]
    if len(found) != 1:
        guess = did_you_mean(beginning, names)
        raise MissingFigureError(f'{where}, der begynder med "{beginning}". Der er {len(found)}.{guess}')
    return found[0]


def column(tabel: Tabel, id_: str) -> int:
    """The place of a column."""
    ids = [kolonne.id for kolonne in tabel.kolonner]
    if id_ not in ids:
        raise MissingFigureError(f'data/tabeller/{tabel.id}.yml har ingen kolonne "{id_}".{did_you_mean(id_, ids)}')
    return ids.index(id_)

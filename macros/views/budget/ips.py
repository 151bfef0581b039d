"""The staff of IPS: consultants from how many young people each of them follows."""

from dataclasses import dataclass
from decimal import Decimal

from macros.model import Metode, Tabel
from macros.model.tabel import decimal
from macros.text import number
from macros.views.blocks import Point
from macros.views.budget.partnership import MOST as MOST_KRONER
from macros.views.budget.partnership import other
from macros.views.budget.reader import Basis, Field, MissingFigureError, Reader, column
from macros.views.budget.youth import MOST as MOST_YOUNG
from macros.views.context import Link


@dataclass(frozen=True)
class Level:
    """A step of the scale: its name, how many citizens in words, and the greatest number of them."""

    title: str
    text: str
    most: Decimal | None


@dataclass(frozen=True)
class Ips:
    """All that is shown. `others` are figures of other efforts that build on the method."""

    method: Link
    fields: tuple[Field, ...]
    levels: tuple[Level, ...]
    table: Basis
    others: tuple[Basis, ...]
    scope: Point | None


def ips_budget(reader: Reader) -> Ips:
    """The fields, the steps of the scale, and figures of others."""
    tabel = reader.record(Tabel, reader.plan.sager)
    levels = _levels(reader, tabel)
    table = reader.table_basis(tabel, f"{levels[0].text} borgere pr. konsulent giver {levels[0].title}")
    others = tuple(reader.figure(name)[1] for name in reader.plan.andre_sager)
    method = reader.record(Metode, reader.plan.metode)
    omfatter = method.oekonomi.omfatter if method.oekonomi else None
    scope = reader.sources.point(omfatter) if omfatter else None
    return Ips(reader.link("metoder", method.id), _fields(reader, levels, table), levels, table, others, scope)


def _levels(reader: Reader, tabel: Tabel) -> tuple[Level, ...]:
    low, high = column(tabel, reader.plan.sager_fra), column(tabel, reader.plan.sager_til)
    found = tuple(
        _level(raekke.celler[0] or "", decimal(raekke.celler[low]), decimal(raekke.celler[high]))
        for raekke in tabel.raekker
        if not raekke.heraf
    )
    if found[0].most is None:
        name = reader.plan.sager_til
        raise MissingFigureError(f"data/tabeller/{tabel.id}.yml skal have et tal i {name} i den første række.")
    return found


def _level(title: str, low: Decimal | None, high: Decimal | None) -> Level:
    if high is None:
        return Level(title, f"{number(low or 0)} eller flere", None)
    return Level(title, f"{number(low)}-{number(high)}" if low is not None else f"højst {number(high)}", high)


def _fields(reader: Reader, levels: tuple[Level, ...], table: Basis) -> tuple[Field, ...]:
    most = number(levels[0].most or 0)
    at_once = "Tæl de unge, der er i gang samtidig. Det er ikke det samme som unge på et år."
    wage = reader.wage(reader.plan.aarsvaerk)
    return (
        Field("i-unge", "Unge på samme tid", "antal", MOST_YOUNG, least=1, whole=True, help=at_once),
        Field("i-sager", "Borgere pr. konsulent, højst", "antal", 200, most, least=1, whole=True, basis=table),
        Field("i-pris", "Konsulent på fuld tid", "kr. om året", MOST_KRONER, offer=wage),
        Field("i-leder", "Teamleder", "kr. om året", MOST_KRONER),
        other("i-andet", "Fx uddannelse, supervision og måling af, om I følger metoden."),
    )

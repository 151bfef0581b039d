"""Loneliness at a glance: from track to practice, evidence and figures, and Denmark beside other countries."""

from dataclasses import dataclass

from macros.model import Ensomhedsspor, Katalog, Reference, Strategi
from macros.model.dele import Resultat, Udsagn
from macros.text import plural, sort_key
from macros.views import common
from macros.views.blocks import Cell, Column, Row, SourceLine, Table
from macros.views.context import Context, Link
from macros.views.sources import Sources

_HOME = "Danmark"
_LINKED = ("initiativer", "metoder", "strategier", "partnerskabsmodeller")


@dataclass(frozen=True)
class Ensomhed:
    """All that the overview shows."""

    tracks: Table
    countries: Table | None
    sources: tuple[SourceLine, ...]


def linked(katalog: Katalog, spor: Ensomhedsspor) -> tuple[Reference, ...]:
    """The records of a track, whichever of the two names the other."""
    name = Reference("ensomhedsspor", spor.id)
    both = {*katalog.references[name], *katalog.named_by.get(name, ())}
    return tuple(sorted(reference for reference in both if reference.kind in _LINKED))


def results_of(context: Context, names: tuple[Reference, ...]) -> tuple[Resultat, ...]:
    """The results of all those records."""
    return tuple(item for name in names for item in getattr(context.katalog.get(name), "resultater", ()))


def overview(context: Context) -> Ensomhed:
    """The tracks as rows, and the national strategies against loneliness as rows."""
    sources = Sources(context.katalog)
    return Ensomhed(_tracks(context), _countries(context, sources), sources.lines())


def _tracks(context: Context) -> Table:
    spor = sorted(context.katalog.of(Ensomhedsspor), key=lambda item: item.nummer)
    columns = ("Spor", "Handlinger", "Praksiseksempler", "Metoder", "Stærkeste undersøgelse", "Nøgletal")
    return Table("De seks spor", tuple(Column(title) for title in columns), tuple(_track(context, s) for s in spor))


def _track(context: Context, spor: Ensomhedsspor) -> Row:
    names = linked(context.katalog, spor)
    page = context.link(Reference("ensomhedsspor", spor.id))
    link = Link(f"{spor.nummer}. {page.text}", page.address)
    results = results_of(context, names)
    design = common.strongest_design(context, results)
    studies = f"{design} ({plural(len(results), 'resultat', 'resultater')})" if design else "Ingen resultater fundet"
    figures = context.links("noegletal", spor.noegletal)
    return Row(
        (
            Cell(link.text, link=link),
            Cell(str(len(spor.handlinger))),
            Cell(str(_count(names, "initiativer"))),
            Cell(str(_count(names, "metoder"))),
            Cell(studies),
            Cell(plural(len(figures), "tal", "tal")),
        )
    )


def _count(names: tuple[Reference, ...], kind: str) -> int:
    return sum(name.kind == kind for name in names)


def _countries(context: Context, sources: Sources) -> Table | None:
    national = [item for item in context.katalog.of(Strategi) if "ensomhed" in item.emner and not item.kommuner]
    ordered = sorted(national, key=lambda item: (item.land != _HOME, sort_key(item.land), sort_key(item.titel)))
    columns = ("Land og strategi", "Periode", "Mål", "Penge", "Ansvar", "Opfølgning", "Erfaringer")
    rows = tuple(_country(context, sources, item) for item in ordered)
    return Table("Strategier mod ensomhed i fem lande", tuple(Column(c) for c in columns), rows) if rows else None


def _country(context: Context, sources: Sources, item: Strategi) -> Row:
    link = context.link(Reference("strategier", item.id))
    goal = Cell(item.maal[0].tekst, mark=sources.mark(item.maal[0])) if item.maal else Cell(common.NOT_FOUND)
    return Row(
        (
            Cell(f"{item.land}: {link.text}", link=link),
            Cell(common.period(item.periode) or common.NOT_FOUND),
            goal,
            _money(context, sources, item),
            _first(sources, item.organisering),
            _first(sources, item.opfoelgning),
            _first(sources, item.erfaringer),
        )
    )


def _money(context: Context, sources: Sources, item: Strategi) -> Cell:
    if item.finansiering or not item.beloeb:
        return _first(sources, item.finansiering)
    first = item.beloeb[0]
    return Cell(f"{first.tekst}: {common.amount(context, first)}", mark=sources.mark(first))


def _first(sources: Sources, statements: tuple[Udsagn, ...]) -> Cell:
    return Cell(statements[0].tekst, mark=sources.mark(statements[0])) if statements else Cell(common.NOT_FOUND)

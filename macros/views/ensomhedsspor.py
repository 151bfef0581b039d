"""The page of a track in the loneliness strategy: why, goals, every action on its own row."""

from macros.model import Ensomhedsspor, Reference
from macros.text import plural
from macros.views import common
from macros.views.blocks import Brief, Cell, Column, Fact, RecordPage, Row, Section, Table
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources


def page(context: Context, record: Ensomhedsspor) -> RecordPage:
    """The page of one track."""
    sources = Sources(context.katalog)
    sections = _sections(context, record, sources)
    content = Content(_facts(record), _brief(record), sections)
    return assemble(context, Reference("ensomhedsspor", record.id), content, sources)


def _facts(record: Ensomhedsspor) -> tuple[Fact, ...]:
    return (
        Fact("Spor", (f"{record.nummer} af 6",)),
        Fact("Handlinger", (str(len(record.handlinger)),)),
        Fact("Praksiseksempler", (str(len(record.initiativer)),)),
    )


def _brief(record: Ensomhedsspor) -> tuple[Brief, ...]:
    return (
        Brief("Hvorfor?", record.udfordring.tekst, "udfordring"),
        Brief("Hvad skal sporet nå?", record.maal[0].tekst, "maal"),
        Brief(
            "Hvad skal der gøres?",
            plural(len(record.handlinger), "handling", "handlinger") + ".",
            "handlinger",
        ),
    )


def _sections(context: Context, record: Ensomhedsspor, sources: Sources) -> tuple[Section, ...]:
    s = common.section
    return common.sections(
        s("udfordring", "Hvorfor findes sporet?", common.points(sources, [record.udfordring])),
        s("maal", "Hvad skal det nå?", common.goals(sources, record.maal)),
        s("handlinger", "Hvad skal der gøres?", _actions(record, sources)),
        s(
            "eksempler",
            "Hvem har gjort noget lignende?",
            common.links(context, "Praksiseksempler", "initiativer", record.initiativer),
            common.links(context, "Partnerskabsmodeller", "partnerskabsmodeller", record.partnerskabsmodeller),
        ),
        s(
            "grundlag",
            "Hvilke ord og tal bygger det på?",
            common.links(context, "Begreber", "begreber", record.begreber),
            common.links(context, "Nøgletal", "noegletal", record.noegletal),
        ),
    )


def _actions(record: Ensomhedsspor, sources: Sources) -> Table:
    rows = tuple(
        Row((Cell(str(i)), Cell(action.tekst, mark=sources.mark(action)), Cell(action.hvem or "ikke oplyst")))
        for i, action in enumerate(record.handlinger, start=1)
    )
    return Table("Handlinger", (Column("Nr."), Column("Handling"), Column("Hvem")), rows)

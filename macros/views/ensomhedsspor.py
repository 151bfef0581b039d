"""The page of a track in the loneliness strategy: why, goals, every action on its own row."""

from macros.model import KINDS, Ensomhedsspor, Reference
from macros.text import plural
from macros.views import common
from macros.views.blocks import Brief, Cell, Column, Fact, RecordPage, Row, Section, Table
from macros.views.context import Context
from macros.views.ensomhed import linked, results_of
from macros.views.record import Content, assemble
from macros.views.sources import Sources


def page(context: Context, record: Ensomhedsspor) -> RecordPage:
    """The page of one track."""
    sources = Sources(context.katalog)
    sections = _sections(context, record, sources)
    content = Content(_facts(context, record), _brief(record), sections)
    return assemble(context, Reference("ensomhedsspor", record.id), content, sources)


def _facts(context: Context, record: Ensomhedsspor) -> tuple[Fact, ...]:
    return (
        Fact("Spor", (f"{record.nummer} af 6",)),
        Fact("Handlinger", (str(len(record.handlinger)),)),
        Fact("Poster under sporet", (str(len(linked(context.katalog, record))),)),
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
            _examples(context, record),
        ),
        s(
            "grundlag",
            "Hvilke ord og tal bygger det på?",
            common.links(context, "Begreber", "begreber", record.begreber),
            common.links(context, "Nøgletal", "noegletal", record.noegletal),
        ),
    )


def _examples(context: Context, record: Ensomhedsspor) -> Table | None:
    """What has been done under the track, each with the strongest study behind it."""
    names = linked(context.katalog, record)
    rows = tuple(
        Row(
            (
                Cell((link := context.link(name)).text, link=link),
                Cell(KINDS[name.kind].badge),
                Cell(common.strongest_design(context, results_of(context, (name,))) or "Ingen resultater fundet"),
            )
        )
        for name in names
    )
    columns = (Column("Hvad"), Column("Slags"), Column("Stærkeste undersøgelse"))
    return Table("Poster under sporet", columns, rows) if rows else None


def _actions(record: Ensomhedsspor, sources: Sources) -> Table:
    rows = tuple(
        Row((Cell(str(i)), Cell(action.tekst, mark=sources.mark(action)), Cell(action.hvem or "ikke oplyst")))
        for i, action in enumerate(record.handlinger, start=1)
    )
    return Table("Handlinger", (Column("Nr."), Column("Handling"), Column("Hvem")), rows)

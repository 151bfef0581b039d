"""The page of a recommendation: who says what to whom, why, and its parts."""

from macros.model import Anbefaling, Reference
from macros.views import common
from macros.views.blocks import Absent, Brief, Cell, Column, RecordPage, Row, Section, Table
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources

NOT_KNOWN = "Vi har ikke undersøgt, hvad anbefalingen blev til."


def page(context: Context, record: Anbefaling) -> RecordPage:
    """The page of one recommendation."""
    sources = Sources(context.katalog)
    facts = common.facts(
        common.fact("Type", context.label("anbefalingstype", record.type)),
        common.fact("Nummer i kilden", str(record.nummer) if record.nummer else None),
        common.fact("Afsender", record.afsender),
        common.fact("Modtager", record.modtager),
    )
    brief = (
        Brief("Hvad anbefales?", record.tekst.tekst, "anbefaling"),
        Brief("Hvem skal handle?", f"{record.modtager}.", "anbefaling"),
        Brief("Hvem siger det?", f"{record.afsender}.", "kilder"),
    )
    content = Content(facts, brief, _sections(context, record, sources))
    return assemble(context, Reference("anbefalinger", record.id), content, sources)


def _follow_up(context: Context, record: Anbefaling, sources: Sources) -> Table | None:
    rows = tuple(
        Row((Cell(context.label("opfoelgning", item.udfald)), Cell(item.tekst, mark=sources.mark(item))))
        for item in record.opfoelgning
    )
    return Table("Opfølgning", (Column("Udfald"), Column("Hvad der skete")), rows) if rows else None


def _sections(context: Context, record: Anbefaling, sources: Sources) -> tuple[Section, ...]:
    s, p = common.section, common.points
    return common.sections(
        s("anbefaling", "Hvad anbefales?", p(sources, [record.tekst])),
        s("underpunkter", "Hvad består det af?", p(sources, record.underpunkter)),
        s("udfordringer", "Hvilke problemer svarer det på?", p(sources, record.udfordringer)),
        s("begrundelse", "Hvorfor?", p(sources, record.begrundelse)),
        s("opfoelgning", "Hvad blev det til?", _follow_up(context, record, sources) or Absent(NOT_KNOWN)),
        s(
            "grundlag",
            "Hvad hører det sammen med?",
            common.links(context, "Finansiering", "puljer", record.puljer),
            common.links(context, "Partnerskabsmodeller", "partnerskabsmodeller", record.partnerskabsmodeller),
            common.links(context, "Strategispor", "ensomhedsspor", record.ensomhedsspor),
        ),
    )

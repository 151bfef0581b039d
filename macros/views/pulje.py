"""The page of a source of money: for what, for whom, how much in which year, until when."""

from datetime import date

from macros.model import Pulje, Reference
from macros.text import danish_date
from macros.views import common
from macros.views.blocks import Absent, Brief, Fact, RecordPage, Section
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources
from macros.views.tables import table_block


def page(context: Context, record: Pulje) -> RecordPage:
    """The page of one source of money."""
    sources = Sources(context.katalog)
    content = Content(_facts(context, record), _brief(context, record), _sections(context, record, sources))
    return assemble(context, Reference("puljer", record.id), content, sources)


def deadline(frist: date | None, today: date) -> str | None:
    """The deadline in words; one that has passed is said to be past."""
    if frist is None:
        return None
    return danish_date(frist) + (" (overskredet)" if frist < today else "")


def _facts(context: Context, record: Pulje) -> tuple[Fact, ...]:
    return common.facts(
        common.fact("Giver", record.giver),
        common.fact("Status", context.label("status", record.status)),
        common.fact("Frist", deadline(record.frist, context.today) or common.NOT_FOUND),
        common.fact("Periode", common.period(record.periode)),
        Fact("Lovgrundlag", links=context.links("lovgrundlag", record.lovgrundlag)) if record.lovgrundlag else None,
    )


def _brief(context: Context, record: Pulje) -> tuple[Brief, ...]:
    largest = record.beloeb[0] if record.beloeb else None
    money = f"{largest.tekst}: {common.amount(context, largest)}" if largest else "Beløbet er ikke fundet."
    return (
        Brief("Hvad må pengene bruges til?", record.formaal[0].tekst, "formaal"),
        Brief("Hvem kan søge?", record.hvem_kan_soege[0].tekst, "hvem-kan-soege"),
        Brief("Hvor mange penge er der?", money, "beloeb"),
    )


def _sections(context: Context, record: Pulje, sources: Sources) -> tuple[Section, ...]:
    s, p = common.section, common.points
    tables = [table_block(context, sources, Reference("tabeller", id_)) for id_ in record.tabeller]
    amounts = common.amounts(context, sources, record.beloeb) or Absent("Vi har ikke fundet beløb i kilderne.")
    return common.sections(
        s("formaal", "Hvad må pengene bruges til?", p(sources, record.formaal)),
        s("hvem-kan-soege", "Hvem kan søge?", p(sources, record.hvem_kan_soege)),
        s("krav", "Hvad kræver det?", p(sources, record.krav)),
        s("beloeb", "Hvor mange penge er der?", amounts, *tables),
        s("erfaringer", "Hvad har man lært?", p(sources, record.erfaringer)),
        s("forbehold", "Hvad skal I være opmærksomme på?", p(sources, record.forbehold)),
        s(
            "grundlag",
            "Hvad bygger puljen på?",
            common.links(context, "Lovgrundlag", "lovgrundlag", record.lovgrundlag),
        ),
    )

"""The page of a legal basis: what it lets a municipality do."""

from macros.model import Lovgrundlag, Reference
from macros.text import point_in_time
from macros.views import common
from macros.views.blocks import Brief, Fact, RecordPage
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources

CHECK_TODAY = "Siden er ikke juridisk rådgivning. Slå den gældende lov op, før I bruger reglen."


def page(context: Context, record: Lovgrundlag) -> RecordPage:
    """The page of one legal basis."""
    sources = Sources(context.katalog)
    sections = common.sections(
        common.section(
            "giver-mulighed-for",
            "Hvad giver reglen mulighed for?",
            common.points(sources, record.giver_mulighed_for),
        ),
        common.section("forbehold", "Hvad skal I være opmærksomme på?", common.points(sources, record.forbehold)),
    )
    brief = (
        Brief("Hvad giver den mulighed for?", record.giver_mulighed_for[0].tekst, "giver-mulighed-for"),
        Brief(
            "Hvor står det?",
            " ".join(filter(None, (record.lov, record.paragraf))) + ".",
            "giver-mulighed-for",
        ),
        Brief("Gælder den stadig?", CHECK_TODAY, "kilder"),
    )
    return assemble(context, Reference("lovgrundlag", record.id), Content(_facts(record), brief, sections), sources)


def _facts(record: Lovgrundlag) -> tuple[Fact, ...]:
    return common.facts(
        common.fact("Lov", record.lov),
        common.fact("Paragraf", record.paragraf),
        common.fact("Gyldig fra", point_in_time(record.gyldig_fra) if record.gyldig_fra else common.NOT_FOUND),
        common.fact("Gyldig til", point_in_time(record.gyldig_til) if record.gyldig_til else None),
        common.fact("Lovtekst", record.webadresse),
    )

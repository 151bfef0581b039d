"""The page of a strategy: who wants what, by when, with which money, and how it is followed up."""

from macros.model import Reference, Strategi
from macros.views import common
from macros.views.blocks import Absent, Block, Brief, Fact, RecordPage, Section
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources

NO_GOAL = "Vi har ikke fundet et mål, der kan følges op."
NOT_FOLLOWED = "Vi har ikke fundet, hvordan den gøres op."
NO_MONEY = "Vi har ikke fundet, om der fulgte penge med."
NO_RESULTS = "Vi har ikke fundet resultater i de kilder, vi har læst. Et mål er ikke et resultat."


def page(context: Context, record: Strategi) -> RecordPage:
    """The page of one strategy."""
    sources = Sources(context.katalog)
    content = Content(_facts(context, record), _brief(record), _sections(context, record, sources))
    return assemble(context, Reference("strategier", record.id), content, sources)


def _facts(context: Context, record: Strategi) -> tuple[Fact, ...]:
    return common.facts(
        common.fact("Land", record.land),
        Fact("Hvor", links=context.kommune_links(record.kommuner)) if record.kommuner else None,
        common.fact("Afsender", record.afsender),
        common.fact("Periode", common.period(record.periode) or "ikke oplyst"),
    )


def _brief(record: Strategi) -> tuple[Brief, ...]:
    goal = record.maal[0].tekst if record.maal else NO_GOAL
    followed = record.opfoelgning[0].tekst if record.opfoelgning else NOT_FOLLOWED
    return (
        Brief("Hvad vil man nå?", goal, "maal"),
        Brief("Hvad vil man gøre?", record.indsatser[0].tekst, "indsatser"),
        Brief("Hvordan følges det op?", followed, "opfoelgning"),
    )


def _sections(context: Context, record: Strategi, sources: Sources) -> tuple[Section, ...]:
    s, p = common.section, common.points
    return common.sections(
        s("udfordring", "Hvilket problem svarer den på?", p(sources, [record.udfordring])),
        s("maal", "Hvad vil man nå?", common.goals(sources, record.maal) or Absent(NO_GOAL)),
        s("indsatser", "Hvad vil man gøre?", p(sources, record.indsatser)),
        s("parter", "Hvem er med?", common.parties(context, sources, record.aktoerer)),
        s("organisering", "Hvem har ansvaret?", p(sources, record.organisering)),
        s("oekonomi", "Hvilke penge fulgte med?", *_money(context, record, sources)),
        s("opfoelgning", "Hvordan følges det op?", p(sources, record.opfoelgning) or Absent(NOT_FOLLOWED)),
        s(
            "resultater",
            "Hvad kom der ud af det?",
            common.results(context, sources, record.resultater) or Absent(NO_RESULTS),
        ),
        s("erfaringer", "Hvad har man lært?", p(sources, record.erfaringer)),
        s(
            "grundlag",
            "Hvad hører det sammen med?",
            common.links(context, "Strategispor", "ensomhedsspor", record.ensomhedsspor),
            common.links(context, "Initiativer", "initiativer", record.initiativer),
            common.links(context, "Finansiering", "puljer", record.puljer),
            common.links(context, "Nøgletal", "noegletal", record.noegletal),
        ),
    )


def _money(context: Context, record: Strategi, sources: Sources) -> tuple[Block | None, ...]:
    told = (common.points(sources, record.finansiering), common.amounts(context, sources, record.beloeb))
    return told if any(told) else (Absent(NO_MONEY),)

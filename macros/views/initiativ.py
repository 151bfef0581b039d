"""The page of an initiative: what it is, who is in it, what came of it, what it costs."""

from macros.model import Initiativ, Reference
from macros.views import common
from macros.views.blocks import Absent, Brief, Fact, RecordPage, Section
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources

NO_RESULTS = (
    "Vi har ikke fundet resultater i de kilder, vi har læst. Det siger ikke noget om, hvorvidt indsatsen virker."
)


def page(context: Context, record: Initiativ) -> RecordPage:
    """The page of one initiative."""
    sources = Sources(context.katalog)
    content = Content(_facts(context, record), _brief(context, record), _sections(context, record, sources))
    return assemble(context, Reference("initiativer", record.id), content, sources)


def _facts(context: Context, record: Initiativ) -> tuple[Fact, ...]:
    elsewhere = "Hele landet" if record.landsdaekkende else "ikke oplyst"
    links = context.kommune_links(record.kommuner)
    place = Fact("Hvor", links=links) if links else Fact("Hvor", (elsewhere,))
    return common.facts(
        place,
        common.fact("Område", record.maalgruppe.omraade),
        common.fact("Alder", common.ages(record.maalgruppe)),
        common.fact("Situation", *(context.label("situation", s) for s in record.maalgruppe.situation)),
        common.fact("Periode", common.period(record.periode)),
        common.fact(
            "Stærkeste undersøgelse",
            common.strongest_design(context, record.resultater) or "Ingen resultater fundet",
        ),
        common.price_fact(context, record.oekonomi),
        Fact("Metode", links=context.links("metoder", record.metoder)) if record.metoder else None,
    )


def _brief(context: Context, record: Initiativ) -> tuple[Brief, ...]:
    outcome = record.resultater[0].tekst if record.resultater else "Vi har ikke fundet resultater endnu."
    return (
        Brief("For hvem?", record.maalgruppe.beskrivelse, "maalgruppe"),
        Brief("Hvad gør man?", record.kerneelementer[0].tekst, "kerneelementer"),
        Brief("Hvad kom der ud af det?", outcome, "resultater"),
    )


def _sections(context: Context, record: Initiativ, sources: Sources) -> tuple[Section, ...]:
    s = common.section
    return common.sections(
        s("udfordring", "Hvilket problem svarer det på?", common.points(sources, [record.udfordring])),
        s("maalgruppe", "Hvem er det for?", common.group_block(context, sources, record.maalgruppe)),
        s("kerneelementer", "Hvad gør man?", common.points(sources, record.kerneelementer)),
        s("parter", "Hvem er med?", common.parties(context, sources, record.aktoerer)),
        s("organisering", "Hvordan er det organiseret?", common.points(sources, record.organisering)),
        s("maal", "Hvad vil man nå?", common.goals(sources, record.maal)),
        s(
            "resultater",
            "Hvad kom der ud af det?",
            common.results(context, sources, record.resultater) or Absent(NO_RESULTS),
        ),
        s("oekonomi", "Hvad koster det?", *common.economy(context, sources, record.oekonomi)),
        s("erfaringer", "Hvad har man lært?", common.points(sources, record.erfaringer)),
        s("risici", "Hvad kan gå galt?", common.points(sources, record.risici)),
        s(
            "grundlag",
            "Hvad bygger det på?",
            common.links(context, "Del af", "initiativer", record.del_af),
            common.links(context, "Inspireret af", "initiativer", record.inspireret_af),
            common.links(context, "Metoder", "metoder", record.metoder),
            common.links(context, "Partnerskabsmodeller", "partnerskabsmodeller", record.partnerskabsmodeller),
            common.links(context, "Strategispor", "ensomhedsspor", record.ensomhedsspor),
            common.links(context, "Finansiering", "puljer", record.puljer),
            common.links(context, "Lovgrundlag", "lovgrundlag", record.lovgrundlag),
            common.links(context, "Nøgletal", "noegletal", record.noegletal),
        ),
    )

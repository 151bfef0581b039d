"""The page of a partnership model: purpose, parties, roles, phases, governance, money."""

from macros.model import Partnerskabsmodel, Reference
from macros.views import common
from macros.views.blocks import Brief, Fact, RecordPage, Section
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources


def page(context: Context, record: Partnerskabsmodel) -> RecordPage:
    """The page of one partnership model."""
    sources = Sources(context.katalog)
    content = Content(_facts(context, record), _brief(record), _sections(context, record, sources))
    return assemble(context, Reference("partnerskabsmodeller", record.id), content, sources)


def _facts(context: Context, record: Partnerskabsmodel) -> tuple[Fact, ...]:
    sectors = dict.fromkeys(context.label("sektor", party.sektor) for party in record.parter)
    return common.facts(
        common.fact("Sektorer", *sectors),
        common.fact("Alder", common.ages(record.maalgruppe)),
        common.fact("Periode", common.period(record.periode)),
        common.price_fact(context, record.oekonomi),
        Fact("Finansiering", links=context.links("puljer", record.puljer)) if record.puljer else None,
    )


def _brief(record: Partnerskabsmodel) -> tuple[Brief, ...]:
    parties = ", ".join(dict.fromkeys(party.navn for party in record.parter))
    cost = (
        record.oekonomi.omfatter.tekst
        if record.oekonomi.omfatter
        else "Prisen er ikke opgjort i de kilder, vi har læst."
    )
    return (
        Brief("Hvad er det til?", record.formaal[0].tekst, "formaal"),
        Brief("Hvem er med?", f"{parties}.", "parter"),
        Brief("Hvad koster det?", cost, "oekonomi"),
    )


def _sections(context: Context, record: Partnerskabsmodel, sources: Sources) -> tuple[Section, ...]:
    s, p = common.section, common.points
    return common.sections(
        s("formaal", "Hvad er partnerskabet til for?", p(sources, record.formaal)),
        s("maalgruppe", "Hvem er det for?", common.group_block(context, sources, record.maalgruppe)),
        s("principper", "Hvilke principper hviler det på?", p(sources, record.principper)),
        s("parter", "Hvem er med?", common.parties(context, sources, record.parter)),
        s("organisering", "Hvem gør hvad?", common.roles(sources, record.organisering)),
        s("trin", "Hvordan kommer det i gang?", common.steps(sources, record.trin)),
        s("maal", "Hvad vil man nå?", common.goals(sources, record.maal)),
        s("governance", "Hvem bestemmer?", p(sources, record.governance)),
        s("kriterier", "Hvad skal der til for at være med?", p(sources, record.kriterier)),
        s("oekonomi", "Hvad koster det?", *common.economy(context, sources, record.oekonomi)),
        s("regnskab", "Hvordan gøres pengene op?", p(sources, record.regnskab)),
        s("evaluering", "Hvordan undersøges det?", p(sources, record.evaluering)),
        *(s(f"afsnit-{i}", part.titel, p(sources, part.punkter)) for i, part in enumerate(record.resten, start=1)),
        s(
            "grundlag",
            "Hvad bygger modellen på?",
            common.links(context, "Anbefalinger", "anbefalinger", record.anbefalinger),
            common.links(context, "Finansiering", "puljer", record.puljer),
            common.links(context, "Lovgrundlag", "lovgrundlag", record.lovgrundlag),
        ),
    )

"""The page of a local partnership: what is known of it, and what was looked for and not found."""

from macros.model import Partnerskab, Reference
from macros.views import common
from macros.views.blocks import Absent, Brief, Fact, RecordPage, Section
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources


def page(context: Context, record: Partnerskab) -> RecordPage:
    """The page of one local partnership."""
    sources = Sources(context.katalog)
    content = Content(_facts(context, record), _brief(record), _sections(context, record, sources))
    return assemble(context, Reference("partnerskaber", record.id), content, sources)


def _facts(context: Context, record: Partnerskab) -> tuple[Fact, ...]:
    sectors = dict.fromkeys(context.label("sektor", party.sektor) for party in record.parter)
    return common.facts(
        Fact("Kommuner" if len(record.kommuner) > 1 else "Kommune", links=context.kommune_links(record.kommuner)),
        common.fact("Type", context.label("partnerskabstype", record.type)),
        common.fact("Sektorer", *sectors),
        common.fact("Periode", common.period(record.periode)),
    )


def _brief(record: Partnerskab) -> tuple[Brief, ...]:
    parties = ", ".join(party.navn for party in record.parter)
    young = record.antal_unge.tekst if record.antal_unge else "Antallet er ikke fundet."
    return (
        Brief("Hvad ved vi?", record.beskrivelse[0].tekst, "beskrivelse"),
        Brief("Hvem er med?", f"{parties}.", "parter"),
        Brief("Hvor mange unge?", young, "antal-unge"),
    )


def _sections(context: Context, record: Partnerskab, sources: Sources) -> tuple[Section, ...]:
    s, p = common.section, common.points
    return common.sections(
        s("beskrivelse", "Hvad ved vi?", p(sources, record.beskrivelse)),
        s("parter", "Hvem er med?", common.parties(context, sources, record.parter)),
        s(
            "antal-unge",
            "Hvor mange unge?",
            p(sources, [record.antal_unge]) or Absent("Vi har ikke fundet et antal."),
        ),
        s(
            "beloeb",
            "Hvad koster det?",
            common.amounts(context, sources, record.beloeb) or Absent("Vi har ikke fundet beløb."),
        ),
        s("maal", "Hvad vil man nå?", common.goals(sources, record.maal)),
        s("resultater", "Hvad kom der ud af det?", common.results(context, sources, record.resultater)),
        s("ikke-fundet", "Hvad har vi ledt efter uden at finde?", p(sources, record.ikke_fundet)),
        s(
            "grundlag",
            "Hvad hører det sammen med?",
            common.links(context, "Initiativer", "initiativer", record.initiativer),
            common.links(context, "Partnerskabsmodeller", "partnerskabsmodeller", record.partnerskabsmodeller),
            common.links(context, "Finansiering", "puljer", record.puljer),
        ),
    )

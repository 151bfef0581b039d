"""Anbefaling: a recommendation, a guidepost or a criterion from a source document."""

from typing import Annotated

from macros.model.dele import Udsagn
from macros.model.felt import KraeverKilde, Linje, Navn, Ref, Valg, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Opfoelgning(KraeverKilde):
    """What became of a recommendation, as far as a source tells."""

    udfald: Annotated[str, Valg("opfoelgning")] = paakraevet("Udfald", "Om anbefalingen blev fulgt.")
    tekst: Linje = paakraevet("Hvad der skete", "Én eller to sætninger om, hvad der blev besluttet eller givet.")


class Anbefaling(RecordMedKilder):
    nummer: int | None = valgfri("Nummer", "Nummeret i kilden.", "anbefalet", ge=1, le=10**6)
    type: Annotated[str, Valg("anbefalingstype")] = paakraevet("Type", "Pejlemærke, anbefaling eller kriterium.")
    afsender: Navn = paakraevet("Afsender", "Hvem der anbefaler.")
    modtager: Navn = paakraevet("Modtager", "Hvem der skal handle.")
    tekst: Udsagn = paakraevet("Anbefaling", "Anbefalingen i egne ord.")
    begrundelse: tuple[Udsagn, ...] = liste("Begrundelse", "Hvorfor det anbefales.", "anbefalet")
    underpunkter: tuple[Udsagn, ...] = liste("Underpunkter", "Anbefalingens dele.", "anbefalet")
    udfordringer: tuple[Udsagn, ...] = liste("Udfordringer", "De problemer, anbefalingen svarer på.", "anbefalet")
    opfoelgning: tuple[Opfoelgning, ...] = liste("Opfølgning", "Hvad anbefalingen blev til.", "anbefalet")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste("Finansiering", "Puljer, som anbefalingen handler om.")
    partnerskabsmodeller: tuple[Annotated[str, Ref("partnerskabsmodeller")], ...] = liste(
        "Partnerskabsmodeller", "Modeller, som anbefalingen handler om."
    )
    ensomhedsspor: tuple[Annotated[str, Ref("ensomhedsspor")], ...] = liste("Strategispor", "Spor, som den hører til.")

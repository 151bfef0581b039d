"""Strategi: what a state, a region or a municipality has decided to aim for."""

from typing import Annotated

from macros.model.dele import Aktoer, Beloeb, Maal, Periode, Resultat, Udsagn
from macros.model.felt import Navn, Ref, felt, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Strategi(RecordMedKilder):
    land: Navn = felt("Land", "Landet, som strategien gælder i.", default="Danmark")
    kommuner: tuple[Annotated[str, Ref("kommuner")], ...] = liste(
        "Kommuner", "Kommunerne bag en kommunal strategi. Tom, hvis den er national.", "anbefalet"
    )
    afsender: Navn = paakraevet("Afsender", "Hvem der har besluttet strategien.")
    udfordring: Udsagn | None = valgfri("Udfordring", "Hvilket problem strategien svarer på.", "anbefalet")
    periode: Periode = paakraevet("Periode", "Hvornår strategien gælder.")
    maal: tuple[Maal, ...] = liste("Mål", "Hvad man vil nå. Aldrig et resultat.", "anbefalet")
    indsatser: tuple[Udsagn, ...] = paakraevet("Indsatser", "Hvad strategien vil gøre. Et punkt hver.", min_length=1)
    organisering: tuple[Udsagn, ...] = liste("Organisering", "Hvem der har ansvaret, og hvordan.", "anbefalet")
    finansiering: tuple[Udsagn, ...] = liste(
        "Finansiering i ord", "Penge, der fulgte med, også i anden valuta end kroner.", "anbefalet"
    )
    beloeb: tuple[Beloeb, ...] = liste("Beløb", "Beløb i kroner.")
    opfoelgning: tuple[Udsagn, ...] = liste("Opfølgning", "Hvordan strategien måles og gøres op.", "anbefalet")
    resultater: tuple[Resultat, ...] = liste("Resultater", "Hvad der er fundet.")
    erfaringer: tuple[Udsagn, ...] = liste("Erfaringer", "Hvad man har lært, også det der ikke lykkedes.")
    aktoerer: tuple[Aktoer, ...] = liste("Parter", "Hvem der er med, med sektor og rolle.")
    ensomhedsspor: tuple[Annotated[str, Ref("ensomhedsspor")], ...] = liste(
        "Strategispor", "Spor i ensomhedsstrategien, som strategien svarer til."
    )
    initiativer: tuple[Annotated[str, Ref("initiativer")], ...] = liste("Initiativer", "Initiativer under strategien.")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste("Finansiering", "Puljer, som betaler strategien.")
    noegletal: tuple[Annotated[str, Ref("noegletal")], ...] = liste("Nøgletal", "Tal om strategien.")

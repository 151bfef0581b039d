"""Lokalt partnerskab: what is known of a partnership in one municipality, or in a few together."""

from typing import Annotated

from macros.model.dele import Aktoer, Beloeb, Maal, Periode, Resultat, Udsagn
from macros.model.felt import Ref, Valg, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Partnerskab(RecordMedKilder):
    kommuner: tuple[Annotated[str, Ref("kommuner")], ...] = paakraevet(
        "Kommuner", "Navnet på den eller de kommuner, som partnerskabet er i.", min_length=1
    )
    type: Annotated[str, Valg("partnerskabstype")] = paakraevet(
        "Type", "Om partnerskabet hører under Ungeløftet eller er et andet."
    )
    beskrivelse: tuple[Udsagn, ...] = paakraevet("Hvad vi ved", "Et udsagn pr. punkt.", min_length=1)
    parter: tuple[Aktoer, ...] = paakraevet("Parter", "Hvem der er med, med sektor og rolle.", min_length=1)
    periode: Periode | None = valgfri("Periode", "Hvornår partnerskabet gælder.", "anbefalet")
    beloeb: tuple[Beloeb, ...] = liste("Beløb", "Penge til partnerskabet.", "anbefalet")
    antal_unge: Udsagn | None = valgfri(
        "Antal unge", "Hvor mange unge partnerskabet er for eller har nået.", "anbefalet"
    )
    maal: tuple[Maal, ...] = liste("Mål", "Hvad partnerskabet vil nå.", "anbefalet")
    resultater: tuple[Resultat, ...] = liste("Resultater", "Hvad der er fundet.")
    initiativer: tuple[Annotated[str, Ref("initiativer")], ...] = liste("Initiativer", "Initiativer i partnerskabet.")
    partnerskabsmodeller: tuple[Annotated[str, Ref("partnerskabsmodeller")], ...] = liste(
        "Partnerskabsmodeller", "Modeller, som partnerskabet følger."
    )
    ikke_fundet: tuple[Udsagn, ...] = liste("Ikke fundet", "Hvad der er ledt efter uden at blive fundet.", "anbefalet")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste(
        "Finansiering", "Puljer, som har betalt eller kan betale."
    )

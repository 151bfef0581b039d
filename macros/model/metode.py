"""Metode: a described way of working that others can use."""

from typing import Annotated

from macros.model.dele import Aktoer, Evidens, Maal, Maalgruppe, Oekonomi, Resultat, Trin, Udsagn
from macros.model.felt import Ref, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Metode(RecordMedKilder):
    udfordring: Udsagn = paakraevet("Udfordring", "Hvilket problem metoden svarer på.")
    maalgruppe: Maalgruppe = paakraevet("Tilbydes til", "Hvem metoden er for.")
    afproevet_paa: Maalgruppe | None = valgfri("Afprøvet på", "Hvem metoden er undersøgt på.", "anbefalet")
    evidens: Evidens = paakraevet("Evidens", "Virker det?")
    resultater: tuple[Resultat, ...] = liste("Resultater", "Hvad undersøgelser har fundet.", "anbefalet")
    maal: tuple[Maal, ...] = liste("Mål", "Hvad metoden vil nå. Aldrig et resultat.")
    oekonomi: Oekonomi = paakraevet("Økonomi", "Hvad koster det?")
    kerneelementer: tuple[Udsagn, ...] = paakraevet("Kerneelementer", "Hvad man gør. Et punkt hver.", min_length=1)
    principper: tuple[Udsagn, ...] = liste("Principper", "De regler, som metoden hviler på.", "anbefalet")
    bemanding: tuple[Udsagn, ...] = liste("Bemanding", "Hvem og hvor mange, også sagsstamme.", "anbefalet")
    forudsaetninger: tuple[Udsagn, ...] = liste("Forudsætninger", "Hvad der skal være på plads.", "anbefalet")
    fidelitet: tuple[Udsagn, ...] = liste("Fidelitet", "Hvordan man måler, om metoden følges.", "anbefalet")
    trin: tuple[Trin, ...] = liste("Sådan kommer I i gang", "Trin for trin.", "anbefalet")
    faldgruber: tuple[Udsagn, ...] = liste("Faldgruber", "Hvad der går galt, og hvorfor.", "anbefalet")
    aktoerer: tuple[Aktoer, ...] = liste("Parter", "Hvem der arbejder sammen om metoden.")
    bygger_paa: tuple[Annotated[str, Ref("metoder")], ...] = liste("Bygger på", "Metoder, som denne udspringer af.")
    lovgrundlag: tuple[Annotated[str, Ref("lovgrundlag")], ...] = liste(
        "Lovgrundlag", "Love, der giver mulighed for det."
    )
    ensomhedsspor: tuple[Annotated[str, Ref("ensomhedsspor")], ...] = liste(
        "Strategispor", "Spor i ensomhedsstrategien, som metoden hører under."
    )
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste(
        "Finansiering", "Puljer, som har betalt eller kan betale."
    )

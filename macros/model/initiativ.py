"""Praksiseksempel: something a municipality, an association or a company has done."""

from typing import Annotated

from macros.model.dele import Aktoer, Maal, Maalgruppe, Oekonomi, Periode, Resultat, Udsagn
from macros.model.felt import Ref, felt, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Initiativ(RecordMedKilder):
    udfordring: Udsagn = paakraevet("Udfordring", "Hvilket problem initiativet svarer på.")
    maalgruppe: Maalgruppe = paakraevet("Målgruppe", "Hvem initiativet er for.")
    kommuner: tuple[Annotated[str, Ref("kommuner")], ...] = liste(
        "Kommuner", "Kommunernes navne. Tom, hvis det er hele landet, eller kilden ikke siger det.", "anbefalet"
    )
    landsdaekkende: bool = felt("Landsdækkende", "true, hvis initiativet gælder hele landet.", default=False)
    aktoerer: tuple[Aktoer, ...] = paakraevet("Parter", "Hvem der er med, med sektor og rolle.", min_length=1)
    kerneelementer: tuple[Udsagn, ...] = paakraevet("Kerneelementer", "Hvad man gør. Et punkt hver.", min_length=1)
    organisering: tuple[Udsagn, ...] = liste("Organisering", "Ledelse, team og placering.", "anbefalet")
    periode: Periode = paakraevet("Periode", "Hvornår det kører eller kørte.")
    maal: tuple[Maal, ...] = liste("Mål", "Hvad man vil nå. Aldrig et resultat.", "anbefalet")
    resultater: tuple[Resultat, ...] = liste("Resultater", "Hvad der er fundet, med undersøgelsens slags.", "anbefalet")
    oekonomi: Oekonomi | None = valgfri("Økonomi", "Hvad det koster.", "anbefalet")
    risici: tuple[Udsagn, ...] = liste("Risici", "Hvad der kan gå galt.")
    erfaringer: tuple[Udsagn, ...] = liste("Erfaringer", "Hvad man har lært, også det der ikke lykkedes.")
    metoder: tuple[Annotated[str, Ref("metoder")], ...] = liste(
        "Metoder", "Metoder, som initiativet bruger.", "anbefalet"
    )
    inspireret_af: tuple[Annotated[str, Ref("initiativer")], ...] = liste(
        "Inspireret af", "Initiativer, som dette bygger på ifølge kilden."
    )
    del_af: tuple[Annotated[str, Ref("initiativer")], ...] = liste(
        "Del af", "Større initiativer, som dette er en del af."
    )
    partnerskabsmodeller: tuple[Annotated[str, Ref("partnerskabsmodeller")], ...] = liste(
        "Partnerskabsmodeller", "Modeller, som initiativet følger."
    )
    ensomhedsspor: tuple[Annotated[str, Ref("ensomhedsspor")], ...] = liste(
        "Strategispor", "Spor i ensomhedsstrategien, som initiativet hører under."
    )
    lovgrundlag: tuple[Annotated[str, Ref("lovgrundlag")], ...] = liste(
        "Lovgrundlag", "Love, der giver mulighed for det."
    )
    noegletal: tuple[Annotated[str, Ref("noegletal")], ...] = liste("Nøgletal", "Nøgletal om initiativet.")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste(
        "Finansiering", "Puljer, som har betalt eller kan betale."
    )

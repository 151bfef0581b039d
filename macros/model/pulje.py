"""Finansiering: a source of money."""

from typing import Annotated

from macros.model.dele import Beloeb, Periode, Udsagn
from macros.model.felt import Dato, Navn, Ref, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Pulje(RecordMedKilder):
    giver: Navn = paakraevet("Giver", "Den myndighed eller fond, pengene kommer fra.")
    formaal: tuple[Udsagn, ...] = paakraevet("Formål", "Hvad pengene må bruges til.", min_length=1)
    hvem_kan_soege: tuple[Udsagn, ...] = paakraevet("Hvem kan søge", "Ansøgerkredsen.", min_length=1)
    krav: tuple[Udsagn, ...] = liste("Krav", "Betingelser for at få pengene.", "anbefalet")
    beloeb: tuple[Beloeb, ...] = liste("Beløb", "Beløb år for år, som kilderne angiver dem.", "anbefalet")
    periode: Periode | None = valgfri("Periode", "Hvornår puljen findes.", "anbefalet")
    frist: Dato | None = valgfri("Frist", "Næste eller seneste ansøgningsfrist.", "anbefalet")
    erfaringer: tuple[Udsagn, ...] = liste("Erfaringer", "Hvad pengene gav, også det der ikke lykkedes.")
    forbehold: tuple[Udsagn, ...] = liste("Forbehold", "Hvad man skal vide om tallene.")
    lovgrundlag: tuple[Annotated[str, Ref("lovgrundlag")], ...] = liste("Lovgrundlag", "Love bag puljen.", "anbefalet")
    tabeller: tuple[Annotated[str, Ref("tabeller")], ...] = liste("Tabeller", "Tabeller, som puljen indgår i.")

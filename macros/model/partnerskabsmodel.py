"""Partnerskabsmodel: how parties organise themselves around a shared task."""

from typing import Annotated

from macros.model.dele import Afsnit, Aktoer, Maal, Maalgruppe, Oekonomi, Periode, Rolle, Trin, Udsagn
from macros.model.felt import Ref, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Partnerskabsmodel(RecordMedKilder):
    formaal: tuple[Udsagn, ...] = paakraevet("Formål", "Hvad partnerskabet skal.", min_length=1)
    maalgruppe: Maalgruppe | None = valgfri("Målgruppe", "Hvem partnerskabet er for.", "anbefalet")
    parter: tuple[Aktoer, ...] = paakraevet("Parter", "Hvem der er med, med sektor og rolle.", min_length=1)
    periode: Periode | None = valgfri("Periode", "Hvornår modellen er brugt eller foreslået brugt.")
    principper: tuple[Udsagn, ...] = liste("Principper", "De regler, som samarbejdet hviler på.", "anbefalet")
    maal: tuple[Maal, ...] = liste("Mål", "Hvad man vil nå, og for hvem.", "anbefalet")
    organisering: tuple[Rolle, ...] = liste("Organisering", "Roller og opgaver.", "anbefalet")
    trin: tuple[Trin, ...] = liste("Trin", "Faser, i den rækkefølge de kommer.", "anbefalet")
    governance: tuple[Udsagn, ...] = liste("Styring", "Hvem bestemmer hvad, og hvordan.", "anbefalet")
    evaluering: tuple[Udsagn, ...] = liste("Evaluering", "Hvad der skal undersøges, hvordan og hvornår.", "anbefalet")
    oekonomi: Oekonomi = paakraevet("Økonomi", "Hvad det koster, og hvem der betaler.")
    regnskab: tuple[Udsagn, ...] = liste("Regnskab", "Hvordan pengene gøres op.")
    kriterier: tuple[Udsagn, ...] = liste("Kriterier", "Hvad der skal til for at være med eller få penge.", "anbefalet")
    resten: tuple[Afsnit, ...] = liste("Andre afsnit", "Det i kilden, som ikke passer ovenfor.")
    anbefalinger: tuple[Annotated[str, Ref("anbefalinger")], ...] = liste("Anbefalinger", "Anbefalinger bag modellen.")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste("Finansiering", "Puljer, som kan betale.")
    lovgrundlag: tuple[Annotated[str, Ref("lovgrundlag")], ...] = liste("Lovgrundlag", "Love bag modellen.")

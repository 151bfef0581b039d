"""Tal: one figure to quote, with its unit, period, source and reservation."""

from typing import Annotated

from macros.model.dele import Udsagn
from macros.model.felt import KraeverKilde, Linje, Ref, Tal, Valg, liste, paakraevet, valgfri
from macros.model.record import Record


class Noegletal(Record, KraeverKilde):
    tal: Tal = paakraevet("Tal", "Tallet uden enhed, punktum som decimaltegn, fx 8.3.")
    tal_til: Tal | None = valgfri("Tal til", "Øvre grænse, hvis kilden giver et interval.")
    omtrent: Annotated[str, Valg("omtrent")] | None = valgfri("Omtrent", "Kildens eget forbehold: ca., mindst …")
    enhed: Linje = paakraevet("Enhed", "Fx mia. kr., pct. eller unge.")
    periode: Linje = paakraevet("Periode", "Hvornår tallet gælder, fx 2022 eller pr. år, tal fra 2013.")
    forbehold: Udsagn | None = valgfri("Forbehold", "Hvad man skal vide, før man citerer tallet.", "anbefalet")
    modstrid: tuple[Annotated[str, Ref("noegletal")], ...] = liste(
        "Andre tal for det samme", "Nøgletal fra andre kilder, som ikke siger det samme."
    )

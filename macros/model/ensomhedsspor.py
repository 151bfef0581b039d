"""Strategispor: one of the six tracks of the loneliness strategy."""

from typing import Annotated

from macros.model.dele import Handling, Maal, Udsagn
from macros.model.felt import Ref, liste, paakraevet
from macros.model.record_med_kilder import RecordMedKilder


class Ensomhedsspor(RecordMedKilder):
    nummer: int = paakraevet("Nummer", "Sporets nummer i strategien, 1-6.", ge=1, le=6)
    udfordring: Udsagn = paakraevet("Udfordring", "Hvorfor sporet findes.")
    maal: tuple[Maal, ...] = paakraevet("Mål", "Hvad sporet skal opnå.", min_length=1)
    handlinger: tuple[Handling, ...] = paakraevet("Handlinger", "Hver handling for sig.", min_length=1)
    initiativer: tuple[Annotated[str, Ref("initiativer")], ...] = liste(
        "Initiativer", "Praksiseksempler, der hører under sporet.", "anbefalet"
    )
    begreber: tuple[Annotated[str, Ref("begreber")], ...] = liste("Begreber", "Ord, som sporet bygger på.")
    noegletal: tuple[Annotated[str, Ref("noegletal")], ...] = liste(
        "Nøgletal", "Tal, som sporet bygger på.", "anbefalet"
    )
    partnerskabsmodeller: tuple[Annotated[str, Ref("partnerskabsmodeller")], ...] = liste(
        "Partnerskabsmodeller", "Modeller, som kan bære sporet."
    )

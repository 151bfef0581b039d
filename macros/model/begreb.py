"""Begreb: a term or an abbreviation, explained."""

from typing import Annotated

from macros.model.dele import Udsagn
from macros.model.felt import Ref, liste, paakraevet
from macros.model.record import Record


class Begreb(Record):
    forklaring: Udsagn = paakraevet("Forklaring", "Hvad ordet betyder, i almindeligt sprog.")
    punkter: tuple[Udsagn, ...] = liste("Punkter", "Begrebets dele, hvis kilden deler det op.")
    se_ogsaa: tuple[Annotated[str, Ref("begreber")], ...] = liste("Se også", "Beslægtede begreber.")

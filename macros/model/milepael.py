"""Frist: a date that somebody must or should know."""

from typing import Annotated

from macros.model.felt import KraeverKilde, Linje, Ref, Tekst, Tidspunkt, liste, paakraevet
from macros.model.record import Record


class Milepael(Record, KraeverKilde):
    dato: Tidspunkt = paakraevet("Dato", "Dag, måned eller år.")
    hvad: Tekst = paakraevet("Hvad", "Hvad der sker eller skete.")
    for_hvem: Linje = paakraevet("For hvem", "Hvem datoen er vigtig for.")
    puljer: tuple[Annotated[str, Ref("puljer")], ...] = liste("Finansiering", "Puljer, som datoen gælder.")

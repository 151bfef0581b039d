"""Tal: a table from a source, as data, with the sums that the source prints."""

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import model_validator

from macros.model.dele import Udsagn
from macros.model.felt import Del, Id, KraeverKilde, Linje, Navn, Plain, Tal, felt, liste, paakraevet, valgfri
from macros.model.record import Record

Celle = Annotated[str, Plain()]
"""A cell as it is written; a column of type "tal" reads it as a number."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


class Kolonne(Del):
    id: Id = paakraevet("Id", "Kort navn til kolonnen, fx aar-2025.")
    titel: Navn = paakraevet("Overskrift", "Kolonnens overskrift.")
    type: Literal["tekst", "tal"] = paakraevet("Type", "tekst eller tal.")
    enhed: Linje | None = valgfri("Enhed", "Fx mio. kr. eller pct. Skal stå ved tal.", "anbefalet")
    decimaler: int = felt("Decimaler", "Antal decimaler, som kilden viser.", default=0, ge=0, le=4)
    summeres: bool = felt("Summeres", "true, hvis rækkerne skal give sumrækken.", default=False)
    sum_af: tuple[str, ...] = liste("Sum af", "Id'er på de kolonner, som denne er summen af.")
    soejler: bool = felt("Søjler", "true, hvis tallene også skal vises som søjler.", default=False)


class Raekke(Del):
    celler: tuple[Celle | None, ...] = paakraevet("Celler", "En værdi pr. kolonne. Punktum som decimaltegn.")
    heraf: bool = felt("Heraf", "true, hvis rækken er en del af rækken ovenfor og ikke tæller i summen.", default=False)


class Afvigelse(Del):
    """A sum that does not add up in the source itself, shown as it stands, with a note."""

    kolonne: Id = paakraevet("Kolonne", "Id på kolonnen.")
    raekke: Navn | None = valgfri("Række", "Rækkens første celle; udelad for sumrækken.")
    beregnet: Tal = paakraevet("Beregnet", "Det tal, som leddene giver.")
    note: Linje = paakraevet("Note", "Hvad læseren skal vide, fx at kilden har afrundet.")


class Tabel(Record, KraeverKilde):
    nummer: Navn | None = valgfri("Nummer", "Tabellens nummer i kilden, fx 3.1.", "anbefalet")
    kolonner: tuple[Kolonne, ...] = paakraevet("Kolonner", "Kolonnerne fra venstre.", min_length=2)
    raekker: tuple[Raekke, ...] = paakraevet("Rækker", "Rækkerne oppefra.", min_length=1)
    kontrolsum: tuple[Celle | None, ...] = liste("Kontrolsum", "Kildens sumrække, en værdi pr. kolonne.", "anbefalet")
    afvigelser: tuple[Afvigelse, ...] = liste("Afvigelser", "Summer, der ikke stemmer i kilden selv.")
    noter: tuple[Udsagn, ...] = liste("Noter", "Tabellens noter i egne ord.", "anbefalet")

    @model_validator(mode="after")
    def _cells_fit_columns(self) -> Self:
        for index, raekke in enumerate(self.raekker):
            self._check_cells(raekke.celler, ("raekker", index, "celler"))
        if self.kontrolsum:
            self._check_cells(self.kontrolsum, ("kontrolsum",))
        return self

    def _check_cells(self, celler: tuple[str | None, ...], path: tuple[str | int, ...]) -> None:
        name = next(iter(celler), None) or ""
        if len(celler) != len(self.kolonner):
            raise ValueError("celler", path, name, len(celler), len(self.kolonner))
        for kolonne, celle in zip(self.kolonner, celler, strict=True):
            if kolonne.type == "tal" and celle is not None and decimal(celle) is None:
                raise ValueError("celle", path, name, kolonne.titel, celle)


def decimal(cell: str | None) -> Decimal | None:
    """The number in a cell, or None where the cell is empty or no number."""
    return Decimal(cell) if cell and _NUMBER.fullmatch(cell) else None

"""Closed lists: `data/vocab/<name>.yml`."""

from typing import Self

from pydantic import model_validator

from macros.model.felt import Del, Linje, Tekst, felt, paakraevet, refuse_twice, valgfri


class Mulighed(Del):
    """One allowed choice."""

    id: str = paakraevet("Id", "Det, der skrives i datafilerne.", pattern=r"^[A-Za-z0-9_]+([-_][A-Za-z0-9]+)*$")
    titel: Linje = paakraevet("Titel", "Det, læseren ser.")
    forklaring: Tekst | None = valgfri("Forklaring", "Hvad valget betyder.")
    niveau: int | None = valgfri("Niveau", "Plads på en skala, fx Maryland 1-5.", ge=0, le=20)


class Vocab(Del):
    """A closed list of choices."""

    titel: Linje = paakraevet("Titel", "Hvad listen handler om.")
    beskrivelse: Tekst = paakraevet("Beskrivelse", "Hvad listen bruges til.")
    skala: bool = felt(
        "Skala", "true, hvis listen er en fast skala: alle trin vises, også dem ingen bruger.", default=False
    )
    valg: tuple[Mulighed, ...] = paakraevet("Valg", "De tilladte valg.", min_length=1)

    @model_validator(mode="after")
    def _each_choice_once(self) -> Self:
        refuse_twice((choice.id for choice in self.valg), "valg", "id")
        return self

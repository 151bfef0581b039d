"""Kilde: a publication or a web page."""

from typing import Annotated

from macros.model.dele import Kildehenvisning
from macros.model.felt import Linje, Navn, Tidspunkt, Valg, Webadresse, felt, liste, paakraevet, valgfri
from macros.model.record import Record


class Kilde(Record):
    udgiver: Navn = paakraevet("Udgiver", "Den organisation, der har udgivet kilden.")
    aar: int | None = valgfri("År", "Udgivelsesår. Udelad, hvis kilden er udateret.", "anbefalet", ge=1800, le=2100)
    type: Annotated[str, Valg("kildetype")] = paakraevet("Type", "Rapport, brev, lov, webside …")
    forfattere: tuple[Navn, ...] = liste("Forfattere", "Forfattere til rapporter og artikler; ministre ved breve.")
    url: Webadresse | None = valgfri("Webadresse", "Kildens egen adresse, når den kendes.", "anbefalet")
    spejl: bool = felt("Spejl", "true, hvis adressen er en gengivelse hos andre.", default=False)
    opbevaring: Linje | None = valgfri("Opbevaring", "Hvor kilden findes, når den ikke har en adresse.")
    laest: Tidspunkt | None = valgfri(
        "Læst", "Dag eller måned, hvor kilden blev læst. Udelad, hvis den kun er nævnt af andre.", "anbefalet"
    )
    laest_omfang: Linje | None = valgfri("Læst omfang", "Fx hele dokumentet, åbningen eller et uddrag.")
    citeret_i: tuple[Kildehenvisning, ...] = liste("Citeret i", "Kilder, som henviser til denne.")
    udkommet: Linje | None = valgfri("Dato", "Nærmere dato, hvis den kendes, ellers hvad man ved om den.")

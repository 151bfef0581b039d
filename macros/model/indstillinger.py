"""Who publishes the site: `settings.yml`. What is not known is left blank and said to be missing."""

from macros.model.felt import Del, Linje, Navn, Webadresse, paakraevet, valgfri


class Indstillinger(Del):
    """The settings of one publisher."""

    navn: Navn = paakraevet("Navn", "Katalogets navn.")
    myndighed: Navn = paakraevet("Myndighed", "Hvem der står bag.")
    postkasse: str | None = valgfri("Postkasse", "En funktionspostkasse.", pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")
    telefon: Linje | None = valgfri("Telefon", "Telefonnummer til myndigheden.")
    adresse: Webadresse | None = valgfri("Adresse", "Hvor kataloget ligger på nettet.")
    repository: str | None = valgfri("Repository", "ejer/navn på GitHub.", pattern=r"^[\w.-]+/[\w.-]+$")

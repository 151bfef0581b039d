"""Who publishes the site: `settings.yml`. What is not known is left blank and said to be missing."""

from macros.model.felt import Dato, Del, Linje, Navn, Webadresse, felt, liste, paakraevet, valgfri


class Gennemgang(Del):
    """By kind: after how many days a record must be held up against its sources again. Blank: never."""

    initiativer: int | None = valgfri("Initiativer", "Antal dage.", ge=1, le=36500)
    metoder: int | None = valgfri("Metoder", "Antal dage.", ge=1, le=36500)
    partnerskabsmodeller: int | None = valgfri("Partnerskabsmodeller", "Antal dage.", ge=1, le=36500)
    ensomhedsspor: int | None = valgfri("Spor", "Antal dage.", ge=1, le=36500)
    partnerskaber: int | None = valgfri("Lokale partnerskaber", "Antal dage.", ge=1, le=36500)
    puljer: int | None = valgfri("Puljer", "Antal dage.", ge=1, le=36500)
    lovgrundlag: int | None = valgfri("Lovregler", "Antal dage.", ge=1, le=36500)
    strategier: int | None = valgfri("Strategier", "Antal dage.", ge=1, le=36500)
    anbefalinger: int | None = valgfri("Anbefalinger", "Antal dage.", ge=1, le=36500)
    tabeller: int | None = valgfri("Tabeller", "Antal dage.", ge=1, le=36500)
    noegletal: int | None = valgfri("Nøgletal", "Antal dage.", ge=1, le=36500)
    milepaele: int | None = valgfri("Datoer", "Antal dage.", ge=1, le=36500)
    begreber: int | None = valgfri("Begreber", "Antal dage.", ge=1, le=36500)
    kilder: int | None = valgfri("Kilder", "Antal dage.", ge=1, le=36500)


class Tilgaengelighed(Del):
    """What the publisher declares about accessibility, and what the latest test of all pages counted."""

    dato: Dato | None = valgfri("Dato", "Dagen, hvor myndigheden sidst godkendte erklæringen.")
    was: Webadresse | None = valgfri("WAS", "Erklæringens adresse i WAS-Tool.")
    kendte_fejl: tuple[Linje, ...] = liste("Kendte fejl", "Hvad der ikke overholder kravene, og hvorfor.")
    testet: Dato | None = valgfri("Testet", "Dagen, hvor make a11y sidst gik alle sider igennem.")
    sider: int | None = valgfri("Sider", "Hvor mange sider make a11y gik igennem.", ge=1, le=10**6)
    brud: int | None = valgfri("Brud", "Hvor mange brud på kravene make a11y fandt.", ge=0, le=10**6)


class Indstillinger(Del):
    """The settings of one publisher."""

    navn: Navn = paakraevet("Navn", "Katalogets navn.")
    myndighed: Navn = paakraevet("Myndighed", "Hvem der står bag.")
    postkasse: str | None = valgfri("Postkasse", "En funktionspostkasse.", pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")
    telefon: Linje | None = valgfri("Telefon", "Telefonnummer til myndigheden.")
    adresse: Webadresse | None = valgfri("Adresse", "Hvor kataloget ligger på nettet.")
    repository: str | None = valgfri("Repository", "ejer/navn på GitHub.", pattern=r"^[\w.-]+/[\w.-]+$")
    gennemgang: Gennemgang = felt("Gennemgang", "Efter hvor mange dage en post skal gennemgås.", default=Gennemgang())
    tilgaengelighed: Tilgaengelighed = felt("Tilgængelighed", "Til erklæringen.", default=Tilgaengelighed())

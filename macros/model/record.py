"""What every record kind shares."""

from typing import Annotated

from macros.model.felt import Dato, Del, Id, Linje, Navn, Valg, felt, liste, paakraevet, valgfri

Emne = Annotated[str, Valg("emne")]


class Udgaaet(Del):
    """Why and when a record was taken out. Its address stays and says so."""

    dato: Dato = paakraevet("Dato", "Den dag, posten blev taget ud.")
    grund: Linje = paakraevet("Grund", "Hvorfor posten er taget ud, så en læser forstår det.")
    erstattet_af: Id | None = valgfri("Erstattet af", "Id på den post af samme slags, som læseren skal se i stedet.")


class FriskTil(Del):
    """A day of the record's own on which it must be looked at again, instead of the limit of its kind."""

    dato: Dato = paakraevet("Dato", "Den dag, posten senest skal gennemgås igen.")
    grund: Linje = paakraevet("Grund", "Hvorfor posten har sin egen frist, fx at den ikke ændrer sig.")


class Record(Del):
    """The keys that a record of any kind may have."""

    id: Id = paakraevet("Id", "Filens navn uden .yml. Små bogstaver, tal og bindestreg, uden æøå.")
    titel: Linje = paakraevet("Titel", "Navnet, som læseren kender det.")
    resume: Linje | None = valgfri("Resumé", "Højst 300 tegn i almindeligt sprog.", "anbefalet")
    emner: tuple[Emne, ...] = liste("Emner", "Et til fire emner fra data/vocab/emne.yml.", "anbefalet")
    ogsaa_kaldt: tuple[Linje, ...] = liste("Også kaldt", "Andre navne og forkortelser, som læsere søger på.")
    status: Annotated[str, Valg("status")] = paakraevet("Status", "Hvor langt sagen er.")
    sikkerhed: Annotated[str, Valg("sikkerhed")] = felt(
        "Sikkerhed",
        "mellem, hvis kilden kun er læst gennem et spejl, en nyhed eller et resumé.",
        default="hoej",
    )
    gennemgaaet: Dato = paakraevet("Gennemgået", "Dato, hvor posten sidst blev holdt op mod sine kilder.")
    frisk_til: FriskTil | None = valgfri(
        "Frisk til", "Postens egen frist for gennemgang. Tom, når fristen for dens slags passer."
    )
    bekraeftet: Dato | None = valgfri(
        "Bekræftet", "Dato, hvor ejeren af praksis bekræftede posten. Tom, til nogen har."
    )
    ansvarlig: Navn = felt("Ansvarlig", "Rolle, ikke navn.", default="Ungeløftets sekretariat")
    tidligere_id: tuple[Id, ...] = liste("Tidligere id", "Gamle id'er. Gamle adresser fører hertil.")
    udgaaet: Udgaaet | None = valgfri(
        "Taget ud", "Udfyldes kun, når posten ikke længere skal være i kataloget. Siden bliver til en kort besked."
    )

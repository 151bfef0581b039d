"""Parts that several record kinds share: statements, target groups, parties, results, amounts."""

from typing import Annotated

from macros.model.felt import (
    Dato,
    Del,
    KraeverKilde,
    Kroner,
    Linje,
    MedKilde,
    Navn,
    Ref,
    Tekst,
    Tidspunkt,
    Valg,
    liste,
    paakraevet,
    valgfri,
)  # fmt: skip


class Kildehenvisning(KraeverKilde):
    note: Linje | None = valgfri("Note", "Hvad kilden er brugt til, eller et forbehold.")


class Udsagn(MedKilde):
    """A statement in own words."""

    tekst: Tekst = paakraevet("Tekst", "Ét udsagn i egne ord. Højst 20 ord i hver sætning.")


class Afsnit(Del):
    titel: Linje = paakraevet("Overskrift", "Et spørgsmål eller en påstand, der siger pointen.")
    punkter: tuple[Udsagn, ...] = paakraevet("Punkter", "Et udsagn pr. punkt.", min_length=1)


class Maalgruppe(MedKilde):
    beskrivelse: Tekst = paakraevet("Beskrivelse", "Hvem indsatsen er for, i almindelige ord.")
    alder_fra: int | None = valgfri("Alder fra", "Yngste alder i år, fx 15.", "anbefalet", ge=0, le=120)
    alder_til: int | None = valgfri("Alder til", "Ældste alder i år, fx 29.", "anbefalet", ge=0, le=120)
    situation: tuple[Annotated[str, Valg("situation")], ...] = liste(
        "Situation", "Hvilke livssituationer indsatsen er for.", "anbefalet"
    )
    omraade: Linje | None = valgfri("Område", "Bydel eller boligområde, hvis indsatsen kun er der.")


class Aktoer(MedKilde):
    navn: Navn = paakraevet("Navn", "Organisationens navn. Aldrig en privatperson.")
    sektor: Annotated[str, Valg("sektor")] = paakraevet("Sektor", "Hvilken sektor parten hører til.")
    rolle: Linje | None = valgfri("Rolle", "Hvad parten gør i samarbejdet.", "anbefalet")


class Periode(MedKilde):
    fra: Tidspunkt | None = valgfri("Fra", "År, måned eller dag: 2025, 2025-01 eller 2025-01-31.")
    til: Tidspunkt | None = valgfri("Til", "År, måned eller dag. Udelad, hvis indsatsen ikke har en slutdato.")
    note: Linje | None = valgfri("Note", "Forbehold om perioden.")


class Maal(KraeverKilde):
    """What somebody wants to reach. Never shown as a result."""

    tekst: Tekst = paakraevet("Mål", "Hvad man vil nå. Et mål er ikke et resultat.")
    for_hvem: Linje | None = valgfri("For hvem", "Borgerne, kommunen, organisationerne eller en målgruppe.")
    indsats: Linje | None = valgfri("Indsats", "Hvilken del af indsatsen målet hører til.")
    opfoelgning: Tekst | None = valgfri("Opfølgning", "Hvordan og hvor tit målet følges op.", "anbefalet")


class Resultat(KraeverKilde):
    """What was found, and what kind of study found it."""

    tekst: Tekst = paakraevet("Resultat", "Hvad undersøgelsen fandt, ikke stærkere end kilden siger det.")
    tal: Linje | None = valgfri("Tal", "Tallet, som kilden skriver det, fx 59,9 mod 46,5.")
    enhed: Linje | None = valgfri("Enhed", "Fx pct., kr. eller unge.")
    design: Annotated[str, Valg("design")] = paakraevet("Undersøgelse", "Hvilken slags undersøgelse der står bag.")
    udfald: Annotated[str, Valg("udfald")] | None = valgfri(
        "Udfald", "Hvad der blev målt, fx job eller trivsel.", "anbefalet"
    )
    retning: Annotated[str, Valg("retning")] | None = valgfri(
        "Retning", "Om resultatet er positivt, negativt eller uden forskel.", "anbefalet"
    )


class Beloeb(KraeverKilde):
    tekst: Linje = paakraevet("Hvad beløbet dækker", "Fx lokal projektleder eller tilskud pr. forening.")
    kroner: Kroner | None = valgfri("Kroner", "Hele kroner uden punktum, fx 69100000.", "anbefalet")
    kroner_til: Kroner | None = valgfri("Kroner til", "Øvre grænse, hvis kilden giver et interval.")
    omtrent: Annotated[str, Valg("omtrent")] | None = valgfri(
        "Omtrent", "Kildens eget forbehold: ca., mindst, mere end …"
    )
    aar: Tidspunkt | None = valgfri("År", "Det år, beløbet gælder.")
    periode: Linje | None = valgfri("Periode", "Hvis beløbet dækker flere år, fx 2025-2028.")
    prisniveau: Linje | None = valgfri("Prisniveau", "Fx 2025-priser og -lønninger.")


class Oekonomi(Del):
    prisbaand: Annotated[str, Valg("prisbaand")] = paakraevet(
        "Prisbånd", "Prisen i grove træk. Vælg ikke_opgjort, hvis kilderne ikke siger det."
    )
    omfatter: Udsagn | None = valgfri("Hvad er talt med", "Hvad tallene dækker og ikke dækker.", "anbefalet")
    poster: tuple[Beloeb, ...] = liste("Poster", "Beløbene hver for sig.", "anbefalet")
    tabeller: tuple[Annotated[str, Ref("tabeller")], ...] = liste("Tabeller", "Tabeller med hele budgettet.")


class Trin(Del):
    titel: Linje = paakraevet("Trin", "Hvad man gør, i få ord.")
    punkter: tuple[Udsagn, ...] = liste("Punkter", "Hvad trinnet består af.", "anbefalet")


class Rolle(Del):
    rolle: Linje = paakraevet("Rolle", "Fx projektledende organisation.")
    hvem: Linje | None = valgfri("Hvem", "Hvem der typisk har rollen.")
    opgaver: tuple[Udsagn, ...] = paakraevet("Opgaver", "En opgave pr. punkt.", min_length=1)


class Handling(MedKilde):
    tekst: Tekst = paakraevet("Handling", "Hvad der skal gøres, i egne ord.")
    hvem: Linje | None = valgfri("Hvem", "Hvem der skal gøre det.", "anbefalet")


class Vurdering(MedKilde):
    """One of the five dimensions of the Vidensdeklaration. A letter needs a published declaration."""

    dimension: Annotated[str, Valg("dimension")] = paakraevet("Dimension", "Hvad der er vurderet.")
    vurdering: Annotated[str, Valg("vurdering")] = paakraevet(
        "Vurdering", "Bogstavet fra en offentliggjort vidensdeklaration, ellers ordet for at det mangler."
    )
    begrundelse: Tekst = paakraevet("Begrundelse", "Én sætning om hvorfor.")
    vurderet_af: Navn | None = valgfri("Vurderet af", "Den myndighed, der har offentliggjort vurderingen.")
    vurderet: Dato | None = valgfri("Vurderet", "Dato for vurderingen, hvis kilden giver den.")


class Evidens(Del):
    kort: Udsagn = paakraevet("Kort svar", "Virker det? Én eller to sætninger, ikke stærkere end kilden.")
    vurderinger: tuple[Vurdering, ...] = liste("Vurderinger", "De fem dimensioner i vidensdeklarationen.", "anbefalet")
    afproevet_i_danmark: bool | None = valgfri("Afprøvet i Danmark", "true, hvis en kilde viser det.", "anbefalet")
    tilgaengelig_i_danmark: bool | None = valgfri(
        "Findes i Danmark", "true, hvis en kommune kan tage metoden i brug nu.", "anbefalet"
    )
    gennemgaaet: Dato = paakraevet("Evidens gennemgået", "Dato, hvor evidensen sidst blev gennemgået.")

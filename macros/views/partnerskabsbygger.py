"""The description of a local partnership: its headings, fields and guidance, for the form and the blank Word file.

Names are kept in the files that readers save: a new name means a new version in `bygger_fil.js`.
"""

from dataclasses import dataclass

TITLE = "Beskrivelse af lokalt partnerskab"


@dataclass(frozen=True)
class Field:
    """One thing to fill in. `kind`: line, text, number, check, sector, record, or rows with `columns`.

    `kinds` are the records that a record is picked from; `about` the fields ("section.field") that a check looks at.
    """

    name: str
    title: str
    kind: str = "text"
    help: str = ""
    greatest: int = 0
    columns: tuple["Field", ...] = ()
    kinds: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading of the description, what to think of, and its fields."""

    id: str
    title: str
    guidance: str
    fields: tuple[Field, ...]


SECTIONS = (
    Section("partnerskabet", "Partnerskabet", "Et navn, som alle parter kan kende, og kommunen, det hører til.", (
        Field("navn", "Partnerskabets navn", "line"),
        Field("kommune", "Kommune", "line"),
        Field("model", "Model, I bygger på", "record", "Valgfrit. Vælg en partnerskabsmodel fra kataloget.",
              kinds=("partnerskabsmodeller",)),
    )),
    Section("maalgruppe", "Målgruppe", "Begynd med de unge. Vælg hellere en tydelig gruppe end en bred.", (
        Field("hvem", "Hvem vil I nå?", help="Alder, situation og område."),
        Field("antal", "Antal unge", "number", "Hvor mange vil I nå? Skriv et helt tal.", 100_000),
        Field("talkilde", "Hvor kommer tallet fra?", "line", "Navn og år på kilden."),
    )),
    Section("parter", "Parter", "Puljemidlerne kræver aftaler med både civilsamfund og virksomheder.", (
        Field("parter", "Part", "rows", "Skriv parterne med sektor og rolle.", columns=(
            Field("navn", "Navn", "line"),
            Field("sektor", "Sektor", "sector"),
            Field("rolle", "Rolle", "line"),
        )),
    )),
    Section("maal", "Mål", "Et mål er ikke et resultat. Skriv, hvordan og hvornår I ser efter.", (
        Field("maal", "Mål", "rows", "Få mål er lettere at følge end mange.", columns=(
            Field("maal", "Det vil vi nå", "line"),
            Field("opfoelgning", "Sådan følger vi op", "line"),
        )),
    )),
    Section("aktiviteter", "Aktiviteter", "Byg på det, I har, og på det, andre har prøvet.", (
        Field("aktiviteter", "Aktivitet", "rows", "Vælg gerne en metode eller et initiativ fra kataloget.", columns=(
            Field("aktivitet", "Det gør vi", "line"),
            Field("post", "Fra kataloget", "record", kinds=("metoder", "initiativer")),
            Field("ansvarlig", "Ansvarlig", "line"),
        )),
    )),
    Section("styring", "Styring", "Alle skal kunne se, hvem der bestemmer, og hvordan de får noget at sige.", (
        Field("beslutninger", "Hvem beslutter hvad?"),
        Field("optagelse", "Hvordan kommer foreninger med?"),
        Field("uenighed", "Hvad gør I ved uenighed?"),
        Field("rettigheder", "Hvilke rettigheder har parterne?", help="Fx indsigt, stemme, navn og materialer."),
    )),
    Section("tilmeldingsbeloeb", "Tilmeldingsbeløb til foreninger",
            "Et årligt beløb til hver forening, der skriver under, gør det lettere for foreninger at være med.", (
        Field("beloeb", "Kroner pr. forening pr. år", "number", "Skriv et helt tal.", 1_000_000),
        Field("foreninger", "Antal foreninger", "number", "Skriv et helt tal.", 10_000),
        Field("vilkaar", "Vilkår", help="Hvad skal en forening gøre for at få beløbet?"),
    )),
    Section("budget", "Budget", "Husk projektledelse, penge til foreninger, kompetenceudvikling og opfølgning.", (
        Field("budget", "Budgetpost", "rows", "Skriv beløb i hele kroner.", columns=(
            Field("post", "Hvad", "line"),
            Field("kroner", "Kroner", "number", greatest=1_000_000_000),
            Field("finansiering", "Hvem betaler?", "line"),
        )),
    )),
    Section("evaluering", "Evaluering", "Aftal tidligt, hvad I vil lære, og hvem der samler det.", (
        Field("temaer", "Temaer", help="Fx hvordan små foreninger er med, eller hvad der er svagt og stærkt."),
        Field("evaluator", "Hvem evaluerer?", "line"),
    )),
    Section("tidsplan", "Tidsplan", "Skriv de trin, som andre venter på.", (
        Field("trin", "Trin", "rows", columns=(
            Field("hvornaar", "Hvornår", "line"),
            Field("hvad", "Hvad", "line"),
        )),
    )),
    Section("risici", "Risici", "Nævn de to eller tre største, og hvem der holder øje.", (
        Field("risici", "Risiko", "rows", columns=(
            Field("risiko", "Hvad kan gå galt?", "line"),
            Field("modtraek", "Hvad gør vi?", "line"),
            Field("ansvarlig", "Hvem holder øje?", "line"),
        )),
    )),
    Section("tjekliste", "Tjekliste", "Efter de fire principper i den lokale partnerskabsmodel.", (
        Field("p1", "Det er let for små foreninger at være med.", "check",
              about=("styring.optagelse", "tilmeldingsbeloeb.beloeb", "tilmeldingsbeloeb.vilkaar")),
        Field("p2", "Alle kan se, hvem der bestemmer, og styringen er demokratisk.", "check",
              about=("styring.beslutninger", "styring.uenighed", "styring.rettigheder")),
        Field("p3", "Arbejdet bygger på viden og evner, og der er penge til at udvikle dem.", "check",
              about=("aktiviteter.aktiviteter", "budget.budget", "evaluering.temaer")),
        Field("p4", "Partnerskabet bringer noget nyt.", "check",
              about=("parter.parter", "maal.maal")),
    )),
)  # fmt: skip

REQUIRED = (("civilsamfund", "en part fra civilsamfundet"), ("virksomhed", "en virksomhed"))
"""The sectors that the pool money requires a party from, and how such a party is called."""

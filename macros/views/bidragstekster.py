"""What the form at /bidrag/ says of its fields, where the model's words are for those who write the files."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "titel": "Det navn, folk kender det under.",
    "resume": "Hvad gør I, og for hvem? Højst 300 tegn. Vent med tal, til I kan vælge en kilde længere nede.",
    "emner": "Vælg dem, der passer bedst. Højst seks.",
    "kommuner": "Skriv navnet, og vælg det på listen. Lad feltet stå tomt, hvis det er hele landet.",
    "kilde": "Vælg en af de kilder, I har skrevet under Kilder. Den skal stå her, når teksten har et tal.",
    "kilder": "Hvor har I det fra? Det kan være en aftale, en evaluering, et referat eller en side på nettet.",
    "type": "Vælg det, der passer bedst.",
    "status": "Hvor langt er I? Er I i tvivl, så lad Ukendt stå.",
    "url": "Kildens egen adresse på nettet.",
    "opbevaring": "Hvor andre kan få kilden, når den ikke ligger på nettet.",
    "kerneelementer": "Hvad I gør i praksis. Skriv én ting i hvert felt.",
    "organisering": "Hvem leder det, hvem er med, og hvor hører det til?",
    "resultater": "Hvad der kom ud af det, fx en optælling eller en evaluering. Spring over, hvis I ikke ved det.",
    "aktoerer": "Hvem der er med: kommunen, foreninger, virksomheder og andre.",
    "parter": "Hvem der er med: kommunen, foreninger, virksomheder og andre.",
}
"""By the field's key."""

PLAINER: Mapping[str, str] = {
    "Ét udsagn i egne ord. Højst 20 ord i hver sætning.": "Skriv i egne ord og korte sætninger.",
    "År, måned eller dag: 2025, 2025-01 eller 2025-01-31.": "Fx 2025, januar 2025 eller 31.1.2025.",
    "År, måned eller dag. Udelad, hvis indsatsen ikke har en slutdato.": "Lad feltet stå tomt, hvis det kører endnu.",
    "Udgivelsesår. Udelad, hvis kilden er udateret.": "Det år, kilden er fra. Tomt, hvis den ikke siger det.",
}
"""By the model's own words, where fields of one key differ."""

OF_NEW_SOURCE: Mapping[str, str] = {"titel": "Kildens egen titel."}

OF_CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "forslag": "Foreslået, men ikke vedtaget.",
        "igangvaerende": "Kører nu, eller kørte, da kilden blev skrevet.",
        "gaeldende": "Gælder eller bruges, uden en slutdato.",
        "ukendt": "I ved det ikke, og kilden siger det ikke.",
    },
}
"""What a choice means, by list and choice."""

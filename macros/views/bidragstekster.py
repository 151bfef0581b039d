"""What the form at /bidrag/ says of its fields, where the model's words are for those who write the files."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "kerneelementer": "Hvad I gør",
    "poster": "Beløb",
    "design": "Hvordan ved I det?",
    "prisbaand": "Pris",
    "udfald": "Hvad er målt",
    "omfatter": "Hvad er med i prisen",
}
"""By the field's key: plain words for those that visitors did not understand."""

HELP: Mapping[str, str] = {
    "titel": "Det navn, folk kender det under.",
    "resume": "Hvad gør I, og for hvem? Højst 300 tegn, uden andre tal end alderen.",
    "emner": "Vælg dem, der passer bedst. Højst seks.",
    "kommuner": "Skriv navnet, og vælg det på listen. Lad feltet stå tomt, hvis det er hele landet.",
    "kilde": "Vælg en af jeres kilder. Et tal skal have en.",
    "sted": 'Fx "side 3" eller "hele listen". Er det en netside, så skriv "websiden".',
    "prisbaand": "Prisen for hele perioden i grove træk. Skal vælges, når I skriver et beløb. "
    'Vælg "Ikke opgjort", hvis I ikke ved det.',
    "poster": "Beløbene hver for sig, med kilde. Har I ingen kilde, så vælg kun Pris.",
    "udfald": "Vælg det, der ligger nærmest. Praktik hører til Job.",
    "kilder": "Mindst én. Det kan være jeres egen netside, en aftale, en evaluering eller et referat.",
    "type": "Vælg det, der passer bedst.",
    "status": 'Hvor langt er I? Ved I det ikke, så vælg "Ukendt".',
    "opbevaring": "Hvis kilden ikke er på nettet: Hvor ligger den? Fx i kommunens arkiv. Ingen personnavne.",
    "kerneelementer": "Skriv én ting i hvert felt.",
    "organisering": "Hvem leder det, hvem er med, og hvor hører det til?",
    "resultater": "Hvad der kom ud af det, fx en optælling eller en evaluering.",
    "aktoerer": "Kommunen, foreninger og andre, der er med. Én er nok.",
    "parter": "Kommunen, foreninger og andre, der er med. Én er nok.",
}
"""By the field's key."""

OF_REQUIRED: Mapping[str, str] = {"kommuner": "Skriv navnet, og vælg det på listen."}
"""The same where the field cannot be left out."""

SOURCE_OF_ONE = "Vælg den kilde, hvor det står, ikke en anden."
"""Where a statement must have a source: whoever has none is not to take the nearest."""

PLAINER: Mapping[str, str] = {
    "Ét udsagn i egne ord. Højst 20 ord i hver sætning.": "",
    "Hvilken sektor parten hører til.": "Er de flere, så vælg den, der leder det.",
    "Et udsagn pr. punkt.": "Skriv én ting i hvert felt.",
    "Hvem initiativet er for.": "",
    "Hvem indsatsen er for, i almindelige ord.": "Hvem det er for. Alderen skrives i felterne nedenfor.",
    "Metoder, som initiativet bruger.": "Skriv et ord, og vælg på listen. Kender I ingen, så lad feltet stå tomt.",
    "Initiativer, som dette bygger på ifølge kilden.": "Et initiativ i kataloget. Skriv et ord, og vælg på listen.",
    "Større initiativer, som dette er en del af.": "Et initiativ i kataloget. Skriv et ord, og vælg på listen.",
    "Modeller, som initiativet følger.": "Måder at samarbejde på. Skriv et ord, og vælg på listen.",
    "Initiativer i partnerskabet.": "Et initiativ i kataloget. Skriv et ord, og vælg på listen.",
    "Modeller, som partnerskabet følger.": "Måder at samarbejde på. Skriv et ord, og vælg på listen.",
    "Puljer, som har betalt eller kan betale.": "Puljer med navn, også § 18-midler. Skriv et ord, og vælg på listen.",
    "Kildens eget forbehold: ca., mindst, mere end …": "Fx ca. eller mindst.",
    "Tallet, som kilden skriver det, fx 59,9 mod 46,5.": "Tallet, som kilden skriver det, fx 14 af 31.",
    "Om resultatet er positivt, negativt eller uden forskel.": 'Er det kun en optælling, så vælg "Ikke vurderet".',
    "Hvornår det kører eller kørte.": "Kender I ikke året, så lad Fra stå tomt, og skriv i Note, hvad I ved.",
    "År, måned eller dag: 2025, 2025-01 eller 2025-01-31.": "Fx 2025, januar 2025 eller 31.1.2025.",
    "År, måned eller dag. Udelad, hvis indsatsen ikke har en slutdato.": "Lad feltet stå tomt, hvis det kører endnu.",
    "Udgivelsesår. Udelad, hvis kilden er udateret.": "Det år, kilden er fra. Tomt, hvis den ikke siger det.",
    "Hele kroner uden punktum, fx 69100000.": "Fx 250.000 eller 1,2 mio.",
    "Hvis beløbet dækker flere år, fx 2025-2028.": 'Fx "om året" eller 2025-2028.',
    "Forbehold om perioden.": 'Fx "begyndte i foråret".',
    "Hvad undersøgelsen fandt, ikke stærkere end kilden siger det.": "Skriv ikke mere, end kilden siger.",
    "Hvilken slags undersøgelse der står bag.": "Vælg det, der passer bedst.",
}
"""By the model's own words, where fields of one key differ."""

SHOWN = frozenset({"alder_fra", "alder_til", "omtrent", "periode"})
"""Fields that stand beside what they belong to, though they can be left out: messages point to them."""

OF_KINDS: Mapping[str, str] = {
    "initiativer": "noget, I gør for unge, også når I er flere om det. Vælg det, hvis I er i tvivl.",
    "partnerskaber": "en aftale mellem kommunen, virksomheder og foreninger.",
}
"""What can be proposed, by kind."""

OF_NEW_SOURCE: Mapping[str, str] = {
    "titel": "Det, der står øverst på siden eller forsiden.",
    "url": "Kopiér den fra browserens adresselinje. Udfyld den eller Opbevaring.",
    "type": "Vælg det, der ligger nærmest. En evaluering er en rapport. Et budget eller en optælling er et notat.",
}

OF_CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "forslag": "Foreslået, men ikke vedtaget.",
        "igangvaerende": "Kører nu.",
        "gaeldende": "En regel eller aftale uden slutdato.",
        "ukendt": "I ved det ikke, og kilden siger det ikke.",
    },
    "sektor": {"civilsamfund": "Foreninger og frivillige."},
}
"""What a choice means, by list and choice."""

HARD: Mapping[str, frozenset[str]] = {
    "status": frozenset({"gaeldende", "ophoert"}),
    "sektor": frozenset({"civilsamfund"}),
    "emne": frozenset(
        {
            "brobygning",
            "eftervaern",
            "fgu",
            "kommunal-ungeindsats",
            "peer-stoette",
            "sagsstamme",
            "social-investering",
            "social-klausul",
            "styring",
            "vaertskab",
            "ydelse",
        }
    ),
}
"""Choices by list that are shown with what they mean, since their names do not say it to everybody."""

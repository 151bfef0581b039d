"""Sentences that `make check` and the form at /bidrag/ share, so that both say the same of the same mistake.

`{name}` stands for what differs from case to case. The form gets the table as JSON, see `formular`. Its readers have
neither files nor keys at hand: `IN_FORM` holds words for them, where those of the check would not help.
"""

from collections.abc import Mapping, Sequence

WORDING: Mapping[str, str] = {
    "mangler-felt": 'feltet "{navn}" mangler. Skriv det ind.',
    "for-lang": "teksten har {antal} tegn; højst {hoejst} er tilladt. Forkort den med {over} tegn.",
    "for-faa": "listen skal have mindst {antal}.",
    "for-mange": "listen må højst have {antal}.",
    "ikke-et-tal": "{vaerdi} er ikke et tal. Brug cifre og punktum, fx 1525 eller 89.7.",
    "for-lavt": "{tal} er for lavt; mindst {mindst}.",
    "for-hoejt": "{tal} er for højt; højst {hoejst}.",
    "to-slags-tal": "{vaerdi} kan læses på to måder. Skriv {uden_punktum}.",
    "tidspunkt": "{vaerdi} skal være år, måned eller dag: 2026, 2026-09 eller 2026-09-01.",
    "dato-findes-ikke": "datoen findes ikke. Skriv år, måned eller dag: 2026, 2026-09 eller 2026-09-01.",
    "webadresse": "{vaerdi} skal være en hel adresse, der begynder med https://.",
    "kontroltegn": "linjen har det usynlige tegn U+{tegn}. Slet det.",
    "ukendt-reference": '"{navn}" findes ikke i {sted}.{gaet}',
    "tal-uden-kilde": "{tal} har ingen kilde. Skriv kilde og sted ved udsagnet, "
    "eller gentag tallet i et udsagn med kilde.",
    "mangler-sted": 'kilden mangler et "sted": side, kapitel eller tabel.',
    "mangler-kilde": 'stedet mangler en "kilde" fra data/kilder.',
    "html-i-tekst": '"{fundet}" ligner kode. Skriv ren tekst; links hører til i data/kilder.',
    "personnummer": "teksten ligner et personnummer. Slet det.",
    "personmail": '"{mail}" ligner en persons mailadresse. Brug en fælles postkasse, fx kontakt@, eller slet den.',
    "slutter-foer": "slutter {til}, før det begynder {fra}. Byt om, eller ret en af dem.",
    "alder-lavere": "{til} er lavere end alder_fra ({fra}). Byt om.",
    "maal-som-resultat": 'teksten er et mål, ikke et resultat. Flyt den til "maal".',
    "to-slags-sted": "der står både kommuner og landsdaekkende. Behold det ene.",
    "kilde-uden-adresse": "kilden kan ikke findes igen. Skriv url, opbevaring eller citeret_i.",
    "dobbelt-titel": "titlen er den samme som i data/{post}.yml. Gør dem forskellige, eller slå dem sammen.",
    "naesten-samme-titel": "titlen er næsten den samme som i data/{post}.yml. Er det den samme sag, så slå dem sammen. "
    "Ellers gør titlerne tydeligt forskellige.",
    "dobbelt-kilde": "adressen står allerede i data/kilder/{kilde}.yml. Brug den kilde.",
}

IN_FORM: Mapping[str, str] = {
    "mangler-felt": "feltet er tomt. Det skal udfyldes.",
    "mangler-del": "udfyld mindst ét af felterne her.",
    "mangler-valg": "intet er valgt. Vælg på listen.",
    "mangler-hak": "intet er valgt. Sæt mindst ét hak.",
    "mangler-kilder": "feltet er tomt. Skriv, hvor I har det fra.",
    "mangler-kildevalg": "vælg den kilde, hvor det står. Står det ikke i nogen af dem, "
    'så vælg "En anden kilde: tilføj den", gerne et internt notat, eller slet det, I har skrevet her.',
    "for-mange": "her er for mange. Behold højst {antal}.",
    "ikke-et-tal": "{vaerdi} er ikke et tal. Skriv kun cifre, fx {eksempel}.",
    "ikke-et-beloeb": "{vaerdi} er ikke et beløb. Skriv kun beløbet, fx 250.000 eller 1,2 mio. "
    'Ord som "om året" hører til i Periode, og "ca." vælges i Omtrent.',
    "tidspunkt": "{vaerdi} kan ikke læses som en dato. Skriv fx 2026, september 2026 eller 1.9.2026. "
    "Kender I kun årstiden, så skriv året. Er der ingen dato, så lad feltet stå tomt.",
    "dato-findes-ikke": "datoen findes ikke. Se efter, om dag og måned er rigtige.",
    "webadresse": "{vaerdi} er ikke en hel webadresse. Kopiér den fra browserens adresselinje.",
    "ukendt-reference": 'vi kender ikke "{navn}". '
    "Vælg et navn på listen, som kommer frem, når I skriver, eller slet det.",
    "ukendt-kilde": 'vi fandt ikke "{navn}" blandt katalogets kilder. Vælg en titel på listen, '
    'eller vælg "Det er en ny kilde".',
    "tal-uden-kilde": "{tal} mangler en kilde. Vælg nedenfor den kilde, hvor det står, eller skriv uden tal. "
    'Har I selv talt, så vælg "En anden kilde".',
    "tal-uden-felt": "{tal} mangler en kilde. Skriv uden tal her, "
    "eller skriv også tallet i en af teksterne længere nede, hvor kilden kan vælges.",
    "tal-eller-alder": '{tal} mangler en kilde. Er det alderen, så skriv den også i "Alder fra" og "Alder til". '
    "Ellers skriv uden tal her.",
    "tal-om-maalgruppe": '{tal} mangler en kilde. Er det alderen, så skriv den også i "Alder fra" og "Alder til". '
    "Ellers vælg den kilde, hvor tallet står, eller skriv uden tal.",
    "mangler-sted": "skriv, hvor i kilden det står: side, kapitel eller tabel.",
    "mangler-kilde": 'vælg den kilde, som "Sted i kilden" hører til, eller slet stedet.',
    "html-i-tekst": '"{fundet}" ligner kode. Skriv ren tekst. '
    'Webadresser hører til under "Hvor kan andre læse om det?".',
    "alder-lavere": '{til} er lavere end "Alder fra" ({fra}). Byt om.',
    "maal-som-resultat": 'teksten er et mål, ikke et resultat. Flyt den til "Mål".',
    "to-slags-sted": 'I har både valgt kommuner og "Landsdækkende". Behold det ene.',
    "kilde-uden-adresse": "skriv kildens webadresse. Ligger den ikke på nettet, "
    'så skriv i feltet "Opbevaring", hvor den ligger.',
    "dobbelt-titel": "titlen er den samme som for {post} i kataloget. Er det den samme sag, så skriv til os om den. "
    "Ellers gør titlen tydeligt forskellig.",
    "naesten-samme-titel": "titlen er næsten den samme som for {post} i kataloget. Er det den samme sag, "
    "så skriv til os om den. Ellers gør titlen tydeligt forskellig.",
    "dobbelt-kilde": 'kataloget har allerede kilden "{kilde}" med den adresse. '
    'Vælg "Kilden står i kataloget", og find den.',
}
"""What the form says instead, and what only it says."""


def say(name: str, **told: object) -> str:
    """The sentence of that name, with what it is about filled in."""
    return WORDING[name].format(**told)


def figures_told(figures: Sequence[str]) -> str:
    """The figures as the subject of a sentence."""
    *first, last = figures
    return f"tallene {', '.join(first)} og {last}" if first else f"tallet {last}"

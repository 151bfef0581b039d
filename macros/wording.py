"""Sentences that `make check` and the form at /bidrag/ share, so that both say the same of the same mistake.

`{name}` stands for what differs from case to case. The form gets the table as JSON, see `formular`.
"""

from collections.abc import Mapping

WORDING: Mapping[str, str] = {
    "mangler-felt": 'feltet "{navn}" mangler. Skriv det ind.',
    "for-lang": "teksten har {antal} tegn; højst {hoejst} er tilladt. Forkort den.",
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
    "tal-uden-kilde": "tallet {tal} har ingen kilde. Skriv kilde og sted ved udsagnet, "
    "eller gentag tallet i et udsagn med kilde.",
    "mangler-sted": 'kilden mangler et "sted": side, kapitel eller tabel.',
    "mangler-kilde": 'stedet mangler en "kilde" fra data/kilder.',
    "html-i-tekst": '"{fundet}" ligner kode. Skriv ren tekst; links hører til i data/kilder.',
    "personnummer": "teksten ligner et personnummer. Slet det.",
    "personmail": '"{mail}" ligner en persons mailadresse. Brug en funktionspostkasse, eller slet den.',
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


def say(name: str, **told: object) -> str:
    """The sentence of that name, with what it is about filled in."""
    return WORDING[name].format(**told)

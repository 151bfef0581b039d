"""Rules that need the whole Katalog: references, duplicates, and what nobody uses."""

from collections.abc import Iterator
from functools import cache

from macros.model import KINDS, Katalog, Kilde, Reference
from macros.model.traverse import KeyPath, leaves
from macros.rules.types import KatalogRule
from macros.text import did_you_mean, slug
from macros.wording import say

Found = Iterator[tuple[Reference, KeyPath, str]]


def ukendt_kilde(katalog: Katalog) -> Found:
    """En kilde, som en post nævner, findes i data/kilder."""
    known = _ids(katalog)["kilder"]
    for name, record in katalog.all():
        for leaf in leaves(record):
            if leaf.ref == "kilder" and leaf.value not in known:
                yield (
                    name,
                    leaf.path,
                    f'"{leaf.value}" findes ikke i data/kilder.{did_you_mean(leaf.value, known)}',
                )


def kilde_mangler_i_listen(katalog: Katalog) -> Found:
    """Hver kilde, som et udsagn nævner, og som findes, står også i postens liste over kilder."""
    known = _ids(katalog)["kilder"]
    for name, record in (*katalog.all(), *katalog.all_retired()):
        listed = {item.kilde for item in getattr(record, "kilder", ())}
        missing: dict[str, KeyPath] = {}
        for leaf in leaves(record) if listed else ():
            if leaf.ref == "kilder" and leaf.value in known and leaf.value not in listed:
                missing.setdefault(leaf.value, leaf.path)
        for kilde, path in missing.items():
            yield name, path, f'kilden "{kilde}" mangler i postens liste "kilder". Tilføj den dér.'


def ukendt_reference(katalog: Katalog) -> Found:
    """Alt, hvad en post henviser til, findes: poster i deres mappe, kommuner i data/kommuner.yml."""
    names = _ids(katalog)
    names["kommuner"] = {kommune.navn for kommune in katalog.kommuner.kommuner}
    for name, record in katalog.all():
        for leaf in leaves(record):
            if leaf.ref and leaf.ref != "kilder" and leaf.value not in names.get(leaf.ref, set()):
                where = "data/kommuner.yml" if leaf.ref == "kommuner" else f"data/{leaf.ref}"
                guess = did_you_mean(leaf.value, names.get(leaf.ref, set()))
                yield name, leaf.path, say("ukendt-reference", navn=leaf.value, sted=where, gaet=guess)


def henviser_til_udgaaet(katalog: Katalog) -> Found:
    """En post henviser ikke til en post, der er taget ud."""
    gone = {(name.kind, name.id): record.udgaaet for name, record in katalog.all_retired() if record.udgaaet}
    for name, record in katalog.all() if gone else ():
        for leaf in leaves(record):
            if retired := gone.get((leaf.ref or "", str(leaf.value))):
                instead = retired.erstattet_af
                mend = f'Skriv "{instead}" i stedet.' if instead else "Slet henvisningen."
                yield name, leaf.path, f'"{leaf.value}" er taget ud af kataloget. {mend}'


def ukendt_erstatning(katalog: Katalog) -> Found:
    """En post, der er taget ud, fører kun videre til en post af samme slags, som findes."""
    for name, record in katalog.all_retired():
        instead = record.udgaaet.erstattet_af if record.udgaaet else None
        known = katalog.records.get(name.kind, {})
        if instead and instead not in known and Reference(name.kind, instead) not in katalog.unread:
            guess = did_you_mean(instead, known)
            yield name, ("udgaaet", "erstattet_af"), f'"{instead}" findes ikke i data/{name.kind}.{guess}'


def _ids(katalog: Katalog) -> dict[str, set[str]]:
    """The ids of each kind, also of records that were taken out, and of those whose file has errors of its own."""
    found: dict[str, set[str]] = {kind: set(katalog.records.get(kind, {})) for kind in KINDS}
    for name in (*katalog.unread, *(name for name, _record in katalog.all_retired())):
        found[name.kind].add(name.id)
    return found


def henviser_til_sig_selv(katalog: Katalog) -> Found:
    """En post henviser ikke til sig selv."""
    for name, record in katalog.all():
        for leaf in leaves(record):
            if leaf.ref == name.kind and leaf.value == name.id:
                yield name, leaf.path, "posten henviser til sig selv. Slet henvisningen."


def ikke_paa_listen(katalog: Katalog) -> Found:
    """Et valg står i sin liste i data/vocab."""
    for name, record in katalog.all():
        for leaf in leaves(record):
            if leaf.vocab and leaf.value not in (choices := katalog.labels.get(leaf.vocab, {})):
                guess = did_you_mean(leaf.value, choices) or f" Vælg en af: {', '.join(choices)}."
                yield name, leaf.path, f'"{leaf.value}" står ikke i data/vocab/{leaf.vocab}.yml.{guess}'


def dobbelt_titel(katalog: Katalog) -> Found:
    """To poster af samme slags har ikke samme titel."""
    seen: dict[tuple[str, str], Reference] = {}
    for name, record in katalog.all():
        if name.kind == "kilder":
            continue
        other = seen.setdefault((name.kind, slug(record.titel)), name)
        if other != name:
            yield (
                name,
                ("titel",),
                say("dobbelt-titel", post=other),
            )


def naesten_samme_titel(katalog: Katalog) -> Found:
    """To poster af samme slags har ikke næsten samme titel: de samme ord, eller ét bogstav til forskel."""
    known: dict[str, dict[str, tuple[Reference, str]]] = {kind: {} for kind in KINDS}
    for name, record in katalog.all():
        if name.kind == "kilder":
            continue
        own, seen = slug(record.titel), known[name.kind]
        variants = _variants(own)
        alike = [seen[variant] for variant in variants & seen.keys()]
        other = next((reference for reference, title in sorted(alike) if title != own), None)
        if other:
            yield (
                name,
                ("titel",),
                say("naesten-samme-titel", post=other),
            )
        seen.update(dict.fromkeys(variants - seen.keys(), (name, own)))


_SHORTEST_ALIKE = 10
"""Shorter titles are told apart by one letter: "FGU" and "FVU"."""


@cache  # titles stay while other records are edited
def _variants(title: str) -> frozenset[str]:
    return frozenset(near(title))


def near(title: str) -> Iterator[str]:
    """Texts that two titles share when they have the same words, or differ in one letter. Figures always count."""
    yield "-".join(sorted(title.split("-")))
    if len(title) >= _SHORTEST_ALIKE:
        yield title
        yield from (title[:i] + title[i + 1 :] for i, letter in enumerate(title) if letter.isalpha())


def dobbelt_kilde(katalog: Katalog) -> Found:
    """To kilder har ikke samme webadresse."""
    seen: dict[str, str] = {}
    for kilde in katalog.of(Kilde):
        other = seen.setdefault(str(kilde.url).rstrip("/"), kilde.id) if kilde.url else kilde.id
        if other != kilde.id:
            yield (
                Reference("kilder", kilde.id),
                ("url",),
                say("dobbelt-kilde", kilde=other),
            )


def dobbelt_adresse(katalog: Katalog) -> Found:
    """Et tidligere id er ikke i brug som id eller som tidligere id for en anden post."""
    every = [*katalog.all(), *katalog.all_retired()]
    taken = {(name.kind, name.id): name for name, _record in every}
    for name, record in every:
        for index, old in enumerate(record.tidligere_id):
            other = taken.setdefault((name.kind, old), name)
            if other != name or old == name.id:
                yield (
                    name,
                    ("tidligere_id", index),
                    f"adressen {name.kind}/{old}/ bruges allerede af data/{other}.yml.",
                )


def ubrugt_kilde(katalog: Katalog) -> Found:
    """En kilde bruges af mindst én post eller er citeret i en anden kilde. Undersøges, når alle filer kan læses."""
    if katalog.unread:
        return
    kept = {leaf.value for _name, record in katalog.all_retired() for leaf in leaves(record) if leaf.ref == "kilder"}
    for kilde in katalog.of(Kilde):
        name = Reference("kilder", kilde.id)
        if not kilde.citeret_i and not katalog.named_by.get(name) and kilde.id not in kept:
            yield name, (), "ingen post bruger kilden. Brug den, skriv citeret_i, eller slet filen."


def spor_to_gange(katalog: Katalog) -> Found:
    """Numre i en rækkefølge bruges én gang: spor i strategien."""
    seen: dict[int, str] = {}
    for id_, spor in katalog.records.get("ensomhedsspor", {}).items():
        number = int(getattr(spor, "nummer", 0))
        other = seen.setdefault(number, id_)
        if other != id_:
            yield (
                Reference("ensomhedsspor", id_),
                ("nummer",),
                f"spor {number} er allerede {other}. Ret nummeret.",
            )


KATALOG_RULES: tuple[KatalogRule, ...] = (
    ukendt_kilde,
    kilde_mangler_i_listen,
    ukendt_reference,
    henviser_til_sig_selv,
    henviser_til_udgaaet,
    ukendt_erstatning,
    ikke_paa_listen,
    dobbelt_titel,
    naesten_samme_titel,
    dobbelt_kilde,
    dobbelt_adresse,
    ubrugt_kilde,
    spor_to_gange,
)

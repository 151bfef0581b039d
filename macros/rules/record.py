"""Rules that need no more than the record itself."""

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.model import Initiativ, Kilde, Metode, Record
from macros.model.dele import Maalgruppe, Periode
from macros.model.felt import MedKilde
from macros.model.traverse import Leaf, leaves
from macros.rules.parts import parts
from macros.rules.patterns import AGES, CPR, FIGURE, FUNCTION_MAILBOX, GOAL_WORDS, MAIL, MARKUP, NOT_A_FIGURE
from macros.rules.tabel import forkert_sum, ukendt_kolonne
from macros.rules.types import Finding, RecordRule
from macros.text import number
from macros.wording import figures_told, say

Ages = tuple[str, str] | None
"""The youngest and the oldest, in digits."""
_DIGIT = re.compile(r"\d")


def figures(text: str, ages: Ages = None) -> dict[str, str]:
    """The figures in a text, as digits, with how they are written.

    Years, dates, times of the day, sections and list numbers do not count, nor do the ages that the record has in
    fields of their own.
    """
    if not _DIGIT.search(text):
        return {}
    bare = AGES.sub(lambda pair: " " if pair.groups() == ages else pair.group(), NOT_A_FIGURE.sub(" ", text))
    return {match.group().replace(".", "").rstrip(","): match.group() for match in FIGURE.finditer(bare)}


def _ages(record: Record) -> Ages:
    found = getattr(record, "maalgruppe", None)
    return (str(found.alder_fra), str(found.alder_til)) if isinstance(found, Maalgruppe) else None


_NAMES = {"ogsaa_kaldt", "titel", "kilder"}


def tal_uden_kilde(record: Record) -> Iterator[Finding]:
    """Et tal i en tekst skal have kilde og sted, eller stå et andet sted i posten med kilde."""
    if isinstance(record, Kilde):
        return
    loose = [leaf for leaf in leaves(record) if leaf.prose and not leaf.sourced and leaf.path[0] not in _NAMES]
    ages = _ages(record)
    told = [(leaf, found) for leaf in loose if (found := figures(leaf.value, ages))]
    known = _sourced_figures(record) if told else set()
    for leaf, found in told:
        missing = sorted(found.keys() - known, key=_size)
        if missing:
            yield leaf.path, say("tal-uden-kilde", tal=figures_told([found[figure] for figure in missing]))


def _size(figure: str) -> tuple[int, str]:
    """Smaller figures first: 8 stands before 10."""
    return len(figure.partition(",")[0]), figure


def _sourced_figures(record: Record) -> set[str]:
    found = set(figures(record.titel))
    for leaf in leaves(record):
        if leaf.sourced:
            found |= _figures_of(leaf)
    return found


def _figures_of(leaf: Leaf) -> set[str]:
    if isinstance(leaf.value, str):
        return set(figures(leaf.value)) if leaf.path[-1] != "sted" else set()
    if isinstance(leaf.value, Decimal | int) and not isinstance(leaf.value, bool):
        return {number(Decimal(leaf.value) / scale).replace(".", "") for scale in (1, 1000, 10**6, 10**9)}
    return set()


def mangler_sted(record: Record) -> Iterator[Finding]:
    """Kilde og sted følges ad: den ene nævnes ikke uden den anden."""
    for path, part in parts(record, MedKilde):
        if part.kilde and not part.sted:
            yield path, say("mangler-sted")
        if part.sted and not part.kilde:
            yield path, say("mangler-kilde")


def html_i_tekst(record: Record) -> Iterator[Finding]:
    """En tekst er ren tekst: ingen HTML, ingen skabelonkode og ingen links."""
    for leaf in leaves(record):
        if isinstance(leaf.value, str) and (found := MARKUP.search(leaf.value)):
            yield leaf.path, say("html-i-tekst", fundet=found.group()[:40])


def persondata(record: Record) -> Iterator[Finding]:
    """Ingen personnumre og ingen private mailadresser: kun funktionspostkasser."""
    for leaf in leaves(record):
        if not isinstance(leaf.value, str):
            continue
        if CPR.search(leaf.value):
            yield leaf.path, say("personnummer")
        for mail in MAIL.findall(leaf.value):
            bare = mail.lstrip(".+-")
            if not bare.lower().startswith(FUNCTION_MAILBOX):
                yield leaf.path, say("personmail", mail=bare)


def datoer_i_raekkefoelge(record: Record) -> Iterator[Finding]:
    """Fra kommer ikke efter til: perioder, og hvornår en lov gælder."""
    for path, periode in parts(record, Periode):
        if periode.fra and periode.til and _is_before(periode.til, periode.fra):
            yield (*path, "til"), say("slutter-foer", fra=periode.fra, til=periode.til)
    fra, til = getattr(record, "gyldig_fra", None), getattr(record, "gyldig_til", None)
    if fra and til and _is_before(til, fra):
        yield ("gyldig_til",), f"ophører {til}, før det gælder fra {fra}. Byt om, eller ret en af dem."


def _is_before(one: str, other: str) -> bool:
    """Whether one point in time lies before the other, as exactly as both are written."""
    return one[: len(other)] < other[: len(one)]


def aldre_i_raekkefoelge(record: Record) -> Iterator[Finding]:
    """Alder fra er ikke højere end alder til."""
    for path, group in parts(record, Maalgruppe):
        if group.alder_fra is not None and group.alder_til is not None and group.alder_fra > group.alder_til:
            yield (*path, "alder_til"), say("alder-lavere", fra=group.alder_fra, til=group.alder_til)


def maal_som_resultat(record: Record) -> Iterator[Finding]:
    """Et mål er ikke et resultat: det hører under maal."""
    if not isinstance(record, Initiativ | Metode):
        return
    goals = {goal.tekst.lower() for goal in record.maal}
    for index, result in enumerate(record.resultater):
        if result.tekst.lower() in goals or GOAL_WORDS.search(result.tekst):
            yield ("resultater", index, "tekst"), say("maal-som-resultat")


def to_slags_sted(record: Record) -> Iterator[Finding]:
    """Et initiativ er enten i nævnte kommuner eller landsdækkende, ikke begge dele."""
    if isinstance(record, Initiativ) and record.kommuner and record.landsdaekkende:
        yield ("landsdaekkende",), say("to-slags-sted")


def kilde_uden_adresse(record: Record) -> Iterator[Finding]:
    """En kilde har en webadresse, et sted hvor den opbevares, eller en kilde der citerer den."""
    if isinstance(record, Kilde) and not (record.url or record.opbevaring or record.citeret_i):
        yield ("url",), say("kilde-uden-adresse")


def bogstav_uden_kilde(record: Record) -> Iterator[Finding]:
    """Et bogstav fra vidensdeklarationen kræver den offentliggjorte deklaration som kilde."""
    if not isinstance(record, Metode):
        return
    for index, assessment in enumerate(record.evidens.vurderinger):
        if assessment.vurdering in {"A", "B", "C", "D"} and not (assessment.kilde and assessment.vurderet_af):
            yield (
                ("evidens", "vurderinger", index, "vurdering"),
                f'bogstavet {assessment.vurdering} kræver kilde, sted og vurderet_af. Ellers skriv "ikke_vurderet".',
            )


RECORD_RULES: tuple[RecordRule, ...] = (
    tal_uden_kilde,
    mangler_sted,
    html_i_tekst,
    persondata,
    datoer_i_raekkefoelge,
    aldre_i_raekkefoelge,
    maal_som_resultat,
    to_slags_sted,
    kilde_uden_adresse,
    bogstav_uden_kilde,
    forkert_sum,
    ukendt_kolonne,
)

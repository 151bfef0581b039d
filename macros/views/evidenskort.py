"""The gap map: methods by outcomes, how many results there are, how they were found and which way they point."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from macros.model import Initiativ, Katalog, Metode, Reference
from macros.model.dele import Resultat
from macros.text import number, plural, sort_key
from macros.views.context import Context, Link

STEPS = 5
"""The steps of the Maryland scale; each is a dot."""
NO_OUTCOME = "Ikke angivet"
NO_DIRECTION = "ikke-vurderet"


@dataclass(frozen=True)
class Strength:
    """A kind of study and its place on the Maryland scale; `filled` and `open` are dots."""

    word: str
    level: str
    filled: int
    open: int


@dataclass(frozen=True)
class Field:
    """What is known of a method and an outcome: how many results, the strongest study, which way they point."""

    link: Link
    strength: Strength
    directions: str


@dataclass(frozen=True)
class MapRow:
    """A method; a field is None where no result was found."""

    method: Link
    fields: tuple[Field | None, ...]
    count: str


@dataclass(frozen=True)
class EvidenceMap:
    """The whole map. `sums` belong to the columns and count each result once."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[MapRow, ...]
    sums: tuple[str, ...]
    total: str
    strengths: tuple[Strength, ...]


@dataclass(frozen=True)
class _Finding:
    """A result with the ids of the methods that it tells of."""

    result: Resultat
    methods: frozenset[str]
    from_initiative: bool


def evidence_map(context: Context) -> EvidenceMap:
    """Every method by every outcome, and by what has no outcome."""
    findings = _findings(context.katalog)
    outcomes = _outcomes(context)
    methods = sorted(context.katalog.of(Metode), key=lambda method: sort_key(method.titel))
    return EvidenceMap(
        caption=f"{_results(len(findings))} for {plural(len(methods), 'metode', 'metoder')} efter udfald",
        columns=tuple(title for _outcome, title in outcomes),
        rows=tuple(_row(context, method, [f for f in findings if method.id in f.methods]) for method in methods),
        sums=tuple(number(len(_about(findings, outcome))) for outcome, _title in outcomes),
        total=number(len(findings)),
        strengths=tuple(_strength(context, choice.id) for choice in context.katalog.vocab["design"].valg),
    )


def _findings(katalog: Katalog) -> list[_Finding]:
    """The results of methods, and those of initiatives that use one or more; each of them once."""
    own = [
        _Finding(result, frozenset({method.id}), from_initiative=False)
        for method in katalog.of(Metode)
        for result in method.resultater
    ]
    used = [
        _Finding(result, frozenset(initiative.metoder), from_initiative=True)
        for initiative in katalog.of(Initiativ)
        for result in initiative.resultater
        if initiative.metoder
    ]
    return own + used


def _outcomes(context: Context) -> tuple[tuple[str | None, str], ...]:
    """The columns in the order of the list; last, what was not said to measure anything."""
    listed = tuple((choice.id, choice.titel) for choice in context.katalog.vocab["udfald"].valg)
    return (*listed, (None, NO_OUTCOME))


def _about(findings: Sequence[_Finding], outcome: str | None) -> list[_Finding]:
    return [finding for finding in findings if finding.result.udfald == outcome]


def _row(context: Context, method: Metode, findings: Sequence[_Finding]) -> MapRow:
    fields = tuple(
        _field(context, _search(method, title if outcome else None), _about(findings, outcome))
        for outcome, title in _outcomes(context)
    )
    return MapRow(context.link(Reference("metoder", method.id)), fields, number(len(findings)))


def _field(context: Context, address: str, findings: Sequence[_Finding]) -> Field | None:
    if not findings:
        return None
    strongest = _strength(context, _strongest(context, findings))
    return Field(Link(_count(findings), address), strongest, _directions(context, findings))


def _search(method: Metode, outcome: str | None) -> str:
    """The search for a method, narrowed down to an outcome where there is one."""
    asked = {"metode": method.titel} | ({"udfald": outcome} if outcome else {})
    return f"find/?{urlencode(asked, quote_via=quote)}"


def _count(findings: Sequence[_Finding]) -> str:
    """How many, and how many of them an initiative found: "3 resultater, heraf 1 fra initiativer"."""
    used = sum(finding.from_initiative for finding in findings)
    if used == len(findings):
        return f"{_results(used)} fra initiativer"
    return _results(len(findings)) + (f", heraf {number(used)} fra initiativer" if used else "")


def _results(count: int) -> str:
    return plural(count, "resultat", "resultater")


def _strongest(context: Context, findings: Sequence[_Finding]) -> str:
    """The design on the highest step; outside the scale, the one that the list names first."""
    order = [choice.id for choice in context.katalog.vocab["design"].valg]
    designs = sorted((finding.result.design for finding in findings), key=order.index)
    return max(designs, key=lambda design: context.levels[design])


def _strength(context: Context, design: str) -> Strength:
    level = context.levels[design]
    place = f"trin {level}" if level else "uden for skalaen"
    return Strength(context.label("design", design).lower(), place, level, STEPS - level)


def _directions(context: Context, findings: Sequence[_Finding]) -> str:
    """Which way the results point, in the order of the list: "positiv (2), ingen forskel (1)"."""
    counts = Counter(finding.result.retning or NO_DIRECTION for finding in findings)
    present = [choice for choice in context.katalog.vocab["retning"].valg if counts[choice.id]]
    return ", ".join(f"{choice.titel.lower()} ({number(counts[choice.id])})" for choice in present)

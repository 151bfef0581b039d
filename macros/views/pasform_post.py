"""Pasform, the record's side: what a method or an initiative says of usability, supports and evidence.

The annex is one page. So each answer shows the first of its statements and says how many there are;
what stands in no source is an answer without statements, and is shown as not found.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.model import KINDS, Initiativ, Metode, Reference
from macros.model.dele import Oekonomi, Resultat, Udsagn
from macros.text import danish_date, enumeration, number
from macros.views import common, record
from macros.views.blocks import Assessment, Point, SourceLine
from macros.views.context import Context, Link, address
from macros.views.evidence import evidence_panel
from macros.views.pasform import GIVEN
from macros.views.sources import Sources

_HELP = re.compile(
    r"(?i)\b(manual\w*|håndbog\w*|værktøjskasse\w*|supervis\w*|sparring\b"
    r"|efteruddann\w*|diplomuddann\w*|uddanne\w* i\b|oplæres i\b)"
)
"""Words that tell of help to learn the method. They find statements; they do not judge them."""


@dataclass(frozen=True)
class Answer:
    """What the record says of one thing. Without points and links nothing was found."""

    title: str
    points: tuple[Point, ...] = ()
    total: int = 0
    """How many points there would be, were all of them shown."""
    section: str = ""
    """The section of the record's page that has them all."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Group:
    """The answers to one question."""

    id: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Given:
    """All that the annex takes from the record."""

    name: str
    badge: str
    title: str
    lead: str
    address: str
    status: str
    checked: str
    warnings: tuple[str, ...]
    groups: tuple[Group, ...]
    sources: tuple[SourceLine, ...]


def given(context: Context, name: Reference) -> Given:
    """The record's side of the annex."""
    found, sources = context.katalog.get(name), Sources(context.katalog)
    assert isinstance(found, Metode | Initiativ)
    answers = _of_method(context, found, sources) if isinstance(found, Metode) else _of_case(context, found, sources)
    return Given(
        name=str(name),
        badge=KINDS[name.kind].badge,
        title=found.titel,
        lead=found.resume or "",
        address=address(name),
        status=context.label("status", found.status),
        checked=danish_date(found.gennemgaaet),
        warnings=record.warnings(found),
        groups=tuple(Group(question.id, tuple(part)) for question, part in zip(GIVEN, answers, strict=True)),
        sources=sources.lines(),
    )


Parts = tuple[list[Answer], list[Answer], list[Answer]]


def _of_method(context: Context, method: Metode, sources: Sources) -> Parts:
    usable = [
        _first(sources, "Kerneelementer", method.kerneelementer, 3, "kerneelementer"),
        _steps(method),
        _first(sources, "Måling af, om metoden følges", method.fidelitet, 1, "fidelitet"),
    ]
    shown = (*method.kerneelementer[:3], *method.fidelitet[:1], *method.forudsaetninger[:2], *method.bemanding[:2])
    supports = [
        _first(sources, "Skal være på plads", method.forudsaetninger, 2, "forudsaetninger"),
        _first(sources, "Bemanding", method.bemanding, 2, "bemanding"),
        _help(sources, method, shown),
        _said("Kan tages i brug i Danmark nu", _yes_no(method.evidens.tilgaengelig_i_danmark)),
        _price(context, sources, method.oekonomi),
    ]
    evidence = [
        _first(sources, "Kort svar", (method.evidens.kort,), 1, "virker-det"),
        *_results(context, method.resultater, "virker-det"),
        _tested(sources, method),
        _said("Afprøvet i Danmark", _yes_no(method.evidens.afproevet_i_danmark)),
        _declared(context, sources, method),
    ]
    return usable, supports, evidence


def _of_case(context: Context, case: Initiativ, sources: Sources) -> Parts:
    methods = context.links("metoder", case.metoder)
    parties = tuple(f"{one.navn} ({context.label('sektor', one.sektor).lower()})" for one in case.aktoerer)
    usable = [
        _first(sources, "Det gør man", case.kerneelementer, 3, "kerneelementer"),
        _first(sources, "Organisering", case.organisering, 2, "organisering"),
    ]
    supports = [
        _said("Parter", enumeration(parties[:4]), len(parties[4:]) + 1, "parter"),
        _help(sources, case, (*case.kerneelementer[:3], *case.organisering[:2])),
        _price(context, sources, case.oekonomi),
        _first(sources, "Det har man lært", case.erfaringer, 1, "erfaringer"),
    ]
    evidence = [
        *_results(context, case.resultater, "resultater"),
        Answer(
            "De første resultater",
            tuple(_result(sources, one) for one in case.resultater[:3]),
            len(case.resultater),
            "resultater",
        ),
        Answer("Vidensdeklaration: se metoden", links=methods),
    ]
    return usable, supports, evidence


def _first(sources: Sources, title: str, statements: Sequence[Udsagn], most: int, section: str) -> Answer:
    return Answer(title, sources.points(tuple(statements[:most])), len(statements), section)


def _said(title: str, text: str, total: int = 0, section: str = "") -> Answer:
    return Answer(title, (Point((text,)),) if text else (), total, section)


def _yes_no(value: bool | None) -> str:
    return "" if value is None else ("ja" if value else "nej")


def _steps(method: Metode) -> Answer:
    """The titles of the steps, which are no statements and so have no source."""
    return _said("Trin", "; ".join(step.titel for step in method.trin), section="trin")


def _price(context: Context, sources: Sources, economy: Oekonomi | None) -> Answer:
    """The band, and what it covers."""
    if economy is None or economy.prisbaand == "ikke_opgjort":
        covers = (economy.omfatter,) if economy and economy.omfatter else ()
        return _first(sources, "Pris", covers, 1, "oekonomi")
    band = Point((context.label("prisbaand", economy.prisbaand),))
    covers_point = sources.points((economy.omfatter,)) if economy.omfatter else ()
    return Answer("Pris", (band, *covers_point), section="oekonomi")


def _tested(sources: Sources, method: Metode) -> Answer:
    group = method.afproevet_paa
    if group is None:
        return Answer("Undersøgt på")
    told = Udsagn(tekst=group.beskrivelse, kilde=group.kilde, sted=group.sted)
    return _first(sources, "Undersøgt på", (told,), 1, "afproevet-paa")


def _results(context: Context, results: Sequence[Resultat], section: str) -> Iterator[Answer]:
    """The strongest study, and how many results point which way: never those of one direction alone."""
    yield _said("Stærkeste undersøgelse", common.strongest_design(context, tuple(results)) or "")
    counts = Counter(one.retning or "ikke-vurderet" for one in results)
    present = [choice for choice in context.katalog.vocab["retning"].valg if counts[choice.id]]
    told = ", ".join(f"{choice.titel.lower()} ({number(counts[choice.id])})" for choice in present)
    yield _said("Resultaternes retning (antal)", told, section=section)


def _declared(context: Context, sources: Sources, method: Metode) -> Answer:
    """The five dimensions, those with the same assessment together; one that nobody assessed says so."""
    rows = evidence_panel(context, sources, method).rows
    alike = groupby(rows, key=lambda row: (row.word, row.mark.number if row.mark else 0))
    points = tuple(_dimensions(tuple(group)) for _same, group in alike)
    return Answer("Vidensdeklaration", points, section="vidensdeklaration")


def _dimensions(rows: Sequence[Assessment]) -> Point:
    return Point((f"{enumeration(tuple(row.dimension for row in rows)).capitalize()}: {rows[0].word}",), rows[0].mark)


def _result(sources: Sources, one: Resultat) -> Point:
    figure = " ".join(filter(None, (one.tal, one.enhed)))
    return Point((f"{one.tekst} ({figure})" if figure else one.tekst,), sources.mark(one))


def _help(sources: Sources, about: Metode | Initiativ, shown: Sequence[Udsagn]) -> Answer:
    """Statements that speak of a manual, supervision or training in the method, apart from those shown already."""
    found = [one for one in _statements(about) if _HELP.search(one.tekst)]
    fresh = [one for one in found if one not in shown]
    title = "Manual, oplæring og supervision"
    if found and not fresh:
        return _said(title, "Nævnt ovenfor")
    return _first(sources, title, fresh, 1, "")


def _statements(about: Metode | Initiativ) -> Iterator[Udsagn]:
    yield from about.kerneelementer
    if isinstance(about, Initiativ):
        yield from about.organisering
        return
    yield from (*about.forudsaetninger, *about.bemanding, *about.fidelitet)
    for step in about.trin:
        yield from step.punkter

"""The page of the partnership builder: its form, what the catalogue's models say to each section, and the sources."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Noegletal, Partnerskabsmodel, Reference
from macros.model.dele import Aktoer, Beloeb, Udsagn
from macros.model.felt import KraeverKilde, MedKilde
from macros.views import common
from macros.views.blocks import Mark, Point, SourceLine
from macros.views.context import Context, Link, address
from macros.views.partnerskabsbygger import REQUIRED, SECTIONS, Section
from macros.views.sources import Sources

_TOPIC = "Emne: "


@dataclass(frozen=True)
class Example:
    """What a model says. `fill` is what it puts into the form, as JSON; empty where it is to read only."""

    text: str
    mark: Mark | None
    fill: str = ""


@dataclass(frozen=True)
class Said:
    """What one record says to a section."""

    link: Link
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Step:
    """A section of the form with its number, and what the catalogue says to it."""

    number: int
    section: Section
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Builder:
    """All that the page shows."""

    steps: tuple[Step, ...]
    sectors: tuple[tuple[str, str], ...]
    required: tuple[tuple[str, str], ...]
    requirement: tuple[Point, ...]
    requirement_link: Link
    model_link: Link
    principles: tuple[tuple[Point, ...], ...]
    sources: tuple[SourceLine, ...]


def builder(context: Context, model: str, requirement: str, figure: str) -> Builder:
    """The form. `model` has the principles, `requirement` is the state's own, `figure` the yearly amount."""
    sources = Sources(context.katalog)
    asks, local = _model(context, requirement), _model(context, model)
    criteria = sources.points(asks.kriterier)
    steps = tuple(
        Step(number, section, tuple(_said(context, sources, section.id, (asks, local), figure)))
        for number, section in enumerate(SECTIONS, start=1)
    )
    return Builder(
        steps=steps,
        sectors=tuple((choice.id, choice.titel) for choice in context.katalog.vocab["sektor"].valg),
        required=REQUIRED,
        requirement=criteria,
        requirement_link=_link("partnerskabsmodeller", requirement, asks.titel),
        model_link=_link("partnerskabsmodeller", model, local.titel),
        principles=tuple(_principle(sources, local, number) for number in range(1, len(SECTIONS[-1].fields) + 1)),
        sources=sources.lines(),
    )


def _model(context: Context, id_: str) -> Partnerskabsmodel:
    found = context.katalog.get(Reference("partnerskabsmodeller", id_))
    assert isinstance(found, Partnerskabsmodel)
    return found


def _link(kind: str, id_: str, title: str) -> Link:
    return Link(title, address(Reference(kind, id_)))


def _principle(sources: Sources, model: Partnerskabsmodel, number: int) -> tuple[Point, ...]:
    """The statements of one principle: the place in the source ends with its number."""
    return sources.points(tuple(one for one in model.principper if (one.sted or "").endswith(f", {number}")))


def _said(
    context: Context, sources: Sources, section: str, models: tuple[Partnerskabsmodel, ...], figure: str
) -> Iterator[Said]:
    """What each record says to a section; nothing from those that say nothing."""
    if section == "tilmeldingsbeloeb":
        yield _fee(context, sources, figure)
    for model in models:
        examples = tuple(_examples(context, sources, section, model))
        if examples:
            yield Said(_link("partnerskabsmodeller", model.id, model.titel), examples)


def _fee(context: Context, sources: Sources, id_: str) -> Said:
    figure = context.katalog.get(Reference("noegletal", id_))
    assert isinstance(figure, Noegletal)
    told = [Example(figure.resume or figure.titel, sources.mark(figure))]
    told += [_statement(sources, figure.forbehold)] if figure.forbehold else []
    return Said(_link("noegletal", id_, figure.titel), tuple(told))


def _examples(context: Context, sources: Sources, section: str, model: Partnerskabsmodel) -> Iterator[Example]:
    """What a model says to a section, in the model's own order."""
    if section == "maalgruppe" and model.maalgruppe:
        yield _example(sources, model.maalgruppe.beskrivelse, model.maalgruppe)
    elif section == "parter":
        yield from (_party(context, sources, one) for one in model.parter)
    elif section == "maal":
        yield from (_example(sources, one.tekst, one, maal=one.tekst) for one in model.maal)
    elif section == "styring":
        yield from (_statement(sources, one) for one in model.governance)
        yield from (Example(f"{one.rolle}: {one.hvem}", _first(sources, one.opgaver)) for one in model.organisering)
    elif section == "budget":
        yield from (_amount(context, sources, one) for one in model.oekonomi.poster)
    elif section == "evaluering":
        yield from (_theme(sources, one) for one in model.evaluering)
    elif section == "tidsplan":
        yield from _timeline(sources, model)


def _example(sources: Sources, text: str, part: MedKilde | KraeverKilde, **fill: str) -> Example:
    return Example(text, sources.mark(part), json.dumps(fill, ensure_ascii=False) if fill else "")


def _statement(sources: Sources, one: Udsagn) -> Example:
    return _example(sources, one.tekst, one)


def _first(sources: Sources, statements: tuple[Udsagn, ...]) -> Mark | None:
    return next(filter(None, map(sources.mark, statements)), None)


def _party(context: Context, sources: Sources, one: Aktoer) -> Example:
    """A party with its sector. Another partnership's party is an idea, not one to sign for."""
    name = f"{one.navn} ({context.label('sektor', one.sektor).lower()})"
    return _example(sources, f"{name}: {one.rolle}" if one.rolle else name, one)


def _amount(context: Context, sources: Sources, one: Beloeb) -> Example:
    return _example(
        sources, f"{one.tekst}: {common.amount(context, one)}" if one.kroner is not None else one.tekst, one
    )


def _theme(sources: Sources, one: Udsagn) -> Example:
    """A theme to take over, without the word that says that it is one."""
    words = one.tekst.removeprefix(_TOPIC)
    text = words[0].upper() + words[1:]
    return _example(sources, text, one, temaer=text)


def _timeline(sources: Sources, model: Partnerskabsmodel) -> Iterator[Example]:
    """The steps, after what the catalogue itself says of their order."""
    yield from (Example(one.tekst, None) for step in model.trin for one in step.punkter if not one.kilde)
    for step in model.trin:
        fill = json.dumps({"hvad": step.titel}, ensure_ascii=False)
        yield Example(step.titel, _first(sources, step.punkter), fill)

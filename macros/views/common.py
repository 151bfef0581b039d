"""Sections and facts that several record kinds share."""

from collections.abc import Iterable
from decimal import Decimal

from macros.model import Reference
from macros.model.dele import (
    Aktoer,
    Beloeb,
    Maal,
    Maalgruppe,
    Oekonomi,
    Periode,
    Resultat,
    Rolle,
    Trin,
    Udsagn,
)
from macros.text import kroner, point_in_time
from macros.views.blocks import Absent, Block, Cell, Column, Fact, Links, Points, Row, Section, Steps, Table
from macros.views.context import Context
from macros.views.sources import Sources
from macros.views.tables import table_block

NOT_FOUND = "ikke fundet"
"""An honest answer: what was looked for and stands in no source that was read."""


def section(id_: str, title: str, *blocks: Block | None) -> Section | None:
    """A section of the blocks that have something to show, or None."""
    shown = tuple(block for block in blocks if block is not None)
    return Section(id_, title, shown) if shown else None


def sections(*found: Section | None) -> tuple[Section, ...]:
    """The sections that exist."""
    return tuple(item for item in found if item is not None)


def points(sources: Sources, statements: Iterable[Udsagn | None]) -> Points | None:
    """Statements as a block, or None where there are none."""
    present = tuple(statement for statement in statements if statement is not None)
    return Points(sources.points(present)) if present else None


def steps(sources: Sources, trin: tuple[Trin, ...]) -> Steps | None:
    """Numbered steps, or None where there are none."""
    return Steps(tuple((step.titel, sources.points(step.punkter)) for step in trin)) if trin else None


def roles(sources: Sources, organisering: tuple[Rolle, ...]) -> Steps | None:
    """Each role with its tasks."""
    if not organisering:
        return None
    return Steps(
        tuple(
            (f"{role.rolle} ({role.hvem})" if role.hvem else role.rolle, sources.points(role.opgaver))
            for role in organisering
        ),
        numbered=False,
    )


def links(context: Context, lead: str, kind: str, ids: tuple[str, ...]) -> Links | None:
    """Links to other records, or None where there are none."""
    return Links(lead, context.links(kind, ids)) if ids else None


def parties(context: Context, sources: Sources, aktoerer: tuple[Aktoer, ...]) -> Table | None:
    """The parties as a table: name, sector, role."""
    if not aktoerer:
        return None
    rows = tuple(
        Row(
            (
                Cell(party.navn, mark=sources.mark(party)),
                Cell(context.label("sektor", party.sektor)),
                Cell(party.rolle or "ikke oplyst"),
            )
        )
        for party in aktoerer
    )
    return Table("Parter", (Column("Part"), Column("Sektor"), Column("Rolle")), rows)


def goals(sources: Sources, maal: tuple[Maal, ...]) -> Table | None:
    """Goals as a table; the columns that nobody filled are left out."""
    if not maal:
        return None
    extra = [
        (title, values)
        for title, values in (
            ("For hvem", [goal.for_hvem for goal in maal]),
            ("Indsats", [goal.indsats for goal in maal]),
            ("Sådan følges det op", [goal.opfoelgning for goal in maal]),
        )
        if any(values)
    ]
    rows = tuple(
        Row(
            (
                Cell(goal.tekst, mark=sources.mark(goal)),
                *(Cell(values[i] or "ikke oplyst") for _t, values in extra),
            )
        )
        for i, goal in enumerate(maal)
    )
    return Table("Mål", (Column("Mål"), *(Column(title) for title, _values in extra)), rows)


def results(context: Context, sources: Sources, resultater: tuple[Resultat, ...]) -> Table | None:
    """Results as a table: what, figure, and what kind of study stands behind it."""
    if not resultater:
        return None
    rows = tuple(
        Row(
            (
                Cell(result.tekst, mark=sources.mark(result)),
                Cell(" ".join(filter(None, (result.tal, result.enhed))) or "uden tal"),
                Cell(context.label("design", result.design)),
                Cell(context.label("retning", result.retning) if result.retning else "Ikke vurderet"),
            )
        )
        for result in resultater
    )
    columns = (Column("Resultat"), Column("Tal"), Column("Slags undersøgelse"), Column("Retning"))
    return Table("Resultater", columns, rows)


def amount(context: Context, item: Beloeb) -> str:
    """An amount with the source's own reservation: "mere end 1 mia. kr.", "15.000-30.000 kr."."""
    if item.kroner is None:
        return "uden beløb"
    text = kroner(item.kroner)
    if item.kroner_til is not None:
        text = f"{_interval_start(item.kroner, item.kroner_til)}-{kroner(item.kroner_til)}"
    return f"{context.label('omtrent', item.omtrent)} {text}" if item.omtrent else text


def _interval_start(low: Decimal, high: Decimal) -> str:
    """The lower end without its unit where both ends share it: "15.000" of "15.000-30.000 kr."."""
    unit = kroner(high).split(" ", 1)[1]
    return kroner(low).removesuffix(f" {unit}")


def amounts(context: Context, sources: Sources, items: tuple[Beloeb, ...], title: str = "Beløb") -> Table | None:
    """Amounts as a table with the period and price level that they hold for."""
    if not items:
        return None
    when = [" ".join(filter(None, (item.aar, item.periode))) for item in items]
    level = [item.prisniveau or "" for item in items]
    extra = [(name, values) for name, values in (("Periode", when), ("Prisniveau", level)) if any(values)]
    rows = tuple(
        Row(
            (
                Cell(item.tekst, mark=sources.mark(item)),
                Cell(amount(context, item)),
                *(Cell(values[i] or "ikke oplyst") for _name, values in extra),
            )
        )
        for i, item in enumerate(items)
    )
    columns = (Column("Hvad"), Column("Beløb", numeric=True), *(Column(name) for name, _values in extra))
    return Table(title, columns, rows)


def economy(context: Context, sources: Sources, oekonomi: Oekonomi | None) -> tuple[Block, ...]:
    """The answer to "Hvad koster det?": what is counted, the posts, and whole tables."""
    if oekonomi is None or (oekonomi.prisbaand == "ikke_opgjort" and not oekonomi.poster and not oekonomi.omfatter):
        return (Absent("Vi har ikke fundet en pris i de kilder, vi har læst. Prisen er altså ikke opgjort, ikke nul."),)
    found = (
        points(sources, [oekonomi.omfatter]),
        amounts(context, sources, oekonomi.poster),
        *(table_block(context, sources, Reference("tabeller", id_)) for id_ in oekonomi.tabeller),
    )
    return tuple(block for block in found if block is not None)


def ages(group: Maalgruppe | None) -> str | None:
    """The age span in words: "15-29 år", "fra 16 år", "til 24 år"."""
    if group is None or (group.alder_fra is None and group.alder_til is None):
        return None
    if group.alder_til is None:
        return f"fra {group.alder_fra} år"
    if group.alder_fra is None:
        return f"til og med {group.alder_til} år"
    return f"{group.alder_fra}-{group.alder_til} år"


def period(periode: Periode | None) -> str | None:
    """The period in words: "januar 2025 til 2028", "fra 2018", "til 2021"."""
    if periode is None or not (periode.fra or periode.til):
        return periode.note if periode else None
    if periode.fra and periode.til and periode.fra != periode.til:
        return f"{point_in_time(periode.fra)} til {point_in_time(periode.til)}"
    if periode.fra and periode.til:
        return point_in_time(periode.fra)
    return f"fra {point_in_time(periode.fra)}" if periode.fra else f"til {point_in_time(str(periode.til))}"


def group_block(context: Context, sources: Sources, group: Maalgruppe | None) -> Points | None:
    """Who it is for, with the area where it is only there."""
    if group is None:
        return None
    text = group.beskrivelse + (f"\n\nOmråde: {group.omraade}." if group.omraade else "")
    return Points((sources.point(Udsagn(tekst=text, kilde=group.kilde, sted=group.sted)),))


def fact(label: str, *texts: str | None) -> Fact | None:
    """A fact of the texts that are known, or None."""
    known = tuple(text for text in texts if text)
    return Fact(label, known) if known else None


def price_fact(context: Context, oekonomi: Oekonomi | None) -> Fact:
    """The price band; "ikke opgjort" is a valid answer."""
    return Fact("Pris", (context.label("prisbaand", oekonomi.prisbaand if oekonomi else "ikke_opgjort"),))


def strongest_design(context: Context, resultater: tuple[Resultat, ...]) -> str | None:
    """The strongest kind of study behind a record's results, in words; None where it has no results."""
    if not resultater:
        return None
    order = list(context.levels)  # outside the scale, the order of the list decides
    best = max(resultater, key=lambda result: (context.levels.get(result.design, 0), -order.index(result.design)))
    return context.label("design", best.design)


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """The facts that are known."""
    return tuple(item for item in found if item is not None)

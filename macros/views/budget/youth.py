"""The budget of "Sammen om de unge", scaled from Copenhagen's goal to another number of young people."""

from dataclasses import dataclass
from decimal import Decimal

from macros.model import Initiativ, Tabel
from macros.model.tabel import Raekke, decimal
from macros.text import kroner, number
from macros.views.blocks import Point
from macros.views.budget.amounts import rounded
from macros.views.budget.reader import Basis, Field, MissingFigureError, Reader, only, row, years
from macros.views.context import Link

MOST = 100_000


@dataclass(frozen=True)
class BudgetRow:
    """A row of the budget: kroner by year, staff, and whether it is counted at first."""

    id: str
    title: str
    years: tuple[Decimal, ...]
    staff: Decimal
    total: str
    each: str
    counted: bool


@dataclass(frozen=True)
class Sum:
    """The sum of some rows, and what it is for each young person of the goal."""

    title: str
    total: str
    each: str


@dataclass(frozen=True)
class Youth:
    """All that is shown. `staff` is the staff of the whole budget."""

    initiative: Link
    fields: tuple[Field, ...]
    rows: tuple[BudgetRow, ...]
    sums: tuple[Sum, ...]
    years: tuple[str, ...]
    goal: Decimal
    goal_basis: Basis
    table: Basis
    staff: str
    left_out: Point
    notes: tuple[Point, ...]


def youth_budget(reader: Reader) -> Youth:
    """The fields, the rows of the table, and what must be known before they are used elsewhere."""
    tabel = reader.record(Tabel, reader.plan.budget)
    goal, goal_basis = reader.figure(reader.plan.kontakt)
    rows = _rows(reader, tabel, goal.tal)
    counted = [row for row in rows if row.counted]
    return Youth(
        initiative=reader.link("initiativer", reader.record(Initiativ, reader.plan.initiativ).id),
        fields=_fields(reader),
        rows=rows,
        sums=(
            _sum("De poster, vi begynder med", counted, goal.tal),
            _sum("Hele Københavns budget", list(rows), goal.tal),
        ),
        years=years(tabel),
        goal=goal.tal,
        goal_basis=goal_basis,
        table=reader.table_basis(tabel, tabel.titel),
        staff=number(sum((row.staff for row in rows), Decimal(0))),
        left_out=_left_out(reader),
        notes=_notes(reader),
    )


def _fields(reader: Reader) -> tuple[Field, ...]:
    share, basis = reader.figure(reader.plan.andel)
    help_ = "Fx unge uden job og uddannelse i jeres kommune eller bydel."
    return (
        Field("u-unge", "Unge i målgruppen", "antal", MOST, least=1, whole=True, help=help_),
        Field("u-andel", "Andel, I vil i kontakt med", "pct.", 100, number(share.tal), least=1, basis=basis),
    )


def _rows(reader: Reader, tabel: Tabel, goal: Decimal) -> tuple[BudgetRow, ...]:
    """Every row that is no part of another, in the table's order."""
    plan = reader.plan
    keys = {row(tabel, beginning).celler[0]: key for key, beginning in plan.raekker.items()}
    shown = [raekke for raekke in tabel.raekker if not raekke.heraf]
    for raekke in shown:
        if raekke.celler[0] not in keys:
            raise MissingFigureError(f'"{raekke.celler[0]}" i data/tabeller/{tabel.id}.yml mangler under raekker.')
    for key in plan.uden:
        if key not in plan.raekker:
            raise MissingFigureError(f'"{key}" står under uden, men ikke under raekker.')
    return tuple(_row(reader, tabel, raekke, keys[raekke.celler[0]], goal) for raekke in shown)


def _row(reader: Reader, tabel: Tabel, raekke: Raekke, key: str, goal: Decimal) -> BudgetRow:
    title, by_year = raekke.celler[0] or "", reader.yearly(tabel, raekke)
    total = sum(by_year, Decimal(0))
    counted = key not in reader.plan.uden
    return BudgetRow(key, title, by_year, _staff(title), kroner(total), _each(total, goal), counted)


def _staff(title: str) -> Decimal:
    """The staff that a row's name begins with: "2,5 årsværk til ..." is 2.5, "1 projektleder ..." is 1."""
    count, _space, rest = title.partition(" ")
    if not rest.startswith(("årsværk", "projektleder")):
        return Decimal(0)
    return decimal(count.replace(",", ".")) or Decimal(0)


def _each(total: Decimal, goal: Decimal) -> str:
    return f"ca. {kroner(rounded(total / goal))}"


def _sum(title: str, rows: list[BudgetRow], goal: Decimal) -> Sum:
    total = sum((amount for row in rows for amount in row.years), Decimal(0))
    return Sum(title, kroner(total), _each(total, goal))


def _notes(reader: Reader) -> tuple[Point, ...]:
    """What the records say that the amounts cover."""
    initiative = reader.record(Initiativ, reader.plan.initiativ)
    total, _basis = reader.figure(reader.plan.i_alt)
    scope = initiative.oekonomi.omfatter if initiative.oekonomi else None
    return tuple(reader.sources.point(item) for item in (total.forbehold, scope) if item)


def _left_out(reader: Reader) -> Point:
    """Whom the rows are for that are not counted at first, as the initiative's goal for them says."""
    initiative = reader.record(Initiativ, reader.plan.initiativ)
    where = f"data/initiativer/{initiative.id}.yml skal have ét mål med en indsats"
    goal = initiative.maal[only([goal.indsats or "" for goal in initiative.maal], reader.plan.uden_maal, where)]
    return Point((f"{goal.for_hvem or goal.tekst}.",), reader.sources.mark(goal))

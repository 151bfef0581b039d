"""The budget calculator at /vaerktoejer/budget/: three budgets, their fields, and where each figure is read."""

from dataclasses import dataclass

from macros.views.blocks import SourceLine
from macros.views.budget.amounts import STEPS, rounding_in_words
from macros.views.budget.ips import Ips, ips_budget
from macros.views.budget.partnership import Partnership, partnership_budget
from macros.views.budget.reader import MissingFigureError, Plan, Reader
from macros.views.budget.youth import Youth, youth_budget
from macros.views.context import Context
from macros.views.sources import Sources

__all__ = ["MissingFigureError", "Page", "Plan", "page"]


@dataclass(frozen=True)
class Page:
    """All that the page shows. `steps` is how amounts are rounded, for the script; `rounding` says it in words."""

    partnership: Partnership
    youth: Youth
    ips: Ips
    rounding: str
    steps: tuple[int, ...]
    sources: tuple[SourceLine, ...]


def page(context: Context, plan: Plan) -> Page:
    """The three calculators; raises MissingFigureError where a record does not hold what the page asks for."""
    reader = Reader(context, Sources(context.katalog), plan)
    budgets = partnership_budget(reader), youth_budget(reader), ips_budget(reader)
    steps = tuple(number for step in STEPS for number in step)
    return Page(*budgets, rounding_in_words(), steps, reader.sources.lines())

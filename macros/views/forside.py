"""The front page: it starts from what the reader wants to do."""

from dataclasses import dataclass
from datetime import date

from macros.model import KINDS, Reference
from macros.text import plural
from macros.views.context import Context, Link
from macros.views.liste import Card, card
from macros.views.opslag import Milestone, milestones

NEWEST = 3
NEXT_DATES = 3


@dataclass(frozen=True)
class Task:
    """What a reader may want, with a live count."""

    question: str
    text: str
    link: Link
    count: str


@dataclass(frozen=True)
class FrontPage:
    """All that the front page shows."""

    tasks: tuple[Task, ...]
    dates: tuple[Milestone, ...]
    newest: tuple[Card, ...]
    examples: tuple[str, ...]
    day: date
    """The day that tells past dates from coming."""


_EXAMPLES = ("unge uden job", "IPS", "partnerskab med foreninger")

_TASKS = (
    (
        "Find et initiativ",
        "Se, hvad andre kommuner og foreninger har gjort, og hvad der kom ud af det.",
        "initiativer",
    ),
    ("Vælg en metode", "Virker det? Hvad koster det? Hvordan gør I?", "metoder"),
    (
        "Lav et partnerskab",
        "Modeller for samarbejde mellem kommune, virksomheder og civilsamfund.",
        "partnerskabsmodeller",
    ),
    ("Gør noget ved ensomhed", "Seks spor fra mål til handling.", "ensomhedsspor"),
    ("Find penge", "Puljer og støtte: hvem kan søge, og hvad kræver det?", "puljer"),
)


def front_page(context: Context) -> FrontPage:
    """Tasks with counts, the nearest dates, and the records that were checked most recently."""
    shown = milestones(context)
    coming = shown.coming[:NEXT_DATES]
    dates = (*shown.past[: NEXT_DATES - len(coming)][::-1], *coming)
    return FrontPage(tuple(_task(context, *task) for task in _TASKS), dates, _newest(context), _EXAMPLES, context.today)


def _task(context: Context, question: str, text: str, kind: str) -> Task:
    count = len(context.katalog.records.get(kind, {}))
    return Task(question, text, Link(question, f"{kind}/"), plural(count, KINDS[kind].singular, KINDS[kind].plural))


def _newest(context: Context) -> tuple[Card, ...]:
    kinds = ("initiativer", "metoder", "partnerskabsmodeller")
    found = [(name, record) for name, record in context.katalog.all() if name.kind in kinds]
    latest = sorted(found, key=lambda pair: (-pair[1].gennemgaaet.toordinal(), *_spread(pair[0])))
    return tuple(card(context, name.kind, record) for name, record in latest[:NEWEST])


def _spread(name: Reference) -> tuple[str, str]:
    return name.id, name.kind

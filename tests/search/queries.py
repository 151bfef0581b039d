"""What is asked of the searches, from `queries.yml`, and how well it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean

import yaml

from macros import load, settings
from macros.model import KINDS, Katalog, Reference
from macros.views import context
from macros.views.opslagssider import by_letter, by_topic, letter_address, topic_address

QUERIES = Path(__file__).resolve().parent / "queries.yml"
AMONG = 5
NOTHING = "intet"
"""The type of a query that should find nothing."""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses that should come up, by record."""

    text: str
    type: str
    wanted: Mapping[str, str]


@dataclass(frozen=True)
class Score:
    """How well some queries were answered."""

    recall: float
    mrr: float


Hits = Mapping[str, Sequence[str]]
"""By query: addresses below the site's root, best first."""


def queries() -> list[Query]:
    """The committed queries."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [Query(row["soegning"], row["type"], {id_: address(id_) for id_ in row["skal_findes"]}) for row in rows]


def address(record: str) -> str:
    """Where a record or municipality stands: a page of its own, or an entry on a shared one."""
    kind, id_ = record.split("/")
    own = context.address(Reference(kind, id_)) if kind in KINDS else f"{record}/"
    return _shared_pages().get(record, own)


@cache
def _shared_pages() -> Mapping[str, str]:
    """Where all of each term and key figure is told: on the page that it shares with its neighbours."""
    terms = [
        (f"begreber/{one.id}", letter_address(key)) for key, found in by_letter(_katalog()).items() for one in found
    ]
    figures = [
        (f"noegletal/{one.id}", topic_address(key)) for key, found in by_topic(_katalog()).items() for one in found
    ]
    return {record: f"{page}#{record.partition('/')[2]}" for record, page in [*terms, *figures]}


def _katalog() -> Katalog:
    build = settings.build()
    katalog, problems = load.latest(build.data, build.settings)
    assert katalog, problems
    return katalog


def found_among(hits: Sequence[str], query: Query) -> list[str]:
    """The expected records among the first five."""
    return [record for record, place in query.wanted.items() if _rank(hits, place) <= AMONG]


def _rank(hits: Sequence[str], place: str) -> float:
    """The place of an address, from 1. A hit that is the whole page counts for every entry on it."""
    ranks = [number for number, hit in enumerate(hits, start=1) if hit in {place, place.split("#", maxsplit=1)[0]}]
    return ranks[0] if ranks else float("inf")


def score(answers: Hits, some: Sequence[Query]) -> Score:
    """Recall among the first five, and the mean of one divided by the rank of the first expected record."""
    recalls = [len(found_among(answers[one.text], one)) / len(one.wanted) for one in some]
    firsts = [max(1 / _rank(answers[one.text], place) for place in one.wanted.values()) for one in some]
    return Score(mean(recalls), mean(firsts))

"""The search finds what it found when it was last measured; `make bench-search WRITE=1` measures anew."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT
from tests.search import bench, queries
from tests.tal import Tal

pytestmark = pytest.mark.browser
KEPT = yaml.safe_load(bench.FOUND.read_text(encoding="utf-8"))
QUERIES = {one.text: one for one in queries.queries()}
FOUND = [(query, record) for query, records in KEPT["fundet"].items() for record in records]
NOTHING = [one.text for one in QUERIES.values() if one.type == queries.NOTHING]


@pytest.fixture(scope="session")
def answers(site: Path, tmp_path_factory: pytest.TempPathFactory) -> queries.Hits:
    """What the search answers to every query. Asked in a process of its own: Playwright runs once in each."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "answers.json"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            command = [sys.executable, "tests/search/bench.py", "--own", "--site", str(site)]
            done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr
            place.write_text(done.stdout, encoding="utf-8")
    found: queries.Hits = json.loads(place.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(("query", "record"), FOUND)
def test_a_query_still_finds_the_record(answers: queries.Hits, query: str, record: str) -> None:
    """A record that the query found among the first five is still there."""
    assert record in queries.found_among(answers[query], QUERIES[query]), answers[query]


@pytest.mark.parametrize("query", NOTHING)
def test_what_the_catalogue_does_not_hold_finds_nothing(answers: queries.Hits, query: str) -> None:
    """Words that no record is about give no hits."""
    assert answers[query] == []


def test_the_figures_are_no_lower_than_those_kept(answers: queries.Hits, tal: Tal) -> None:
    """Recall among the first five and mean reciprocal rank, over all queries with known answers."""
    asked = [one for one in QUERIES.values() if one.wanted]
    total = queries.score(answers, asked)
    tal("search: queries", len(asked))
    tal("search: recall", total.recall)
    tal("search: MRR", total.mrr)
    assert round(total.recall, 4) >= KEPT["recall"]
    assert round(total.mrr, 4) >= KEPT["mrr"]


def test_what_is_kept_is_asked_for() -> None:
    """fundet.yml names only queries and expected records that queries.yml has, and each only once."""
    assert [pair for pair in FOUND if pair[0] not in QUERIES or pair[1] not in QUERIES[pair[0]].wanted] == []
    assert len(FOUND) == len(set(FOUND))


def test_records_and_addresses() -> None:
    """A record of a kind with pages of its own has an address; others stand on a shared page."""
    assert queries.address("metoder/ips") == "metoder/ips/"
    assert queries.address("begreber/neet") == "ordliste/n/#neet"
    assert queries.address("noegletal/ensomhed-2021-600000") == "emnetal/ensomhed/#ensomhed-2021-600000"
    assert queries.address("kommuner/aarhus") == "kommuner/aarhus/"


def test_a_hit_on_the_whole_page_counts_for_its_entries() -> None:
    """Recall counts the expected records among the first five; the rank is that of the first."""
    asked = queries.Query("x", "titel", {"begreber/a": "begreber/#a", "metoder/b": "metoder/b/"})
    assert queries.score({"x": ["metoder/c/", "begreber/"]}, [asked]) == queries.Score(0.5, 0.5)
    assert queries.score({"x": ["begreber/#b"]}, [asked]) == queries.Score(0, 0)
    assert queries.score({"x": [*("kilder/1/",) * 5, "metoder/b/"]}, [asked]) == queries.Score(0, 1 / 6)

"""A small, fixed share of `make fuzz`: whatever is done to a file, an editor is told in Danish or gets whole pages."""

import random
from pathlib import Path

import pytest

from tests.fuzz import together
from tests.fuzz.inputs import LEAVES, Change, Input, filled
from tests.fuzz.judge import Site
from tests.fuzz.run import judged


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A copy of the good site that inputs are laid over."""
    return Site(tmp_path_factory.mktemp("fuzz") / "site")


def test_broken_files_give_sentences_or_pages(fuzzed: Site, tmp_path: Path) -> None:
    """Of 160 injured files none gives a traceback, a hang, a message that helps nobody or a page with foreign tags.

    Those that are accepted, put together into one catalogue, go through the whole build.
    """
    results = list(judged(fuzzed, start=0, count=160, of_seed=7))
    assert [result["fault"] for result in results if result["fault"]] == []
    assert len(results) == 160
    assert {result["accepted"] for result in results} == {True, False}
    accepted = dict(enumerate(change for change in map(together.change_of, results) if change))
    assert len(together.lay_out(tmp_path / "project", accepted, beside=True)) > len(accepted) / 2 > 5
    assert together.build(tmp_path / "project") is None
    assert list((tmp_path / "project" / "site").glob("*/fuzz-*/index.html")) != []


@pytest.mark.parametrize("name", sorted(LEAVES))
def test_texts_that_are_costly_to_search_are_searched_in_time(fuzzed: Site, name: str) -> None:
    """A record with as many of the longest texts as fit is judged within two seconds of the processor's time."""
    path = "data/metoder/eksempelmetoden.yml"
    made = Input(name, (Change(path, filled(path, LEAVES[name], random.Random(1)).encode()),))
    verdict = fuzzed.judge(made)
    fuzzed.clear(made)
    assert verdict.fault is None


def test_a_text_that_only_begins_like_an_address_is_no_link(fuzzed: Site) -> None:
    """A choice may be called "https://[", and the pages that name it show it as text."""
    path = "data/vocab/status.yml"
    good = (fuzzed.folder / path).read_bytes()
    made = Input("address", (Change(path, good.replace("titel: Gældende".encode(), b"titel: 'https://['")),))
    verdict = fuzzed.judge(made)
    fuzzed.clear(made)
    assert (verdict.accepted, verdict.fault) == (True, None)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # where the alarm meets a destructor
def test_a_slow_input_is_a_fault(fuzzed: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The alarm rings, and an exception anywhere is caught and told."""
    monkeypatch.setattr("tests.fuzz.judge.SECONDS", 0.001)
    path = "data/metoder/eksempelmetoden.yml"
    made = Input("slow", (Change(path, filled(path, LEAVES["words"], random.Random(1)).encode()),))
    fault = fuzzed.judge(made).fault
    fuzzed.clear(made)
    assert (fault or "").startswith("more than 0.001 s")

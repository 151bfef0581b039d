"""The good site passes; each broken site gives exactly the lines that it expects."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from macros import source
from macros.__main__ import main
from macros.model import KINDS, Indstillinger
from macros.model.record import Udgaaet
from macros.model.traverse import inner_model
from macros.rules import KATALOG_RULES, RECORD_RULES
from macros.rules.types import rule_id

SITES = Path(__file__).parent / "sites"
BAD = sorted(path for path in (SITES / "bad").glob("*") if path.is_dir())
RULES: list[Callable[..., Any]] = [*RECORD_RULES, *KATALOG_RULES]
OTHER_RULES = {
    "dobbelt-felt", "for-dybt", "forkert-sted", "forkert-type", "id-og-filnavn", "ikke-utf8", "kontroltegn",
    "mangler-felt", "mangler-fil", "symlink", "tabel-form", "tom-fil", "ubrugt-valg", "ukendt-felt", "yaml-fejl",
    "yaml-maerke",
}  # fmt: skip
"""Found while files are read and put together, before the rules in macros/rules have their turn."""


def lay_over(site: Path, changes: Path) -> None:
    """Puts a broken site's files over the good ones. SLET names files to delete, GENVEJE symlinks to make."""
    shutil.copytree(changes, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns("SLET", "GENVEJE", "expected.txt"))
    for name in _lines(changes / "SLET"):
        (site / name).unlink()
    for line in _lines(changes / "GENVEJE"):
        name, target = line.split(" -> ")
        (site / name).symlink_to(target)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_broken_sites_exist() -> None:
    """The folders of broken sites are found at all."""
    assert len(BAD) >= 14


@pytest.mark.parametrize("changes", BAD, ids=lambda path: str(path.name))
def test_broken_site_gives_the_expected_lines(
    changes: Path, good_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` says exactly what expected.txt holds, and fails."""
    lay_over(good_site, changes)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (changes / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_rule_has_a_docstring_and_a_broken_site(rule: Callable[..., Any]) -> None:
    """Each rule is put in Danish words, and the broken site of its name shows that it fires."""
    assert (rule.__doc__ or "").strip().endswith(".")
    expected = SITES / "bad" / rule_id(rule) / "expected.txt"
    assert f": {rule_id(rule)}: " in expected.read_text(encoding="utf-8")


def test_every_other_rule_has_a_broken_site() -> None:
    """Each problem that reading can give has a broken site of its name that shows it."""
    shown = {path.name for path in BAD if f": {path.name}: " in (path / "expected.txt").read_text(encoding="utf-8")}
    assert OTHER_RULES - shown == set()


def test_the_good_site_has_no_problem(good_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The good site passes, and `check` tells how complete each kind is."""
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ingen fejl. Udfyldte felter i pct.:"
    assert [line.split()[0] for line in lines[1:]] == list(KINDS)


def _blank(values: Any, model: type[BaseModel], path: str = "") -> set[str]:
    """The fields of the model, at any depth, that no part of the values has filled."""
    found = [values] if isinstance(values, dict) else values
    blank = set()
    for name, info in model.model_fields.items():
        given = [item[name] for item in found if item.get(name) is not None]
        part = inner_model(info.annotation)
        if not given:
            blank.add(f"{path}{name}")
        elif part:
            inner = [each for item in given for each in (item if isinstance(item, list) else [item])]
            blank |= _blank(inner, part, f"{path}{name}.")
    return blank


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_an_example_with_every_field_filled(kind: str) -> None:
    """Contributors find a full example of each kind: every field of its model, at any depth, has a value."""
    files = [source.read(path) for path in sorted((SITES / "good" / "data" / kind).glob("*.yml"))]
    assert files
    blank = min((_blank(file.values, KINDS[kind].model) for file in files), key=len)
    assert blank - {"nye_kilder"} == {"udgaaet"}  # test_load.py has the example of new sources


def test_a_record_that_was_taken_out_has_an_example() -> None:
    """What a record that was taken out must say is filled in the example of one."""
    values = source.read(SITES / "good" / "data" / "initiativer" / "klub-lukket.yml").values
    assert _blank(values["udgaaet"], Udgaaet) == set()


def test_the_good_settings_are_full() -> None:
    """The settings of the good site have every field filled."""
    assert _blank(source.read(SITES / "good" / "settings.yml").values, Indstillinger) == set()

"""The catalogue's own data: no problem, fixed form, schemas up to date, and sums that add up."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros import load, source
from macros.__main__ import main
from macros.model import KINDS, Katalog, Tabel
from macros.settings import ROOT
from tests.editor import as_an_editor_reads, complaints

DATA = ROOT / "data"
RECORDS = [path for kind in KINDS for path in sorted((DATA / kind).glob("*.yml"))]


@pytest.fixture(scope="module", name="checked")
def _checked() -> tuple[Katalog | None, list[str]]:
    katalog, problems = load.check(DATA, ROOT / "settings.yml")
    return katalog, [str(problem) for problem in problems]


@pytest.fixture(scope="module", name="real")
def _real(checked: tuple[Katalog | None, list[str]]) -> Katalog:
    assert checked[0] is not None, checked[1]
    return checked[0]


def test_the_data_has_no_problem(checked: tuple[Katalog | None, list[str]]) -> None:
    """Every rule holds for every record."""
    assert checked[1] == []


@pytest.mark.parametrize("command", ["fix", "schema"])
def test_generated_form_is_up_to_date(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither `fix` nor `schema` would change a file."""
    monkeypatch.chdir(ROOT)
    assert main([command, "--check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_records(kind: str, real: Katalog) -> None:
    """No list on the site is empty."""
    assert real.records[kind]


def test_there_are_98_municipalities(real: Katalog) -> None:
    """Each municipality has a name, a four-digit code and a tile on the map that no other has."""
    every = real.kommuner.kommuner
    assert len(every) == 98
    assert len({kommune.navn for kommune in every}) == 98
    assert len({kommune.kode for kommune in every}) == 98
    assert all(re.fullmatch(r"0[1-8]\d\d", kommune.kode) for kommune in every)
    assert len({(kommune.tavle.raekke, kommune.tavle.kolonne) for kommune in every}) == 98


def _number(cell: str | None) -> Decimal:
    return Decimal(cell) if cell else Decimal(0)


def _sums(tabel: Tabel) -> dict[tuple[str, str | None], tuple[Decimal, Decimal]]:
    """What each sum is printed as and what its terms give, by column and row; the sum row is None."""
    place = {column.id: index for index, column in enumerate(tabel.kolonner)}
    found: dict[tuple[str, str | None], tuple[Decimal, Decimal]] = {}
    for column in tabel.kolonner:
        at = place[column.id]
        if column.summeres and tabel.kontrolsum and tabel.kontrolsum[at]:
            total = sum(_number(row.celler[at]) for row in tabel.raekker if not row.heraf)
            found[column.id, None] = (_number(tabel.kontrolsum[at]), Decimal(total))
        for cells in (*(row.celler for row in tabel.raekker), tabel.kontrolsum):
            if column.sum_af and cells and cells[at]:
                total = sum(_number(cells[place[term]]) for term in column.sum_af)
                found[column.id, cells[0]] = (_number(cells[at]), Decimal(total))
    return found


def test_every_sum_adds_up_or_is_noted(real: Katalog) -> None:
    """Computed apart from the rule: each printed sum equals its terms, or the difference is noted with the sum."""
    checked = 0
    for tabel in real.of(Tabel):
        noted = {(item.kolonne, item.raekke): item.beregnet for item in tabel.afvigelser}
        sums = _sums(tabel)
        wrong = {key: total for key, (printed, total) in sums.items() if printed != total}
        assert wrong == noted, tabel.id
        checked += len(sums)
    assert checked > 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_fits_its_schema(kind: str) -> None:
    """An editor with schema help sees no red line in any record."""
    schema = json.loads((DATA / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    told = {path.name: complaints(schema, as_an_editor_reads(path)) for path in RECORDS if path.parent.name == kind}
    assert {name: found for name, found in told.items() if found} == {}


def _texts(values: Any) -> list[str]:
    if isinstance(values, dict):
        return [text for item in values.values() for text in _texts(item)]
    if isinstance(values, list):
        return [text for item in values for text in _texts(item)]
    return [values] if isinstance(values, str) else []


def test_no_record_holds_the_example_or_a_blank_text() -> None:
    """Nothing fictive from tests/sites and no text of spaces alone has found its way into the data."""
    told = [
        f"{path.name}: {text!r}"
        for path in RECORDS
        for text in _texts(source.read(path).values)
        if not text.strip() or "Eksempelby" in text or "eksempelrapport" in text
    ]
    assert told == []


def test_every_record_is_where_git_and_editors_expect_it() -> None:
    """The folders hold records and nothing else, each named by its id."""
    assert len(RECORDS) > len(KINDS)
    assert [path for path in RECORDS if source.read(path).values.get("id") != Path(path).stem] == []

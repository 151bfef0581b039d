"""CONTRIBUTING.md explains every error, and its examples do what the text says; README.md lists every command."""

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros import layout, load, source
from macros.model import KINDS, Record
from macros.model.record_med_kilder import RecordMedKilder
from macros.problem import Problem
from macros.rules import KATALOG_RULES, RECORD_RULES
from macros.rules.types import rule_id

ROOT = Path(__file__).resolve().parent.parent
GOOD = ROOT / "tests" / "sites" / "good"
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADING = re.compile(r"^### `([^`]+)`$", re.MULTILINE)
_MAKERS = {"Problem", "_one", "_add", "_problem"}
RULES = {*map(rule_id, RECORD_RULES), *map(rule_id, KATALOG_RULES)}


def _literal_ids(tree: ast.AST) -> Iterator[str]:
    """The rule ids written in a module: given to what makes a problem, or returned with a message."""
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call) and _name(node.func) in _MAKERS:
            given = node.args
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            given = node.value.elts
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and _ID.fullmatch(value.value):
                yield value.value


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _all_ids() -> set[str]:
    ids = set(RULES)
    for path in (*(ROOT / "macros").glob("*.py"), *(ROOT / "macros" / "rules").glob("*.py")):
        ids |= set(_literal_ids(ast.parse(path.read_text(encoding="utf-8"))))
    return ids


@dataclass(frozen=True)
class Example:
    """A YAML example: the data file that it names in its first line, and its text."""

    path: str
    text: str

    @property
    def kind(self) -> str:
        """The record kind of the file."""
        return self.path.split("/")[1]

    @property
    def is_whole(self) -> bool:
        """Whether the example is a whole file, to be written as it stands."""
        return {"id", "titel", "gennemgaaet"} <= _keys(self.text)

    def write(self, data: Path) -> None:
        """Writes the file; fields that the example leaves out are taken from a good record."""
        target = data.parent / self.path
        if not self.is_whole:
            base = target if target.exists() else sorted(target.parent.glob("*.yml"))[0]
            left_out = _keys(self.text) | ({"tidligere_id"} if base != target else set())
            target.write_text(_without(base.read_text(encoding="utf-8"), left_out) + self.text, encoding="utf-8")
        else:
            target.write_text(self.text, encoding="utf-8")


def _keys(text: str) -> set[str]:
    return set(re.findall(r"^([^\s#:-]+):", text, re.MULTILINE))


def _without(text: str, keys: set[str]) -> str:
    """The text without those fields and all that stands under them."""
    fields = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return "".join(one for one in fields if one.split(":")[0] not in keys)


def _examples(text: str) -> list[Example]:
    """The examples that name a file of a record kind."""
    found = re.findall(r"^```yaml\n# (data/(\w+)/[\w-]+\.yml)\n(.+?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Example(path, fields) for path, kind, fields in found if kind in KINDS]


def _sections() -> dict[str, str]:
    """What stands under the heading of each error."""
    _before, *parts = _HEADING.split(re.sub(r"^## .*$", "", TEXT, flags=re.MULTILINE))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _tried() -> list[tuple[str, Example, Example]]:
    """The wrong and the right example of each error that a record can show."""
    pairs = [(id_, _examples(section)) for id_, section in _sections().items()]
    return [(id_, found[0], found[1]) for id_, found in pairs if len(found) == 2]


def _fresh(site: Path) -> Path:
    """The good site's records with the catalogue's own closed lists."""
    shutil.copytree(GOOD, site)
    shutil.copytree(ROOT / "data" / "vocab", site / "data" / "vocab", dirs_exist_ok=True)
    return site / "data"


def _problems(data: Path) -> list[Problem]:
    """What is wrong, apart from choices that so few records leave unused."""
    _katalog, problems = load.check(data, data.parent / "settings.yml")
    return [problem for problem in problems if problem.rule != "ubrugt-valg"]


def test_every_error_is_explained() -> None:
    """Each rule id has a heading, once, and no heading names an id that does not exist."""
    headings = _HEADING.findall(TEXT)
    assert len(headings) > 40
    assert sorted(headings) == sorted(_all_ids())


@pytest.mark.parametrize("id_", sorted(_sections()))
def test_every_error_has_a_wrong_and_a_right_example(id_: str) -> None:
    """First the wrong example, then the right one, and nothing else."""
    section = _sections()[id_]
    assert re.findall(r"^(Forkert|Rigtigt)[^\n]*:$", section, re.MULTILINE) == ["Forkert", "Rigtigt"]
    assert section.count("```") == 4


@pytest.mark.parametrize(("id_", "wrong", "right"), _tried(), ids=[case[0] for case in _tried()])
def test_the_examples_are_true(id_: str, wrong: Example, right: Example, tmp_path: Path) -> None:
    """The wrong example gives the error, and the right one gives no error at all."""
    with_error, without = _fresh(tmp_path / "wrong"), _fresh(tmp_path / "right")
    wrong.write(with_error)
    right.write(without)
    assert id_ in {problem.rule for problem in _problems(with_error)}
    assert _problems(without) == []


def test_most_examples_are_tried() -> None:
    """Every rule on records is tried; the rest are of files, of lists and of built pages."""
    tried = {case[0] for case in _tried()}
    assert tried >= RULES


def test_the_worked_tasks_are_valid_records(tmp_path: Path) -> None:
    """The whole files of the tasks are in fixed form, and neither they nor the changes to them have errors."""
    data = _fresh(tmp_path / "site")
    tasks = _examples(TEXT.split("## Hvad betyder fejlen?")[0].split("## Opgave 1")[1])
    whole = [example for example in tasks if example.is_whole]
    assert len(whole) == 2
    for example in whole:
        example.write(data)
        written = data.parent / example.path
        assert layout.formatted(source.read(written).values, KINDS[example.kind].model) == example.text
    assert _problems(data) == []
    for change in (example for example in tasks if not example.is_whole):
        change.write(data)
        assert _problems(data) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_kinds_names_what_a_record_must_have(kind: str) -> None:
    """The last column holds the fields that the model requires beyond those of all records."""
    model = KINDS[kind].model
    shared = RecordMedKilder if issubclass(model, RecordMedKilder) else Record
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    expected = required - {name for name, field in shared.model_fields.items() if field.is_required()}
    row = re.search(rf"^\| `{kind}` \| (.+?) \|.*\| ([^|]+) \|$", TEXT, re.MULTILINE)
    assert row
    assert row[1] == KINDS[kind].badge
    assert set(re.findall(r"`(\w+)`", row[2])) == expected


def test_links_within_the_page_lead_somewhere() -> None:
    """Each link to a heading names one, as GitHub makes its address."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", TEXT))
    assert links
    assert links <= anchors


def test_readme_lists_every_make_command() -> None:
    """README.md shows what `make help` prints."""
    commands = re.findall(r"^([a-z-]+):.*?## (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    shown = re.findall(r"^ {6}make ([a-z-]+) +(.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands
    assert shown == commands

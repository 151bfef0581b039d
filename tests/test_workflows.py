"""The files that GitHub and VS Code read: workflows, Dependabot, and which schema goes with which folder."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.model import KINDS
from macros.views.actions import Place, report

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
_USES = re.compile(r"^\s*(?:- )?uses: (?P<action>\S+)(?P<comment>.*)$", re.MULTILINE)
_PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}")


def _run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A tool from the folder of this Python; both tools carry their rules with them and need no network."""
    command = [str(Path(sys.executable).parent / tool), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_there_are_workflows() -> None:
    """The globs below find something to check."""
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml", "weekly.yml"]


def test_zizmor_finds_nothing() -> None:
    """No known weakness in workflows or in Dependabot's file."""
    result = _run("zizmor", "--offline", "--no-config", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
    ids=["workflows", "dependabot", "forms", "form-config"],
)
def test_file_follows_its_schema(schema: str, files: list[Path]) -> None:
    """GitHub will understand every key."""
    result = _run("check-jsonschema", "--builtin-schema", schema, *files)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned(path: Path) -> None:
    """Each action is named by its full commit hash, with the version in a comment."""
    found = list(_USES.finditer(path.read_text(encoding="utf-8")))
    assert found
    for use in found:
        assert _PINNED.fullmatch(use["action"]), use["action"]
        assert re.fullmatch(r" # v\d+(\.\d+)*", use["comment"]), use.group()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_has_no_rights_of_its_own(path: Path) -> None:
    """Rights are given to each job, not to the whole workflow."""
    assert re.search(r"^permissions: \{\}$", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_run_lines_hold_no_expressions(path: Path) -> None:
    """What GitHub fills in reaches a command through the environment only."""
    for run in re.findall(r"^( *)run: (.*\n(?:\1 +.*\n)*)", path.read_text(encoding="utf-8"), re.MULTILINE):
        assert "${{" not in run[1]


def test_the_link_fills_in_the_form() -> None:
    """What "Meld en fejl" sends are fields of the form it names; GitHub leaves out a field that it does not know."""
    (action,) = report(Place("Å", "https://x.example/", "metoder/a"), "ejer/navn", None)
    (template,), *sent = parse_qs(urlsplit(action.url).query).values()
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / template).read_text(encoding="utf-8"))
    assert len(sent) == 2
    assert {"side", "post"} <= {field.get("id") for field in form["body"]}


def test_forms_use_labels_that_are_made() -> None:
    """Each label of a form is in the list, which has a name, a colour and a text on each line."""
    rows = [line.split("\t") for line in (GITHUB / "labels.tsv").read_text(encoding="utf-8").splitlines()]
    assert [len(row) for row in rows] == [3] * len(rows)
    assert {row[0] for row in rows if re.fullmatch(r"[0-9a-f]{6}", row[1])} == {row[0] for row in rows}
    used = {label for path in FORMS for label in yaml.safe_load(path.read_text(encoding="utf-8"))["labels"]}
    assert used == {"fejl", "mangler", "partnerskab"}
    assert used <= {row[0] for row in rows}


def test_vscode_maps_every_kind_to_its_schema() -> None:
    """An editor in VS Code gets help in every data folder."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./data/schema/{kind}.json": f"data/{kind}/*.yml" for kind in KINDS}

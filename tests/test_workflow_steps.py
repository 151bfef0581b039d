"""The shell steps of the workflows, run here as GitHub would run them, with false programs where the network begins."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import GOOD, ROOT, environment

WORKFLOWS = ROOT / ".github" / "workflows"
URL = "https://ny.example/side"
_PERSON = ("-c", "user.name=Redaktion", "-c", "user.email=post@example.dk", "-c", "commit.gpgsign=false")
_GH = """#!/usr/bin/env bash
printf '%s\\n' "gh $*" >> "$RUNNER_TEMP/gh.log"
case "$1 $2" in
  'issue list') printf '%s' "$ISSUE" ;;
  'run list') printf '%s' "$RUNS" ;;
  'run download')
    if [ "$5" = udgave ]; then cp -R "$RUNNER_TEMP/udgave-$3/." "$7"
    else [ "$3" = "$GOOD_RUN" ] && echo '{}' > linktjek.json
    fi ;;
esac
"""
_LYCHEE = """#!/usr/bin/env bash
cp "${@: -1}" "$RUNNER_TEMP/asked.html"
[ -n "$REPORT" ] && printf '%s' "$REPORT" > "$4"
exit 2
"""


def _step(workflow: str, name: str) -> str:
    """The lines that a step runs, by the name of the step."""
    jobs = yaml.safe_load((WORKFLOWS / f"{workflow}.yml").read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"] if step.get("name") == name]
    assert steps
    return "\n".join(step["run"] for step in steps)


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with the good site's records, its tools, and false `make`, `gh` and `lychee`."""
    folder = tmp_path / "katalog"
    shutil.copytree(GOOD, folder)
    shutil.copytree(ROOT / ".github", folder / ".github")
    (folder / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    _program(folder / ".venv" / "bin" / "python", f'#!/usr/bin/env bash\nexec {sys.executable} "$@"\n')
    _program(folder / ".venv" / "bin" / "lychee", _LYCHEE)
    _program(tmp_path / "bin" / "make", '#!/usr/bin/env bash\necho "make $*"\n')
    _program(tmp_path / "bin" / "gh", _GH)
    (tmp_path / "temp").mkdir()
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "Grundlaget")
    return folder


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *_PERSON, *arguments], check=True, capture_output=True)


def _run(checkout: Path, script: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Runs a step as GitHub does: bash that stops at the first error, with its own folders and files."""
    temp = checkout.parent / "temp"
    outside = {
        "PATH": f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "KATALOG_SETTINGS": "settings.yml",
    } | dict.fromkeys(("ISSUE", "RUNS", "GOOD_RUN", "REPORT"), "")
    command = ["bash", "--noprofile", "--norc", "-e", "-c", script]
    env = environment(**outside | given)
    return subprocess.run(command, cwd=checkout, env=env, capture_output=True, text=True, check=False)


def _temp(checkout: Path, name: str) -> str:
    path = checkout.parent / "temp" / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _propose(checkout: Path, lines: str) -> None:
    """A change on a branch, merged as GitHub merges a pull request for its checks."""
    _git(checkout, "checkout", "-q", "-b", "forslag")
    path = checkout / "data" / "kilder" / "eksempelbrev.yml"
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    _git(checkout, "commit", "-q", "-a", "-m", "Forslag")
    _git(checkout, "checkout", "-q", "main")
    _git(checkout, "merge", "-q", "--no-ff", "--no-edit", "forslag")


def _answer(code: int) -> str:
    entry = {"url": URL, "status": {"code": code, "text": ""}, "span": {"line": 1, "column": 1}}
    return json.dumps({"error_map": {"links.html": [entry]}})


SUMMARY = "Sig, hvad ændringen gør ved posterne"


def test_a_pull_request_is_summed_up_with_its_new_links(checkout: Path) -> None:
    """The summary compares with the branch that the change goes into; only the new address is asked for."""
    _propose(checkout, f"url: {URL}\n")
    done = _run(checkout, _step("check", SUMMARY), REPORT=_answer(404))
    assert done.returncode == 0, done.stderr
    assert _temp(checkout, "asked.html") == f'<a href="{URL}">{URL}</a>\n'
    summary = _temp(checkout, "summary.md")
    assert "| Ændret | Eksempelbrev | kilder\\/eksempelbrev |" in summary
    assert f"| <{URL}> | kilder\\/eksempelbrev | siden findes ikke \\(404\\) |" in summary


def test_without_new_links_nobody_is_asked(checkout: Path) -> None:
    """A change without new addresses does not start lychee, and its summary has no list of links."""
    _propose(checkout, "aar: 2025\n")
    assert _run(checkout, _step("check", SUMMARY)).returncode == 0
    assert _temp(checkout, "asked.html") == ""
    assert "1 post er rørt." in _temp(checkout, "summary.md")
    assert "links" not in _temp(checkout, "summary.md")


def test_a_failed_asking_does_not_fail_the_summary(checkout: Path) -> None:
    """Where lychee writes no report, the summary says that links are not checked."""
    _propose(checkout, f"url: {URL}\n")
    assert _run(checkout, _step("check", SUMMARY)).returncode == 0
    assert "Links er ikke tjekket." in _temp(checkout, "summary.md")


def test_errors_in_the_data_do_not_keep_the_summary_away(checkout: Path) -> None:
    """A record that cannot be read is named in the summary; it is `make check` that stops the change."""
    _propose(checkout, "xyzzy: 1\n")
    assert _run(checkout, _step("check", SUMMARY)).returncode == 0
    assert "ikke med nedenfor: kilder\\/eksempelbrev." in _temp(checkout, "summary.md")


def test_signs_in_a_record_never_reach_the_shell(checkout: Path) -> None:
    """A command in an address or a title stays text all the way."""
    _propose(checkout, "url: https://ny.example/$(touch${IFS}ramt)`touch${IFS}ramt`;touch${IFS}ramt\n")
    assert _run(checkout, _step("check", SUMMARY)).returncode == 0
    assert "touch" in _temp(checkout, "summary.md")
    assert not (checkout / "ramt").exists()


def test_the_weekly_answers_become_file_and_summary(checkout: Path) -> None:
    """Every address is asked for, and the answers are written for the site and for people."""
    done = _run(checkout, _step("weekly", "Spørg hver adresse"), REPORT=_answer(404))
    assert done.returncode == 0, done.stderr
    assert len(_temp(checkout, "asked.html").splitlines()) == 2
    assert json.loads((checkout / "linktjek.json").read_text(encoding="utf-8"))["dato"] == "2026-11-21"
    assert _temp(checkout, "summary.md") == _temp(checkout, "links.md")
    assert _temp(checkout, "links.md").startswith("Tjekket 21. november 2026. 0 af 2 links svarer.")


def test_a_week_without_answers_fails_and_leaves_no_file(checkout: Path) -> None:
    """Where lychee writes nothing, the job is red, and the site keeps the answers of the week before."""
    assert _run(checkout, _step("weekly", "Spørg hver adresse")).returncode == 1
    assert not (checkout / "linktjek.json").exists()


def test_due_records_are_told(checkout: Path) -> None:
    """The list of due records is the summary and the body of the issue."""
    assert _run(checkout, _step("weekly", "Find de poster, hvis frist er passeret")).returncode == 0
    assert _temp(checkout, "summary.md") == _temp(checkout, "stale.md")
    assert _temp(checkout, "stale.md").startswith("Opgjort 21. november 2026. 0 af 22 poster skal gennemgås.")


ISSUES = (
    ("links-tjek", "Links, der ikke svarer", "links.md"),
    ("gennemgang", "Poster, der skal gennemgås", "stale.md"),
)


def _issue_calls(checkout: Path, known: str) -> list[str]:
    """What the steps of both jobs ask GitHub to do, where `known` is the number of an issue with the label."""
    assert _run(checkout, _step("weekly", "Skriv den faste sag om"), ISSUE=known).returncode == 0
    log = _temp(checkout, "gh.log").replace(str(checkout.parent / "temp"), "TEMP").splitlines()
    assert log[0] == "gh label create fejl --color b60205 --description Noget på en side er forkert --force"
    return [line for line in log if line.startswith("gh issue") and not line.startswith("gh issue list")]


def test_the_first_week_opens_an_issue(checkout: Path) -> None:
    """Where no issue has the label, one is made with it."""
    assert _issue_calls(checkout, known="") == [
        f"gh issue create --label {label} --title {title} --body-file TEMP/{file}" for label, title, file in ISSUES
    ]


def test_later_weeks_rewrite_the_same_issue(checkout: Path) -> None:
    """An issue with the label is rewritten, and opened again where somebody closed it; no second one is made."""
    assert _issue_calls(checkout, known="7") == [
        call
        for _label, title, file in ISSUES
        for call in (f"gh issue edit 7 --title {title} --body-file TEMP/{file}", "gh issue reopen 7")
    ]


@pytest.mark.parametrize(
    ("runs", "good", "there"),
    [("9\n8\n", "8", True), ("9\n8\n", "", False), ("", "", False)],
    ids=["older", "gone", "none"],
)
def test_publishing_takes_the_newest_check_that_is_there(checkout: Path, runs: str, good: str, there: bool) -> None:
    """The newest run with a result is used; without any, publishing goes on, and the site says so."""
    done = _run(checkout, _step("publish", "Hent det seneste tjek af links"), RUNS=runs, GOOD_RUN=good)
    assert done.returncode == 0
    assert (checkout / "linktjek.json").exists() is there
    assert ("Intet tjek" in done.stdout) is not there


KEEP = "Behold de seneste udgivelsers filer"


def test_the_files_of_the_last_publications_are_kept(checkout: Path) -> None:
    """Of an earlier publication the named folders are laid into the site, nothing else; its own files stay."""
    earlier, site = checkout.parent / "temp" / "udgave-8", checkout / "site"
    for name in ("assets-0123456789/js", "opslag-00000000aa/soeg", "redaktion", "assets-0123456789-x", "opslag-abc"):
        (earlier / name).mkdir(parents=True)
        (earlier / name / "fil.js").write_text("gammel", encoding="utf-8")
    (earlier / "opslag-ffffffffff").symlink_to("/")
    (site / "opslag-00000000aa").mkdir(parents=True)
    (site / "opslag-00000000aa" / "fil.js").write_text("ny", encoding="utf-8")
    done = _run(checkout, _step("publish", KEEP), RUNS="9\n8\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Beholdt: assets-0123456789\n"
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}
    assert found == {"assets-0123456789/js/fil.js": "gammel", "opslag-00000000aa/fil.js": "ny"}


def test_without_earlier_publications_publishing_goes_on(checkout: Path) -> None:
    """Neither a first publication nor one whose files are gone is stopped."""
    (checkout / "site").mkdir()
    for runs in ("", "7\n"):
        assert _run(checkout, _step("publish", KEEP), RUNS=runs).returncode == 0
    assert list((checkout / "site").iterdir()) == []


def test_what_is_kept_is_one_publications_own() -> None:
    """The files are put aside before earlier ones are laid beside them, so that these do not pile up."""
    jobs = yaml.safe_load((WORKFLOWS / "publish.yml").read_text(encoding="utf-8"))["jobs"]
    names = [step.get("name", step.get("uses", "").partition("@")[0]) for step in jobs["build"]["steps"]]
    order = ["Byg sitet", "Læg redaktionen ved", "Gem filerne til de næste udgivelser", KEEP]
    assert names[names.index(order[0]) :] == [*order, "actions/upload-pages-artifact"]


def test_the_form_of_files_is_shown_when_the_check_fails(checkout: Path) -> None:
    """An editor without a terminal sees which lines `make fix` would change."""
    path = checkout / "data" / "kilder" / "eksempelbrev.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("titel: Eksempelbrev", "titel: 'Eksempelbrev'"), encoding="utf-8"
    )
    _git(checkout, "commit", "-q", "-a", "-m", "Uden form")
    assert _run(checkout, _step("check", "Vis, hvordan datafilerne skal se ud")).returncode == 0
    assert "-titel: 'Eksempelbrev'\n+titel: Eksempelbrev\n" in _temp(checkout, "summary.md")

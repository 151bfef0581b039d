"""What git knows of the records, in whole and cut-off clones, and without git."""

import os
import subprocess
from pathlib import Path

import pytest

from macros import historik
from macros.historik import Change, History


def _git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=Redaktion", "-c", "user.email=post@example.dk", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)


def _commit(folder: Path, message: str, **files: str) -> None:
    for name, text in files.items():
        path = folder / "data" / "initiativer" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text * 20, encoding="utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-m", message, "--date=2026-11-20T12:00:00")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one record that was made, changed and moved, and code changed beside another."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-20T12:00:00")
    folder = tmp_path / "katalog"
    folder.mkdir()
    _git(folder, "init", "-q", "-b", "main")
    _commit(folder, "Ny klub", klub="a: b\n")
    _commit(folder, "Ret alder", klub="a: c\n")
    (folder / "kode.py").write_text("x = 1\n", encoding="utf-8")
    _commit(folder, "Code and data", to="b: c\n")
    _git(folder, "mv", "data/initiativer/klub.yml", "data/initiativer/klubben.yml")
    _git(folder, "commit", "-m", "Omdøb klub")
    return folder


def test_each_change_has_its_day_and_an_editors_reason(repository: Path) -> None:
    """Newest first; a message is a reason only where the commit holds records and nothing else."""
    assert historik.read(repository / "data") == History(
        (
            Change("initiativer/klubben.yml", "2026-11-20", "flyttet", "Omdøb klub"),
            Change("initiativer/to.yml", "2026-11-20", "ny", None),
            Change("initiativer/klub.yml", "2026-11-20", "aendret", "Ret alder"),
            Change("initiativer/klub.yml", "2026-11-20", "ny", "Ny klub"),
        ),
        complete=True,
    )


def test_many_records_in_one_commit_are_a_clean_up(repository: Path) -> None:
    """The message of a commit over more than twenty records is no reason for any of them."""
    _commit(repository, "Orden", **{f"klub-{number}": "a: b\n" for number in range(21)})
    assert {change.reason for change in historik.read(repository / "data").changes[:21]} == {None}


def test_a_shallow_clone_does_not_take_its_edge_for_news(repository: Path, tmp_path: Path) -> None:
    """The oldest commit of a cut-off clone shows every file as new; it is left out, and the history told as partial."""
    clone = tmp_path / "kort"
    _git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository}", str(clone))
    found = historik.read(clone / "data")
    assert found == History((Change("initiativer/klubben.yml", "2026-11-20", "flyttet", "Omdøb klub"),), complete=False)


def test_without_git_nothing_is_known(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a repository, and on a machine without git, the history is empty and the build goes on."""
    (tmp_path / "uden").mkdir()
    assert historik.read(tmp_path / "uden") == History()
    monkeypatch.setenv("PATH", "")
    assert historik.read(repository / "data") == History()


def test_a_file_name_that_is_no_utf8_stops_nothing(repository: Path) -> None:
    """What git answers is read, whatever bytes a name in it has."""
    odd = os.fsencode(repository / "data" / "initiativer") + b"/\xe6.yml"
    Path(os.fsdecode(odd)).write_text("a: b\n", encoding="utf-8")
    _git(repository, "add", "-A")
    _git(repository, "commit", "-m", "Odd")
    assert historik.read(repository / "data").changes[0].path == "initiativer/\ufffd.yml"

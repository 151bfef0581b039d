"""A record that was published cannot merely be deleted; one that never was can."""

import subprocess
from pathlib import Path

import pytest

from macros.__main__ import main

RECORD = "data/metoder/grundmetoden.yml"
REFUSED = (
    f"{RECORD}:0: slettet-post: posten er udgivet, og læsere kan have gemt adressen. Hent filen tilbage, og skriv dato "
    'og grund under udgaaet. Har posten fået et nyt id, så skriv "grundmetoden" under tidligere_id i den nye fil.'
)


def _git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=Redaktion", "-c", "user.email=post@example.dk", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-m", message)


def _publish(folder: Path) -> None:
    """What is committed becomes the main branch on the server."""
    _git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")


def _said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `check` says of deleted records."""
    code = main(["check"])
    lines = [line for line in capsys.readouterr().out.splitlines() if ": slettet-post: " in line]
    assert code == 1 or not lines
    return lines


@pytest.fixture
def published(good_site: Path) -> Path:
    """The good site in a repository, published, and then a proposal begun."""
    _git(good_site, "init", "-q", "-b", "main")
    _commit(good_site, "Begynd")
    _publish(good_site)
    _git(good_site, "switch", "-q", "-c", "forslag")
    return good_site


def test_a_published_record_cannot_be_deleted(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused before and after the commit, and also when the deletion has come to the main branch."""
    assert _said(capsys) == []
    (published / RECORD).unlink()
    assert _said(capsys) == [REFUSED]
    _commit(published, "Slet")
    assert _said(capsys) == [REFUSED]
    _publish(published)
    assert _said(capsys) == [REFUSED]


def test_a_record_that_was_taken_out_or_moved_is_none_that_was_deleted(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `udgaaet` in its file, or its id under `tidligere_id` of the file that took over, nothing is said."""
    record = published / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text + "udgaaet:\n  dato: 2026-11-20\n  grund: Den stod to gange.\n", encoding="utf-8")
    assert _said(capsys) == []
    record.unlink()
    moved = text.replace("id: grundmetoden\n", "id: ny-metode\ntidligere_id: [grundmetoden]\n")
    record.with_name("ny-metode.yml").write_text(moved, encoding="utf-8")
    assert _said(capsys) == []


def test_a_record_with_an_error_in_its_file_is_not_gone(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error is told, and no more."""
    (published / RECORD).write_text("id: [\n", encoding="utf-8")
    assert _said(capsys) == []


BRINGER = "data/initiativer/klub-forbillede.yml"
NEW_SOURCE = (
    "id: referat-2025\ntitel: Referat af et møde\nstatus: ukendt\ngennemgaaet: 2026-09-01\n"
    "udgiver: Eksempelby Kommune\ntype: rapport\naar: 2025\nbeskrivelse: Hvem der var med til mødet.\n"
    "url: https://eksempel.example/referat\n"
)
SOURCE_REFUSED = (
    f'{BRINGER}:0: slettet-post: kilden "referat-2025" stod her under nye_kilder. Den er udgivet, og læsere kan have '
    "gemt adressen. Sæt den ind igen, eller giv den sin egen fil, data/kilder/referat-2025.yml. Skal den ud, så skriv "
    "dato og grund under udgaaet i den."
)


@pytest.fixture
def without(published: Path) -> str:
    """The text of a record before it brought a source; both are published."""
    file = published / BRINGER
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}nye_kilder:\n  - {NEW_SOURCE.strip().replace(chr(10), chr(10) + '    ')}\n", "utf-8")
    _commit(published, "Forslag med en ny kilde")
    _publish(published)
    return text


def test_a_source_in_a_record_cannot_merely_go(
    published: Path, without: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Taken out of `nye_kilder` it is refused, also once that is published; one that never was published may go."""
    file = published / BRINGER
    bringing = file.read_text(encoding="utf-8")
    assert _said(capsys) == []
    file.write_text(f"{bringing}  - id: fejltagelse\n", encoding="utf-8")
    _commit(published, "En kilde mere")
    file.write_text(without, encoding="utf-8")
    assert _said(capsys) == [SOURCE_REFUSED]
    _commit(published, "Slet kilderne")
    _git(published, "reset", "-q", "--soft", "HEAD~2")
    _commit(published, "Begge dele på en gang")
    _publish(published)
    assert _said(capsys) == [SOURCE_REFUSED]


def test_a_source_that_stays_a_page_is_not_missed(
    published: Path, without: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be marked as taken out where it is, move to a file of its own, or stand in one with errors."""
    file, own = published / BRINGER, published / "data" / "kilder" / "referat-2025.yml"
    bringing = file.read_text(encoding="utf-8")
    file.write_text(f"{bringing}    udgaaet:\n      dato: 2026-11-20\n      grund: Den var ikke rigtig.\n", "utf-8")
    assert _said(capsys) == []
    file.write_text(without, encoding="utf-8")
    own.write_text(NEW_SOURCE, encoding="utf-8")
    assert _said(capsys) == []
    own.write_text("id: [\n", encoding="utf-8")
    assert _said(capsys) == []


def test_a_record_that_goes_with_its_source_is_told_once(
    published: Path, without: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the file itself is deleted, that is what is to be mended; where it cannot be read, its error is."""
    file = published / BRINGER
    file.write_text("id: [\n", encoding="utf-8")
    assert _said(capsys) == []
    file.unlink()
    assert [line.split(":")[0] for line in _said(capsys)] == [BRINGER]


def test_what_was_never_published_can_be_deleted(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that was made by mistake in the same proposal goes, committed or not."""
    mistake = published / "data" / "metoder" / "fejltagelse.yml"
    mistake.write_text((published / RECORD).read_text(encoding="utf-8"), encoding="utf-8")
    _commit(published, "Ny metode")
    mistake.unlink()
    assert _said(capsys) == []
    _commit(published, "Slet den igen")
    assert _said(capsys) == []


def test_what_others_have_published_since_is_not_missed(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A proposal that is behind the main branch is not asked for records that it never had."""
    _git(published, "switch", "-q", "main")
    (published / "data" / "metoder" / "andres.yml").write_text("id: andres\n", encoding="utf-8")
    _commit(published, "Andres metode")
    _publish(published)
    _git(published, "switch", "-q", "forslag")
    assert _said(capsys) == []


def test_a_shallow_clone_knows_its_own_commit(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cut off at depth 1, what is deleted now is refused; what went earlier cannot be known, and nothing breaks."""
    _git(published, "switch", "-q", "main")
    (published / "data" / "metoder" / "gammel.yml").write_text("id: gammel\n", encoding="utf-8")
    _commit(published, "Gammel metode")
    (published / "data" / "metoder" / "gammel.yml").unlink()
    _commit(published, "Slet den")
    clone = tmp_path / "klon"
    _git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "main", published.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert _said(capsys) == []
    (clone / RECORD).unlink()
    assert _said(capsys) == [REFUSED]


def test_without_git_nothing_is_said(
    published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither without a server's branch, nor where there is no git at all."""
    (published / RECORD).unlink()
    monkeypatch.setenv("PATH", "")
    assert _said(capsys) == []
    monkeypatch.undo()
    monkeypatch.chdir(published)
    _git(published, "update-ref", "-d", "refs/remotes/origin/main")
    assert _said(capsys) == []

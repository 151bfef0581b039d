"""What a build leaves behind when it is killed, refused or not alone."""

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from macros.__main__ import main
from macros.commands import building, swap


def _dead_pid() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def _site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def _fake_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*arguments: str) -> int:
        fresh = _site(Path(arguments[-1]), "ny")
        for folder in ("assets", "opslag"):  # as every real build has them
            (fresh / folder).mkdir()
        return 0

    monkeypatch.setattr(building, "_engine", write)
    monkeypatch.setattr(building, "_checked_and_indexed", lambda _site: [])


def test_the_next_build_removes_what_dead_builds_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of dead processes go; the folder of a process that runs stays."""
    _fake_engine(monkeypatch)
    _site(tmp_path / f".site-{_dead_pid()}", "halv")
    _site(tmp_path / f".site-old-{_dead_pid()}", "gammel")
    running = _site(tmp_path / ".site-1", "i gang")
    _site(tmp_path / "site", "god")
    assert main(["build", "--site", str(tmp_path / "site")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [running.name, "site"]
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "ny"


def test_a_site_moved_away_by_a_killed_build_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the two renames, the last good site is put back even when the next build fails."""
    monkeypatch.setattr(building, "_engine", lambda *_arguments: 1)
    _site(tmp_path / f".site-old-{_dead_pid()}", "god")
    assert main(["build", "--site", str(tmp_path / "site")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "god"


def test_a_target_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where a folder should be gives one Danish sentence and no traceback."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    site = tmp_path / "fil" / "site"
    assert main(["build", "--site", str(site)]) == 1
    assert capsys.readouterr().out == (
        f"{site} kan ikke skrives (en fil står, hvor en mappe skulle være). "
        "Se efter plads på disken og adgang til mappen. Det, der lå der i forvejen, er uændret.\n"
    )


def test_a_swap_waits_for_another(tmp_path: Path) -> None:
    """While one build holds the place, another does not move anything; afterwards it does."""
    place, fresh = _site(tmp_path / "site", "en"), _site(tmp_path / ".site-ny", "to")
    swapping = Thread(target=swap.swap, args=(fresh, place))
    with swap._alone(tmp_path):
        swapping.start()
        swapping.join(0.3)
        assert swapping.is_alive()
        assert (place / "index.html").read_text(encoding="utf-8") == "en"
    swapping.join()
    assert (place / "index.html").read_text(encoding="utf-8") == "to"

"""A full disk and a folder that cannot be written: each command says so in Danish, and what was there stays whole.

That a file may not grow beyond a limit is what a test can ask for without owning the machine: the system writes as much
as there is room for and then says no, as on a full disk.
"""

import ctypes
import errno
import os
import resource
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.hooks import serving
from macros.search import index
from macros.zensical import CONFIGURATION
from tests import small_project
from tests.building import MACROS, ROOT, environment

Output = pytest.CaptureFixture[str]
RECORD = Path("data/begreber/proeveord.yml")
UNCHANGED = "Se efter plads på disken og adgang til mappen. Det, der lå der i forvejen, er uændret.\n"
_DROP_FROM_BOUNDS, _READ_AND_WRITE_ANYTHING = 24, (1, 2)


def _files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


@contextmanager
def _full(largest: int) -> Iterator[None]:
    """No file can become larger than that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _out_of_form() -> list[str]:
    text = RECORD.read_text(encoding="utf-8")
    RECORD.write_text(text.replace("id: proeveord\n", "") + "id: proeveord\n", encoding="utf-8")
    return ["fix"]


def _new() -> list[str]:
    return ["new", "begreber", "nyt-ord"]


def _stale_schemas() -> list[str]:
    main(["schema"])
    Path("data/schema/begreber.json").write_text("{}", encoding="utf-8")
    Path("data/schema/metoder.json").write_text("{}", encoding="utf-8")
    return ["schema"]


def _exported() -> list[str]:
    assert main(["export", "--out", "ud"]) == 0
    settings = Path("settings.yml")
    settings.write_text(settings.read_text("utf-8").replace("Eksempelkataloget", "Det nye katalog"), "utf-8")
    return ["export", "--out", "ud"]


def _printed() -> list[str]:
    Path("bog.pdf").write_bytes(b"den gamle")
    return ["pdf", "begreber/proeveord", "--out", "bog.pdf"]


def _answers() -> list[str]:
    Path("svar.json").write_text('{"error_map": {}}', encoding="utf-8")
    Path("linktjek.json").write_text("det gamle", encoding="utf-8")
    return ["links", "--links", "svar.json", "--out", "linktjek.json"]


def _form() -> list[str]:
    for name in ("index.html", "redaktion/index.html"):
        path = Path("site") / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("den gamle", encoding="utf-8")
    return ["cms"]


def _other_engine() -> list[str]:
    for name in (CONFIGURATION, "site/index.html"):
        path = Path("andet") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("det gamle", encoding="utf-8")
    Path("program").touch()
    return ["zensical", "--out", "andet", "--program", "program"]


@pytest.mark.usefixtures("good_site", "node_modules")
@pytest.mark.parametrize(
    ("prepared", "largest", "named"),
    [
        (_out_of_form, 100, str(RECORD)),
        (_new, 50, "data/begreber/nyt-ord.yml"),
        (_stale_schemas, 1_000, "data/schema/metoder.json"),
        (_exported, 100_000, "ud/api/v1/openapi.json"),
        (_printed, 2_000, "bog.pdf"),
        (_answers, 10, "linktjek.json"),
        (_form, 100_000, "site/redaktion"),
        (_other_engine, 2_000, "andet"),
    ],
)
def test_a_full_disk_is_told_and_nothing_is_lost(
    prepared: Callable[[], list[str]], largest: int, named: str, capsys: Output
) -> None:
    """The command says what it could not write and what to look for; every file is there as it was, and no other."""
    command = prepared()
    before = _files()
    capsys.readouterr()
    with _full(largest):
        assert main(command) == 1
    assert capsys.readouterr().out == f"{named} kan ikke skrives (en fil bliver for stor). {UNCHANGED}"
    assert _files() == before


@pytest.mark.usefixtures("good_site")
def test_no_space_left_is_told(capsys: Output) -> None:
    """What the system says of a device that is always full; a device is written into, not replaced."""
    full = Path("fuld")
    full.symlink_to("/dev/full")
    assert main(["pdf", "begreber/proeveord", "--out", "fuld"]) == 1
    assert capsys.readouterr().out == f"fuld kan ikke skrives (disken er fuld). {UNCHANGED}"
    assert stat.S_ISCHR(full.stat().st_mode)


@pytest.mark.usefixtures("good_site")
def test_a_workbook_that_finds_no_room_names_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    """Its sheets are made in the system's temporary folder: that is where there is no room."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with _full(1_500):
        assert main(["export", "--out", "ud"]) == 1
    assert capsys.readouterr().out == f"{tmp_path} kan ikke skrives (en fil bliver for stor). {UNCHANGED}"


def _owner_alone() -> None:
    """Takes from root what others lack: the right to write where the folder's own rights forbid it."""
    for right in _READ_AND_WRITE_ANYTHING:
        ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, right, 0, 0, 0)


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("prepared", "folder", "named"),
    [
        (_out_of_form, "data", "data"),
        (_out_of_form, "data/begreber", str(RECORD)),
        (_new, "data/begreber", "data/begreber"),
        (_exported, "ud", "ud"),
        (_answers, ".", "{here}"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    good_site: Path, prepared: Callable[[], list[str]], folder: str, named: str
) -> None:
    """The same without the right to write there: one sentence, no traceback, and no file is another than before."""
    command = prepared()
    before = _files()
    given = environment(KATALOG_DATA="data", KATALOG_SETTINGS="settings.yml", PYTHONPATH=str(ROOT))
    with _read_only(good_site / folder):
        done = subprocess.run(
            [*MACROS, *command],
            env={**os.environ, **given},
            cwd=good_site,
            text=True,
            capture_output=True,
            check=False,
            preexec_fn=_owner_alone,  # there are no threads
        )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{named.format(here=good_site)} kan ikke skrives (adgang nægtet). {UNCHANGED}"
    assert _files() == before


def test_a_site_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A build where nothing can be written beside the last good site ends with a sentence, and the site stays."""
    project = small_project.make(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("den gamle", encoding="utf-8")
    with _read_only(project):
        code, said = small_project.build(project, before=_owner_alone)
    assert (code, "Traceback" in said) == (1, False)
    assert "Sitet kan ikke skrives (adgang nægtet). Se efter plads på disken og adgang til mappen.\n" in said
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "den gamle"


@pytest.mark.usefixtures("good_site")
def test_a_file_keeps_its_rights_when_it_is_written_anew() -> None:
    """Whoever has the old file open reads it whole; the one in its place has its rights, and a new one the usual."""
    command = _out_of_form()
    RECORD.chmod(0o640)
    before = RECORD.read_text(encoding="utf-8")
    with RECORD.open(encoding="utf-8") as reader:
        assert main(command) == 0
        assert reader.read() == before
    assert RECORD.read_text(encoding="utf-8") != before
    assert stat.S_IMODE(RECORD.stat().st_mode) == 0o640
    Path("andet").touch()
    assert main(_new()) == 0
    assert Path("data/begreber/nyt-ord.yml").stat().st_mode == Path("andet").stat().st_mode


def test_an_index_that_is_cut_short_is_no_index(tmp_path: Path) -> None:
    """The search engine ends well where it could not write its files whole; the build does not."""
    page = tmp_path / "side" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<!doctype html><html lang="da"><body><main data-search-body><h1>Ord</h1><p>Ord om noget.</p></main></body>',
        encoding="utf-8",
    )
    assert index.build(tmp_path) == 1
    shutil.rmtree(tmp_path / "opslag")
    with _full(50_000), pytest.raises(OSError, match="File too large"):
        index.build(tmp_path)


def test_serve_goes_on_where_a_page_finds_no_room(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that is asked for after a save and cannot be written is told in the terminal; the server answers."""

    def no_room(_path: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(serving, "_make", no_room)
    monkeypatch.setattr("tempfile.tempdir", "/tmp-her")
    serving.make_again("metoder/index.html")
    assert caplog.messages == [
        "Sitet kan ikke skrives i /tmp-her/ (disken er fuld). Se efter plads på disken og adgang til mappen."
    ]


def test_serve_says_that_it_has_no_room(tmp_path: Path) -> None:
    """What `serve` shows lies in the temporary folder: that is named, and the command ends without a traceback."""
    project = small_project.make(tmp_path / "project")
    given = environment(KATALOG_DATA="data", KATALOG_SETTINGS="settings.yml", TMPDIR=str(tmp_path))
    with _full(120_000):
        done = subprocess.run(
            [*MACROS, "serve", "--address", "127.0.0.1:0"],
            env={**os.environ, **given}, cwd=project, text=True, capture_output=True, check=False, timeout=300,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.strip() == (
        f"Sitet kan ikke skrives i {tmp_path}/ (en fil bliver for stor). Se efter plads på disken og adgang til mappen."
    )
    assert "Traceback" not in done.stderr

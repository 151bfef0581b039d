"""Files as from a stranger's pull request: odd names, links out of the folder, bombs, and addresses that are code.

`make fuzz` deals such files at random; here each is given once, with what the editor is told.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import load, pages
from tests import small_project
from tests.building import ROOT

DATA, SETTINGS = Path("data"), Path("settings.yml")
GOOD_NAME = "klub-eksempel"
CLUB = DATA / "initiativer" / f"{GOOD_NAME}.yml"
NOT_UTF8 = "1: ikke-utf8: filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8."
SPOT = "ankre (&), henvisninger (*) og mærker (!) bruges ikke her. Skriv værdien helt ud."
LAUGHS = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(3))
LONG = "a" * 251
"""With its ending as long as a name can be: Linux takes no file of 300 characters."""


def _told() -> list[str]:
    return [str(problem) for problem in load.check(DATA, SETTINGS)[1]]


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize("name", ["..", ". .", "a b", " ", LONG, "KLUB-EKSEMPEL", "Klub-eksempel", "æøå", "-", "a%2fb"])
def test_an_odd_file_name_is_told(name: str) -> None:
    """A name that is no address is told with its file, in words, whether its id is the same or another."""
    path = CLUB.with_name(f"{name}.yml")
    text = CLUB.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    told = [line for line in _told() if line.startswith(f"{path}:")]
    assert any(": id-og-filnavn: " in line or ": forkert-sted: " in line for line in told), told
    path.write_text(text.replace(f"id: {GOOD_NAME}\n", f"id: '{name}'\n"), encoding="utf-8")
    told = [line for line in _told() if line.startswith(f"{path}:")]
    assert told != []


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    "target", ["/etc/hostname", "../../settings.yml", "/dev/zero", "ingen.yml", f"{GOOD_NAME}.yml"]
)
def test_a_link_is_never_followed(target: str) -> None:
    """Whatever a symlink leads to, also itself or what never ends, it is refused unread."""
    CLUB.unlink()
    CLUB.symlink_to(target)
    assert f"{CLUB}:0: symlink: filen er en genvej (symlink). Læg selve filen her." in _told()


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (LAUGHS.encode(), f"1: yaml-maerke: {SPOT}"),
        (b"titel: " + b"[" * 50_000, "1: for-dybt: der er mere end 12 niveauer. Skriv det fladere."),
        (b"titel: " + b"x" * 200_000, "0: for-stor-fil: filen fylder 200007 byte; højst 200000 er tilladt."),
        (
            "titel: Blåbær".encode("utf-16"),
            "1: ikke-utf8: filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8.",
        ),
        (
            "titel: Blåbær".encode("latin-1"),
            "1: ikke-utf8: filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8.",
        ),
        ("titel: \u2028Klub".encode(), "1: kontroltegn: linjen har det usynlige tegn U+2028. Slet det."),
    ],
    ids=["laughs", "nesting", "scalar", "utf-16", "latin-1", "line-separator"],
)
def test_a_bomb_is_told_on_its_line(content: bytes, told: str) -> None:
    """What would become large, is too deep, too large or in another encoding, or breaks lines that no editor breaks."""
    CLUB.write_bytes(content)
    assert f"{CLUB}:{told}" in _told()


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//ond.example/x", "https://[", "vbscript:x"]
)
def test_an_address_that_is_code_is_refused(address: str) -> None:
    """The address of a source is that of a page, and nothing that a browser would run."""
    path = DATA / "kilder" / "eksempelrapport-2026.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("url:"))
    lines[number] = f"url: '{address}'"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [line.split(": ")[0] for line in _told()] == [f"{path}:{number + 1}"]


def test_too_much_memory_is_refused() -> None:
    """The fuzzer's limit is the system's own: what asks for more than 500 MB is stopped."""
    code = "from tests.fuzz.judge import limit_memory; limit_memory(); bytearray(600 * 2**20)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.stderr.splitlines()[-1] == "MemoryError"


def test_a_record_that_stood_twice_can_be_taken_out(tmp_path: Path) -> None:
    """Two that were taken out may have the title of the one that stays: the check takes them, and so does the build."""
    project = small_project.make(tmp_path / "project")
    folder = project / CLUB.parent
    text = re.sub(r"(?m)^tidligere_id:\n(  - .*\n)+", "", (project / CLUB).read_text(encoding="utf-8"))
    for name in ("klub-to", "klub-tre"):
        gone = text.replace(f"id: {GOOD_NAME}\n", f"id: {name}\n")
        gone += "udgaaet:\n  dato: 2026-11-20\n  grund: Den stod flere gange.\n"
        (folder / f"{name}.yml").write_text(gone, encoding="utf-8")
    katalog, problems = load.check(project / "data", project / "settings.yml")
    assert katalog is not None
    assert problems == []
    every = {page.record: page.title for page in pages.record_pages(katalog)}
    titles = {record: title for record, title in every.items() if title.startswith("Klub Eksempel")}
    assert titles == {
        f"initiativer/{GOOD_NAME}": "Klub Eksempel",
        "initiativer/klub-to": "Klub Eksempel (taget ud: klub-to)",
        "initiativer/klub-tre": "Klub Eksempel (taget ud: klub-tre)",
    }
    code, said = small_project.build(project)
    assert code == 0, said

"""The commands, as they are called: what they print, what they write, and how they end."""

from pathlib import Path

import pytest

from macros import source, tree
from macros.__main__ import main
from macros.model import KINDS

pytestmark = pytest.mark.usefixtures("good_site")
BROKEN = Path("data/begreber/proeveord.yml")
MESSAGE = 'data/begreber/proeveord.yml:8: ukendt-felt: feltet "xyzzy" findes ikke her.'
Output = pytest.CaptureFixture[str]


def _break() -> None:
    BROKEN.write_text(BROKEN.read_text(encoding="utf-8") + "xyzzy: 1\n", encoding="utf-8")


def test_check_tells_errors_and_fails(capsys: Output) -> None:
    """A problem is a line and exit code 1; nothing is said of completeness."""
    _break()
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{MESSAGE}\n\n1 fejl. Ret den, og prøv igen.\n"


def test_check_annotates_only_on_github(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """In a workflow each problem is also shown on its line of the pull request; elsewhere never."""
    _break()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(["check"])
    annotation = (
        "::error file=data/begreber/proeveord.yml,line=8,title=ukendt-felt::"
        'feltet "xyzzy" findes ikke her.'
    )  # fmt: skip
    assert capsys.readouterr().out.splitlines()[:2] == [MESSAGE, annotation]
    monkeypatch.delenv("GITHUB_ACTIONS")
    main(["check"])
    assert "::" not in capsys.readouterr().out


def test_check_reads_the_folder_that_it_is_given(tmp_path: Path, capsys: Output) -> None:
    """`check --data DIR` reads that folder; its files are named as seen from where the command was given."""
    Path("data").rename(tmp_path / "andre")
    assert main(["check", "--data", str(tmp_path / "andre")]) == 0
    assert main(["check"]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "17 fejl. Ret dem, og prøv igen."


def test_check_says_how_full_each_kind_is(capsys: Output) -> None:
    """Without problems there is a line for each kind with counts, shares and the poorest record."""
    main(["check"])
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "kilder 2 poster krævede 100, anbefalede 50, nyttige 68 (mindst udfyldt: eksempelbrev)" in lines
    assert "puljer 1 post krævede 100, anbefalede 100, nyttige 100 (mindst udfyldt: eksempelpuljen)" in lines


@pytest.mark.parametrize("kind", KINDS)
def test_new_makes_a_record_in_fixed_form(kind: str, capsys: Output) -> None:
    """A new record holds what must or should be filled, is dated today, and is only ever told to be incomplete."""
    path = Path("data") / kind / "min-post.yml"
    assert main(["--today", "2026-11-21", "new", kind, "min-post"]) == 0
    assert capsys.readouterr().out == (
        f'{path} er lavet. Udfyld den, slet de felter, I ikke bruger, og kør "make check".\n'
    )
    values = source.read(path).values
    assert (values["id"], values["gennemgaaet"], values["titel"]) == ("min-post", "2026-11-21", None)
    assert main(["fix", "--check"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()[:-2]
    assert {line.split(":")[0] for line in told} == {str(path)}


@pytest.mark.parametrize(
    ("kind", "id_", "message"),
    [
        ("initativer", "x", 'Slagsen "initativer" findes ikke. Mente du "initiativer"? Vælg en af: initiativer, '),
        ("initiativer", "Min klub", 'Id\'et "Min klub" må kun have små bogstaver a-z, tal og bindestreg. '),
        ("initiativer", "../x", 'Id\'et "../x" må kun have små bogstaver a-z, tal og bindestreg. Skriv "x".'),
        ("initiativer", "a" * 300, "Id'et er på 300 tegn; højst 80 er tilladt. Skriv det kortere.\n"),
        ("initiativer", "klub-eksempel", "data/initiativer/klub-eksempel.yml findes allerede. Vælg et andet id"),
    ],
)
def test_new_refuses_what_cannot_be(kind: str, id_: str, message: str, capsys: Output) -> None:
    """An unknown kind, an id that is no address, and an id that is taken are refused; nothing is written."""
    before = tree.fingerprint(Path("data"))
    assert main(["new", kind, id_]) == 1
    assert capsys.readouterr().out.startswith(message)
    assert tree.fingerprint(Path("data")) == before


def test_fix_rewrites_once(capsys: Output) -> None:
    """A file out of form is counted by --check, rewritten by fix, and then left alone."""
    BROKEN.write_text(
        "# Foran\ntitel: 'Prøveord'\nid: proeveord\nstatus: gaeldende\n"
        "gennemgaaet: '2026-11-01'\nforklaring: {tekst: Et andet ord.}\n",
        encoding="utf-8",
    )
    ends = [main(["fix", "--check"]), main(["fix"]), main(["fix"]), main(["fix", "--check"])]
    assert ends == [1, 0, 0, 0]
    assert capsys.readouterr().out.splitlines() == [
        "1 fil skal skrives om med make fix.",
        "1 fil skrevet om.",
        "0 filer skrevet om.",
        "0 filer skal skrives om med make fix.",
    ]
    assert BROKEN.read_text(encoding="utf-8") == (
        "# Foran\nid: proeveord\ntitel: Prøveord\nstatus: gaeldende\n"
        "gennemgaaet: 2026-11-01\nforklaring:\n  tekst: Et andet ord.\n"
    )


def test_fix_leaves_a_file_that_it_cannot_keep_whole(capsys: Output) -> None:
    """A file that cannot be read, or whose comment would be lost, stays as it is and is named."""
    comment = Path("data/begreber/eksempelbegreb.yml")
    BROKEN.write_text("titel: a: b\n", encoding="utf-8")
    comment.write_text("titel: Ord # husk\nid: eksempelbegreb\n", encoding="utf-8")
    assert main(["fix"]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "data/begreber/eksempelbegreb.yml:1: kommentar: kommentaren ville gå tabt, når filen skrives om. "
        "Flyt den til et felt, eller slet den.",
        "data/begreber/proeveord.yml:1: yaml-fejl: der er et kolon for meget. "
        'Sæt teksten i "anførselstegn", eller skriv den under >- på næste linje.',
    ]
    assert BROKEN.read_text(encoding="utf-8") == "titel: a: b\n"
    assert comment.read_text(encoding="utf-8") == "titel: Ord # husk\nid: eksempelbegreb\n"


def test_schema_writes_what_is_out_of_date_and_says_so(capsys: Output) -> None:
    """Stale schemas are counted by --check, written by schema (exit code 1, so that they are committed), then kept."""
    ends = [main(["schema", "--check"]), main(["schema"]), main(["schema"])]
    assert ends == [1, 1, 0]
    assert capsys.readouterr().out.splitlines() == [
        f"{len(KINDS)} skemaer skal laves om med make schema.",
        f"{len(KINDS)} skemaer skrevet.",
        "0 skemaer skrevet.",
    ]
    assert sorted(path.stem for path in Path("data/schema").iterdir()) == sorted(KINDS)
    Path("data/schema/begreber.json").write_text("{}", encoding="utf-8")
    assert main(["schema", "--check"]) == 1
    assert capsys.readouterr().out == "1 skema skal laves om med make schema.\n"


def test_schema_needs_the_lists(capsys: Output) -> None:
    """Without a closed list no schema is written, and the list that is missing is named."""
    Path("data/vocab/emne.yml").unlink()
    assert main(["schema"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "data/vocab/emne.yml:0: mangler-fil: filen findes ikke. Hent den tilbage fra en tidligere udgave."
    )
    assert not Path("data/schema").exists()


def test_export_writes_nothing_from_data_with_problems(capsys: Output) -> None:
    """Open data is written when all is well, and not at all while there is an error."""
    assert main(["export", "--out", "ud"]) == 0
    assert capsys.readouterr().out == "Data ligger i ud/\n"
    assert Path("ud/tabeller/eksempelbudget.csv").is_file()
    assert Path("ud/api/v1/alt.json").is_file()
    _break()
    assert main(["export", "--out", "ud-to"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == MESSAGE
    assert not Path("ud-to").exists()

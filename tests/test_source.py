"""Files to values: what is read, as text and with line numbers, and what is refused."""

import os
from pathlib import Path, PurePosixPath

import pytest

from macros import source
from macros.problem import Problem, ProblemsError


def _read(folder: Path, content: str | bytes) -> source.SourceFile:
    path = folder / "post.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return source.read(path)


def _problems(folder: Path, content: str | bytes) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        _read(folder, content)
    return [f"{problem.line}: {problem.rule}: {problem.message}" for problem in caught.value.problems]


def test_every_scalar_stays_text(tmp_path: Path) -> None:
    """YAML's guesses are off: no, 0101, dates and numbers stay as written; only an empty value is None."""
    values = _read(tmp_path, "a: no\nb: 0101\nc: 2026-11-01\nd: 1.50\ne:\nf: ''\ng: null\nh: 'null'\ni: ~\n").values
    assert values == {
        "a": "no", "b": "0101", "c": "2026-11-01", "d": "1.50", "e": None, "f": "", "g": None, "h": "null", "i": None,
    }  # fmt: skip


def test_lines_are_those_of_keys_and_items(tmp_path: Path) -> None:
    """A place is named by its own line, or by that of the nearest key above it."""
    file = _read(tmp_path, "# top\na: 1\nb:\n  - c: 2\n  - c: 3\n")
    places = [("a",), ("b",), ("b", 1, "c"), ("b", 1, "missing"), ("missing",)]
    assert [file.line(place) for place in places] == [2, 3, 5, 5, 2]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_and_byte_order_mark_do_not_matter(tmp_path: Path, ending: str) -> None:
    """A file from Windows reads like any other."""
    content = b"\xef\xbb\xbf" + ending.join(["a: x", "b: y", ""]).encode()
    file = _read(tmp_path, content)
    assert (file.values, file.line(("b",))) == ({"a": "x", "b": "y"}, 2)


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    """A file of a megabyte is no record."""
    assert _problems(tmp_path, "a: " + "x" * 1_000_000) == [
        "0: for-stor-fil: filen fylder 1000003 byte; højst 200000 er tilladt."
    ]


@pytest.mark.parametrize("depth", [500, 90_000])
def test_deep_nesting_is_refused_and_does_not_crash(tmp_path: Path, depth: int) -> None:
    """Depth is counted before the parser follows it."""
    expected = ["1: for-dybt: der er mere end 12 niveauer. Skriv det fladere."]
    assert _problems(tmp_path, "a: " + "[" * depth + "]" * depth) == expected


@pytest.mark.parametrize(
    "content",
    ["a: *b\n", "a: &a [*a]\n", "a: &unused b\n", "a: !!str 5\n", "a: !x {b: c}\n", "!x\na: b\n", "a: !!set {b, c}\n"],
)
def test_anchors_aliases_and_tags_are_refused(tmp_path: Path, content: str) -> None:
    """Nothing stands for something else, and nothing chooses its own type."""
    message = "1: yaml-maerke: ankre (&), henvisninger (*) og mærker (!) bruges ikke her. Skriv værdien helt ud."
    assert _problems(tmp_path, content) == [message]


@pytest.mark.parametrize("content", ["- a\n", "bare ord\n", "# kommentar\n", "---\n", "[a]\n"])
def test_file_must_hold_fields(tmp_path: Path, content: str) -> None:
    """A list, a lone word or a comment is no record."""
    assert _problems(tmp_path, content) == ['1: yaml-fejl: filen skal bestå af linjer som "titel: Min titel".']


@pytest.mark.parametrize("content", ["a:\n\t- b\n", "a: b\n\tc: d\n", "a:\r\t- b\r"])
def test_tab_is_named(tmp_path: Path, content: str) -> None:
    """Indentation by tab is told as what it is."""
    assert _problems(tmp_path, content) == ["2: yaml-fejl: linjen er rykket ind med tabulator. Brug mellemrum."]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0", "a: \ud800".encode("utf-8", "surrogatepass"), "a: æ".encode("utf-16")],
)
def test_binary_junk_is_refused(tmp_path: Path, content: bytes) -> None:
    """A picture or a file in another encoding is told to be saved again."""
    assert _problems(tmp_path, content) == [
        "1: ikke-utf8: filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8."
    ]


@pytest.mark.parametrize(
    "content",
    ['a: "åben\n', 'a: "\\d"\n', 'a: "\\ud800"\n', "a: b\n---\na: c\n", "%YAML 9.9\n---\na: b\n", "a: !e!x b\n"],
)
def test_other_broken_yaml_points_at_a_line(tmp_path: Path, content: str) -> None:
    """Whatever else the parser refuses is told in Danish, with a line to look at."""
    (told,) = _problems(tmp_path, content)
    line, rest = told.split(": ", 1)
    assert int(line) >= 1
    assert (
        rest == "yaml-fejl: linjen kan ikke læses. Se efter indrykning, anførselstegn og kolon på den eller linjen før."
    )


def test_keys_must_be_words(tmp_path: Path) -> None:
    """A list or mapping as a key is refused; a number or date is only an odd name."""
    assert _problems(tmp_path, "? [a]\n: b\n? {c: d}\n: e\n") == [
        "1: yaml-fejl: et feltnavn skal være et enkelt ord.",
        "3: yaml-fejl: et feltnavn skal være et enkelt ord.",
    ]
    assert _read(tmp_path, "1: a\ntrue: b\nnull: c\n2026-01-01: d\n").values == {
        "1": "a", "true": "b", "null": "c", "2026-01-01": "d",
    }  # fmt: skip


def test_directory_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    """What cannot be opened gives a problem, not a traceback."""
    with pytest.raises(ProblemsError) as caught:
        source.read(tmp_path)
    assert caught.value.problems[0].message == "filen kan ikke åbnes. Er det en mappe, eller mangler du adgang?"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no file is told; to open a pipe would be to wait for ever."""
    os.mkfifo(tmp_path / "post.yml")
    with pytest.raises(ProblemsError) as caught:
        source.read(tmp_path / "post.yml")
    assert caught.value.problems[0].message == "filen kan ikke åbnes. Er det en mappe, eller mangler du adgang?"


def test_what_is_never_closed_is_told_on_the_last_line(tmp_path: Path) -> None:
    """The parser stops after the end of the file, where no editor could look."""
    assert [told.split(":")[0] for told in _problems(tmp_path, "a: b\nc: [d\n")] == ["2"]


def test_problem_becomes_an_annotation() -> None:
    """GitHub's own signs are escaped, and a problem of the whole file is shown on its first line."""
    problem = Problem(PurePosixPath("data/a,b.yml"), 0, "tom-fil", "100 % tom, linje: to")
    assert problem.as_annotation() == "::error file=data/a%2Cb.yml,line=1,title=tom-fil::100 %25 tom, linje: to"
    assert str(problem) == "data/a,b.yml:0: tom-fil: 100 % tom, linje: to"


def test_what_a_problem_quotes_can_do_nothing() -> None:
    """Signs that break the line, which GitHub would obey, or turn the writing are named; long quotes are cut."""
    quoted = f'"x\n::stop-commands::\u202e" findes ikke i "{"y" * 5000}". Ret det.'
    problem = Problem(PurePosixPath("data/a\nb.yml"), 1, "ukendt-kilde", quoted)
    assert str(problem) == (
        "data/a[U+000A]b.yml:1: ukendt-kilde: "
        f'"x[U+000A]::stop-commands::[U+202E]" findes ikke i "{"y" * 80}…". Ret det.'
    )
    assert len(Problem(PurePosixPath("a"), 1, "x", "ord " * 5000 + "Ret det.").message) == 1000

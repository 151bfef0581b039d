"""What an editor is told of a change: `python -m macros compare`, from the records to the Markdown."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import load, markdown
from macros.__main__ import main
from macros.forskel import Forskel, compare
from macros.linktjek import Link
from macros.model import Reference
from macros.summary import summary

pytestmark = pytest.mark.usefixtures("good_site")
Output = pytest.CaptureFixture[str]
HOSTILE = "<b>Klub</b> @redaktion #12 [x](http://y.example) | `k` www.z.example"


@pytest.fixture
def base(good_site: Path) -> Path:
    """The records as they were; those in data/ are then changed."""
    shutil.copytree(good_site / "data", good_site / "base")
    return good_site / "base"


def _edit(name: str, change: Callable[[str], str]) -> None:
    path = Path("data") / name
    old = path.read_text(encoding="utf-8")
    assert change(old) != old
    path.write_text(change(old), encoding="utf-8")


def _add(name: str, lines: str) -> None:
    _edit(name, lambda text: text + lines)


def _found(base: Path) -> Forskel:
    before, _old = load.check(base, Path("settings.yml"))
    after, _problems = load.check(Path("data"), Path("settings.yml"))
    assert before
    assert after
    return compare(before, after)


def test_nothing_changed_is_said_in_one_line(base: Path, capsys: Output) -> None:
    """Two equal folders touch no record."""
    assert main(["compare", "--base", str(base)]) == 0
    assert capsys.readouterr().out == "# Hvad ændringen gør\n\nÆndringen rører ingen poster.\n"


def test_each_record_is_told_by_what_became_of_it(base: Path) -> None:
    """New, changed, moved, taken out, put back and deleted records are told apart, by kind and id."""
    folder = Path("data")
    new = (folder / "begreber/proeveord.yml").read_text(encoding="utf-8").replace("proeveord", "nyt")
    (folder / "begreber/nyt.yml").write_text(new.replace("titel: Prøveord", "titel: Helt nyt"), encoding="utf-8")
    _add("kilder/eksempelbrev.yml", "aar: 2025\n")
    (folder / "metoder/grundmetoden.yml").rename(folder / "metoder/metoden-bag.yml")
    _edit("metoder/metoden-bag.yml", lambda text: text.replace("id: grundmetoden", "id: metoden-bag"))
    _add("metoder/metoden-bag.yml", "tidligere_id:\n  - grundmetoden\n")
    _add("milepaele/puljen-aabner.yml", "udgaaet:\n  dato: 2026-11-20\n  grund: Står to gange.\n")
    _edit("initiativer/klub-lukket.yml", lambda text: re.sub(r"udgaaet:\n(  .*\n)+", "", text))
    (folder / "puljer/eksempelpuljen.yml").unlink()
    found = [(item.what, str(item.name), str(item.was or "")) for item in _found(base).touched]
    assert found == [
        ("genindsat", "initiativer/klub-lukket", ""),
        ("flyttet", "metoder/metoden-bag", "metoder/grundmetoden"),
        ("ny", "begreber/nyt", ""),
        ("aendret", "kilder/eksempelbrev", ""),
        ("udgaaet", "milepaele/puljen-aabner", ""),
        ("slettet", "puljer/eksempelpuljen", ""),
    ]


def test_a_record_that_cannot_be_read_is_named_and_not_called_deleted(base: Path) -> None:
    """An error in a file before or after the change says nothing of what became of the record."""
    _add("metoder/grundmetoden.yml", "xyzzy: 1\n")
    broken = base / "begreber" / "proeveord.yml"
    broken.write_text("id: proeveord\n", encoding="utf-8")
    found = _found(base)
    assert found.unread == (Reference("metoder", "grundmetoden"),)
    assert found.unread_base == (Reference("begreber", "proeveord"),)
    assert found.touched == ()


def test_the_content_of_a_touched_record_is_weighed(base: Path) -> None:
    """Missing recommended fields, a figure without a source, and a hard text are found, with their place."""
    hard = "Kommunernes beskæftigelsesforvaltninger understøtter ungdomsuddannelsers 38 aftaler i kommunen."
    _edit("begreber/proeveord.yml", lambda text: re.sub(r"tekst: .*", f"tekst: {hard}", text))
    (touched,) = _found(base).touched
    assert touched.missing == ("Resumé", "Emner")
    assert [place for place, _message in touched.unsourced] == ["forklaring tekst"]
    assert [(text.place, text.lix) for text in touched.hard] == [("forklaring tekst", 93)]
    assert touched.lix[1] == 92


def test_completeness_is_told_before_and_after(base: Path, capsys: Output) -> None:
    """The share of each weight is given for the kind that is touched and for all records."""
    _add("kilder/eksempelbrev.yml", "aar: 2025\n")
    main(["compare", "--base", str(base)])
    lines = capsys.readouterr().out.splitlines()
    assert "| Kilder | 100 → 100 | 50 → 60 | 68 → 68 |" in lines
    assert "| Alle poster | 100 → 100 | 65 → 66 | 72 → 72 |" in lines


def test_errors_are_counted_and_never_stop_the_summary(base: Path, capsys: Output) -> None:
    """`check` fails on errors; the summary says how many, and exits with 0 also where lists cannot be read."""
    _add("metoder/grundmetoden.yml", "xyzzy: 1\n")
    assert main(["compare", "--base", str(base)]) == 0
    assert "**1 fejl i data.** De står ved linjerne i ændringen." in capsys.readouterr().out
    Path("data/vocab/emne.yml").unlink()
    assert main(["compare", "--base", str(base)]) == 0
    told = capsys.readouterr().out.splitlines()[2]
    assert told == "2 fejl i data gør, at poster ikke kan sammenlignes. Ret dem først."


def test_a_text_stays_a_text(base: Path, capsys: Output) -> None:
    """HTML, Markdown, links and calls to people in a title are shown as typed, in one cell of the table."""
    _edit("begreber/proeveord.yml", lambda text: re.sub(r"titel: .*", f"titel: '{HOSTILE}'", text))
    main(["compare", "--base", str(base)])
    assert (
        r"| Ændret | \<b\>Klub\<\/b\> \@⁠redaktion \#⁠12 \[x\]\(http\:\/\/y\.example\) \| \`k\` www\.z\.example "
        r"| begreber\/proeveord |"
    ) in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b_c?d=1&e=2", "<https://a.example/b_c?d=1&e=2>"),
        ("https://a.example/b|c`d\\e", "<https://a.example/b%7Cc%60d%5Ce>"),
        ("https://a.example/> <script>", "<https://a.example/%3E%20%3Cscript%3E>"),
        ("javascript:alert(1)", r"javascript\:alert\(1\)"),
    ],
)
def test_an_address_cannot_leave_its_place(url: str, shown: str) -> None:
    """An address is a link that shows itself; what could end it is written with %-signs; anything else is text."""
    assert markdown.address(url) == shown


def test_a_long_list_says_what_it_leaves_out() -> None:
    """A hundred rows are shown, and the rest are counted."""
    assert markdown.bullets(map(str, range(102)))[-2:] == ["- 99", "- … og 2 til, som ikke er vist."]
    assert markdown.table(["a"], [["b"]] * 101)[-3:] == ["| b |", "", "- … og 1 til, som ikke er vist."]


def test_new_links_are_listed_with_their_answers(base: Path, capsys: Output) -> None:
    """Only an address that the base does not have is new; without a report it is said not to be checked."""
    url = "https://ny.example/side"
    _add("kilder/eksempelbrev.yml", f"url: {url}\n")
    main(["compare", "--base", str(base), "--addresses"])
    assert capsys.readouterr().out == f'<a href="{url}">{url}</a>\n'
    found = _found(base)
    row = f"| <{url}> | kilder\\/eksempelbrev |"
    assert f"Links er ikke tjekket.\n\n| Adresse | Står i | Svar |\n|---|---|---|\n{row} ikke tjekket |" in summary(
        found, 0, None
    )
    gone = Link(svar="fejler", kode=404, hvad="siden findes ikke (404)")
    assert f"{row} siden findes ikke \\(404\\) |" in summary(found, 0, {url: gone})
    moved = Link(svar="flyttet", kode=301, hvad="er flyttet og svarer", til="https://ny.example/her")
    assert f"{row} er flyttet og svarer: <https://ny.example/her> |" in summary(found, 0, {url: moved})

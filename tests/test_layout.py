"""The fixed form of a data file: stable, in order, and nothing lost."""

from pathlib import Path
from typing import Any

import pytest

from macros import layout, source
from macros.model import KINDS, Begreb, Tabel
from macros.problem import ProblemsError

GOOD = sorted((Path(__file__).parent / "sites" / "good" / "data").glob("*/*.yml"))
RECORDS = [path for path in GOOD if path.parent.name in KINDS]
TEXTS = [
    "en ganske almindelig tekst",
    "med 'enkelte' og \"dobbelte\" anførselstegn",
    "kolon: midt i",
    "kolon til sidst:",
    "# ligner en kommentar",
    "midt i # ligner en kommentar",
    "{{ skabelon }} {% kode %}",
    "- ligner et punkt",
    "-",
    "? ligner en nøgle",
    "& og * og ! og | og > og % og @ og `",
    "&anker",
    "[liste]",
    "{felt: værdi}",
    "0101",
    "2019",
    "2026-11-01",
    "12:30:45",
    "1_000",
    "1e3",
    "0x1F",
    ".5",
    "-5",
    "no",
    "ja",
    "true",
    "null",
    "~",
    "<<",
    "=",
    "---",
    "...",
    "æøå ÆØÅ é ü § – “ ”",
    "😀 og 👩‍👩‍👧",
    "tabulator\tmidt i",
    " mellemrum foran",
    "mellemrum bagved ",
    "to  mellemrum",
    "linje et\nlinje to",
    "afsnit et\n\nafsnit to",
    "afsnit et\n\n\n\nafsnit to",
    "linje\n  indrykket",
    "slutter med linjeskift\n",
    "\nbegynder med linjeskift",
    "windows\r\nlinjeskift",
    "ord " * 75,
    ("ord " * 75).strip(),
    "x" * 300,
    ("kolon: og # og 'citat' " * 13).strip(),
    ("to  mellemrum  " * 20).strip(),
    ("langt afsnit " * 20).strip() + "\n\n" + ("# langt afsnit " * 20).strip(),
    "- " + "punkt " * 40 + "slut",
    "usynlig\u00a0hård\u00adbindestreg",
]


def _read(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "post.yml"
    path.write_text(text, encoding="utf-8", newline="")
    return source.read(path).values


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_is_lost_or_changed(tmp_path: Path, text: str) -> None:
    """A text is read back as it was, wherever it stands, and a second formatting changes nothing."""
    values = {
        "id": text,
        "titel": text,
        "ogsaa_kaldt": [text, text],
        "gennemgaaet": text,
        "forklaring": {"tekst": text, "kilde": text, "sted": text},
        "punkter": [{"tekst": text}],
        "ukendt felt": {text: [text, {"dybt": text}]},
    }
    once = layout.formatted(values, Begreb)
    assert _read(tmp_path, once) == values
    assert layout.formatted(_read(tmp_path, once), Begreb) == once


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_cell_is_lost_or_changed(tmp_path: Path, text: str) -> None:
    """A table row stands on one line and is read back as it was, empty cells too."""
    values = {"raekker": [{"celler": [text, None, "", "89.7", text]}], "kontrolsum": [None, text]}
    once = layout.formatted(values, Tabel)
    assert _read(tmp_path, once) == values
    assert layout.formatted(_read(tmp_path, once), Tabel) == once


@pytest.mark.parametrize("values", [{"titel": None}, {"emner": []}, {"forklaring": {}}, {"punkter": [None, {}]}])
def test_empty_values_stay_empty(tmp_path: Path, values: dict[str, Any]) -> None:
    """Nothing, an empty list and an empty part are told apart."""
    assert _read(tmp_path, layout.formatted(values, Begreb)) == values


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: str(path.stem))
def test_the_good_records_are_in_fixed_form(path: Path) -> None:
    """The examples that contributors copy are already as the formatter writes them."""
    text = path.read_text(encoding="utf-8")
    model = KINDS[path.parent.name].model
    assert layout.formatted(source.read(path).values, model, source.head_comment(text)) == text


def test_keys_follow_the_model_with_the_sources_last() -> None:
    """Keys are in the model's order; where a part was read comes after what it says; unknown keys come last."""
    values = {
        "farve": "rød",
        "forklaring": {"sted": "s. 1", "kilde": "rapport", "tekst": "Et ord."},
        "titel": "Ord",
        "id": "ord",
    }
    assert layout.formatted(values, Begreb) == (
        "id: ord\ntitel: Ord\nforklaring:\n  tekst: Et ord.\n  kilde: rapport\n  sted: s. 1\nfarve: rød\n"
    )


def test_quotes_are_used_where_a_text_could_be_taken_for_something_else() -> None:
    """A date, a number and a choice stand bare; a text that looks like one is quoted; a long text is folded."""
    values = {
        "titel": "2019",
        "resume": "Et langt resumé. " * 8 + "Slut.",
        "gennemgaaet": "2026-11-01",
        "raekker": [{"celler": ["nej, tak", None, "-5"], "heraf": "true"}],
    }
    assert layout.formatted(values, Tabel) == (
        "titel: '2019'\n"
        "resume: >-\n"
        "  Et langt resumé. Et langt resumé. Et langt resumé. Et langt resumé. Et langt resumé. Et langt resumé.\n"
        "  Et langt resumé. Et langt resumé. Slut.\n"
        "gennemgaaet: 2026-11-01\n"
        "raekker:\n"
        "  - celler: ['nej, tak', null, -5]\n"
        "    heraf: true\n"
    )


def test_a_leading_comment_is_kept(tmp_path: Path) -> None:
    """The comment lines that a file begins with stay in front."""
    text = "# Et\n# To\nid: ord\ntitel: Ord\n"
    assert source.head_comment(text) == "# Et\n# To\n"
    assert layout.formatted(_read(tmp_path, text), Begreb, source.head_comment(text)) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: ord\n# midt i\ntitel: Ord\n", 2),
        ("# foran\nid: ord\ntitel: Ord  # bagved\n", 3),
        ("id: ord\nemner:\n  - a\n  # under\n  - b\n", 4),
        ("id: ord\nresume: >-\n  tekst\n# efter\n", 4),
        ("id: 'æøå 😀'  # bagved\n", 1),
    ],
)
def test_a_comment_that_would_be_lost_is_refused(tmp_path: Path, text: str, line: int) -> None:
    """A comment inside the file, on its own line or behind a value, stops the formatting."""
    with pytest.raises(ProblemsError) as caught:
        source.refuse_comments(tmp_path / "post.yml", text)
    assert str(caught.value) == (
        f"{tmp_path}/post.yml:{line}: kommentar: "
        "kommentaren ville gå tabt, når filen skrives om. Flyt den til et felt, eller slet den."
    )


@pytest.mark.parametrize("text", ["# foran\nid: a\n", "id: 'a # b'\n", "id: a#b\n", "id: >-\n  # tekst\n  mere\n"])
def test_a_number_sign_in_a_text_is_no_comment(tmp_path: Path, text: str) -> None:
    """What only looks like a comment stops nothing."""
    source.refuse_comments(tmp_path / "post.yml", text)
    assert list(tmp_path.iterdir()) == []

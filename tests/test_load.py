"""Source, model and rules together: one Katalog, or every problem at once and never a traceback."""

import re
import shutil
from pathlib import Path

import pytest

from macros import danish_errors, load, source
from macros.model import KINDS, Katalog, Kilde, Metode, Reference
from macros.model.completeness import completeness, missing_fields
from macros.model.traverse import KeyPath

DATA, SETTINGS = Path("data"), Path("settings.yml")
CLUB = DATA / "initiativer" / "klub-eksempel.yml"


def _told() -> list[str]:
    return [str(problem) for problem in load.check(DATA, SETTINGS)[1]]


@pytest.mark.usefixtures("good_site")
def test_nothing_is_read_again_until_a_file_changes() -> None:
    """The Katalog is kept for as long as no file has changed, and is new when one has."""
    first, _none = load.latest(DATA, SETTINGS)
    again, _none = load.latest(DATA, SETTINGS)
    assert again is first
    path = DATA / "begreber" / "proeveord.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Prøveord", "Nyt prøveord"), encoding="utf-8")
    changed, problems = load.latest(DATA, SETTINGS)
    assert changed is not None
    assert (changed.get(Reference("begreber", "proeveord")).titel, problems) == ("Nyt prøveord", [])


@pytest.mark.usefixtures("good_site")
def test_the_last_good_katalog_stays_while_a_file_is_broken() -> None:
    """A bad save gives its problems beside the Katalog from before it; mending it ends them."""
    good, _none = load.latest(DATA, SETTINGS)
    path = DATA / "begreber" / "proeveord.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text("titel: a: b\n", encoding="utf-8")
    katalog, problems = load.latest(DATA, SETTINGS)
    assert katalog is good
    assert [problem.rule for problem in problems] == ["yaml-fejl"]
    path.write_text(before, encoding="utf-8")
    assert load.latest(DATA, SETTINGS)[1] == []


@pytest.mark.usefixtures("good_site")
def test_every_problem_is_told_sorted() -> None:
    """All problems of all files are told together, in the order of files and lines."""
    for path in (DATA / "milepaele" / "puljen-aabner.yml", DATA / "begreber" / "proeveord.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "xyzzy: rød\nqwert: rund\n", encoding="utf-8")
    assert _told() == [
        'data/begreber/proeveord.yml:8: ukendt-felt: feltet "xyzzy" findes ikke her.',
        'data/begreber/proeveord.yml:9: ukendt-felt: feltet "qwert" findes ikke her.',
        'data/milepaele/puljen-aabner.yml:11: ukendt-felt: feltet "xyzzy" findes ikke her.',
        'data/milepaele/puljen-aabner.yml:12: ukendt-felt: feltet "qwert" findes ikke her.',
    ]


@pytest.mark.usefixtures("good_site")
def test_a_broken_record_is_not_called_missing() -> None:
    """One error in a source is one problem: those who name the source are not told that it does not exist."""
    (DATA / "kilder" / "eksempelrapport-2026.yml").write_text("titel: a: b\n", encoding="utf-8")
    assert [told.split(": ")[1] for told in _told()] == ["yaml-fejl"]


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(range(256)),
        b"\xff\xfe\x00",
        b"- a\n- b\n",
        b"1: a\n? [x]\n: y\n",
        b"id:\n" + b"titel:\n" * 1,
        b"a: " + b"[" * 500 + b"]" * 500,
        b"a: " + b"x" * 1_000_000,
        b"a: &a [*a]\n",
        "titel: 😀\n".encode(),
        b"maalgruppe: []\naktoerer: {}\nperiode: x\nkommuner: {a: b}\noekonomi: [[[]]]\n",
        b"resultater:\n  - \n  - - \n  - tekst:\n",
        b"oekonomi: {poster: [{kroner: nan}, {kroner: 1e999999}, {kroner: Infinity}]}\n",
    ],
    ids=range(13),
)
def test_odd_files_give_problems_and_no_traceback(content: bytes) -> None:
    """Whatever is put in a record's place, the editor is told of that file and no other."""
    CLUB.write_bytes(content)
    told = _told()
    assert told
    assert {line.split(":")[0] for line in told} == {str(CLUB)}


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ["", "''", "[]", "{}", "[[]]", "[{}]", "{a: b}", "x", "٣", "2026-13-45", "1e400"])
def test_any_value_in_every_field_gives_problems_in_words(kind: str, value: str) -> None:
    """A record with the same odd value in all its fields is told field by field, in words made for the case."""
    path = next((DATA / kind).glob("*.yml"))
    fields = KINDS[kind].model.model_fields
    path.write_text("".join(f"{name}: {value}\n" for name in fields), encoding="utf-8")
    told = _told()
    assert told
    assert [line for line in told if "værdien passer ikke til feltet" in line] == []


@pytest.mark.usefixtures("good_site")
def test_folders_that_are_missing_or_in_the_way_are_told() -> None:
    """A folder in place of a file is told; an empty folder named like a record is no record."""
    (DATA / "initiativer" / "x.yml").mkdir()
    assert _told() == []
    shutil.rmtree(DATA / "vocab")
    (DATA / "kommuner.yml").unlink()
    (DATA / "kommuner.yml").mkdir()
    told = _told()
    assert (
        told[0] == "data/kommuner.yml:0: mangler-fil: filen kan ikke åbnes. Er det en mappe, eller mangler du adgang?"
    )
    assert told[1] == (
        "data/vocab/anbefalingstype.yml:0: mangler-fil: filen findes ikke. Hent den tilbage fra en tidligere udgave."
    )


@pytest.mark.usefixtures("good_site")
def test_a_table_row_without_cells_is_told_on_its_line() -> None:
    """The form of a table is checked row by row, also where a row is empty or holds a colon."""
    path = DATA / "tabeller" / "eksempelbudget.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[Husleje, 10, null, 10.1]", "[]"), encoding="utf-8")
    line = text[: text.index("[Husleje")].count("\n") + 1
    assert _told() == [f'{path}:{line}: tabel-form: rækken "" har 0 celler, men tabellen 4 kolonner.']
    path.write_text(text.replace("[Husleje, 10, null, 10.1]", "['Leje: hus', NaN, null, 1]"), encoding="utf-8")
    assert _told() == [
        f'{path}:{line}: tabel-form: "NaN" i rækken "Leje: hus", kolonnen "2026", er ikke et tal (brug punktum: 89.7).'
    ]


@pytest.mark.usefixtures("good_site")
@pytest.mark.parametrize(
    ("file", "field", "value", "message"),
    [
        (
            "data/milepaele/klubben-aabner.yml",
            "dato",
            "9999-12-31",
            '"dato": "9999-12-31" skal ligge mellem 1500 og 2199.',
        ),
        (
            "data/kilder/eksempelbrev.yml",
            "gennemgaaet",
            "0001-01-01",
            '"gennemgaaet": "0001-01-01" skal ligge mellem 1500 og 2199.',
        ),
        ("data/noegletal/unge-i-eksempelby.yml", "tal", "1e9999", '"tal": 1e9999 er for højt; højst 1000000000000000.'),
        (
            "data/noegletal/unge-i-eksempelby.yml",
            "tal",
            "1e-9999",
            '"tal": "1e-9999" har for mange decimaler; højst 6.',
        ),
        ("data/kommuner.yml", "raekke", "99999999999", '"raekke": 99999999999 er for højt; højst 50.'),
        ("data/vocab/design.yml", "niveau", "99999999999", '"niveau": 99999999999 er for højt; højst 20.'),
        ("settings.yml", "initiativer", "99999999999", '"initiativer": 99999999999 er for højt; højst 36500.'),
    ],
)
def test_figures_and_days_beyond_all_reason_are_told(file: str, field: str, value: str, message: str) -> None:
    """Each of these was accepted once, and then no page or list could be made of it."""
    path = Path(file)
    before, key, after = path.read_text(encoding="utf-8").partition(f"{field}: ")
    path.write_text(before + key + re.sub(r"^[^\n,]+", value, after), encoding="utf-8")
    line = before.count("\n") + 1
    assert _told()[0] == f"{file}:{line}: forkert-type: {message}"


@pytest.mark.usefixtures("good_site")
def test_a_municipality_without_a_letter_is_told() -> None:
    """Its page would have no address of its own."""
    path = DATA / "kommuner.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("navn: Prøvestad", "navn: '-'"), encoding="utf-8")
    line = text[: text.index("navn: Prøvestad")].count("\n") + 1
    assert _told()[0] == f'data/kommuner.yml:{line}: forkert-type: "navn": "-" skal begynde med et stort bogstav.'


@pytest.mark.usefixtures("good_site")
def test_a_source_with_another_id_than_its_file_is_told() -> None:
    """The rules on sources know it by the name of its file; two names for one record stopped the check."""
    path = DATA / "kilder" / "eksempelbrev.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: eksempelbrev\n", "id: et-andet\n"), encoding="utf-8")
    assert [told.split(": ")[1] for told in _told()] == ["id-og-filnavn"]


@pytest.mark.usefixtures("good_site")
def test_a_region_must_be_followed_by_a_later_one() -> None:
    """Regions cannot take over from each other in a ring."""
    path = DATA / "kommuner.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("afloeses_af: nyeksempel", "afloeses_af: oesteksempel"), encoding="utf-8")
    assert _told() == [
        "data/kommuner.yml:7: datoer-i-raekkefoelge: en region kan kun afløses af en, der gælder fra en senere dato."
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("evidens", "vurderinger", 0), ["kilde", "sted", "dimension", "vurdering", "begrundelse"]),
        (("titel",), []),
    ],
)
def test_field_names_are_those_of_the_place(path: KeyPath, expected: list[str]) -> None:
    """A guess at a misspelled key is made among the keys of that very part."""
    assert danish_errors.field_names(Metode, path)[: len(expected) or None] == expected


def test_completeness_counts_by_weight() -> None:
    """A record with only what it must have is full in that, and empty in the rest but for the defaults."""
    kilde = Kilde.model_validate(
        {"id": "a", "titel": "A", "status": "x", "gennemgaaet": "2026-11-01", "udgiver": "B", "type": "c"}
    )
    assert completeness(kilde) == {"paakraevet": (6, 6), "anbefalet": (0, 5), "nyttig": (3, 11)}
    assert missing_fields(kilde) == ["resume", "emner", "aar", "url", "laest"]


def test_pages_written_by_hand_are_checked(tmp_path: Path, katalog: Katalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page needs title and description, and one about a record has the record's name."""
    monkeypatch.chdir(tmp_path)
    pages = {
        "metoder/ny.md": "---\ntitle: Ny\n---\nTekst",
        "om.md": "---\ntitle: Om\ndescription: Om os.\nrecord: metoder/findes-ikke\n---\n",
        "god.md": "---\ntitle: God\ndescription: En god side.\n---\n",
        "i-stykker.md": "---\ntitle: [\n---\n",
        "umulig-dato.md": "---\ntitle: Dato\ndescription: En dag.\ndate: 2026-02-30\n---\n",
    }
    for name, text in pages.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "docs" / "latin.md").write_bytes("---\ntitle: Ø\ndescription: Ø.\n---\n".encode("latin-1"))
    (tmp_path / "docs" / "genvej.md").symlink_to("/etc/passwd")
    (tmp_path / "docs" / "mappe.md").mkdir()
    unreadable = (
        "siden kan ikke læses. Gem den som UTF-8, og se efter anførselstegn, kolon og datoer mellem linjerne med ---."
    )
    assert [str(problem) for problem in load.check_pages(tmp_path / "docs", katalog)] == [
        "docs/genvej.md:0: symlink: filen er en genvej (symlink). Læg selve filen her.",
        f"docs/i-stykker.md:1: side-ulaeselig: {unreadable}",
        f"docs/latin.md:1: side-ulaeselig: {unreadable}",
        f"docs/mappe.md:1: side-ulaeselig: {unreadable}",
        'docs/metoder/ny.md:1: side-mangler-felt: siden mangler "description:" mellem de to linjer med ---.',
        'docs/om.md:1: side-ukendt-post: posten "metoder/findes-ikke" findes ikke i data.',
        f"docs/umulig-dato.md:1: side-ulaeselig: {unreadable}",
    ]


@pytest.mark.usefixtures("good_site")
def test_a_new_source_stands_in_the_file_that_brought_it() -> None:
    """A source under nye_kilder is one among the others, known by the file that it stands in, with its own lines."""
    file = DATA / "initiativer" / "klub-forbillede.yml"
    text = file.read_text(encoding="utf-8")
    new = "  - kilde: referat-2025\n    sted: s. 2\n"
    new += "nye_kilder:\n  - id: referat-2025\n    titel: Referat\n    status: ukendt\n"
    new += "    gennemgaaet: 2026-09-01\n    udgiver: Eksempelby Kommune\n    type: ukendt-slags\n"
    file.write_text(text.rstrip() + "\n" + new, encoding="utf-8")
    katalog, problems = load.check(DATA, SETTINGS)
    assert katalog
    assert katalog.file(Reference("kilder", "referat-2025")) == "data/initiativer/klub-forbillede.yml"
    told = [(problem.line, problem.rule) for problem in problems]
    assert told == [(27, "kilde-uden-adresse"), (29, "ikke-paa-listen"), (32, "ikke-paa-listen")]


@pytest.mark.usefixtures("good_site")
def test_only_the_file_that_was_saved_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a save the file that changed is read and no other, and what was wrong elsewhere is still told."""
    wrong = DATA / "begreber" / "proeveord.yml"
    wrong.write_text(wrong.read_text(encoding="utf-8") + "xyzzy: rød\n", encoding="utf-8")
    told = load.latest(DATA, SETTINGS)[1]
    read: list[Path] = []
    real = source.read

    def noting(path: Path) -> source.SourceFile:
        read.append(path)
        return real(path)

    monkeypatch.setattr(source, "read", noting)
    CLUB.write_text(CLUB.read_text(encoding="utf-8") + "qwert: rund\n", encoding="utf-8")
    assert [str(problem).split(": ")[0] for problem in load.latest(DATA, SETTINGS)[1]] == [
        "data/begreber/proeveord.yml:8",
        f"data/initiativer/klub-eksempel.yml:{len(CLUB.read_text(encoding='utf-8').splitlines())}",
    ]
    assert (read, [problem.rule for problem in told]) == ([CLUB], ["ukendt-felt"])

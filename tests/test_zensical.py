"""Life after MkDocs: another engine builds the same site from the same data, templates and scripts."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.zensical import _link, _toml
from tests.engines import differences


def _files(site: Path) -> dict[str, bytes]:
    """Everything that is no page: exports, feeds, scripts, styles and the search index."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".html")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_every_page_is_the_same(site: Path, zensical_site: Path) -> None:
    """Title, description, headings, links, JSON-LD and text of every page are those of the MkDocs build."""
    assert len(list(site.rglob("index.html"))) > 1000
    found = list(differences(site, zensical_site))
    assert found == [], "\n".join(found)


def test_every_other_file_is_the_same(site: Path, zensical_site: Path) -> None:
    """Exports, scripts, styles, the sitemap and the search index have the same bytes."""
    ours, theirs = _files(site), _files(zensical_site)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in theirs if theirs[name] != ours[name]] == []


def test_what_differs_is_told(tmp_path: Path) -> None:
    """A page that only one build has is named; of the others each changed line is printed with its aspect."""
    page = '<html lang="da"><title>T</title><body><h2 id="a">En</h2><a href="{}">Link</a>{}'
    knowledge = '<script type="application/ld+json">{"name": "X"}</script>'
    for name, link, more in (("en", "b/", ""), ("to", "./b/", ""), ("tre", "c/", knowledge)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(page.format(link, more), encoding="utf-8")
    (tmp_path / "to" / "404.html").write_text("", encoding="utf-8")
    assert list(differences(tmp_path / "en", tmp_path / "to")) == ["404.html: only by Zensical"]
    told = list(differences(tmp_path / "en", tmp_path / "tre"))
    assert [line for line in told if not line.startswith("@@")] == [
        "--- index.html: links by MkDocs",
        "+++ by Zensical",
        "-a https://katalog.example/katalog/b/ Link",
        "+a https://katalog.example/katalog/c/ Link",
        "--- index.html: JSON-LD by MkDocs",
        "+++ by Zensical",
        "+{",
        '+ "name": "X"',
        "+}",
    ]


@pytest.mark.parametrize(
    ("path", "target", "link"),
    [
        ("om/licens.md", "evidens.md", "../evidens/index.md"),
        ("om/licens.md", "../metoder/ips.md#pris", "../../metoder/ips/index.md#pris"),
        ("om/licens.md", "../find/index.md?slags=Kilde", "../../find/index.md?slags=Kilde"),
        ("om/index.md", "licens.md", "licens/index.md"),
        ("index.md", "tabeller/x.csv", "tabeller/x.csv"),
    ],
)
def test_links_follow_the_pages(path: str, target: str, link: str) -> None:
    """Each page gets a folder of its own, and a link between two pages leads the same way as before."""
    assert _link(path, target) == link


def test_settings_become_toml() -> None:
    """Texts keep quotes, signs and line breaks; what is not known is left out, as TOML has no word for it."""
    told: dict[str, object] = {"a b": 'Siger "æ"\n\\', "tal": [1, True], "ukendt": None, "inde": {"x": []}}
    assert _toml(told) == '{"a b" = "Siger \\"æ\\"\\n\\\\", "tal" = [1, true], "inde" = {"x" = []}}'


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command replaces its own project only, and says so; without the engine it writes nothing either."""
    (tmp_path / "brev.txt").write_text("Kære alle", encoding="utf-8")
    program = tmp_path / "brev.txt"
    assert main(["zensical", "--out", str(tmp_path), "--program", str(program)]) == 1
    assert capsys.readouterr().out == f"{tmp_path}/ er ikke et projekt for Zensical. Giv en anden mappe med --out.\n"
    assert main(["zensical", "--out", str(tmp_path / "ny"), "--program", str(tmp_path / "mangler")]) == 1
    assert capsys.readouterr().out == "Zensical er ikke installeret. Kør make zensical.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]

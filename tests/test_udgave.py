"""Styles, scripts and look-ups stand in folders of their own build, and every page asks for those."""

import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import udgave

NAMES = {"assets": "assets-0123456789", "opslag": "opslag-abcdef0123"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<link href="../../assets/css/a.css">', '<link href="../../assets-0123456789/css/a.css">'),
        ('<script type=module src="../.././assets/js/a.js?x#y"></script>', None),
        ("<img alt='>' src='/katalog/assets/js/a.js'>", "<img alt='>' src='/katalog/assets-0123456789/js/a.js'>"),
        ("<a\n href=/assets/js/a.js>", "<a\n href=/assets-0123456789/js/a.js>"),
        ('<meta name="opslag" content="opslag">', '<meta name="opslag" content="opslag-abcdef0123">'),
    ],
    ids=["style", "script", "from the host", "bare", "look-ups"],
)
def test_an_address_leads_to_the_named_folder(before: str, after: str | None) -> None:
    """Relative, from the host, quoted or not: what leads to styles and scripts is led to their new place."""
    expected = after or before.replace("assets/", "assets-0123456789/")
    assert udgave.addressed(f"<p>a</p>{before}<p>b</p>", 2, NAMES) == f"<p>a</p>{expected}<p>b</p>"


def test_what_the_index_has_read_is_taken_out() -> None:
    """What an entry told the search index is gone, and nothing that looks like it."""
    told = """<article id="a" data-search-entry data-search='{"kind": "x>"}' class="term">data-search='b'</article>"""
    kept = """<article id="a" data-search-entry class="term">data-search='b'</article>"""
    assert udgave.addressed(told, 1, NAMES) == kept


@pytest.mark.parametrize(
    "same",
    [
        '<link rel="icon" href="../../assets/img/favicon.svg">',
        '<link href="../assets/css/a.css">',
        '<link href="../../andre/assets/css/a.css">',
        '<script src="https://andre.example/assets/js/a.js"></script>',
        '<script src="//andre.example/assets/js/a.js"></script>',
        '<a title=\'x href="../../assets/js/a.js"\' href="?q=assets/js/a.js">assets/js/a.js</a>',
        '<a data-href="../../assets/js/a.js" hidden href="">x</a>',
        "<p>&lt;link href=\"../../assets/css/a.css\"&gt; < a href='../../assets/css/a.css'</p>",
        '<!-- <link href="../../assets/css/a.css"> -->',
        '<script type="application/ld+json">{"a": "<link href=\'../../assets/css/a.css\'>"}</script>',
        '<meta name="description" content="opslag">',
        "<p title=\" data-search='x'\" data-search-entry>data-search='x'</p>",
    ],
)
def test_nothing_else_is_changed(same: str) -> None:
    """Pictures, other places and hosts, other attributes, text, comments and data keep every byte."""
    assert udgave.addressed(same, 2, NAMES) == same


def test_a_folder_is_named_by_what_it_holds(publications: Path) -> None:
    """A changed record gives the look-ups another name and not the scripts; a changed script the other way round."""
    first, record, script = (udgave.names(publications / name) for name in ("foerste", "post", "script"))
    assert [re.sub("[0-9a-f]{10}", "#", name) for name in first.values()] == ["assets-#", "opslag-#"]
    assert (first["assets"] == record["assets"], first["opslag"] == record["opslag"]) == (True, False)
    assert (record["assets"] == script["assets"], record["opslag"] == script["opslag"]) == (False, True)


def test_a_file_that_moves_changes_the_name(tmp_path: Path) -> None:
    """The same contents under other names, or cut elsewhere, are another build; a picture is not."""
    found = []
    for number, files in enumerate((("a", "b"), ("a", "c"), ("ab", "")), start=1):
        site = tmp_path / str(number)
        for folder in ("assets/js", "assets/img", "opslag"):
            (site / folder).mkdir(parents=True)
        for name, content in zip(files, ("x", "y"), strict=True):
            (site / "assets" / "js" / f"{name}.js").write_text(content, encoding="utf-8")
        shutil.copytree(site, tmp_path / f"{number}-igen")
        (tmp_path / f"{number}-igen" / "assets" / "img" / "b.svg").write_text("<svg/>", encoding="utf-8")
        found.append(udgave.name(site))
        assert udgave.name(tmp_path / f"{number}-igen") == found[-1]
        assert sorted(path.name for path in site.iterdir()) == ["assets", *sorted(found[-1].values())]
    assert len({names["assets"] for names in found}) == 3


def test_every_page_asks_for_its_own_build(site: Path) -> None:
    """No built page leads to a plain address of styles or scripts; all that it loads is there, and pictures stay."""
    names = udgave.names(site)
    assert sorted(path.name for path in site.iterdir() if path.name.startswith(("assets", "opslag"))) == [
        "assets", *sorted(names.values())
    ]  # fmt: skip
    assert [path.name for path in (site / "assets").iterdir()] == ["img"]
    wrong, loaded = [], set()
    for page in site.rglob("*.html"):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        told = [node.attributes.get("content") for node in tree.css('meta[name="opslag"]')]
        has_scripts = tree.css_first("script[src]") is not None
        wrong += [] if told == [names["opslag"]] or not has_scripts else [f"{page}: {told}"]
        for node in tree.css("link[href], a[href], [src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            wrong += [f"{page}: {address}"] if re.search(r"(^|/)(assets/(css|js)|opslag)/", address) else []
            loaded |= {address.partition(names["assets"])[2]} if names["assets"] in address else set()
    assert wrong == []
    assert len(loaded) > 20
    assert [path for path in loaded if not (site / f"{names['assets']}{path}").is_file()] == []

"""Terms by letter and key figures by topic: all on one page, and the whole of each on a page with its neighbours."""

from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model import Begreb
from macros.pages import entry_pages
from macros.views import opslagssider
from macros.views.context import Context


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("ungeråd", "ordliste/u/"),
        ("Aarhusmodellen", "ordliste/aa/"),
        ("Åben dør", "ordliste/aa/"),
        ("Ældre", "ordliste/ae/"),
        ("§ 18-midler", "ordliste/og-tal/"),
        ("École", "ordliste/og-tal/"),
    ],
)
def test_a_term_stands_under_the_letter_that_danes_look_under(context: Context, title: str, address: str) -> None:
    """ "Aa" is "Å", a small letter is its capital, and what begins with no Danish letter stands by itself."""
    term = context.katalog.of(Begreb)[0].model_copy(update={"titel": title, "se_ogsaa": ()})
    katalog = replace(context.katalog, records={**context.katalog.records, "begreber": {term.id: term}})
    (letter,) = opslagssider.terms(replace(context, katalog=katalog))
    assert (letter.address, [one.title for one in letter.terms]) == (address, [title])


def test_a_letter_and_a_topic_have_a_page(context: Context) -> None:
    """Each page has an address, a title and a description of its own, and a line in the menu that is marked."""
    pages = {page.path: (page.macro, page.arguments, page.title, page.under) for page in entry_pages(context.katalog)}
    assert pages == {
        "ordliste/e.md": ("ordliste", ("e",), "Begreber på E", "begreber"),
        "ordliste/p.md": ("ordliste", ("p",), "Begreber på P", "begreber"),
        "emnetal/andet.md": ("emnetal", ("andet",), "Nøgletal: Andet", "noegletal"),
        "emnetal/faellesskab.md": ("emnetal", ("faellesskab",), "Nøgletal: Fællesskab", "noegletal"),
    }


@pytest.mark.parametrize("kind", ["begreber", "noegletal"])
def test_every_anchor_stays_and_the_whole_has_one_of_its_own(site: Path, kind: str) -> None:
    """On the built site each term and key figure has its old anchor, and one more on the page that tells all of it."""
    anchors = {node.id for node in _page(site, f"{kind}/").css("article")}
    ids = {path.stem for path in (Path("data") / kind).glob("*.yml")}
    assert anchors == ids
    folder = "ordliste" if kind == "begreber" else "emnetal"
    whole = [node.id for path in (site / folder).glob("*/index.html") for node in _page(path.parent, "").css("article")]
    assert sorted(str(one) for one in whole) == sorted(ids)


def test_a_term_leads_to_its_parts(site: Path) -> None:
    """A term with parts has a link to where they stand, one without has none."""
    page, whole = _page(site, "begreber/"), _page(site, "ordliste/k/")
    told = page.css_first("#kui")
    assert told
    assert [link.attributes["href"] for link in told.css("a")][-1] == "../ordliste/k/#kui"
    parts = whole.css_first("#kui ul")
    assert parts
    assert len(parts.css("li")) >= 5
    without = {str(node.id) for node in _page(site, "ordliste/d/").css("article") if not node.css("li")}
    assert without
    assert not [one for one in without if "Mere om" in (found.text() if (found := page.css_first(f"#{one}")) else "")]


def _page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))

"""The lists for other sites, from the invented site."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from macros.files import site_files
from macros.render import render
from macros.views.context import Context, Link
from macros.views.emner import Group
from macros.views.indlejret import choices, lists

HOSTILE = '</title><script>alert("1")</script>'


def test_a_list_has_the_records_by_kind_and_title(context: Context) -> None:
    """A topic's records stand in the order of the kinds, and the list names its place in the catalogue."""
    found = {one.id: one for one in lists(context)}
    topic = found["emne/faellesskab"]
    kinds = [group.title for group in topic.groups]
    assert kinds[:2] == ["Initiativer", "Metoder"]
    assert topic.page == Link("Se emnet Fællesskab i kataloget", "emner/faellesskab/")
    assert topic.count == sum(len(group.links) for group in topic.groups)
    assert topic.lead == f"{topic.count} poster om emnet"
    methods = (Link("Eksempelmetoden", "metoder/eksempelmetoden/"), Link("Grundmetoden", "metoder/grundmetoden/"))
    assert topic.groups[1] == Group("metoder", "Metoder", methods)


def test_a_municipality_without_records_says_so(context: Context) -> None:
    """Nothing found is told as nothing found, and the list can be chosen all the same."""
    empty = next(one for one in lists(context) if one.id.startswith("kommune/") and not one.count)
    told = f"Kataloget har ikke fundet noget om {empty.title} endnu. Det betyder ikke, at kommunen ikke gør noget."
    assert (empty.lead, empty.groups) == (told, ())
    assert (empty.id, "0 poster") in [(one.id, one.count) for _title, part in choices(context).groups for one in part]


def test_each_list_is_a_page_of_its_own(context: Context) -> None:
    """Every list that is offered has a file, whole and without script; where the address is known it says its own."""
    offered = [one.id for _title, part in choices(context).groups for one in part]
    files = dict(site_files(context, "https://x.example/", None, ()))
    assert sorted(name for name in files if name.startswith("indlejr/")) == sorted(
        f"indlejr/{id_}/index.html" for id_ in offered
    )
    tree = LexborHTMLParser(files["indlejr/emne/faellesskab/index.html"]())
    canonical = tree.css_first('link[rel="canonical"]')
    assert canonical
    assert canonical.attributes["href"] == "https://x.example/indlejr/emne/faellesskab/"
    assert tree.css("script") == []
    assert {(link.attributes["target"], link.attributes["rel"]) for link in tree.css("a")} == {("_blank", "noopener")}
    source = tree.css_first("footer p:last-child")
    assert source
    assert source.text() == "Kilde: Eksempelkataloget, Eksempelby Kommune. Listen er fra 21. november 2026."


def test_text_stays_text(context: Context) -> None:
    """A title that looks like markup is shown as it was typed."""
    publisher = context.katalog.indstillinger
    one = replace(next(lists(context)), title=HOSTILE, groups=(Group("x", HOSTILE, (Link(HOSTILE, "x/"),)),))
    tree = LexborHTMLParser(render("indlejret", "../", list=one, publisher=publisher, base=None, day=HOSTILE))
    assert tree.css("script") == []
    assert [node.text() for node in tree.css("h1, h2, li")] == [HOSTILE] * 3

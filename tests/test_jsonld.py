"""What pages tell search engines and those who share them: JSON-LD, Open Graph, the list of pages, robots.txt."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.env import Macros
from macros.files import for_search_engines
from macros.historik import Change, History
from macros.render import render
from macros.settings import Build
from macros.text import danish_date
from macros.views.context import Context, Link
from macros.views.jsonld import Article, Described
from tests.building import GOOD, ODD_TITLE, SITE_URL, TODAY

DATA = 'script[type="application/ld+json"]'
_UNSEEN = {"@type", "@context", "position", "inLanguage"}
"""What a value is, not what it says."""


def _tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def _words(text: str) -> str:
    return " ".join(text.split())


def _values(told: Any, key: str = "") -> Iterator[str]:
    """Every text of JSON-LD that says something; a date as the site writes it."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield from _values(value, name)
    elif isinstance(told, list):
        for value in told:
            yield from _values(value, key)
    elif key.startswith("date"):
        yield danish_date(date.fromisoformat(told))
    elif key not in _UNSEEN:
        yield _words(told)


def _shown(tree: LexborHTMLParser, address: str) -> tuple[str, set[str]]:
    """The words of the page, and where its links lead."""
    links = {urljoin(address, node.attributes.get("href") or "") for node in tree.css("body a[href]")}
    assert tree.body
    return _words(tree.body.text()), links


def _told(path: Path) -> list[dict[str, Any]]:
    return [part for node in _tree(path).css(DATA) for part in json.loads(node.text())["@graph"]]


def test_every_page_tells_only_what_it_shows(site: Path) -> None:
    """Each value of JSON-LD stands on its page as text or as a link; the crumbs are those above the heading."""
    pages = sorted(site.rglob("index.html"))
    described = 0
    for path in pages:
        tree, told = _tree(path), _told(path)
        text, links = _shown(tree, urljoin(SITE_URL, f"{path.parent.relative_to(site).as_posix()}/"))
        assert [value for value in _values(told) if value not in text and value not in links] == [], path
        crumbs = [_words(node.text()) for node in tree.css(".crumbs li")]
        lists = [part["itemListElement"] for part in told if part["@type"] == "BreadcrumbList"]
        assert [[one["name"] for one in line] for line in lists] == ([crumbs] if crumbs else []), path
        described += bool(told)
    assert described > 1000


def test_what_is_an_article(site: Path) -> None:
    """A guide and a record are; a source, a list and a municipality are not, and the front page tells nothing."""
    kinds = {
        address: [part["@type"] for part in _told(site / address / "index.html")]
        for address in ("", "guider", "guider/laes-evidens", "metoder/ips", "kommuner/silkeborg", "kilder")
    }
    assert kinds == {
        "": [],
        "guider": ["BreadcrumbList"],
        "guider/laes-evidens": ["Article", "BreadcrumbList"],
        "metoder/ips": ["Article", "BreadcrumbList"],
        "kommuner/silkeborg": ["BreadcrumbList"],
        "kilder": ["BreadcrumbList"],
    }
    sources = [_told(path) for path in (site / "kilder").glob("*/index.html")]
    assert len(sources) > 100
    assert {part["@type"] for told in sources for part in told} == {"BreadcrumbList"}


def _described(monkeypatch: pytest.MonkeyPatch, site_url: str | None) -> dict[str, str]:
    settings = GOOD / "settings.yml"
    change = Change("metoder/eksempelmetoden.yml", "2026-11-03", "aendret", None)
    monkeypatch.setattr("macros.historik.read", lambda _data: History((change,)))
    monkeypatch.setattr("macros.env._contexts", {})
    macros = Macros(lambda: "metoder/eksempelmetoden/", Build(TODAY, GOOD / "data", settings, site_url, None))
    if site_url is None:
        monkeypatch.setattr("macros.settings.site_url", lambda _build, _settings: None)
    return macros.described("Eksempelmetoden", "metoder/eksempelmetoden")


def test_a_record_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, résumé, topics, the day that git knows, the publisher, and crumbs with whole addresses."""
    told = _described(monkeypatch, SITE_URL)
    assert told["og_type"] == "article"
    assert json.loads(told["jsonld"]) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Article",
                "headline": "Eksempelmetoden",
                "description": "En opfundet metode til at følge unge ud i foreninger.",
                "keywords": ["Fællesskab", "Partnerskab"],
                "dateModified": "2026-11-03",
                "inLanguage": "da",
                "publisher": {"@type": "Organization", "name": "Eksempelby Kommune"},
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Forside", "item": SITE_URL},
                    {"@type": "ListItem", "position": 2, "name": "Metoder", "item": f"{SITE_URL}metoder/"},
                    {"@type": "ListItem", "position": 3, "name": "Eksempelmetoden"},
                ],
            },
        ],
    }


def test_the_open_data_in_full(site: Path) -> None:
    """The data as a whole with licence and publisher, and every file that the page leads to below /api/v1/."""
    told = _told(site / "data" / "index.html")[0]
    files = told.pop("distribution")
    text, _links = _shown(_tree(site / "data" / "index.html"), f"{SITE_URL}data/")
    assert told == {
        "@type": "Dataset",
        "name": "Ungeløftets inspirationskatalog",
        "description": next(iter(re.findall(r"Kataloget har [\d.]+ poster om .*? videre\.", text))),
        "license": "https://creativecommons.org/publicdomain/zero/1.0/deed.da",
        "inLanguage": "da",
        "publisher": {"@type": "Organization", "name": "Ungeløftets sekretariat"},
    }
    assert {
        "@type": "DataDownload",
        "name": "Metoder som CSV",
        "encodingFormat": "CSV",
        "contentUrl": f"{SITE_URL}api/v1/metoder.csv",
    } in files
    offered = {
        urljoin(f"{SITE_URL}data/", node.attributes["href"] or "")
        for node in _tree(site / "data/index.html").css(".data__files a")
    }
    assert {file["contentUrl"] for file in files} == offered


def test_without_an_address_crumbs_lead_as_links_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody has said where the site is, no whole address is made up."""
    crumbs = json.loads(_described(monkeypatch, None)["jsonld"])["@graph"][1]["itemListElement"]
    assert [crumb.get("item") for crumb in crumbs] == ["../../", "../../metoder/", None]


def test_no_text_can_end_the_element() -> None:
    """A title with a closing tag and a comment stays a text inside the JSON."""
    hostile = "</script><!--<script>& ' \""
    view = Described(hostile, (Link(hostile, "x/"),), Article(hostile, hostile, "", (hostile,)))
    markup = render("jsonld", "../", view=view, base=None)
    assert not re.search("[<>&']", markup)
    assert json.loads(markup)["@graph"][0]["headline"] == hostile


def _open_graph(path: Path) -> dict[str | None, str | None]:
    return {node.attributes["property"]: node.attributes["content"] for node in _tree(path).css("meta[property]")}


def test_open_graph_in_full(site: Path, changed_site: Path) -> None:
    """Title, description, type, language, site and address; signs in a title stay signs."""
    assert _open_graph(site / "guider/laes-evidens/index.html") == {
        "og:title": "Læs evidens",
        "og:description": "Hvad et tal i kataloget kan fortælle, og hvad det ikke kan. "
        "En kort guide til den, der skriver indstillingen.",
        "og:type": "article",
        "og:locale": "da_DK",
        "og:site_name": "Ungeløftets inspirationskatalog",
        "og:url": f"{SITE_URL}guider/laes-evidens/",
    }
    front = _open_graph(site / "index.html")
    assert (front["og:title"], front["og:type"]) == ("Ungeløftets inspirationskatalog", "website")
    odd = _open_graph(changed_site / "initiativer/reconnect-koebenhavn/index.html")
    assert (odd["og:title"], odd["og:description"]) == (ODD_TITLE, ODD_TITLE)


def _is_for_search_engines(path: Path) -> bool:
    robots = _tree(path).css_first('meta[name="robots"]')
    return robots is None or robots.attributes.get("content") != "noindex"


def test_the_list_of_pages_is_complete(changed_site: Path) -> None:
    """Every page that search engines may show stands there once by its canonical address, and no other."""
    pages = [path for path in changed_site.rglob("index.html") if _is_for_search_engines(path)]
    written = (changed_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall("<loc>(.*)</loc>", written)
    addresses = [
        urljoin(SITE_URL, path.relative_to(changed_site).as_posix().removesuffix("index.html")) for path in pages
    ]
    assert sorted(listed) == sorted(addresses)
    assert f"{SITE_URL}metoder/individuelt-planlagt-job/" not in listed
    assert not (changed_site / "robots.txt").exists()


def _files(context: Context, site_url: str) -> dict[str, str]:
    found = for_search_engines(context, site_url, ("index.md", "om/licens.md", "om/index.md"))
    return {name: str(make()) for name, make in found}


def test_records_that_are_gone_are_not_listed(context: Context) -> None:
    """Pages by hand and records are listed, a record with the day of its change; one that was taken out is not."""
    change = Change("metoder/eksempelmetoden.yml", "2026-11-03", "aendret", None)
    known = Context(context.katalog, TODAY, History((change,)))
    lines = _files(known, "https://x.example/")["sitemap.xml"].splitlines()
    assert lines[:2] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in (("", ""), ("om/", ""), ("om/licens/", ""), ("metoder/eksempelmetoden/", "2026-11-03")):
        told = f"<lastmod>{day}</lastmod>" if day else ""
        assert f"<url><loc>https://x.example/{address}</loc>{told}</url>" in lines
    assert "klub-eksempel/" in "".join(lines)
    assert "klub-lukket" not in "".join(lines)


def test_robots_txt_stands_at_the_root_of_a_host(context: Context) -> None:
    """It leads to the list of pages; in a folder nobody would read it, and without an address there is neither."""
    assert _files(context, "https://x.example/")["robots.txt"] == (
        "User-agent: *\nAllow: /\nSitemap: https://x.example/sitemap.xml"
    )
    assert list(_files(context, SITE_URL)) == ["sitemap.xml"]
    assert _files(context, "/") == {}

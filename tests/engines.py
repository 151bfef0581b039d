"""The builds of two engines, compared page by page: what a reader and a search engine get, not how it is spelled."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ADDRESS = "https://katalog.example/katalog/"
_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "meta": "content"}
_LEADING = ", ".join(f"{tag}[{name}]" for tag, name in _ADDRESSES.items() if tag != "meta")
_HEADINGS = "h1, h2, h3, h4, h5, h6"


def differences(mkdocs: Path, zensical: Path) -> Iterator[str]:
    """A line for each page that only one has, and a diff for each aspect in which a page is not the same in both."""
    pages, others = _pages(mkdocs), _pages(zensical)
    yield from (f"{page}: only by MkDocs" for page in sorted(pages - others))
    yield from (f"{page}: only by Zensical" for page in sorted(others - pages))
    for page in sorted(pages & others):
        one, other = ((site / page).read_text(encoding="utf-8") for site in (mkdocs, zensical))
        if _respelled(one) == _respelled(other):
            continue
        before, after = _aspects(one, page), _aspects(other, page)
        for aspect, lines in before.items():
            yield from unified_diff(
                lines, after[aspect], f"{page}: {aspect} by MkDocs", "by Zensical", n=0, lineterm=""
            )


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _respelled(html: str) -> str:
    """The markup without the three ways in which the engines spell the same: white space, a slash, the folder here."""
    return re.sub(r'="\./(?=\w)', '="', " ".join(html.replace("&#x2f;", "/").split()))


def _aspects(html: str, page: str) -> Mapping[str, list[str]]:
    tree = LexborHTMLParser(html)
    address = urljoin(_ADDRESS, page.removesuffix("index.html"))
    readers: dict[str, Callable[[LexborHTMLParser], Iterator[str]]] = {
        "head": _head,
        "headings": _headings,
        "links": partial(_links, address),
        "JSON-LD": _json_ld,
        "text": _text,
    }
    return {aspect: list(read(tree)) for aspect, read in readers.items()}


def _head(tree: LexborHTMLParser) -> Iterator[str]:
    """Language, title and what else the head says in words."""
    yield from (_attributes(node) for node in tree.css("html"))
    yield from (" ".join(node.text().split()) for node in tree.css("title"))
    yield from sorted(_attributes(node) for node in tree.css("meta") if not _is_generator(node))


def _is_generator(node: LexborNode) -> bool:
    return node.attributes.get("name") == "generator"


def _attributes(node: LexborNode) -> str:
    return " ".join(f'{name}="{value}"' for name, value in sorted(node.attributes.items()))


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_HEADINGS):
        yield f"{node.tag} #{node.attributes.get('id')}: {' '.join(node.text().split())}"


def _links(address: str, tree: LexborHTMLParser) -> Iterator[str]:
    """Where everything leads, as seen from the page's own address, and with which words."""
    for node in tree.css(_LEADING):
        to = urljoin(address, node.attributes.get(_ADDRESSES[node.tag or ""]) or "")
        yield f"{node.tag} {to} {' '.join(node.text().split())}"


def _json_ld(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css('script[type="application/ld+json"]'):
        yield from json.dumps(json.loads(node.text()), ensure_ascii=False, indent=1, sort_keys=True).splitlines()


def _text(tree: LexborHTMLParser) -> Iterator[str]:
    """The words of the page, each piece of text on a line."""
    for node in tree.css("script, style"):
        node.decompose()
    assert tree.body
    for piece in tree.body.text(separator="\n").splitlines():
        if words := " ".join(piece.split()):
            yield words

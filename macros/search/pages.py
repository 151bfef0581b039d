"""What of the built site is searched: one document for each page body, and one for each entry on shared pages.

Markup tells it: `data-search-body` marks the body of a page, `data-search-entry` an entry with an id of its own,
and `data-search` on either holds its badge, kind, filters and sort keys as JSON.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LEFT_OUT = (
    ".mark, .crumbs, .post__foot, .related, .sources, .source, .badge, .status, .brief__more, .address,"
    " section[aria-labelledby=ligner], script, style, svg"
)
"""What a page is not about: other records, other municipalities, and the words of web addresses."""

_REST_OF_TITLE = re.compile(r" – |: | \(")
_BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary, div, blockquote"
_END, _HEADING = "\x1e", "\x1f"
"""Marks that no record can hold, and that are blanks: the end of a block, the start of a heading with an address."""
_STOPS = tuple(".:;!?…,–")


@dataclass(frozen=True)
class Anchor:
    """A heading that a hit can lead to: `location` is how many words of the document stand before it."""

    element: str
    id: str
    text: str
    location: int


@dataclass(frozen=True)
class Document:
    """One thing that can be found. `url` is from the site's root.

    `titles` is the title and the name that it begins with, `names` what else it is called.
    """

    url: str
    title: str
    text: str
    anchors: Sequence[Anchor] = ()
    also: str = ""
    titles: Sequence[str] = ()
    names: Sequence[str] = ()
    badge: str = ""
    kind: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: Mapping[str, str] = field(default_factory=dict)


def documents(site: Path) -> Iterator[Document]:
    """Every document of the site, in the order of its files."""
    for path in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        for node in tree.css("[data-search-body]"):
            yield _document(node, url)
        for node in tree.css("[data-search-entry]"):
            yield _document(node, f"{url}#{node.attributes.get('id')}")


def _document(node: LexborNode, url: str) -> Document:
    for unwanted in node.css(_LEFT_OUT):
        unwanted.decompose()
    heading = node.css_first("h1, h2, h3")
    title = _text(heading) if heading else url
    told = json.loads(node.attributes.get("data-search") or "{}")
    also = " ".join(_text(part) for part in node.css(".also, .lead"))
    titles = (title, _REST_OF_TITLE.split(title, maxsplit=1)[0])
    names = tuple(_names(title, node, told.get("kind", "")))
    text, anchors = _read(node)
    return Document(url, title, text, anchors, also, titles, names, **told)


def _read(node: LexborNode) -> tuple[str, tuple[Anchor, ...]]:
    """The text with a stop after each block, and the headings in it. The node is marked on the way."""
    headings = node.css("h2[id], h3[id]")
    told = [(heading.tag or "", heading.attributes["id"] or "", _text(heading)) for heading in headings]
    for heading in headings:
        heading.insert_before(_END + _HEADING)
    for block in node.css(_BLOCKS):
        block.insert_after(":" + _END if block.tag == "dt" else _END)
    said: list[str] = []
    places: list[int] = []
    for piece in node.text().split(_END):
        if _HEADING in piece:
            places.append(len(said))
        said += _stopped(piece.split())
    return " ".join(said), tuple(Anchor(*one, place) for one, place in zip(told, places, strict=False))


def _stopped(words: list[str]) -> list[str]:
    """The words of a block, with a full stop where they end with none."""
    return words if not words or words[-1].endswith(_STOPS) else [*words[:-1], f"{words[-1]}."]


def _names(title: str, node: LexborNode, kind: str) -> Iterator[str]:
    """What else the thing is called."""
    for part in node.css(".also"):
        yield from _text(part).partition(": ")[2].split(", ")
    if kind == "kommuner":
        yield f"{title} kommune"


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())

"""Every built page, as somebody hears it who cannot see it: titles, headings, and links read one by one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.tal import Tal

SAYS_NOTHING = (
    *("", "her", "se her", "klik her", "link", "mere", "læs mere", "læs mere her", "se mere", "vis mere", "vis"),
    *("åbn", "hent", "gå til", "gå til kilden", "kilde", "side"),
)
"""What a link may not be called: it could lead anywhere."""


@dataclass(frozen=True)
class PageRead:
    """What is read of a page: its title, the levels of its headings, and each link's text and address."""

    address: str
    title: str
    headings: tuple[int, ...]
    links: tuple[tuple[str, str], ...]


@cache
def _pages(site: Path) -> tuple[PageRead, ...]:
    return tuple(_read(path, site) for path in sorted(site.rglob("*.html")))


def _read(path: Path, site: Path) -> PageRead:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
    title = tree.css_first("title")
    assert title is not None, address
    levels = tuple(int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6"))
    links = tuple((_name(node), urljoin(address, node.attributes.get("href") or "")) for node in tree.css("a[href]"))
    return PageRead(address, title.text().strip(), levels, links)


def _name(link: LexborNode) -> str:
    """What a screen reader calls the link; words that are only to be seen are left out."""
    label = link.attributes.get("aria-label")
    if label:
        return label
    pictures = " ".join(node.attributes.get("alt") or "" for node in link.css("img"))
    seen = sum((len(node.text().strip()) for node in link.css("[aria-hidden=true]")), 0)
    assert seen == 0, link.html
    return " ".join(f"{link.text()} {pictures}".split())


def _unlike(links: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Texts that stand for more than one address on the page, or for none that can be guessed."""
    first: dict[str, str] = {}
    for name, target in links:
        if name.lower().rstrip(".:") in SAYS_NOTHING:
            yield f'"{name}" leads to {target}'
        elif first.setdefault(name, target) != target:
            yield f'"{name}" leads to {first[name]} and {target}'


def test_every_page_has_a_title_of_its_own_and_one_h1(site: Path, tal: Tal) -> None:
    """No two pages have the same title, and each has exactly one heading of the first level."""
    pages = _pages(site)
    titles = Counter(page.title for page in pages)
    found = [page.address for page in pages if not page.title or titles[page.title] > 1 or page.headings.count(1) != 1]
    tal("pages: pages", len(pages))
    tal("pages: faults", len(found))
    assert found == []


def test_headings_follow_each_other(site: Path, tal: Tal) -> None:
    """A page begins with its h1, and no heading is more than one level below the one before it."""
    pages = _pages(site)
    steps = ((page.address, zip((0, *page.headings), page.headings, strict=False)) for page in pages)
    found = [
        f"{address}: h{now} after h{before}" for address, pairs in steps for before, now in pairs if now > before + 1
    ]
    tal("pages: headings", sum(len(page.headings) for page in pages))
    tal("pages: faults", len(found))
    assert found == []


def test_link_texts_make_sense_alone(site: Path, tal: Tal) -> None:
    """On each page a link's text says where it leads, and leads to one place only."""
    pages = _pages(site)
    found = [f"{page.address}: {line}" for page in pages for line in _unlike(page.links)]
    tal("pages: links", sum(len(page.links) for page in pages))
    tal("pages: faults", len(found))
    assert found == []


def test_links_are_judged() -> None:
    """Words that say nothing, no words, and one text for two addresses are found; a text that comes again is not."""
    links = (("Læs mere", "/a/"), ("", "/b/"), ("Metoder", "/c/"), ("Metoder", "/c/"), ("Metoder", "/d/"))
    assert list(_unlike(links)) == ['"Læs mere" leads to /a/', '"" leads to /b/', '"Metoder" leads to /c/ and /d/']

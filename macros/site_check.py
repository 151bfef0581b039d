"""Looks through the built site as a reader would click: broken links, anchors, and two of one id or title."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.problem import Problem


@dataclass
class _Page:
    file: str
    title: str
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    headings: int = 0
    is_redirect: bool = False


def problems(site: Path) -> list[Problem]:
    """Every broken link, missing anchor or figure, repeated id or title, and page without exactly one h1."""
    pages = {page.file: page for page in (_read(path, site) for path in sorted(site.rglob("*.html")))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    found = [problem for page in pages.values() for problem in _page_problems(page, pages, files)]
    return sorted([*found, *_same_titles(pages)])


def _read(path: Path, site: Path) -> _Page:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    title = tree.css_first("title")
    page = _Page(path.relative_to(site).as_posix(), title.text().strip() if title else "")
    for node in tree.css("[id]"):
        id_ = node.attributes.get("id") or ""
        (page.twice.append if id_ in page.ids else page.ids.add)(id_)
    page.links = [node.attributes.get("href") or "" for node in tree.css("a[href], link[href]")]
    page.links += [node.attributes.get("src") or "" for node in tree.css("[src]")]
    page.missing = [node.text().strip() for node in tree.css("[data-missing]")]
    page.headings = len(tree.css("h1"))
    page.is_redirect = tree.css_first('meta[http-equiv="refresh"]') is not None
    return page


def _page_problems(page: _Page, pages: dict[str, _Page], files: set[str]) -> Iterator[Problem]:
    file = PurePosixPath(page.file)
    for link in page.links:
        message = _broken(link, page.file, pages, files)
        if message:
            yield Problem(file, 0, "doedt-link", message)
    for message in page.missing:
        yield Problem(file, 0, "budgettal-mangler", message)
    for id_ in page.twice:
        yield Problem(file, 0, "dobbelt-anker", f'ankeret "{id_}" findes to gange på siden.')
    if page.headings != 1 and not page.is_redirect:
        yield Problem(file, 0, "overskrift", f"siden har {page.headings} h1-overskrifter; der skal være én.")


def _broken(link: str, source: str, pages: dict[str, _Page], files: set[str]) -> str | None:
    try:
        parts = _split(link)
    except ValueError:
        return f'linket "{link}" er ikke en adresse.'
    if parts.scheme or parts.netloc or (posixpath.basename(source) == "404.html" and link.startswith("/")):
        return None
    target = _target(parts.path, source)
    if target not in files:
        return f'linket "{link}" fører til "{target}", som ikke findes.'
    anchor = parts.fragment
    if anchor and target in pages and anchor not in pages[target].ids:
        return f'linket "{link}" fører til ankeret "{anchor}", som ikke findes på siden.'
    return None


@lru_cache(maxsize=10_000)  # most links stand on many pages
def _split(link: str) -> SplitResult:
    """The parts of a link, with the path and the anchor as they are called on the disk."""
    parts = urlsplit(link)
    return parts._replace(path=unquote(parts.path), fragment=unquote(parts.fragment))


def _target(path: str, source: str) -> str:
    if not path:
        return source
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if not path.endswith(("/", "..", ".")):
        return joined
    return "index.html" if joined == "." else f"{joined}/index.html"


def _same_titles(pages: dict[str, _Page]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for page in pages.values():
        other = page.file if page.is_redirect else seen.setdefault(page.title, page.file)
        if other != page.file:
            message = f'siden har samme titel som {other}: "{page.title}".'
            yield Problem(PurePosixPath(page.file), 0, "dobbelt-titel", message)

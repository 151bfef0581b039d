"""The built site's styles, scripts and look-ups in folders that are named by what they hold.

The host lets every file be kept for ten minutes, so that a reader may have a page of one build and be sent a file of
the next. With the hash in the name of the folder a page asks for the files of its own build or for none. It is not in
the names of the files: modules import each other by relative addresses, which stay as they are written.

What pages tell the search index alone is taken out on the way, as no reader's browser asks for it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from macros.processes import end_with_parent, processors

FOLDERS = ("assets", "opslag")
"""`assets/` has styles and scripts; `opslag/` all that a script fetches: the search index and JSON."""
_STAYS = ("img",)
"""Pictures keep their addresses: bookmarks and other sites know them, and no script reads them."""
_DIGITS = 10
_ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^'">]++)*+>"""
_PART = re.compile(
    rf"<(?:!--.*?-->|(?P<script>script\b{_ATTRIBUTES}).*?</script>|(?P<tag>[a-z][a-z0-9-]*+\s{_ATTRIBUTES}))", re.DOTALL
)
"""What can hold an address, and what looks like it and does not: comments, and the text of a script."""
_ATTRIBUTE = re.compile(
    r"""(?P<name>\s[^\s=>"'/]+)(?:(?P<is>\s*=\s*)(?P<quote>["']?)(?P<value>(?<=")[^"]*|(?<=')[^']*|[^\s"'>]+))?"""
)
_WHOLE_ATTRIBUTE = re.compile(r"""(?P<name>\s[^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")
_LOADED = re.compile(rf"(?P<to>(?:\.\.?/)*|/(?:[^/?#]+/)*?)assets/(?!(?:{'|'.join(_STAYS)})/)(?P<rest>.+)", re.DOTALL)
"""An address below `assets/`, from the page or, on the page for what is not found, from the host."""
_FOR_THE_INDEX = "data-search"
"""What an entry or a page tells `macros/search/`: on a page of many entries it was a fifth of all bytes."""
_TOLD = '<meta name="opslag" content="{}">'
"""How a page tells its scripts where they look things up. `overrides/main.html` writes it with the plain name."""


def name(site: Path) -> Mapping[str, str]:
    """Gives the folders of a built site their names, and the pages the addresses; the names by the plain ones."""
    names = {folder: f"{folder}-{_hash(site / folder)}" for folder in FOLDERS}
    for folder, new in names.items():
        (site / new).mkdir()
        for part in _parts(site / folder):
            part.rename(site / new / part.name)
        if not any((site / folder).iterdir()):
            (site / folder).rmdir()
    pages, count = sorted(site.rglob("*.html")), processors()
    with ProcessPoolExecutor(count, initializer=end_with_parent) as pool:
        for _done in pool.map(partial(_give, site, names), (pages[first::count] for first in range(count))):
            pass
    return names


def _give(site: Path, names: Mapping[str, str], pages: Iterable[Path]) -> None:
    for path in pages:
        before = path.read_bytes().decode()
        after = addressed(before, len(path.relative_to(site).parts) - 1, names)
        if after != before:
            path.write_bytes(after.encode())


def addressed(html: str, depth: int, names: Mapping[str, str]) -> str:
    """A page, so many folders below the root, with its styles and scripts in those folders; the index has been made."""

    def mended(part: re.Match[str]) -> str:
        tag = "<" + (part["script"] or part["tag"] or "")
        if tag == _TOLD.format("opslag"):
            return _TOLD.format(names["opslag"])
        if f" {_FOR_THE_INDEX}=" in tag:
            return _WHOLE_ATTRIBUTE.sub(_without_index, tag)
        if "assets/" not in tag:
            return part[0]
        return _ATTRIBUTE.sub(lambda one: _attribute(one, depth, names["assets"]), tag) + part[0][len(tag) :]

    return _PART.sub(mended, html)


def names(site: Path) -> Mapping[str, str]:
    """The folders that the pages of a built site name; an older build's may lie beside them."""
    front = (site / "index.html").read_text(encoding="utf-8")
    patterns = {"assets": r'"(assets-[0-9a-f]+)/', "opslag": _TOLD.format("(opslag-[0-9a-f]+)")}
    found = {folder: re.search(pattern, front) for folder, pattern in patterns.items()}
    return {folder: match[1] if match else folder for folder, match in found.items()}


def _attribute(one: re.Match[str], depth: int, folder: str) -> str:
    address = _LOADED.fullmatch(one["value"] or "") if one["name"].strip() in ("href", "src") else None
    if not address or not (address["to"].startswith("/") or address["to"].count("../") == depth):
        return one[0]
    return f"{one['name']}{one['is']}{one['quote']}{address['to']}{folder}/{address['rest']}"


def _without_index(one: re.Match[str]) -> str:
    return "" if one["name"].strip() == _FOR_THE_INDEX else one[0]


def _parts(folder: Path) -> list[Path]:
    return [part for part in sorted(folder.iterdir()) if part.name not in _STAYS]


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for part in _parts(folder):
        for path in sorted(part.rglob("*")) if part.is_dir() else [part]:
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def _hash(folder: Path) -> str:
    """Of the names and the contents, in a fixed order."""
    digest = hashlib.sha256()
    for path, content in sorted(_files(folder)):
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:_DIGITS]

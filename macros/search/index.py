"""Builds the search index beside the site: Pagefind holds the documents, the Danish layer says what finds them."""

import html
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.search import tables
from macros.search.facets import facets
from macros.search.pages import Document, documents

UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.pagefind")
"""The engine's own search fields, its worker and its word rules for no language: no page of this site asks for them."""


def build(site: Path) -> int:
    """Writes `pagefind/` and the Danish tables into the site; the number of documents that can be found."""
    found = list(documents(site))
    with TemporaryDirectory() as folder:
        # One file for each document: Pagefind takes a whole folder at once, but single documents slowly.
        for number, item in enumerate(found):
            (Path(folder) / f"{number:06}.html").write_text(_page(item), encoding="utf-8")
        _write_index(Path(folder), site / "pagefind")
    for unused in UNUSED:
        for path in (site / "pagefind").glob(unused):
            path.unlink()
    place = site / "assets" / "soeg"
    place.mkdir(parents=True, exist_ok=True)
    text = tables.tables([f"{item.title} {item.text}" for item in found])
    (place / "tabeller.json").write_text(text, encoding="utf-8")
    (place / "facetter.json").write_text(facets(found, site / "pagefind"), encoding="utf-8")
    return len(found)


def _write_index(folder: Path, output: Path) -> None:
    """Runs the engine as a command of its own, which ends when its last file is on the disk.

    Its Python interface ends it as soon as it has answered, and on a busy machine that left files cut short.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(output.resolve())]
    subprocess.run([*command, "--force-language", "da", "--quiet"], check=True, capture_output=True)


def _page(item: Document) -> str:
    """The document as Pagefind reads it: the body, with its metadata in front."""
    told = _meta(item).items()
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">' for name, value in told
    )
    return f'<!doctype html><html lang="da"><body data-pagefind-body>{head}{item.html}</body></html>'


def _meta(item: Document) -> dict[str, str]:
    """What is shown of a document, where it is, and the keys that find it."""
    return {
        "title": item.title,
        "url": item.url,
        "badge": item.badge,
        "kind": item.kind,
        ("ordkilde" if item.kind == "kilder" else "ordtitel"): _keys(item.title),
        "ordhele": _whole(item.titles),
        "ordnavne": _whole(item.names),
        "ordandet": _keys(item.also) + (f" {tables.FIGURE}" if item.kind == "noegletal" else ""),
        "ord": _keys(item.text),
    }


def _whole(names: Iterable[str]) -> str:
    return " ".join(sorted({tables.whole(name) for name in names}))


def _keys(text: str) -> str:
    """The keys of a text, with the everyday words for them."""
    found = tables.keys(text)
    return " ".join([*found, *tables.everyday(found)])

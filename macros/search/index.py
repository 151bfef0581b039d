"""Builds the search index beside the site: Pagefind holds the documents, the Danish layer says what finds them."""

import gzip
import html
import os
import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir

import deflate

from macros import disk
from macros.search import danish, fragments, tables
from macros.search.facets import facets
from macros.search.pages import Document, documents

UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.pagefind")
"""The engine's own search fields, its worker and its word rules for no language: no page of this site asks for them."""

CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2000"}
"""How much of the index one file holds. As it comes (20,000) each word of a query costs 27 kB; so it costs some 10."""

_ROOM = 100_000
"""Bytes. The smallest files of the index are a few hundred."""

ONLY_KEYS = ("ordtitel", "ordkilde", "ordandet", "ord")
"""Metadata that the index finds documents by, and that nobody reads afterwards."""


def build(site: Path) -> int:
    """Writes the index and the Danish tables below the site's `opslag/`; the number of documents that can be found."""
    found = list(documents(site))
    everything = " ".join(f"{item.title} {item.text}" for item in found)
    short = danish.abbreviations(everything)
    index, place = site / "opslag" / "pagefind", site / "opslag" / "soeg"
    place.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        with disk.writing(Path(gettempdir())):
            _lay_out(Path(folder), (_page(item, short) for item in found))
        with _engine(Path(folder), index) as engine:
            (place / "tabeller.json").write_text(tables.tables(everything, short), encoding="utf-8")
        _refuse_full(place, index)
        if engine.returncode:
            raise subprocess.CalledProcessError(engine.returncode, engine.args)
    ids = fragments.slim(index, ONLY_KEYS)
    (place / "facetter.json").write_text(facets(found, ids), encoding="utf-8")
    _tidy(index)
    return len(found)


def _lay_out(folder: Path, documents: Iterable[str]) -> None:
    """One file for each document: Pagefind takes a whole folder at once, but single documents slowly."""
    for number, document in enumerate(documents):
        (folder / f"{number:06}.html").write_text(document, encoding="utf-8")


def _refuse_full(place: Path, index: Path) -> None:
    """Raises what the system says where there is no room left.

    The engine ends well on a full disk too, with files cut short: an index that finds nothing. So what is larger than
    each of its files is written here as well.
    """
    sizes = (path.stat().st_size for path in index.rglob("*") if path.is_file())
    with TemporaryFile(dir=place) as probe:
        probe.write(bytes(2 * max(sizes, default=0) + _ROOM))


def _tidy(index: Path) -> None:
    """Leaves what a search asks for; the two files that each first search fetches are packed tighter, by some 5 %."""
    for unused in UNUSED:
        for path in index.glob(unused):
            path.unlink()
    for path in (*index.glob("wasm.*.pagefind"), *index.glob("*.pf_meta")):
        path.write_bytes(deflate.gzip_compress(gzip.decompress(path.read_bytes()), 12))


def _engine(folder: Path, output: Path) -> subprocess.Popen[bytes]:
    """Starts the engine as a command of its own, which ends when its last file is on the disk.

    Its Python interface ends it as soon as it has answered, and on a busy machine that left files cut short.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(output.resolve())]
    command += ["--force-language", "da", "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | CHUNK)


def _page(item: Document, short: Collection[str]) -> str:
    """The document as Pagefind reads it: the body, with its metadata in front."""
    told = _meta(item, short).items()
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">' for name, value in told
    )
    return f'<!doctype html><html lang="da"><body data-pagefind-body>{head}{item.html}</body></html>'


def _meta(item: Document, short: Collection[str]) -> dict[str, str]:
    """What is shown of a document, where it is, and the keys that find it."""
    return {
        "title": item.title,
        "url": item.url,
        "badge": item.badge,
        "kind": item.kind,
        ("ordkilde" if item.kind == "kilder" else "ordtitel"): _keys(item.title, short),
        "ordhele": _whole(item.titles, short),
        "ordnavne": _whole(item.names, short),
        "ordandet": _keys(item.also, short) + (f" {tables.FIGURE}" if item.kind == "noegletal" else ""),
        "ord": _keys(item.text, short),
    }


def _whole(names: Iterable[str], short: Collection[str]) -> str:
    return " ".join(sorted({tables.whole(name, short) for name in names}))


def _keys(text: str, short: Collection[str]) -> str:
    """The keys of a text, with the everyday words for them."""
    found = tables.keys(text, short)
    return " ".join([*found, *tables.everyday(found)])

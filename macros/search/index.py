"""Builds the search index beside the site: Pagefind holds the documents, the Danish layer says what finds them."""

import gzip
import html
import os
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
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

ONLY_KEYS = ("ordtitel", "ordkilde", "ordandet", "ord", "ordofte")
"""Metadata that the index finds documents by, and that nobody reads afterwards."""

OFTEN = 4
"""A key that a document says so many times is among what it is about."""


def build(site: Path) -> int:
    """Writes the index and the Danish tables below the site's `opslag/`; the number of documents that can be found."""
    found = list(documents(site))
    short = danish.abbreviations(_texts(found))
    index, place = site / "opslag" / "pagefind", site / "opslag" / "soeg"
    place.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        with disk.writing(Path(gettempdir())):
            _lay_out(Path(folder), (_page(item, short) for item in found))
        with _engine(Path(folder), index) as engine:
            (place / "tabeller.json").write_text(tables.tables(_texts(found), short), encoding="utf-8")
        _refuse_full(place, index)
        if engine.returncode:
            raise subprocess.CalledProcessError(engine.returncode, engine.args)
    ids = fragments.fill(index, found, ONLY_KEYS)
    (place / "facetter.json").write_text(facets(found, ids), encoding="utf-8")
    _tidy(index)
    return len(found)


def _texts(found: Iterable[Document]) -> Iterator[str]:
    """All that can be found; one after the other, since as one text it takes hundreds of megabytes to look through."""
    return (f"{item.title} {item.text}" for item in found)


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
    """The document as Pagefind reads it: metadata, most of it keys. The text itself would double the index."""
    told = _meta(item, short).items()
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">' for name, value in told
    )
    title = f"<h1>{html.escape(item.title)}</h1><p>{tables.WHOLE}</p>"  # a page without a word is passed over
    return f'<!doctype html><html lang="da"><body data-pagefind-body>{head}{title}</body></html>'


def _meta(item: Document, short: Collection[str]) -> dict[str, str]:
    """What is shown of a document, where it is, and the keys that find it."""
    said = tables.counted(item.text, short)
    return {
        "title": item.title,
        "url": item.url,
        "badge": item.badge,
        "kind": item.kind,
        ("ordkilde" if item.kind == "kilder" else "ordtitel"): _keys(item.title, short),
        "ordhele": _whole(item.titles, short),
        "ordnavne": _whole(item.names, short),
        "ordandet": _keys(item.also, short) + (f" {tables.FIGURE}" if item.kind == "noegletal" else ""),
        "ord": _with_everyday(sorted(said)),
        "ordofte": " ".join(sorted(key for key, times in said.items() if times >= OFTEN)),
    }


def _whole(names: Iterable[str], short: Collection[str]) -> str:
    return " ".join(sorted({tables.whole(name, short) for name in names}))


def _keys(text: str, short: Collection[str]) -> str:
    return _with_everyday(tables.keys(text, short))


def _with_everyday(found: list[str]) -> str:
    """The keys of a text, with the everyday words for them."""
    return " ".join([*found, *tables.everyday(found)])

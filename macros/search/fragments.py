"""The engine's own file for each document: gzipped JSON with the text that excerpts are cut from."""

import gzip
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from macros.search.pages import Document

_MAGIC = b"pagefind_dcd"
"""Pagefind writes these letters in front of the JSON of each fragment."""


def read(index: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each fragment of the index with what it tells, in the order of their names."""
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        yield path, json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))


def fill(index: Path, found: Iterable[Document], unused: Collection[str]) -> dict[str, str]:
    """Gives each fragment the text and the headings of its document, and takes out the metadata that only finds it.

    A search opens a dozen fragments or two, and the keys alone are a quarter of their bytes. Gives the engine's name
    for each document, by the address that its metadata tells.
    """
    documents = {item.url: item for item in found}
    ids = {}
    for path, told in read(index):
        item = documents[told["meta"]["url"]]
        told["meta"] = {name: value for name, value in told["meta"].items() if name not in unused}
        told |= {"content": item.text, "anchors": [asdict(anchor) for anchor in item.anchors]}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzip.compress(_MAGIC + text.encode(), 9, mtime=0))
        ids[item.url] = path.stem
    return ids

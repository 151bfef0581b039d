"""The engine's own file for each document: gzipped JSON with the text that excerpts are cut from."""

import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

_MAGIC = b"pagefind_dcd"
"""Pagefind writes these letters in front of the JSON of each fragment."""


def read(index: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each fragment of the index with what it tells, in the order of their names."""
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        yield path, json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))


def slim(index: Path, unused: Collection[str]) -> dict[str, str]:
    """Takes out of each fragment what only the index needs: that metadata, and anchors that are no headings.

    A search opens a dozen fragments or two, and the keys alone are a quarter of their bytes. Gives the engine's name
    for each document, by the address that its metadata tells.
    """
    ids = {}
    for path, told in read(index):
        told["meta"] = {name: value for name, value in told["meta"].items() if name not in unused}
        told["anchors"] = [anchor for anchor in told["anchors"] if anchor["element"] in ("h2", "h3") and anchor["id"]]
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzip.compress(_MAGIC + text.encode(), 9, mtime=0))
        ids[told["meta"]["url"]] = path.stem
    return ids

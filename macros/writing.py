"""How files are written below a folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path


def write(folder: Path, found: Iterable[tuple[str, str | bytes]]) -> None:
    """Writes files into the folder, by their names below it; text as UTF-8, with its line breaks as they are."""
    for name, content in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def replace(folder: Path, found: Iterable[tuple[str, str | bytes]]) -> None:
    """Writes the folder anew; nothing of an earlier one stays."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, found)

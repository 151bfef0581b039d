"""How files are written below a folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from macros import disk

Found = Iterable[tuple[str, str | bytes]]


def write(folder: Path, found: Found) -> None:
    """Writes files into the folder, by their names below it; text as UTF-8, with its line breaks as they are."""
    for name, content in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_whole(folder: Path, found: Found) -> None:
    """As `write`, where others read: each file is in place as it was or as it will be, and no file where one fails.

    All are written aside, and moved into place when the last is there.
    """
    with disk.writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".halv-", dir=folder) as aside:
            names = [_write_aside(Path(aside), folder, *one) for one in found]
            for name in names:
                _move(Path(aside) / name, folder / name)


def _write_aside(aside: Path, folder: Path, name: str, content: str | bytes) -> str:
    with disk.writing(folder / name):
        write(aside, [(name, content)])
    return name


def _move(fresh: Path, place: Path) -> None:
    """Puts the file in place with the rights of the one before; what is a link or a device is written into."""
    with disk.writing(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_symlink() or (place.exists() and not place.is_file()):
            place.write_bytes(fresh.read_bytes())
            return
        if place.exists():
            shutil.copymode(place, fresh)
        fresh.replace(place)

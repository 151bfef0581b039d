"""What the check accepted, put together into as few catalogues as hold it, each of which goes through a whole build.

In the first catalogue each record gets a name of its own beside the good ones, and differs in nothing else but what two
records may not share. What clashes there with another, and the lists, take the place of the good file in the next ones.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros import load, source
from macros.model import KINDS
from tests import small_project
from tests.building import GOOD
from tests.fuzz.inputs import Change


@dataclass(frozen=True)
class Laid:
    """A file that was laid over the project: which of the accepted it is, and what stood there before."""

    number: int
    before: bytes | None


def lay_out(project: Path, accepted: Mapping[int, Change], *, beside: bool) -> set[int]:
    """Makes a small project of the good site and as many of the accepted files as go together; tells which.

    `beside` the good ones under new names, or in their place.
    """
    small_project.make(project)
    laid: dict[Path, Laid] = {}
    for number, change in accepted.items():
        _lay(project, change, number, laid, beside)
    while bad := _clashing(project, laid):
        for path in bad:
            _take_out(path, laid)
    return {one.number for one in laid.values()}


def build(project: Path) -> str | None:
    """Builds the project; what was said where that did not go well."""
    code, said = small_project.build(project)
    return None if code == 0 and "Traceback" not in said else said


def _lay(project: Path, change: Change, number: int, laid: dict[Path, Laid], beside: bool) -> None:
    assert change.content is not None
    path, content = project / change.path, change.content
    if beside and change.path.count("/") == 2 and change.path.split("/")[1] in KINDS:
        path, content = path.with_name(f"fuzz-{number}.yml"), _renamed(project / "ny.yml", change, number)
    if path not in laid:
        laid[path] = Laid(number, path.read_bytes() if path.exists() else None)
        path.write_bytes(content)


def _renamed(aside: Path, change: Change, number: int) -> bytes:
    """The record under a name of its own, and with a title, an address and a number that no other has."""
    aside.write_bytes(change.content or b"")
    values = source.read(aside).values
    aside.unlink()
    good = source.read(GOOD / change.path).values if (GOOD / change.path).is_file() else {}
    values["id"] = f"fuzz-{number}"
    values.pop("tidligere_id", None)
    if values.get("titel") == good.get("titel"):
        values["titel"] = f"{_word(number)} {values['titel']}"
    if "url" in values and values["url"] == good.get("url"):
        values["url"] = f"{values['url']}?{number}"
    if change.path.startswith("data/kilder/"):
        values.setdefault("citeret_i", [{"kilde": "eksempelrapport-2026", "sted": "s. 1"}])
    written: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    return written.encode("utf-8", "surrogatepass")


def _word(number: int) -> str:
    """A word of letters for the number; two of them differ in more than one letter."""
    return "".join(chr(ord("a") + byte % 16) for byte in hashlib.sha256(str(number).encode()).digest()[:8])


def _clashing(project: Path, laid: Mapping[Path, Laid]) -> set[Path]:
    """The laid files that are in the way of others; where a good file has the fault, the lists, and then the rest."""
    _katalog, problems = load.check(project / "data", project / "settings.yml")
    named = {Path(problem.file).absolute() for problem in problems} & laid.keys()
    lists = {path for path in laid if path.parent.name not in KINDS}
    return named or ((lists or set(laid)) if problems else set())


def _take_out(path: Path, laid: dict[Path, Laid]) -> None:
    before = laid.pop(path).before
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)


def change_of(told: dict[str, Any]) -> Change | None:
    """The change that a judged input made, where it was accepted and is one written file."""
    return Change(told["path"], str(told["content"]).encode("latin-1")) if told.get("content") is not None else None


def told_of(changes: tuple[Change, ...], accepted: bool) -> dict[str, str]:
    """What `change_of` reads, as JSON can hold it."""
    if not accepted or len(changes) != 1 or not changes[0].content or not _is_data(changes[0].path):
        return {}
    return {"path": changes[0].path, "content": changes[0].content.decode("latin-1")}


def _is_data(path: str) -> bool:
    """A plain file of a record or a list; odd names are another matter."""
    return (GOOD / path).is_file()

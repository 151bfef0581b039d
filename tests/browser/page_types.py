"""One page of every type: by hand, not found, a municipality, a topic, a letter, a record of each kind."""

from pathlib import Path

from macros.model import KINDS

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def _address(path: Path) -> str:
    written = path.relative_to(DOCS).with_suffix("")
    place = (written.parent if written.name == "index" else written).as_posix()
    return "" if place == "." else f"{place}/"


BY_HAND = tuple(sorted(_address(path) for path in DOCS.rglob("*.md")))
RECORDS = tuple(f"post:{kind.folder}" for kind in KINDS.values() if kind.own_page)
PAGE_TYPES = (
    *BY_HAND,
    "404.html",
    "kommuner/silkeborg/",
    "emner/partnerskab/",
    "udgivere/s/",
    "ordliste/k/",
    "emnetal/ensomhed/",
    *RECORDS,
)

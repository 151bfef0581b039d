"""Records that were published and are gone, with their file or out of `nye_kilder`: nothing would be at their address.

What was published is what git knows of the main branch. Where it knows nothing, nothing is said.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from macros import historik, source
from macros.model import KINDS, Katalog, Reference
from macros.problem import Problem

_NEW_SOURCES = re.compile(r"^nye_kilder:\n((?:[ -].*\n?)*)", re.MULTILINE)
_ID = re.compile(r"^ *- id: *(\S+)", re.MULTILINE)
"""As `make fix` writes them, and as `check` has them before they are published."""


def problems(data: Path, katalog: Katalog) -> Iterator[Problem]:
    """A problem for each record of a kind with pages that was published, and is neither there nor led on from."""
    known = set(_known(katalog))
    for path in historik.published(data):
        name = _name(path)
        if name.kind in KINDS and KINDS[name.kind].own_page and name not in known:
            yield Problem(source.display(data / path), 0, "slettet-post", _message(name.id))
    for path, id_ in sorted(set(_brought(data))):
        # a file that is gone is told above, and what a file with errors holds is not known
        if _name(path) in known - katalog.unread and Reference("kilder", id_) not in known:
            yield Problem(source.display(data / path), 0, "slettet-post", _message_of_source(id_))


def _brought(data: Path) -> Iterator[tuple[str, str]]:
    """Each source that was published in a record's own file: the path of that file, and the id of the source."""
    for path, text in historik.published_versions(data, "^ *- id: "):
        for part in _NEW_SOURCES.findall(text):
            yield from ((path, id_) for id_ in _ID.findall(part))


def _name(path: str) -> Reference:
    kind, _slash, id_ = path.removesuffix(".yml").partition("/")
    return Reference(kind, id_)


def _known(katalog: Katalog) -> Iterator[Reference]:
    """Every name that has a page: records, also those taken out, those with errors in their file, and former names."""
    yield from katalog.unread
    for name, record in (*katalog.all(), *katalog.all_retired()):
        yield name
        yield from (Reference(name.kind, old) for old in record.tidligere_id)


def _message(id_: str) -> str:
    return (
        "posten er udgivet, og læsere kan have gemt adressen. "
        "Hent filen tilbage, og skriv dato og grund under udgaaet. "
        f'Har posten fået et nyt id, så skriv "{id_}" under tidligere_id i den nye fil.'
    )


def _message_of_source(id_: str) -> str:
    return (
        f'kilden "{id_}" stod her under nye_kilder. Den er udgivet, og læsere kan have gemt adressen. '
        f"Sæt den ind igen, eller giv den sin egen fil, data/kilder/{id_}.yml. "
        "Skal den ud, så skriv dato og grund under udgaaet i den."
    )

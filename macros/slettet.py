"""Records that were published and whose file is gone: nothing would stand at their address.

What was published is what git knows of the main branch. Where it knows nothing, nothing is said.
"""

from collections.abc import Iterator
from pathlib import Path

from macros import historik, source
from macros.model import KINDS, Katalog, Reference
from macros.problem import Problem


def problems(data: Path, katalog: Katalog) -> Iterator[Problem]:
    """A problem for each record of a kind with pages that was published, and is neither there nor led on from."""
    known = set(_known(katalog))
    for path in historik.published(data):
        kind, _slash, id_ = path.removesuffix(".yml").partition("/")
        if kind in KINDS and KINDS[kind].own_page and Reference(kind, id_) not in known:
            yield Problem(source.display(data / path), 0, "slettet-post", _message(id_))


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

"""Which record gets which page and address, and where old addresses lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import KINDS, Katalog, Reference
from macros.views.context import address


@dataclass(frozen=True)
class Page:
    """A generated page. `path` is its Markdown file below docs/; it exists in memory only."""

    path: str
    reference: Reference
    title: str
    description: str
    badge: str


@dataclass(frozen=True)
class Redirect:
    """An old address (a file below the site's root) and where it leads, seen from there."""

    path: str
    target: str
    title: str


def record_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for each record of a kind whose records have pages of their own."""
    for name, record in katalog.all():
        kind = KINDS[name.kind]
        if kind.own_page:
            yield Page(f"{name.kind}/{name.id}.md", name, record.titel, record.resume or record.titel, kind.badge)


def redirects(katalog: Katalog) -> Iterator[Redirect]:
    """A page that leads on for each id that a record had before."""
    for name, record in katalog.all():
        for old in record.tidligere_id:
            yield Redirect(f"{name.kind}/{old}/index.html", f"../../{address(name)}", record.titel)


def markdown(page: Page) -> str:
    """The Markdown of a generated page: one macro call, as a hand-written page would have it."""
    return f'{{{{ post("{page.reference.kind}", "{page.reference.id}") }}}}\n'

"""Which record gets which page and address, and where old addresses lead."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.model import KINDS, Katalog, Kilde, Record
from macros.text import enumeration, plural, slug
from macros.views import emner, kilder, opslagssider
from macros.views.context import Context, address, kommune_address, topic_address


@dataclass(frozen=True)
class Page:
    """A generated page: one macro with its arguments. `path` is its Markdown file below docs/, in memory only."""

    path: str
    record: str
    macro: str
    arguments: tuple[str, ...]
    title: str
    description: str
    badge: str
    retired: bool = False
    under: str = ""
    """The folder whose line in the menu is marked, where it is not the page's own."""


@dataclass(frozen=True)
class Redirect:
    """An old address (a file below the site's root) and where it leads, seen from there."""

    path: str
    target: str
    title: str


def record_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for each record of a kind whose records have pages of their own, also for those that were taken out.

    One that was taken out may be called as another is: it stood twice, or was written anew.
    """
    retired = Counter((name.kind, _title(record)) for name, record in katalog.all_retired())
    for name, record in (*katalog.all(), *katalog.all_retired()):
        kind = KINDS[name.kind]
        if kind.own_page:
            call = ("post", (name.kind, name.id))
            title = _title(record)
            if record.udgaaet:
                title += f" (taget ud: {name.id})" if retired[name.kind, title] > 1 else " (taget ud)"
            told = (title, record.resume or record.titel, kind.badge)
            yield Page(f"{name}.md", str(name), *call, *told, retired=record.udgaaet is not None)


def _title(record: Record) -> str:
    """The title of the page; two sources of one name are told apart by who published them."""
    return f"{record.titel}, {record.udgiver}" if isinstance(record, Kilde) else record.titel


def kommune_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for each municipality."""
    for kommune in katalog.kommuner.kommuner:
        path = kommune_address(kommune.navn).rstrip("/")
        told = f"Lokale partnerskaber og indsatser for unge i {kommune.navn}, og det vi ikke har fundet."
        yield Page(f"{path}.md", path, "kommune", (kommune.navn,), kommune.navn, told, "Kommune")


def topic_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for each topic."""
    for choice, names in emner.used(katalog):
        path = topic_address(choice.id).rstrip("/")
        told = f"{choice.titel}: {plural(len(names), 'post', 'poster')} i kataloget. {choice.forklaring or ''}".rstrip()
        yield Page(f"{path}.md", path, "emne", (choice.id,), choice.titel, told, "Emne")


def letter_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for the sources under each letter."""
    for letter, found in kilder.letters(katalog):
        path = kilder.letter_address(letter).rstrip("/")
        title = kilder.letter_title(letter)
        told = f"{title}: {plural(len(found), 'kilde', 'kilder')}, efter udgiver og år."
        yield Page(f"{path}.md", path, "udgivere", (slug(letter),), title, told, "", under="kilder")


def entry_pages(katalog: Katalog) -> Iterator[Page]:
    """A page for the terms under each letter, and for the key figures under each topic."""
    for letter, terms in opslagssider.by_letter(katalog).items():
        title = opslagssider.letter_title(letter)
        told = f"{title}: {enumeration([one.titel for one in terms[:4]])}{' m.fl.' if len(terms) > 4 else ''}."
        yield _entries(opslagssider.letter_address(letter), "ordliste", title, told, under="begreber")
    for topic, figures in opslagssider.by_topic(katalog).items():
        title = opslagssider.topic_title(katalog, topic)
        told = f"{title}: {plural(len(figures), 'tal', 'tal')} med enhed, periode, kilde og forbehold."
        yield _entries(opslagssider.topic_address(topic), "emnetal", title, told, under="noegletal")


def _entries(address: str, macro: str, title: str, told: str, under: str) -> Page:
    path = address.rstrip("/")
    return Page(f"{path}.md", path, macro, (path.split("/")[1],), title, told, "", under=under)


def generated(katalog: Katalog) -> Iterator[Page]:
    """Every page that is made from data."""
    yield from record_pages(katalog)
    yield from kommune_pages(katalog)
    yield from topic_pages(katalog)
    yield from letter_pages(katalog)
    yield from entry_pages(katalog)


def redirects(katalog: Katalog) -> Iterator[Redirect]:
    """A page that leads on for each id that a record had before."""
    for name, record in (*katalog.all(), *katalog.all_retired()):
        for old in record.tidligere_id:
            yield Redirect(f"{name.kind}/{old}/index.html", f"../../{address(name)}", record.titel)


@dataclass(frozen=True)
class Indexed:
    """A page that search engines may show, and the day of its last change where git knows it."""

    address: str
    changed: str


def indexed(context: Context, by_hand: Iterable[str]) -> tuple[Indexed, ...]:
    """Every page by address, without those that lead on and those of records that were taken out.

    `by_hand` are the Markdown files below docs/.
    """
    latest = context.history.latest
    made = [page for page in generated(context.katalog) if not page.retired]
    changed = {page.path: latest[f"{page.record}.yml"].day if f"{page.record}.yml" in latest else "" for page in made}
    return tuple(
        Indexed(page_address(path), day) for path, day in sorted({**dict.fromkeys(by_hand, ""), **changed}.items())
    )


def page_address(path: str) -> str:
    """Where the page of a Markdown file below docs/ is, seen from the site's root."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return "".join(f"{part}/" for part in (folder, "" if name == "index" else name) if part)


def facts(page: Page) -> dict[str, Any]:
    """What the theme is told of a generated page, as the front matter of a hand-written page tells it."""
    return {
        "title": page.title,
        "description": page.description,
        "badge": page.badge,
        "record": page.record,
        "section": page.under or page.record.split("/")[0],
        **({"noindex": True} if page.retired else {}),
    }


def markdown(page: Page) -> str:
    """The Markdown of a generated page: one macro call, as a hand-written page would have it."""
    arguments = ", ".join(f'"{argument}"' for argument in page.arguments)
    return f"{{{{ {page.macro}({arguments}) }}}}\n"

"""The commands that write files for others: export, cms, pdf."""

import argparse
from collections.abc import Iterator, Sequence

from macros import bog, disk, files, historik, redaktion, render, settings, source, udgave
from macros.commands.said import read_whole
from macros.commands.swap import beside, swap
from macros.model import KINDS, Katalog, Reference
from macros.text import did_you_mean
from macros.views.bog import book
from macros.views.context import Context
from macros.writing import write, write_whole


def write_export(given: argparse.Namespace) -> int:
    """Writes the open data into a folder, as the site has them; writes nothing where the data has problems."""
    this, katalog = read_whole(given)
    site_url = settings.site_url(this, katalog.indstillinger) or "/"
    found = files.data_files(Context(katalog, this.today), site_url)
    write_whole(given.out, ((name, make()) for name, make in found))
    print(f"Data ligger i {source.display(given.out)}/")
    return 0


def write_cms(given: argparse.Namespace) -> int:
    """Puts the editors' form into the built site: the page, what it is configured with, and the installed packages."""
    this, katalog = read_whole(given)
    repository = settings.repository(this, katalog.indstillinger)
    if repository is None or not (given.site / "index.html").is_file():
        print("Byg sitet med make build, og skriv repository i settings.yml. Så kan redaktionen lægges ved.")
        return 1
    try:
        found, policy = redaktion.files(katalog, repository, given.modules, given.api)
    except (redaktion.MissingError, redaktion.ChangedError) as error:
        print(f"Redaktionens pakker er ikke, som de skal være: {error}. Kør make cms.")
        return 1
    page = render.render("redaktion", "../", policy=policy, repository=repository, navn=katalog.indstillinger.navn)
    page = udgave.addressed(page, 1, udgave.names(given.site))
    place = given.site / "redaktion"
    with beside(place) as fresh:
        write(fresh, [*found.items(), ("index.html", page)])
        swap(fresh, place)
    print(f"Redaktionen ligger i {source.display(given.site)}/redaktion/")
    return 0


def write_pdf(given: argparse.Namespace) -> int:
    """Writes the records that were named, or all of them, as one tagged PDF."""
    this, katalog = read_whole(given)
    unknown = [message for name in given.names if (message := _unknown(katalog, name))]
    if unknown:
        print("\n".join(unknown))
        return 1
    context = Context(katalog, this.today, historik.read(given.data))
    try:
        with disk.writing(given.out):
            made = bog.pdf(
                book(context, _named(katalog, given.names), settings.site_url(this, katalog.indstillinger) or "")
            )
            write_whole(given.out.parent, [(given.out.name, made)])
    except bog.MissingError as error:
        print(f"PDF'en er ikke lavet. {error}")
        return 1
    print(f"PDF'en ligger i {source.display(given.out)}")
    return 0


def _unknown(katalog: Katalog, name: str) -> str | None:
    """What is said of a name that is neither a kind nor a record; None where it is one of them."""
    kind, _, id_ = name.strip("/").partition("/")
    if kind not in KINDS:
        return f'Slagsen "{kind}" findes ikke.{did_you_mean(kind, KINDS)} Vælg en af: {", ".join(KINDS)}.'
    found = katalog.records.get(kind, {})
    if not id_:
        return None if found else f'Der er ingen poster af slagsen "{kind}".'
    return None if id_ in found else f'Posten "{kind}/{id_}" findes ikke.{did_you_mean(id_, found)}'


def _named(katalog: Katalog, names: Sequence[str]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(found for name in names for found in _references(katalog, name)))


def _references(katalog: Katalog, name: str) -> Iterator[Reference]:
    kind, _, id_ = name.strip("/").partition("/")
    return (Reference(kind, one) for one in ([id_] if id_ else katalog.records[kind]))

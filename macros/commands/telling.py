"""The commands that tell GitHub, as Markdown: compare, links, stale."""

import argparse
from collections.abc import Iterable, Sequence

from macros import forskel, friskhed, linktjek, load, render, settings, source, standing, summary
from macros.commands.said import read
from macros.writing import write_whole


def compare(given: argparse.Namespace) -> int:
    """Prints what the data folder does to the records of the base. Errors are told by `check`; this never fails."""
    settings_ = settings.build().settings
    base, _old = load.check(given.base, settings_)
    change, problems = load.check(given.data, settings_)
    if base is None or change is None:
        print("" if given.addresses else summary.unreadable(len(problems)), end="")
        return 0
    found = forskel.compare(base, change)
    if given.addresses:
        _print_addresses(found.new_links)
    else:
        print(summary.summary(found, len(problems), _answers(given, list(found.new_links))), end="")
    return 0


def _print_addresses(addresses: Iterable[str]) -> None:
    """A file for lychee: HTML, since it takes an address there as it is written. Nothing where there are none."""
    text = render.render("lychee", "", addresses=list(addresses))
    if text:
        print(text)


def _answers(given: argparse.Namespace, asked: Sequence[str]) -> dict[str, linktjek.Link] | None:
    """What lychee was told, where it was asked and wrote a report."""
    if given.links is None or not given.links.is_file():
        return None
    tolerance = linktjek.Tolerance.model_validate(source.read(given.tolerance).values)
    return linktjek.read_report(given.links.read_text(encoding="utf-8"), asked, tolerance)


def links(given: argparse.Namespace) -> int:
    """Prints the addresses to ask, or what they answered; fails only where the answers cannot be read."""
    this, katalog = read(given)
    used = linktjek.addresses(katalog)
    if given.addresses:
        _print_addresses(used)
        return 0
    answers = _answers(given, list(used))
    if answers is None:
        print("Links er ikke tjekket: lychees svar mangler eller kan ikke læses.")
        return 1
    found = linktjek.LinkCheck(dato=this.today, links=answers)
    if given.out:
        write_whole(given.out.parent, [(given.out.name, linktjek.as_json(found))])
    print(standing.links(found, used, katalog, settings.repository(this, katalog.indstillinger)), end="")
    return 0


def stale(given: argparse.Namespace) -> int:
    """Prints the records that are due to be looked at; that there are some is no failure."""
    this, katalog = read(given)
    due = friskhed.stale(katalog, this.today)
    print(standing.stale(due, katalog, this.today, settings.repository(this, katalog.indstillinger)), end="")
    return 0

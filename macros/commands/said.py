"""What several commands say and read."""

import argparse
import os
from collections.abc import Iterable

from macros import disk, load, settings, source
from macros.model import Katalog
from macros.problem import Problem, ProblemsError
from macros.text import plural


def print_problems(problems: Iterable[Problem]) -> None:
    """One line each; on GitHub also as annotations on the lines of the pull request."""
    found = list(problems)
    for problem in found:
        print(problem)
        if os.environ.get("GITHUB_ACTIONS"):
            print(problem.as_annotation())
    if found:
        print(f"\n{plural(len(found), 'fejl. Ret den', 'fejl. Ret dem')}, og prøv igen.")


def print_unwritten(error: disk.WritingError) -> None:
    """What could not be written, why, and what to look for."""
    shown = source.display(error.place)
    place = shown if shown.name else error.place.absolute()
    print(f"{place} kan ikke skrives ({error.reason}). {disk.MEND}. Det, der lå der i forvejen, er uændret.")


def read_whole(given: argparse.Namespace) -> tuple[settings.Build, Katalog]:
    """The records, where nothing is wrong with any; else ProblemsError."""
    this = settings.build()
    katalog, problems = load.check(given.data, this.settings)
    if katalog is None or problems:
        raise ProblemsError(problems)
    return this, katalog


def read(given: argparse.Namespace) -> tuple[settings.Build, Katalog]:
    """The records as far as they can be read; ProblemsError where the lists themselves cannot."""
    this = settings.build()
    katalog, problems = load.check(given.data, this.settings)
    if katalog is None:
        raise ProblemsError(problems)
    return this, katalog

"""What several commands say and read."""

import argparse
import os
from collections.abc import Iterable

from macros import load, settings
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

"""The commands that start the engine: build, serve."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from macros import pligter, search, settings, site_check, source, udgave
from macros.commands.said import print_problems
from macros.commands.swap import beside, swap
from macros.model import Indstillinger
from macros.problem import Problem
from macros.processes import end_with_parent


def build(given: argparse.Namespace) -> int:
    """Builds aside, checks the result, and only then puts it in the place of the last good site."""
    with beside(given.site) as fresh:
        if _engine("build", "--strict", "--site-dir", str(fresh.resolve())) != 0:
            return 1
        problems = _checked_and_indexed(fresh)
        print_problems(problems)
        if problems:
            return 1
        udgave.name(fresh)
        swap(fresh, given.site)
    _warn_of_duties()
    print(f"Sitet ligger i {given.site}/")
    return 0


def _checked_and_indexed(site: Path) -> list[Problem]:
    """What is wrong with the built pages, and a search index of them; the two do not wait for each other.

    The look through the pages is shorter, and its process ends with it: its memory is free when the index needs most.
    """
    with _another_process() as indexing:
        indexed = indexing.submit(search.build, site)
        with _another_process() as checking:
            problems = checking.submit(site_check.problems, site).result()
        indexed.result()
    return problems


def _another_process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, initializer=end_with_parent)


def serve(given: argparse.Namespace) -> int:
    """Shows the site with live reload. Errors in data are shown on the page, not as a stop."""
    try:
        return _engine("serve", "--dev-addr", given.address)
    except KeyboardInterrupt:
        return 0


def _engine(*arguments: str) -> int:
    environment = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": settings.midday(date.today()), **os.environ}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, env=environment, check=False, preexec_fn=end_with_parent).returncode


def _warn_of_duties() -> None:
    """Says what the accessibility statement lacks. It is said on the page as well, and stops nothing."""
    this = settings.build()
    publisher = Indstillinger.model_validate(source.read(this.settings).values)
    for sentence in pligter.missing(publisher, _today()):
        print(f"Advarsel: {sentence} Ret settings.yml.")


def _today() -> date:
    """The day of the build, as the engine is told."""
    return settings.build({"SOURCE_DATE_EPOCH": settings.midday(date.today()), **os.environ}).today

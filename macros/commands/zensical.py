"""The command that builds the site with another engine: zensical."""

import argparse
import shutil
import subprocess
from pathlib import Path

from macros import search, settings, site_check, udgave
from macros.commands.said import print_problems
from macros.commands.swap import beside, swap
from macros.writing import write
from macros.zensical import CONFIGURATION, Project

_THEME_PARTS = ("assets/images", "assets/javascripts", "assets/stylesheets", "search.json")
"""What the engine brings and no page uses: looks, scripts and search of the site are its own."""


def zensical(given: argparse.Namespace) -> int:
    """Writes the site as a project for Zensical, builds it there, makes its search index, and checks it."""
    if not given.program.is_file():
        print("Zensical er ikke installeret. Kør make zensical.")
        return 1
    if given.out.exists() and not (given.out / CONFIGURATION).is_file():
        print(f"{given.out}/ er ikke et projekt for Zensical. Giv en anden mappe med --out.")
        return 1
    with beside(given.out) as fresh:
        write(fresh, Project(settings.ROOT).files())
        if not _built(given.program, fresh):
            return 1
        swap(fresh, given.out)
    print(f"Zensical har bygget sitet i {given.out / 'site'}/")
    return 0


def _built(program: Path, project: Path) -> bool:
    """Builds the project in its own folder; whether nothing is wrong with what came of it."""
    site = project / "site"
    command = [str(program), "build", "--strict", "--config-file", str(project / CONFIGURATION)]
    if subprocess.run(command, check=False).returncode != 0:
        return False
    for part in _THEME_PARTS:
        _remove(site / part)
    _own_sitemap(project)
    search.build(site)
    problems = site_check.problems(site)
    print_problems(problems)
    if not problems:
        udgave.name(site)
    return not problems


def _own_sitemap(folder: Path) -> None:
    """The catalogue's list of pages in place of the engine's, which names records that were taken out."""
    own = folder / "docs" / "sitemap.xml"
    _remove(folder / "site" / "sitemap.xml")
    if own.is_file():
        shutil.copyfile(own, folder / "site" / "sitemap.xml")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

"""The commands: python -m macros check|build|serve|new|... Alone in printing, writing and exiting."""

import argparse
import errno
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from macros import (
    command_line,
    export,
    forskel,
    friskhed,
    layout,
    linktjek,
    load,
    new,
    pligter,
    redaktion,
    render,
    schema,
    settings,
    site_check,
    source,
    standing,
    summary,
)  # fmt: skip
from macros.model import KINDS, Indstillinger, Katalog, Tabel
from macros.problem import Problem, ProblemsError
from macros.report import completeness_report, record_report
from macros.text import did_you_mean, plural, slug


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0 when all is well and 1 when something must be mended."""
    given = command_line.parser().parse_args(arguments)
    if given.today:
        os.environ["SOURCE_DATE_EPOCH"] = _midday(given.today)
    commands = {
        "check": check,
        "build": build,
        "serve": serve,
        "new": create,
        "fix": fix,
        "schema": write_schema,
        "export": write_export,
        "compare": compare,
        "links": links,
        "stale": stale,
        "cms": write_cms,
    }
    try:
        return commands[given.command](given)
    except ProblemsError as error:
        _print_problems(error.problems)
        return 1


def check(given: argparse.Namespace) -> int:
    """Prints every problem in the data and in the hand-written pages beside it, then how complete the records are."""
    katalog, problems = load.check(given.data, settings.build().settings)
    docs = given.data.parent / "docs"
    if katalog and docs.is_dir():
        problems = [*problems, *load.check_pages(docs, katalog)]
    _print_problems(problems)
    if katalog and not problems:
        print(record_report(katalog) if given.records else completeness_report(katalog))
    return 1 if problems else 0


def _print_problems(problems: Iterable[Problem]) -> None:
    """One line each; on GitHub also as annotations on the lines of the pull request."""
    found = list(problems)
    for problem in found:
        print(problem)
        if os.environ.get("GITHUB_ACTIONS"):
            print(problem.as_annotation())
    if found:
        print(f"\n{plural(len(found), 'fejl. Ret den', 'fejl. Ret dem')}, og prøv igen.")


_REASONS = {
    errno.ENOSPC: "disken er fuld",
    errno.EFBIG: "en fil bliver for stor",
    errno.EROFS: "disken kan kun læses",
    errno.EACCES: "adgang nægtet",
    errno.ENOTDIR: "en fil står, hvor en mappe skulle være",
    errno.EEXIST: "en fil står, hvor en mappe skulle være",
}


def build(given: argparse.Namespace) -> int:
    """Builds aside, checks the result, and only then puts it in the place of the last good site."""
    aside = given.site.with_name(f".site-{os.getpid()}")
    try:
        _clear_after_dead(given.site)
        if _engine("build", "--strict", "--site-dir", str(aside.resolve())) != 0:
            return 1
        problems = site_check.problems(aside)
        _print_problems(problems)
        if problems:
            return 1
        _swap(aside, given.site)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"systemets fejl {error.errno}")
        print(f"Sitet kan ikke skrives i {given.site}/ ({reason}). Se efter plads på disken og adgang til mappen.")
        return 1
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _warn_of_duties()
    print(f"Sitet ligger i {given.site}/")
    return 0


def _warn_of_duties() -> None:
    """Says what the accessibility statement lacks. It is said on the page as well, and stops nothing."""
    this = settings.build()
    publisher = Indstillinger.model_validate(source.read(this.settings).values)
    for sentence in pligter.missing(publisher, _today()):
        print(f"Advarsel: {sentence} Ret settings.yml.")


def _today() -> date:
    """The day of the build, as the engine is told."""
    return settings.build({"SOURCE_DATE_EPOCH": _midday(date.today()), **os.environ}).today


def _swap(fresh: Path, place: Path) -> None:
    """Puts the fresh folder in place; the old one is out of the way for an instant only."""
    old = place.with_name(f".site-old-{os.getpid()}")
    with _alone(place.parent):
        if place.exists():
            place.rename(old)
        fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One build at a time; the system lets go of the lock when a build dies."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _clear_after_dead(place: Path) -> None:
    """Removes what killed builds left; a site that one had moved away but not replaced is put back."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        for left in sorted(place.parent.glob(".site-*")):
            pid = left.name.rpartition("-")[2]
            if not pid.isdecimal() or _is_running(int(pid)):
                continue
            if left.name.startswith(".site-old-") and not place.exists():
                left.rename(place)
            else:
                shutil.rmtree(left, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _engine(*arguments: str) -> int:
    environment = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _midday(date.today()), **os.environ}
    return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], env=environment, check=False).returncode


def _midday(day: date) -> str:
    """The build's day as seconds: two builds on one day give the same bytes."""
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


def serve(given: argparse.Namespace) -> int:
    """Shows the site with live reload. Errors in data are shown on the page, not as a stop."""
    try:
        return _engine("serve", "--dev-addr", given.address)
    except KeyboardInterrupt:
        return 0


def create(given: argparse.Namespace) -> int:
    """Writes a new, empty record where none is."""
    if given.kind not in KINDS:
        print(f'Slagsen "{given.kind}" findes ikke.{did_you_mean(given.kind, KINDS)} Vælg en af: {", ".join(KINDS)}.')
        return 1
    if given.id != slug(given.id):
        print(f'Id\'et "{given.id}" må kun have små bogstaver a-z, tal og bindestreg. Skriv "{slug(given.id)}".')
        return 1
    this = settings.build()
    path = this.data / given.kind / f"{given.id}.yml"
    if path.exists():
        print(f"{source.display(path)} findes allerede. Vælg et andet id, eller ret filen.")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        layout.formatted(new.skeleton(given.kind, given.id, this.today), KINDS[given.kind].model),
        encoding="utf-8",
    )
    print(f'{source.display(path)} er lavet. Udfyld den, slet de felter, I ikke bruger, og kør "make check".')
    return 0


def fix(given: argparse.Namespace) -> int:
    """Formats the data files; a file that cannot be read is left as it is and named."""
    files, _misplaced = source.list_files(given.data, list(KINDS))
    problems: list[Problem] = []
    changed = 0
    for kind in KINDS:
        for path in files[kind]:
            try:
                changed += _fix_one(path, kind, given.check)
            except ProblemsError as error:
                problems += error.problems
    _print_problems(problems)
    print(f"{plural(changed, 'fil', 'filer')} {'skal skrives om med make fix.' if given.check else 'skrevet om.'}")
    return 1 if problems or (given.check and changed) else 0


def _fix_one(path: Path, kind: str, only_look: bool) -> int:
    file = source.read(path)
    old = path.read_text(encoding="utf-8")
    text = layout.formatted(file.values, KINDS[kind].model, source.head_comment(old))
    if text == old:
        return 0
    source.refuse_comments(path, old)
    if not only_look:
        path.write_text(text, encoding="utf-8")
    return 1


def write_schema(given: argparse.Namespace) -> int:
    """Writes the schemas; exits with 1 where they were out of date, so that the change is committed."""
    katalog, problems = load.check(given.data, settings.build().settings)
    if katalog is None:
        _print_problems(problems)
        return 1
    return 1 if _write_schemas(katalog, given) else 0


def _write_schemas(katalog: Katalog, given: argparse.Namespace) -> int:
    changed = 0
    for name, text in schema.schemas(katalog.vocab).items():
        path = given.data / "schema" / f"{name}.json"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        changed += 1
        if not given.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print(f"{plural(changed, 'skema', 'skemaer')} {'skal laves om med make schema.' if given.check else 'skrevet.'}")
    return changed


def write_export(given: argparse.Namespace) -> int:
    """Writes the open data into a folder; writes nothing where the data has problems."""
    this = settings.build()
    katalog, problems = load.check(given.data, this.settings)
    if katalog is None or problems:
        _print_problems(problems)
        return 1
    for name, text in _export_files(katalog, this.today).items():
        path = given.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    print(f"Data ligger i {source.display(given.out)}/")
    return 0


def _export_files(katalog: Katalog, today: date) -> dict[str, str]:
    lists = {f"{kind}.json": export.kind_list(katalog, kind, today) for kind in KINDS}
    tables = {f"tabeller/{tabel.id}.csv": export.table_csv(tabel) for tabel in katalog.of(Tabel)}
    return {"alt.json": export.dump(katalog, today), **lists, **tables}


def write_cms(given: argparse.Namespace) -> int:
    """Puts the editors' form into the built site: the page, what it is configured with, and the installed packages."""
    this = settings.build()
    katalog, problems = load.check(given.data, this.settings)
    if katalog is None or problems:
        _print_problems(problems)
        return 1
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
    _replace(given.site / "redaktion", {**found, "index.html": page.encode()})
    print(f"Redaktionen ligger i {source.display(given.site)}/redaktion/")
    return 0


def _replace(folder: Path, found: Mapping[str, bytes]) -> None:
    """Writes the files into the folder, and nothing of an earlier version stays."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


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
    this, katalog = _read(given)
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
        given.out.write_text(linktjek.as_json(found), encoding="utf-8")
    print(standing.links(found, used, katalog, settings.repository(this, katalog.indstillinger)), end="")
    return 0


def stale(given: argparse.Namespace) -> int:
    """Prints the records that are due to be looked at; that there are some is no failure."""
    this, katalog = _read(given)
    due = friskhed.stale(katalog, this.today)
    print(standing.stale(due, katalog, this.today, settings.repository(this, katalog.indstillinger)), end="")
    return 0


def _read(given: argparse.Namespace) -> tuple[settings.Build, Katalog]:
    """The records as far as they can be read; ProblemsError where the lists themselves cannot."""
    this = settings.build()
    katalog, problems = load.check(given.data, this.settings)
    if katalog is None:
        raise ProblemsError(problems)
    return this, katalog


if __name__ == "__main__":
    sys.exit(main())

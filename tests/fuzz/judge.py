"""What becomes of one input: refused in Danish with file and line, or accepted and rendered. Else it is a fault."""

import os
import re
import resource
import shutil
import signal
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros import export, formular, forskel, friskhed, load, pages, source, standing, summary, tree
from macros.commands import editing
from macros.env import Macros
from macros.export.csv import sheet_csv
from macros.export.json import json_files
from macros.export.rows import claim_sheet, kind_sheet
from macros.model import KINDS, Katalog, Tabel
from macros.problem import Problem, ProblemsError
from macros.report import completeness_report, record_report
from macros.settings import Build
from tests.building import GOOD, ROOT, TODAY
from tests.fuzz.inputs import Change, Input

SECONDS = 2.0
"""Of the processor's time, so that a busy machine makes no input slow."""
BYTES = 500 * 2**20
LONGEST_MESSAGE = 1000
LARGEST_PAGE = 3_000_000
RULES = frozenset(re.findall(r"(?m)^### `([^`]+)`$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
_ENGLISH = re.compile(
    r"\b(?:should|must|expected|found|input|unexpected|while|cannot|valid|error|the)\b", re.IGNORECASE
)
_NO_ARGUMENTS = (
    "forside", "begreber", "noegletal", "milepaele", "tabeller", "kilder", "kommuner", "emner", "evidens",
    "evidenskort", "finansiering", "ensomhed",
    "datakvalitet", "aendringer", "bidrag", "kontakt", "tilgaengelighed", "was", "oversigt",
)  # fmt: skip


class TooSlowError(BaseException):
    """Raised by the alarm; not an Exception, so that nothing on the way catches it."""


@dataclass(frozen=True)
class Verdict:
    """How the input was taken. `fault` is None where all is well."""

    accepted: bool
    seconds: float
    fault: str | None


def limit_memory() -> None:
    """No more memory than is allowed; beyond it Python raises MemoryError."""
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))


class Site:
    """A copy of the good site that inputs are laid over, one at a time, and taken out of again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(GOOD, folder)
        self.data, self.settings = folder / "data", folder / "settings.yml"
        self._loader, self.base = load._load(self.data, self.settings, self._mark(), {})

    def _mark(self) -> str:
        return tree.fingerprint(self.data, self.settings)

    def judge(self, given: Input) -> Verdict:
        """Reads the site with the input laid over it, and renders all of it where it is accepted."""
        for change in given.changes:
            self._lay(change)
        started = resource.getrusage(resource.RUSAGE_SELF)
        accepted, fault = False, None
        problems: list[Problem] = []
        try:
            with _alarm():
                # files that the input leaves alone are read once for all inputs, as `latest` does
                loader, katalog = load._load(self.data, self.settings, self._mark(), self._loader.files)
                problems = sorted(set(loader.problems))
                accepted = katalog is not None and not problems
                if katalog is not None:
                    _tell(self.base, katalog, len(problems))
                if katalog is not None and accepted:
                    self._render(katalog)
                    self._format(given)
        except TooSlowError:
            fault = f"more than {SECONDS} s: {''.join(traceback.format_exc().splitlines(keepends=True)[-12:])}"
        except Exception:
            fault = traceback.format_exc()
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = used.ru_utime + used.ru_stime - started.ru_utime - started.ru_stime
        if fault is None and seconds > SECONDS:  # the alarm rang where Python lets nothing out: as an object was let go
            fault = f"more than {SECONDS} s"
        return Verdict(accepted, seconds, fault or _bad_message(problems, self.folder))

    def clear(self, given: Input) -> None:
        """Takes the input out again."""
        for change in given.changes:
            path, good = self.folder / change.path, GOOD / change.path
            _remove(path)
            if not (GOOD / change.path).parent.exists():
                _remove(path.parent)
            if good.is_file():
                shutil.copy2(good, path)

    def _lay(self, change: Change) -> None:
        path = self.folder / change.path
        _remove(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if change.link is not None:
            path.symlink_to(change.link)
        elif change.content is not None:
            path.write_bytes(change.content)
        elif change.special == "folder":
            path.mkdir()
        elif change.special == "pipe":
            os.mkfifo(path)

    def _render(self, katalog: Katalog) -> None:
        """What a build makes of the records, short of MkDocs: pages, lists, files."""
        build = Build(TODAY, self.data, self.settings, None, None)
        place = [""]
        macros = Macros(lambda: place[0], build)
        for name in _NO_ARGUMENTS:
            _well_formed(getattr(macros, name)())
        for kind in (kind for kind in KINDS if KINDS[kind].own_page):
            _well_formed(macros.liste(kind))
        for page in pages.generated(katalog):
            place[0] = page.path.removesuffix(".md") + "/"
            _well_formed(getattr(macros, page.macro)(*page.arguments))
        for text in _files(katalog, macros.context):
            assert len(text) < LARGEST_PAGE

    def _format(self, given: Input) -> None:
        """`make fix` writes an accepted record so that it reads as before."""
        for change in given.changes:
            path, kind = self.folder / change.path, change.path.split("/")[1:2]
            if path.is_file() and kind and kind[0] in KINDS:
                file = source.read(path)
                try:
                    for text in editing._fixed(path, kind[0]):
                        path.write_text(text, encoding="utf-8")
                except ProblemsError as error:
                    assert {problem.rule for problem in error.problems} <= {"kommentar", "for-stor-fil"}
                assert source.read(path).values == file.values, f"{change.path} reads otherwise after make fix"


@contextmanager
def _alarm() -> Iterator[None]:
    def ring(_number: int, _frame: Any) -> None:
        raise TooSlowError

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _bad_message(problems: list[Problem], folder: Path) -> str | None:
    files = {Path(problem.file) for problem in problems}
    lines = {path: len(re.findall(rb"\n|\r", path.read_bytes())) + 1 for path in files if path.is_file()}
    bad = ((problem, _what_is_bad(problem, folder, lines)) for problem in problems)
    return next((f"{why}: {problem!s:.2000}" for problem, why in bad if why), None)


def _what_is_bad(problem: Problem, folder: Path, lines: Mapping[Path, int]) -> str | None:
    """What an editor could not use about a problem; None where it is good."""
    path = Path(problem.file)
    is_odd = any(sign in str(path) for sign in ("[U+", "\ufffd"))
    bare = re.sub(r'"[^"]*"', "", problem.message)
    checks = {
        "no rule of that name": problem.rule not in RULES,
        "no file of the site": not path.is_relative_to(folder),
        "no such line": not is_odd and not 0 <= problem.line <= max(lines.get(path, 1), 1),
        "too long": len(problem.message) > LONGEST_MESSAGE,
        "not a sentence": not problem.message.endswith((".", "?")),
        "English": _ENGLISH.search(bare) is not None,
        "says nothing": "værdien passer ikke til feltet" in problem.message,
        "sign that a terminal obeys": not str(problem).isprintable(),
    }
    return next((why for why, is_so in checks.items() if is_so), None)


def _tell(base: Katalog | None, katalog: Katalog, count: int) -> None:
    """What is told of records also while they have problems: a summary, standing issues, completeness."""
    assert base
    summary.summary(forskel.compare(base, katalog), count, None)
    standing.stale(friskhed.stale(katalog, TODAY), katalog, TODAY, None)
    completeness_report(katalog)
    record_report(katalog)


def _files(katalog: Katalog, context: Any) -> Iterator[str]:
    yield from (make() for _name, make in json_files(context))
    yield from (sheet_csv(kind_sheet(context, kind)) for kind in KINDS)
    yield sheet_csv(claim_sheet(context))
    yield export.changes_feed(context, "https://katalog.example/")
    yield export.calendar(context, "https://katalog.example/")
    yield formular.form_json(context, None)
    yield formular.sources_json(context)
    yield export.kommuner_csv(katalog, TODAY)
    yield from (export.table_csv(tabel) for tabel in katalog.of(Tabel))


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")


_known: dict[int, None] = {}


def _well_formed(markup: str) -> None:
    """The browser sees the tags that the template wrote, and nothing that runs."""
    if hash(markup) in _known:
        return
    _known[hash(markup)] = None
    assert len(markup) < LARGEST_PAGE, f"{len(markup)} signs in a page"
    body = LexborHTMLParser(f"<!doctype html><title>x</title><body>{markup}")
    assert body.css("script, iframe, object, style, [onerror], [onload], [onclick], a[href^='javascript']") == []
    for link in body.css("a[href]"):
        urlsplit(link.attributes["href"] or "")  # ValueError where it is no address
    seen = (body.body.html or "").removeprefix("<body>").removesuffix("</body>") if body.body else ""
    assert [tag for tag in _Tags(seen).found if not tag.startswith("/")] == [
        tag for tag in _Tags(markup).found if not tag.startswith("/")
    ], "another tag than the template wrote"

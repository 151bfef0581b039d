"""What this catalogue costs at one size: check, build, search, exports, and one changed record."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from macros import load, source
from tests.bench import catalogue
from tests.bench.cost import Cost, run, stop
from tests.bench.others import summed
from tests.bench.records import save
from tests.building import ROOT, environment

PYTHON = sys.executable
KEPT = ROOT / ".cache" / "katalog"
"""What a build may have kept for the next one; the first build of each run begins without it."""
WAIT = 900
Keep = Callable[[str, Any], None]


class Catalogue:
    """A folder with data of that size, and the commands for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data, self.site = folder / "data", folder / "site"
        settings = folder / "settings.yml"
        self.env = environment(KATALOG_DATA=str(self.data), KATALOG_SETTINGS=str(settings))
        self.changes = 0

    def write(self, records: int) -> None:
        """Makes the data anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        catalogue.write(records, self.folder)

    def run(self, *arguments: str) -> Cost:
        """One of the catalogue's own commands."""
        return run([PYTHON, "-m", "macros", *arguments], ROOT, self.env)

    def build(self) -> Cost:
        """`make build`, with what an earlier one has left."""
        return self.run("build", "--site", str(self.site))

    def first_build(self) -> Cost:
        """`make build` on a machine that has not built before."""
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.rmtree(self.site, ignore_errors=True)
        return self.build()

    def check(self) -> Cost:
        """`make check`."""
        return self.run("check", "--data", str(self.data))

    def export(self) -> Cost:
        """`make export`."""
        return self.run("export", "--data", str(self.data), "--out", str(self.folder / "export"))

    def search(self) -> Cost:
        """The search index alone, over pages that are as the engine made them: a built site has lost what it reads."""
        pages = self.folder / "pages"
        if not pages.exists():
            quiet = {**self.env, "NO_MKDOCS_2_WARNING": "1"}
            run([PYTHON, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(pages)], ROOT, quiet)
        shutil.rmtree(pages / "opslag" / "pagefind", ignore_errors=True)
        index = "import sys, pathlib; from macros import search; search.build(pathlib.Path(sys.argv[1]))"
        return run([PYTHON, "-c", index, str(pages)], ROOT, self.env)

    def change(self) -> tuple[str, str]:
        """Gives one record another résumé: the address of its page, and the word that it has now."""
        self.changes += 1
        word = "maerke" + "abcdefghij"[self.changes % 10] * (2 + self.changes)
        path = sorted((self.data / "metoder").glob("*.yml"))[0]
        values = dict(source.read(path).values)
        values["resume"] = f"En post med ordet {word}."
        save(path, values)
        return f"metoder/{path.stem}/", word

    def after_change(self, command: Callable[[], Cost]) -> Cost:
        """The cost of a command when one record has changed since the last time."""
        self.change()
        return command()


def measure(one: Catalogue, runs: int, is_served: bool, keep: Keep) -> None:
    """Every measurement, in turn; one that fails is told, and the others go on."""
    steps: Sequence[tuple[str, Callable[[], Cost], int]] = (
        ("tjek", one.check, runs),
        ("hele bygningen", one.first_build, runs),
        ("heraf søgeindekset", one.search, runs),
        ("eksport", one.export, runs),
        ("tjek efter en rettet post", lambda: one.after_change(one.check), runs),
        ("bygning efter en rettet post", lambda: one.after_change(one.build), runs),
    )
    for name, step, times in steps:
        _kept(name, lambda step=step, times=times: summed([[step()] for _time in range(times)]), keep)  # type: ignore[misc]
    _kept("tjek af en rettet post i make serve", lambda: checked_again(one, max(runs, 3)), keep)
    if is_served:
        _kept("fra rettet post til side i make serve", lambda: served(one, max(runs, 3)), keep)


def _kept(name: str, step: Callable[[], Mapping[str, Any]], keep: Keep) -> None:
    try:
        keep(name, step())
    except Exception as error:  # whatever it is, it is a row and not the end of the measuring
        keep(name, {"error": f"fejlede: {error}"})


def served(one: Catalogue, times: int) -> Mapping[str, Any]:
    """Seconds from a saved file until `make serve` gives the page with the new word."""
    with _serving(one) as base:
        found = []
        for _time in range(times):
            time.sleep(1)  # so that the file has another time than the one before
            address, word = one.change()
            start = time.monotonic()
            _wait(base + address, word)
            found.append(round(time.monotonic() - start, 2))
    return {"seconds": found, "measured": time.strftime("%Y-%m-%d")}


def checked_again(one: Catalogue, times: int) -> Mapping[str, Any]:
    """Seconds that a process which knows the data needs for a check after a save, as `make serve` does."""
    settings = one.folder / "settings.yml"
    load.latest(one.data, settings)
    found = []
    for _time in range(times):
        one.change()
        start = time.monotonic()
        _katalog, problems = load.latest(one.data, settings)
        found.append(round(time.monotonic() - start, 3))
        if problems:
            raise ValueError(str(problems[0]))
    return {"seconds": found, "measured": time.strftime("%Y-%m-%d")}


@contextmanager
def _serving(one: Catalogue) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PYTHON, "-m", "macros", "serve", "--address", f"127.0.0.1:{port}"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=one.env, start_new_session=True, stdout=quiet, stderr=quiet)
    try:
        base = f"http://127.0.0.1:{port}/"
        _wait(base, "<h1", process)
        yield base
    finally:
        stop(process.pid)
        process.wait(30)


def _wait(address: str, word: str, process: "subprocess.Popen[bytes] | None" = None) -> None:
    """Asks for the page until it holds the word."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if process and process.poll() is not None:
            raise ValueError("make serve ended")
        try:
            with urlopen(address, timeout=WAIT) as answer:
                if word in answer.read().decode():
                    return
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} had not changed after {WAIT} seconds")


def machine() -> str:
    """The machine in words."""
    cpu = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    names = [line.partition(":")[2].strip() for line in cpu.splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    version = ".".join(map(str, sys.version_info[:2]))
    system = release.get("PRETTY_NAME", "Linux").strip('"')
    processor = f"{names[0] if names else 'ukendt processor'}, {os.cpu_count()} kerner"
    return f"{processor}, {memory:.0f} GB hukommelse, {system}, Python {version}"

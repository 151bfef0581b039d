"""Measures the catalogue beside other engines, and what its pages cost a reader: `make bench`.

Each part writes what it finds into `maaling.json` as soon as it is found, and `MAALING.md` is made of that file. A part
that is left out keeps what it had.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.bench import others, own, reader, table  # noqa: E402
from tests.building import run_build  # noqa: E402

PARTS = ("build", "others", "reader", "lighthouse")
SIZES = (300, 1000, 5000, 10000)
RUNS: Mapping[int, int] = {300: 5, 1000: 3, 5000: 3, 10000: 1}
"""How often each size is measured, unless it is said: larger ones vary less, and take longer."""
BESIDE = (1000, 5000)
"""The sizes at which other engines build the same text."""
SERVED = 5000
"""The largest catalogue that is looked at in `make serve`."""
SITE_URL = "https://katalog.example/"


class Results:
    """What has been found, kept in a file after every step."""

    def __init__(self, place: Path, told: dict[str, Any]) -> None:
        place.mkdir(parents=True, exist_ok=True)
        self.file = place / "maaling.json"
        self.report = place / "MAALING.md"
        self.found: dict[str, Any] = json.loads(self.file.read_text(encoding="utf-8")) if self.file.exists() else {}
        self.found |= told

    def keep(self, *path: str) -> Callable[[str, Any], None]:
        """A way to keep values in that part."""

        def keep(name: str, value: Any) -> None:
            place = self.found
            for key in path:
                place = place.setdefault(key, {})
            place[name] = value
            self.write()
            print(f"{time.strftime('%H:%M:%S')} {' '.join(path)} {name}: {_short(value)}", flush=True)

        return keep

    def write(self) -> None:
        """The numbers, and the tables that are made of them."""
        self.file.write_text(json.dumps(self.found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self.report.write_text(table.report(self.found), encoding="utf-8")


_SHOWN = ("seconds", "cpu", "memory", "error")


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return (
            ", ".join(f"{name} {value[name]}" for name in ("seconds", "cpu", "memory", "error") if name in value)
            or "ok"
        )
    return str(value)[:80]


def _sizes(given: argparse.Namespace, results: Results, work: Path) -> None:
    for size in given.sizes:
        runs = given.runs or RUNS.get(size, 1)
        one = own.Catalogue(work / str(size))
        if "build" in given.parts:
            one.write(size)
            own.measure(one, runs, size <= SERVED, results.keep("build", str(size)))
        if "others" in given.parts and size in (given.beside or BESIDE):
            _beside(one, size, runs, results.keep("others", str(size)))


def _beside(one: own.Catalogue, size: int, runs: int, keep: others.Keep) -> None:
    """The other engines on the text of that site, which is built first where it is not there."""
    try:
        if not (one.site / "index.html").exists():
            one.write(size)
            one.first_build()
        others.measure(one.site, one.folder / "others", runs, keep)
    except Exception as error:  # the other sizes go on
        for engine in others.ENGINES:
            keep(engine.name, {"error": f"fejlede: {error}"})


def _pages(given: argparse.Namespace, results: Results, work: Path) -> None:
    """What a reader of the real catalogue meets."""
    site = work / "site"
    shutil.rmtree(site, ignore_errors=True)
    done = run_build(site, SITE_URL=SITE_URL)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    runs = given.runs or 1
    steps: Sequence[tuple[str, str, Callable[[], Any]]] = (
        ("reader", "types", lambda: reader.page_types(site)),
        ("reader", "files", lambda: reader.own_files(site)),
        ("reader", "search", lambda: reader.first_search(site, runs)),
        ("lighthouse", "types", lambda: reader.lighthouse(site, runs)),
    )
    for part, name, step in steps:
        if part not in given.parts:
            continue
        try:
            results.keep(part)(name, step())
        except Exception as error:  # the other steps go on, and what was known stays
            print(f"{part} {name} fejlede: {error}", flush=True)


def _chosen(given: argparse.Namespace) -> str:
    """What was chosen, as it is typed after `make bench`; nothing where all of it is as it comes."""
    asked = {"SIZES": given.sizes if given.sizes != list(SIZES) else None, "RUNS": given.runs, "BESIDE": given.beside}
    asked["PARTS"] = given.parts if given.parts != list(PARTS) else None
    words = {name: " ".join(map(str, value)) if isinstance(value, list) else value for name, value in asked.items()}
    return " ".join(f'{name}="{value}"' for name, value in words.items() if value is not None)


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure the catalogue.")
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--beside", nargs="*", type=int, help="the sizes for the other engines (1000 and 5000)")
    parser.add_argument("--runs", type=int, help="how often (else by size)")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="where the results are written")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench", help="a folder for what is built")
    given = parser.parse_args()
    work = given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    command = f"make bench {_chosen(given)}".strip()
    told = {"measured": time.strftime("%Y-%m-%d"), "machine": own.machine(), "command": command}
    results = Results(given.out, told)
    _sizes(given, results, work)
    if {"reader", "lighthouse"} & set(given.parts):
        _pages(given, results, work)
    results.write()


if __name__ == "__main__":
    main()

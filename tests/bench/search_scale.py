"""The search over 5,000 records: what it fetches, how fast it answers, and what the build takes: `make bench-scale`.

The site is served as GitHub Pages does: text files with gzip, Pagefind's own files (compressed already) as they are.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros import udgave  # noqa: E402
from tests.bench import catalogue  # noqa: E402
from tests.bench.serving import BLANK, TEXT, served  # noqa: E402
from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.find_browser import browser_path  # noqa: E402
from tests.building import run_build  # noqa: E402
from tests.search import bench, queries  # noqa: E402

FIRST_KB, LATER_KB, P95_MS = 200, 60, 100
SEARCHES, TIMED = 30, 50
_SEARCH = """async ([script, query, limit]) => {
  const { soeg } = await import(script);
  const start = performance.now();
  const hits = await soeg(query, limit);
  return [performance.now() - start, hits.length];
}"""


def spread(texts: Sequence[str], count: int) -> list[str]:
    """That many of the queries, evenly from all of them."""
    return [texts[number * len(texts) // count] for number in range(count)]


@contextmanager
def _page(browser: Browser, base: str) -> Iterator[Page]:
    """A page in a browser that has fetched nothing yet."""
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    page.goto(base + BLANK)
    yield page
    context.close()


@dataclass(frozen=True)
class Measured:
    """Bytes of each first and each later search, milliseconds of each timed one, and the files of one first search."""

    first: Sequence[int]
    later: Sequence[int]
    times: Sequence[float]
    first_times: Sequence[float]
    files: Sequence[tuple[str, int]]


def measure(site: Path, texts: Sequence[str]) -> Measured:
    """Thirty first searches, each in a new browser; thirty later ones in one browser; fifty timed ones in another."""
    path = browser_path()
    assert path, "No browser. Run: python tests/browser/find_browser.py"
    first, first_times, files = [], [], []
    script = f"/{udgave.names(site)['assets']}/js/soeg.js"
    with served(site) as (base, traffic), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for text in spread(texts, SEARCHES):
            with _page(browser, base) as page:
                traffic.take()
                first_times.append(page.evaluate(_SEARCH, [script, text, bench.SHOWN])[0])
                files = traffic.take()
                first.append(sum(size for _name, size in files))
        with _page(browser, base) as page:
            page.evaluate(_SEARCH, [script, texts[-1], bench.SHOWN])
            traffic.take()
            later = []
            for text in spread(texts, SEARCHES):
                page.evaluate(_SEARCH, [script, text, bench.SHOWN])
                later.append(sum(size for _name, size in traffic.take()))
        with _page(browser, base) as page:
            page.evaluate(_SEARCH, [script, texts[-1], bench.SHOWN])
            times = [page.evaluate(_SEARCH, [script, text, bench.SHOWN])[0] for text in spread(texts, TIMED)]
        browser.close()
    return Measured(first, later, times, first_times, files)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of the values does not exceed."""
    return sorted(values)[ceil(share * len(values)) - 1]


def report(found: Measured) -> str:
    """What was measured beside what it should be, in Danish."""
    p95 = percentile(found.times, 0.95)
    rows = [
        ("hentet ved første søgning, median", median(found.first) / 1000, "kB", FIRST_KB),
        ("hentet ved første søgning, højest", max(found.first) / 1000, "kB", FIRST_KB),
        ("hentet ved senere søgninger, median", median(found.later) / 1000, "kB", LATER_KB),
        ("hentet ved senere søgninger, højest", max(found.later) / 1000, "kB", LATER_KB),
        ("fra tastet til svar, median", median(found.times), "ms", P95_MS),
        ("fra tastet til svar, 95. percentil", p95, "ms", P95_MS),
    ]
    lines = [
        f"{name:40}{value:8.1f} {unit}   mål: højst {goal} {unit}   {'ok' if value <= goal else 'OVER'}"
        for name, value, unit, goal in rows
    ]
    lines.append(f"{'første søgning med indlæsning, median':40}{median(found.first_times):8.1f} ms")
    lines += [
        "Søgefeltets egen ventetid efter et tastetryk er ikke med.",
        "",
        "Hentet ved den sidste af de første søgninger:",
    ]
    kinds: dict[str, list[int]] = {}
    for name, size in found.files:
        kinds.setdefault(name if Path(name).suffix in TEXT else Path(name).suffix, []).append(size)
    lines += [f"  {name:40}{len(sizes):4} filer{sum(sizes) / 1000:9.1f} kB" for name, sizes in sorted(kinds.items())]
    return "\n".join(lines)


def build(records: int, folder: Path) -> Path:
    """Writes the catalogue and builds it; prints seconds and memory."""
    catalogue.write(records, folder)
    given = {"KATALOG_DATA": str(folder / "data"), "KATALOG_SETTINGS": str(folder / "settings.yml")}
    start = time.monotonic()
    done = run_build(folder / "site", **given)
    seconds = time.monotonic() - start
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{records} poster bygget på {seconds:.0f} sekunder; højest {memory:.0f} MB i én proces")
    return folder / "site"


def main() -> None:
    """Builds the large site, unless one is given, and prints what the search costs on it."""
    parser = argparse.ArgumentParser(description="Measure the search over a large catalogue.")
    parser.add_argument("--records", type=int, default=5000)
    parser.add_argument("--site", type=Path, help="a site built of such a catalogue (else it is built)")
    parser.add_argument("--json", action="store_true", help="print the single measurements as JSON as well")
    given = parser.parse_args()
    texts = [one.text for one in queries.queries() if one.wanted]
    with TemporaryDirectory() as folder:
        found = measure(given.site or build(given.records, Path(folder)), texts)
    print(report(found))
    if given.json:
        print(json.dumps({"first": found.first, "later": found.later, "times": found.times}))


if __name__ == "__main__":
    main()

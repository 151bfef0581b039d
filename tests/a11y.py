"""Looks through every built page with axe, in light and dark, on a phone and a wide screen: `make a11y`.

Prints how many pages were seen and every violation; exits with 1 where there is one. With --keep it goes on where it
was stopped: a page is passed over when neither the page nor a style sheet or script has changed since.
"""

import argparse
import hashlib
import json
import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests import axe  # noqa: E402
from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.find_browser import browser_path  # noqa: E402
from tests.browser.serving import served  # noqa: E402
from tests.building import SITE_URL, run_build  # noqa: E402

PROCESSES = 2
TOGETHER = 24
"""How many pages one browser is shown before it is started anew."""


class Seen(NamedTuple):
    """What was found on a page."""

    address: str
    fingerprint: str
    views: int
    violations: list[str]
    undecided: list[str]


def pages(site: Path, only: str = "", sample: int = 0) -> list[str]:
    """The pages whose address begins with `only`; where `sample` is given, so many, the same each time.

    What only leads on to another page is never looked at by a reader, and is left out.
    """
    found = sorted(path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    chosen = [name for path in found if (name := path.relative_to(site).as_posix()).startswith(only)]
    return sorted(random.Random(0).sample(chosen, min(sample, len(chosen)))) if sample else chosen


def fingerprints(site: Path, chosen: list[str]) -> dict[str, str]:
    """Of each page: it and everything that gives it its look."""
    looks = sorted([*site.rglob("*.css"), *site.rglob("*.js")])
    common = hashlib.sha256(b"".join(path.read_bytes() for path in looks))
    made = {}
    for address in chosen:
        whole = common.copy()
        whole.update((site / address).read_bytes())
        made[address] = whole.hexdigest()
    return made


def look(base: str, work: list[tuple[str, str]]) -> list[Seen]:
    """What axe finds on these pages, in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        page = browser.new_page(locale="da-DK")
        page.set_default_timeout(60_000)
        seen = []
        for address, fingerprint in work:
            told = list(axe.answers(page, base + address))
            lines = [f"{one.view}: {line}" for one in told for line in one.violations]
            doubts = [f"{one.view}: {line}" for one in told for line in one.undecided]
            seen.append(Seen(address, fingerprint, len(told), lines, doubts))
        browser.close()
    return seen


def look_at_all(site: Path, work: list[tuple[str, str]]) -> Iterator[Seen]:
    """Every page, as the processes come to it."""
    parts = [work[start : start + TOGETHER] for start in range(0, len(work), TOGETHER)]
    spawn = multiprocessing.get_context("spawn")
    with served(site) as base, ProcessPoolExecutor(PROCESSES, mp_context=spawn) as pool:
        for done in as_completed([pool.submit(look, base, part) for part in parts]):
            yield from done.result()


def kept(file: Path | None, wanted: dict[str, str]) -> dict[str, Seen]:
    """What an earlier run found on pages that are still the same."""
    if file is None or not file.exists():
        return {}
    lines = (Seen(*json.loads(line)) for line in file.read_text("utf-8").splitlines())
    return {one.address: one for one in lines if wanted.get(one.address) == one.fingerprint}


def _found(site: Path, chosen: list[str], keep: Path | None) -> list[Seen]:
    wanted = fingerprints(site, chosen)
    seen = kept(keep, wanted)
    left = [(address, wanted[address]) for address in chosen if address not in seen]
    for one in look_at_all(site, left):
        seen[one.address] = one
        print(*(f"{one.address} {line}" for line in one.violations), sep="\n", end="\n" if one.violations else "")
        if keep:
            with keep.open("a", encoding="utf-8") as file:
                print(json.dumps(one), file=file)
        if len(seen) % 100 == 0:
            print(f"{len(seen)} of {len(chosen)} pages", flush=True)
    return list(seen.values())


def summary(seen: list[Seen]) -> str:
    """The figures in a line."""
    violations = sum(len(one.violations) for one in seen)
    undecided = sum(len(one.undecided) for one in seen)
    views = sum(one.views for one in seen)
    return f"axe: {len(seen)} pages, {views} views, {violations} violations, {undecided} that axe cannot decide"


def _built(folder: Path) -> Path:
    """The site with an address: without one, the page for what is not found looks for its styles at the host's root."""
    done = run_build(folder / "site", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout
    return folder / "site"


def main() -> int:
    """Prints the figures; 1 where there is a violation, or no page."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--site", type=Path, help="a site that is built already, for an address below /katalog/")
    given.add_argument("--only", default="", help="how the addresses of the pages begin: metoder/")
    given.add_argument("--sample", type=int, default=0, help="so many pages, chosen by a fixed seed")
    given.add_argument("--keep", type=Path, help="a file that keeps what was found, so that a run can go on")
    asked = given.parse_args()
    start = time.monotonic()
    with TemporaryDirectory() as folder:
        site = asked.site or _built(Path(folder))
        seen = _found(site, pages(site, asked.only, asked.sample), asked.keep)
    print(f"{summary(seen)}, {time.monotonic() - start:.0f} s")
    return 1 if not seen or any(one.violations for one in seen) else 0


if __name__ == "__main__":
    sys.exit(main())

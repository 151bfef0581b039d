"""Looks through every built page with axe, in light and dark, on a phone and a wide screen: `make a11y`.

Prints how many pages were seen and every violation; exits with 1 where there is one.
"""

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.find_browser import browser_path  # noqa: E402
from tests.browser.serving import served  # noqa: E402
from tests.browser.test_every_page import RULES  # noqa: E402

WIDTHS = (390, 1280)
PROCESSES = 2


def pages(site: Path, only: str, sample: int) -> list[str]:
    """The pages whose address begins with `only`; where `sample` is given, so many, the same each time."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    chosen = [address for address in found if address.startswith(only)]
    return sorted(random.Random(0).sample(chosen, min(sample, len(chosen)))) if sample else chosen


def violations(work: tuple[Path, list[str]]) -> list[str]:
    """What axe finds on these pages, a line each."""
    site, addresses = work
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        found = [line for address in addresses for line in _on_page(browser, base, address)]
        browser.close()
    return found


def _on_page(browser: Browser, base: str, address: str) -> list[str]:
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 900}, locale="da-DK")
    page.goto(base + address)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for dark in (False, True):
            page.emulate_media(color_scheme="dark" if dark else "light")
            result = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
            where = f"{address} {width} px {'dark' if dark else 'light'}"
            found += [f"{where}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in result.response["violations"]]
    page.close()
    return found


def main() -> int:
    """Prints the figures; 1 where there is a violation, or no page."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    given.add_argument("--only", default="", help="how the addresses of the pages begin: metoder/")
    given.add_argument("--sample", type=int, default=0, help="so many pages, chosen by a fixed seed")
    asked = given.parse_args()
    chosen = pages(asked.site, asked.only, asked.sample)
    start = time.monotonic()
    parts = [(asked.site, chosen[number::PROCESSES]) for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = [line for lines in pool.map(violations, parts) for line in lines]
    print(*found, sep="\n", end="\n" if found else "")
    print(
        f"axe: {len(chosen)} pages, {4 * len(chosen)} views, {len(found)} violations, {time.monotonic() - start:.0f} s"
    )
    return 1 if found or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())

"""What a reader meets: bytes for each page type, what holds a page up, what moves, the first search, and Lighthouse."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from macros import udgave
from tests.bench.serving import Traffic, compressed, served
from tests.browser.conftest import ARGUMENTS
from tests.browser.find_browser import browser_path
from tests.browser.page_types import PAGE_TYPES

LIGHTHOUSE = Path(__file__).resolve().parent / "lighthouse"
PHONE = ViewportSize(width=412, height=823)
QUERIES = ("mentor", "ensomhed", "job med støtte", "kontaktforløb", "boligsocial")
GOAL = 0.99
_WATCH = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.moved += one.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""
_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking").map((one) => new URL(one.name).pathname)"""
_SEARCH = """(query) => new Promise((tell) => {
  const input = document.querySelector("#soeg");
  const list = document.querySelector("#soeg-forslag");
  const start = performance.now();
  new MutationObserver(() => list.querySelector("[role=option]") && tell(performance.now() - start))
    .observe(list, { childList: true, subtree: true, attributes: true });
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 750_000 / 8}


def address_of(site: Path, page_type: str) -> str:
    """The address of a page type: itself, or of `post:<kind>` the record with the longest page."""
    kind = page_type.removeprefix("post:")
    if kind == page_type:
        return page_type
    longest = max((site / kind).glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
    return f"{kind}/{longest.parent.name}/"


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser that the tests use."""
    path = browser_path()
    if not path:
        raise FileNotFoundError("no browser; run: python tests/browser/find_browser.py")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield made
        made.close()


def page_types(site: Path) -> Mapping[str, Mapping[str, Any]]:
    """For each page type the bytes of a first and of a later visit, what holds it up, and what moves."""
    with served(site) as (base, traffic), browser() as made:
        return {name: _visits(made, f"{base}/{address_of(site, name)}", traffic) for name in PAGE_TYPES}


def _visits(made: Browser, address: str, traffic: Traffic) -> Mapping[str, Any]:
    context = made.new_context(viewport=PHONE, is_mobile=True, locale="da-DK")
    page = context.new_page()
    page.add_init_script(_WATCH)
    traffic.take()
    first = _visit(page, address, traffic)
    told = {"moved": round(page.evaluate("window.moved"), 4), "blocking": page.evaluate(_BLOCKING)}
    later = _visit(page, f"{address}?igen=1", traffic)
    context.close()
    return {"first": first, "later": later, **told}


def _visit(page: Page, address: str, traffic: Traffic) -> Mapping[str, int]:
    page.goto(address, wait_until="networkidle")
    sizes: dict[str, int] = {"html": 0, "css": 0, "js": 0, "andet": 0}
    for name, size in traffic.take():
        suffix = Path(name).suffix.removeprefix(".") or "html"
        sizes[suffix if suffix in sizes else "andet"] += size
    return sizes


def own_files(site: Path) -> Mapping[str, int]:
    """The compressed bytes of all style sheets and of all scripts that are the site's own."""
    names = udgave.names(site)
    found = {
        kind: sum(len(compressed(path)) for path in site.glob(f"{names['assets']}/{kind}/*.{kind}"))
        for kind in ("css", "js")
    }
    return found | {"pagefind.js": len(compressed(site / names["opslag"] / "pagefind" / "pagefind.js"))}


def first_search(site: Path, runs: int) -> Mapping[str, Sequence[float]]:
    """Milliseconds from the first typing to the first suggestion, in a browser that has searched for nothing yet."""
    found: dict[str, list[float]] = {"uden bremse": [], "langsomt mobilnet": []}
    with served(site) as (base, _traffic), browser() as made:
        for query in QUERIES * runs:
            for name, times in found.items():
                times.append(round(_searched(made, f"{base}/metoder/", query, name != "uden bremse")))
    return found


def _searched(made: Browser, address: str, query: str, is_slow: bool) -> float:
    context = made.new_context(viewport=PHONE, is_mobile=True, locale="da-DK")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    if is_slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    spent: float = page.evaluate(_SEARCH, query)
    context.close()
    return spent


def lighthouse(site: Path, runs: int) -> Mapping[str, Any]:
    """The median of each score; a page type below the goal is run four times more, as other work disturbs the clock."""
    if not shutil.which("node") or not (LIGHTHOUSE / "node_modules").is_dir():
        raise FileNotFoundError("ikke målt: Node eller Lighthouse er ikke sat op")
    with served(site) as (base, _traffic):
        addresses = {f"{base}/{address_of(site, name)}": name for name in PAGE_TYPES}
        found = _reports(list(addresses), runs)
        low = [address for address, reports in found.items() if _scores(reports)["performance"] < GOAL]
        for address, reports in (_reports(low, 4) if low else {}).items():
            found[address] += reports
        return {name: _told(found.get(address, [])) for address, name in addresses.items()}


def _reports(addresses: Sequence[str], runs: int) -> dict[str, list[Any]]:
    command = ["node", "measure.mjs", str(browser_path()), str(runs), *addresses]
    done = subprocess.run(command, cwd=LIGHTHOUSE, text=True, capture_output=True, check=False, timeout=1800)
    found: dict[str, list[Any]] = {}
    for line in done.stdout.splitlines():
        told = json.loads(line)
        found.setdefault(told["address"], []).append(told)
    if not found:
        raise ValueError(done.stderr.strip()[-300:])
    return found


def _scores(reports: Sequence[Any]) -> Mapping[str, float]:
    names = reports[0]["scores"]
    return {name: median(one["scores"][name] or 0 for one in reports) for name in names}


def _told(reports: Sequence[Any]) -> Mapping[str, Any]:
    if not reports:
        return {"error": "fejlede"}
    numbers = {name: round(median(one["numbers"][name] or 0 for one in reports), 3) for name in reports[0]["numbers"]}
    low = sorted({each["id"] for one in reports for each in one["failed"]})
    told = {"scores": _scores(reports), "numbers": numbers, "below": low}
    return told | {"runs": len(reports), "version": reports[0]["version"]}

"""How well three searches find what readers look for, on the same pages: `make bench-search`.

This site's own search, Pagefind as it comes, and the search of the theme. The queries and what they should find
are in `queries.yml`. `--write` puts the figures into MAALING.md and the records that were found into `fundet.yml`.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from pagefind.index import IndexConfig, PagefindIndex
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros.search.pages import documents  # noqa: E402
from tests.bench.others import write_material  # noqa: E402
from tests.bench.plain import pages  # noqa: E402
from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.find_browser import browser_path  # noqa: E402
from tests.browser.serving import BASE, served  # noqa: E402
from tests.building import SITE_URL, environment, run_build  # noqa: E402
from tests.search.queries import AMONG, NOTHING, Hits, Query, found_among, queries, score  # noqa: E402

HERE = Path(__file__).resolve().parent
FOUND = HERE / "fundet.yml"
REPORT = HERE / "MAALING.md"
COMMAND = "make bench-search"
BY_HAND = "## Målt for sig"
"""What stands from here on in MAALING.md is written by hand and kept."""
SHOWN = 8
"""As many as the search field shows; what comes later counts as not found."""
OWN, PLAIN, THEME = "Dette site", "Pagefind, som det er", "Temaets søgning"
_SPARE = 60
"""How many hits the other searches give, before those on pages without records are left out."""

_OWN = """async ([queries, limit]) => {
  const { soeg } = await import(new URL("soeg.js", document.querySelector("script[src$='/js/soegefelt.js']").src));
  const found = {};
  for (const query of queries) found[query] = (await soeg(query, limit)).map((hit) => hit.url);
  return found;
}"""
_PLAIN = """async ([queries, limit]) => {
  const pagefind = await import(new URL("maaling/pagefind/pagefind.js", document.baseURI));
  await pagefind.options({ baseUrl: new URL(document.baseURI).pathname });
  await pagefind.init();
  const found = {};
  for (const query of queries) {
    const hits = (await pagefind.search(query)).results.slice(0, limit);
    found[query] = (await Promise.all(hits.map((hit) => hit.data()))).map((data) => data.url);
  }
  return found;
}"""
_THEME = """async ([queries, limit, script]) => {
  const place = new URL("maaling/tema/", document.baseURI);
  const { config, docs } = await (await fetch(new URL("search_index.json", place))).json();
  const worker = new Worker(new URL(script, place));
  const answer = (message) => new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { config, docs, options: { suggest: false } } });
  const found = {};
  for (const query of queries) {
    const { items } = (await answer({ type: 2, data: query })).data;
    const pages = items.slice(0, limit).map((group) => group[0].location.split("#")[0]);
    found[query] = pages.map((page) => new URL(page, document.baseURI).pathname);
  }
  return found;
}"""


@contextmanager
def opened(base: str) -> Iterator[Page]:
    """A page of the site in Chromium; an error in it is an error here."""
    path = browser_path()
    assert path, "No browser. Run: python tests/browser/find_browser.py"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        page = browser.new_page(locale="da-DK")
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(base)
        yield page
        browser.close()
        assert errors == []


def _below_root(found: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {query: [hit.removeprefix(BASE) for hit in hits] for query, hits in found.items()}


def ask_own(page: Page, asked: Sequence[str]) -> Hits:
    """What this site's search answers, through the one door that everything else uses too."""
    return _below_root(page.evaluate(_OWN, [list(asked), SHOWN]))


def _on_record_pages(found: Mapping[str, Sequence[str]], with_records: frozenset[str]) -> Hits:
    """The hits on pages that hold records: lists and texts by hand do not take their places."""
    return {query: [hit for hit in hits if hit in with_records][:SHOWN] for query, hits in _below_root(found).items()}


def ask_all(site: Path, asked: Sequence[str]) -> dict[str, Hits]:
    """What the three searches answer, by the name of the search."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        asyncio.run(_add_plain_pagefind(site, copy / "maaling" / "pagefind"))
        script = _add_theme(site, Path(folder) / "tema", copy / "maaling" / "tema")
        with_records = frozenset(item.url.split("#")[0] for item in documents(site))
        with served(copy) as base, opened(base) as page:
            return {
                OWN: ask_own(page, asked),
                PLAIN: _on_record_pages(page.evaluate(_PLAIN, [list(asked), _SPARE]), with_records),
                THEME: _on_record_pages(page.evaluate(_THEME, [list(asked), _SPARE, script]), with_records),
            }


async def _add_plain_pagefind(site: Path, place: Path) -> None:
    """Pagefind's own index of the content of the built pages, with nothing set."""
    config = IndexConfig(root_selector="#indhold", output_path=str(place.resolve()))
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(site))


def _add_theme(site: Path, folder: Path, place: Path) -> str:
    """The theme's index of the same pages and its own script; where the script is below that place."""
    write_material(folder, list(pages(site)), [{"search": {"lang": "da"}}])
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment(NO_MKDOCS_2_WARNING="1"), check=True)
    place.mkdir(parents=True)
    shutil.copy(folder / "site" / "search" / "search_index.json", place)
    scripts = Path(str(files("material"))) / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts / "workers", place / "workers")
    shutil.copytree(scripts / "lunr", place / "lunr")
    return next(path.relative_to(place).as_posix() for path in sorted((place / "workers").glob("search.*.js")))


def report(answers: Mapping[str, Hits], asked: Sequence[Query], browser: str) -> str:
    """The measurement as Markdown, in Danish."""
    known = [one for one in asked if one.wanted]
    nothing = [one for one in asked if one.type == NOTHING]
    lines = [
        "# Måling af søgningen",
        "",
        f"Målt {date.today().isoformat()} på {_machine()}, i {browser}, med `{COMMAND}`.",
        "",
        f"{len(known)} søgninger med kendte svar og {len(nothing)}, der intet skal finde, fra `queries.yml`.",
        f"**R** er den andel af de ventede poster, der står blandt de første {AMONG}. **MRR** er gennemsnittet af",
        f"1 divideret med pladsen for den første ventede post; efter plads {SHOWN} tæller den 0.",
        "",
        "De to andre søgninger giver sider, ikke opslag. Er den ventede post et opslag på en fælles side, tæller",
        "siden som rigtig for dem. Træf på sider uden poster er taget ud af deres lister. Begge dele er til deres",
        "fordel. Pagefind har sine egne indstillinger og sin danske stamning. Temaet får de byggede sider som Markdown",
        "og har sin egen lunr med dansk.",
        "",
        "Søgningerne ligger ved siden af dette sites egne ordlister, og de, der retter listerne, kender dem. Tallene",
        "siger derfor mindre om søgninger, som ingen har tænkt på.",
        "",
        f"| Slags | Antal | {' | '.join(f'{name}: R | MRR' for name in answers)} |",
        f"|---|---:|{'---:|' * 2 * len(answers)}",
    ]
    for kind in dict.fromkeys(one.type for one in known):
        lines.append(_row(kind, answers, [one for one in known if one.type == kind]))
    lines.append(_row("**i alt**", answers, known))
    wrong = [str(sum(bool(hits[one.text]) for one in nothing)) for hits in answers.values()]
    lines += ["", f"| Skal intet finde, men finder noget | {' | '.join(answers)} |", f"|---|{'---:|' * len(wrong)}"]
    lines += [f"| af {len(nothing)} søgninger | {' | '.join(wrong)} |"]
    return "\n".join([*lines, "", *_lost(answers[OWN], known), *_by_hand()]) + "\n"


def _by_hand() -> list[str]:
    """What MAALING.md tells of measurements that are made once: it stays as it was written."""
    found = REPORT.read_text(encoding="utf-8").partition(BY_HAND)
    return ["", (found[1] + found[2]).rstrip()] if found[1] else []


def _row(name: str, answers: Mapping[str, Hits], some: Sequence[Query]) -> str:
    scores = [score(hits, some) for hits in answers.values()]
    return f"| {name} | {len(some)} | {' | '.join(f'{_figure(s.recall)} | {_figure(s.mrr)}' for s in scores)} |"


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _lost(own: Hits, known: Sequence[Query]) -> list[str]:
    """What this site's search does not find."""
    lines = [f"## Ikke blandt de første {AMONG} på dette site", ""]
    for one in known:
        lost = [record for record in one.wanted if record not in found_among(own[one.text], one)]
        if lost:
            lines.append(f'- "{one.text}" ({one.type}): {", ".join(lost)}')
    return lines if len(lines) > 2 else [*lines, "Alt er fundet."]


def _machine() -> str:
    cores = os.cpu_count() or 0
    memory = round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    words = {1: "én kerne", 2: "to kerner", 4: "fire kerner"}
    return f"en maskine med {words.get(cores, f'{cores} kerner')} og {memory} GB"


def browser_version() -> str:
    """The browser and its version, without the name of the system."""
    path = browser_path()
    assert path, "No browser. Run: python tests/browser/find_browser.py"
    told = subprocess.run([path, "--version"], text=True, capture_output=True, check=True).stdout
    return " ".join(told.split()[:2])


def found_text(own: Hits, asked: Sequence[Query]) -> str:
    """What is kept for the test: the figures, and the expected records found by each query."""
    total = score(own, [one for one in asked if one.wanted])
    kept = {
        "recall": round(total.recall, 4),
        "mrr": round(total.mrr, 4),
        "fundet": {one.text: found for one in asked if (found := found_among(own[one.text], one))},
    }
    head = (
        "# Written by `make bench-search WRITE=1`: the expected records that the search finds among the first five.\n"
    )
    return head + yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=120)


def main() -> None:
    """Builds the site, asks, and prints; `--own` prints only this site's answers, as JSON."""
    parser = argparse.ArgumentParser(description="Measure the search beside two others.")
    parser.add_argument("--site", type=Path, help="a built site (else it is built)")
    parser.add_argument("--own", action="store_true", help="only this site's answers, as JSON")
    parser.add_argument("--write", action="store_true", help="write MAALING.md and fundet.yml")
    given = parser.parse_args()
    asked = queries()
    texts = [one.text for one in asked]
    with TemporaryDirectory() as folder:
        site = given.site or _build(Path(folder) / "site")
        if given.own:
            with served(site) as base, opened(base) as page:
                print(json.dumps(ask_own(page, texts)))
            return
        answers = ask_all(site, texts)
    text = report(answers, asked, browser_version())
    print(text)
    if given.write:
        REPORT.write_text(text, encoding="utf-8")
        FOUND.write_text(found_text(answers[OWN], asked), encoding="utf-8")


def _build(site: Path) -> Path:
    done = run_build(site, SITE_URL=SITE_URL)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return site


if __name__ == "__main__":
    main()

"""Records as from somebody who means harm: in Chromium nothing of them runs or leaves, and pages keep their shape.

The check refuses most of this. Here its rules are taken away, so that what stands behind them is seen.
"""

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, ViewportSize

from macros import load, source
from macros.model import KINDS
from macros.model.traverse import Leaf, leaves
from tests import small_project
from tests.browser.serving import served
from tests.building import GOOD, ROOT

PAYLOADS = {
    "script": "<script>window.ramt=1</script><img src=x onerror=window.ramt=1><svg onload=window.ramt=1> ildebrand",
    "citat": '"\' onmouseover=window.ramt=1 autofocus onfocus=window.ramt=1 x=" `\'" ildebrand',
    "link": "[klik](javascript:window.ramt=1) javascript:window.ramt=1 <a href=data:text/html,x>x</a> ildebrand",
    "skabelon": "{{ 7 * 7 }} {% for a in b %} {# c #} ${window.ramt=1} # h1 **fed** | a | b | ``` --- ildebrand",
    "stil": "<style>*{display:none}</style><base href=https://ond.example/><form action=//ond.example> ildebrand",
    "luk": "--> ]]> </title></textarea></script></div></main></article></body><h1>Ny</h1><footer> ildebrand",
    "tegn": "ildebrand \u200f\u05d0\u05d1 \u200e"
    + "Z\u0338\u0321\u031b\u0310" * 20
    + " "
    + "Speciallægepraksisplanlægning" * 5,
}
"""Each ends or begins with a word to search for."""
SMALL: ViewportSize = {"width": 390, "height": 844}


def _hostile(value: str, leaf: Leaf, payload: str) -> str:
    """The payload in place of free text, as long as the field allows; what must have a form keeps it."""
    if leaf.path[-1] in {"url", "id", "ansvarlig"} or leaf.path[0] in {
        "tidligere_id",
        "udgaaet",
        "raekker",
        "kontrolsum",
    }:
        return value
    is_free = leaf.prose or leaf.path[-1] in {"navn", "sted", "udgiver", "giver", "nummer", "enhed", "vurderet_af"}
    return payload[:190] if is_free else value


def _records() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The fullest good record of each kind, once for each payload."""
    for kind in KINDS:
        path = max((GOOD / "data" / kind).glob("*.yml"), key=lambda path: path.stat().st_size)
        file = source.read(path)
        record = KINDS[kind].model.model_validate(file.values)
        for name, payload in PAYLOADS.items():
            values = copy.deepcopy(file.values)
            for leaf in leaves(record):
                *above, last = leaf.path
                holder: Any = values
                key: Any = last
                for step in above:
                    holder = holder[int(step)] if isinstance(holder, list) else holder.get(step, {})
                if isinstance(leaf.value, str) and (isinstance(holder, list) or key in holder):
                    holder[key] = _hostile(leaf.value, leaf, payload)
            values |= {"id": f"ond-{name}", "titel": payload[:280]}
            values.pop("tidligere_id", None)
            values.pop("udgaaet", None)
            yield kind, f"ond-{name}", values


def _lay_out(project: Path) -> None:
    for kind, id_, values in _records():
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
        (project / "data" / kind / f"{id_}.yml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with a hostile record of every kind for every payload, and code without its rules."""
    folder = small_project.make(tmp_path_factory.mktemp("ond") / "project")
    _lay_out(folder)
    (folder / "macros").unlink()
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    rules = folder / "macros" / "rules" / "__init__.py"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text + "\nRECORD_RULES = ()\nKATALOG_RULES = ()\n", encoding="utf-8")
    code, said = small_project.build(folder)
    assert code == 0, said[-3000:]
    return folder


@pytest.fixture(scope="module")
def hostile(project: Path) -> Iterator[str]:
    """The address of the hostile site."""
    with served(project / "site") as address:
        yield address


def _pages(project: Path) -> list[str]:
    """Every page but those that lead on, those of municipalities, lists for other sites, and the tools."""
    site = project / "site"
    whole = (path for path in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    found = (path.parent.relative_to(site).as_posix() for path in whole)
    return [
        f"{address}/" if address != "." else ""
        for address in found
        if not address.startswith(("indlejr", "kommuner/", "vaerktoejer/"))
    ]


def _is_whole(page: Page, address: str) -> list[str]:
    """What is wrong with the page's shape, or with what has happened in it."""
    told: list[str] = page.evaluate(
        """() => [
          window.ramt === undefined ? "" : "a payload ran",
          document.querySelectorAll("h1").length === 1 ? "" : "not one h1",
          document.querySelector("header.top") && document.querySelector("footer") ? "" : "no header or footer",
          document.querySelectorAll("footer:not(.post__foot)").length === 1 ? "" : "another footer",
          document.querySelectorAll("script:not([src]):not([type='application/ld+json']), base, iframe, object")
            .length === 0 ? "" : "a foreign element",
          [...document.querySelectorAll("a[href], form[action]")].every((one) =>
            /^(https?|mailto|tel):$/.test(new URL(one.href ?? one.action, location).protocol))
              ? "" : "a link that runs",
          [...document.querySelectorAll("*")].every((one) =>
            [...one.attributes].every((given) => !/^on|^style$/.test(given.name))) ? "" : "a handler or a style",
          [...document.querySelectorAll(".crumbs li, h1, h2, h3")].every((one) =>
            one.getBoundingClientRect().right <= innerWidth) ? "" : "a heading or a crumb outside the screen",
          document.documentElement.scrollWidth <= innerWidth ? "" : `${document.documentElement.scrollWidth} px wide`,
        ].filter(Boolean)"""
    )
    return [f"{address}: {one}" for one in told]


def test_the_check_refuses_what_is_code(good_site: Path) -> None:
    """With its rules in place, the check stops every hostile record of every kind that holds code."""
    _lay_out(good_site)
    _katalog, problems = load.check(good_site / "data", good_site / "settings.yml")
    refused = {Path(problem.file).parts[-2:] for problem in problems if problem.rule == "html-i-tekst"}
    code = set(PAYLOADS) - {"citat", "tegn"}
    assert {(kind, f"ond-{name}.yml") for kind in KINDS for name in code} - refused == set()


def test_every_page_of_hostile_records_is_whole(page: Page, hostile: str, project: Path) -> None:
    """On a phone every page has one heading, header and footer, is no wider than the screen, and ran nothing."""
    page.set_viewport_size(SMALL)
    wrong: list[str] = []
    addresses = _pages(project)
    assert len(addresses) > 100
    for address in addresses:
        page.goto(hostile + address)
        wrong += _is_whole(page, address)
    assert wrong == []


def test_lists_for_other_sites_show_hostile_titles_as_text(page: Page, hostile: str, project: Path) -> None:
    """A list that stands in a frame elsewhere has its one heading, and ran nothing."""
    lists = sorted((project / "site" / "indlejr" / "emne").glob("*/index.html"))
    told = []
    for path in lists:
        page.goto(f"{hostile}indlejr/emne/{path.parent.name}/")
        told.append(page.evaluate("[document.querySelectorAll('h1').length, window.ramt ?? 'intet']"))
    assert told == [[1, "intet"]] * len(lists)
    assert any("ond-script" in path.read_text("utf-8") for path in lists)


@pytest.mark.parametrize(
    "address",
    [
        "find/?q=ildebrand",
        "find/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.ramt%3D1%3E",
        "find/?q=%22%3E%3Cscript%3Ewindow.ramt%3D1%3C%2Fscript%3E&emne=%3Csvg%20onload%3Dwindow.ramt%3D1%3E",
        "bidrag/?kommune=%3Cimg%20src%3Dx%20onerror%3Dwindow.ramt%3D1%3E&slags=%22%3E%3Cscript%3E",
        "sammenlign/?id=initiativer/ond-script,initiativer/ond-citat,initiativer/ond-luk",
        "sammenlign/?id=%3Cimg%20src%3Dx%20onerror%3Dwindow.ramt%3D1%3E",
        "min-liste/?liste=metoder/ond-script,puljer/ond-link,kilder/ond-stil,partnerskaber/ond-tegn",
        "min-liste/?liste=%3Cimg%20src%3Dx%20onerror%3Dwindow.ramt%3D1%3E",
    ],
)
def test_what_scripts_show_of_hostile_texts_is_whole(page: Page, hostile: str, address: str) -> None:
    """Search results, the comparison, the reader's list and the form show hostile records and addresses as text."""
    page.set_viewport_size(SMALL)
    page.goto(hostile + address, wait_until="networkidle")
    assert _is_whole(page, address) == []


def test_suggestions_show_hostile_titles_as_text(page: Page, hostile: str) -> None:
    """The list below the search field names hostile records and runs nothing."""
    page.set_viewport_size(SMALL)
    page.goto(hostile + "om/")
    page.locator("#soeg").fill("ildebrand")
    page.locator("#soeg-forslag li").first.wait_for()
    assert _is_whole(page, "om/") == []

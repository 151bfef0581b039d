"""Records and choice lists as from somebody who means harm: in Chromium nothing of them runs, and pages keep shape.

The check refuses most of this. Here its rules are taken away, so that what stands behind them is seen. That nothing
leaves the host is held by the fixture `page`.
"""

import copy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pydantic import BaseModel, ValidationError

from macros import load, source
from macros.model import KINDS
from macros.model.tabel import decimal
from macros.model.traverse import leaves
from macros.source import KeyPath
from tests.browser.fjendtlig import PAYLOADS, SMALL, fullest, lay_out_records, wrong
from tests.browser.fjendtlig import hostile as made_hostile


def _pages(site: Path) -> list[str]:
    """Every page but those that lead on, and lists for other sites; of municipalities those with a hostile record."""
    whole = (path for path in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    found = (path.parent.relative_to(site).as_posix() for path in whole)
    return [
        f"{address}/" if address != "." else ""
        for address in found
        if not address.startswith(("indlejr", "vaerktoejer/"))
        and (not address.startswith("kommuner/") or "ond-script" in (site / address / "index.html").read_text("utf-8"))
    ]


def test_the_check_refuses_what_is_code(good_site: Path) -> None:
    """With its rules in place, the check stops every hostile record of every kind that holds code."""
    lay_out_records(good_site)
    _katalog, problems = load.check(good_site / "data", good_site / "settings.yml")
    refused = {Path(problem.file).parts[-2:] for problem in problems if problem.rule == "html-i-tekst"}
    code = set(PAYLOADS) - {"citat", "tegn"}
    assert {(kind, f"ond-{name}.yml") for kind in KINDS for name in code} - refused == set()


@pytest.mark.parametrize("kind", KINDS)
def test_no_free_text_is_left_out(kind: str) -> None:
    """Whatever text of a record could be any words is made hostile; what is kept has a form, or is a figure or name."""
    model, file = KINDS[kind].model, source.read(fullest(kind))
    found = leaves(model.model_validate(file.values))
    texts = [leaf for leaf in found if isinstance(leaf.value, str) and decimal(leaf.value) is None]
    words = [leaf for leaf in texts if not (leaf.ref or leaf.vocab or "sum_af" in leaf.path)]
    kept = [leaf.path for leaf in words if made_hostile(leaf, PAYLOADS["luk"]) == leaf.value]
    assert len(kept) < len(words)
    assert [path for path in kept if _takes(model, file.values, path, "Ord < ord")] == []


def _takes(model: type[BaseModel], values: dict[str, Any], path: KeyPath, text: str) -> bool:
    """Whether the model takes any text in that place."""
    changed: Any = copy.deepcopy(values)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    try:
        model.model_validate(changed)
    except ValidationError:
        return False
    return True


def test_every_page_of_hostile_records_is_whole(page: Page, hostile: str, hostile_site: Path) -> None:
    """On a phone every page has one heading, header and footer, is no wider than the screen, and ran nothing."""
    page.set_viewport_size(SMALL)
    found: list[str] = []
    addresses = _pages(hostile_site)
    assert len(addresses) > 100
    some = {"kommuner/eksempelby/", "tabeller/", "emner/", "metoder/ond-luk/", "metoder/ond-luk-ude/"}
    assert some <= set(addresses)
    for address in addresses:
        page.goto(hostile + address)
        found += wrong(page, address)
    assert found == []


def test_cells_of_hostile_tables_are_text(page: Page, hostile: str) -> None:
    """Heads, units and cells of a table show the payload to the letter, with its numbers beside it."""
    page.goto(f"{hostile}tabeller/")
    for name, payload in PAYLOADS.items():
        table = page.locator(f"section#ond-{name} table").first
        expect(table.locator("thead")).to_contain_text(payload[:60])
        expect(table.locator("tbody tr").first).to_contain_text(f"Løn {payload[:60]}")
        expect(table.locator("tbody tr").first).to_contain_text("15,5")


def test_lists_for_other_sites_show_hostile_titles_as_text(page: Page, hostile: str, hostile_site: Path) -> None:
    """A list that stands in a frame elsewhere has its one heading and no element of its own, and ran nothing."""
    lists = sorted((hostile_site / "indlejr").glob("*/*/index.html"))
    strange = (
        "window.ramt !== undefined || document.querySelector('script, img, svg, style, base, form, iframe') !== null"
    )
    told = []
    for path in lists:
        page.goto(f"{hostile}{path.parent.relative_to(hostile_site).as_posix()}/")
        told.append(page.evaluate(f"[document.querySelectorAll('h1').length, {strange}]"))
    assert told == [[1, False]] * len(lists)
    assert {path.parent.parent.name for path in lists if "ond-script" in path.read_text("utf-8")} == {"emne", "kommune"}


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
        "indlejr/?liste=%22%3E%3Cscript%3Ewindow.ramt%3D1%3C%2Fscript%3E&hoejde=%3Cimg%20src%3Dx%3E",
    ],
)
def test_what_scripts_show_of_hostile_texts_is_whole(page: Page, hostile: str, address: str) -> None:
    """Search results, the comparison, the reader's list and the forms show hostile records and addresses as text."""
    page.set_viewport_size(SMALL)
    page.goto(hostile + address, wait_until="networkidle")
    assert wrong(page, address) == []


def test_suggestions_show_hostile_titles_as_text(page: Page, hostile: str) -> None:
    """The list below the search field names hostile records and runs nothing."""
    page.set_viewport_size(SMALL)
    page.goto(hostile + "om/")
    page.locator("#soeg").fill("ildebrand")
    page.locator("#soeg-forslag li").first.wait_for()
    assert wrong(page, "om/") == []


def test_filters_show_hostile_choices_as_text(page: Page, hostile: str) -> None:
    """Every value of every filter is text, also ticked and as the name of what takes it away."""
    page.set_viewport_size(SMALL)
    page.goto(hostile + "find/")
    page.locator("[data-group=emne] input").first.wait_for(state="attached")  # what follows counts and does not wait
    page.locator(".find__filters > summary").click()
    page.locator("[data-group]:not([open]):not([hidden]) > summary").evaluate_all(
        "(all) => all.forEach((one) => one.click())"
    )
    assert wrong(page, "find/") == []
    boxes = page.locator("[data-group=emne]").get_by_role("checkbox")
    for number in range(boxes.count()):
        boxes.nth(number).click()
        expect(page.locator("[data-find][aria-busy=false] .chip")).to_have_count(number + 1)
    named = " ".join(page.locator(".chip").all_inner_texts())
    assert [payload for payload in list(PAYLOADS.values())[:4] if payload[:50] not in named] == []
    assert wrong(page, page.url) == []

"""The tools and forms with records, files and addresses of somebody who means harm: all of it is text."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.views.partnerskabsbygger import SECTIONS
from tests.browser import bygger, form
from tests.browser.fjendtlig import PAYLOADS, SMALL, wrong

every_payload = pytest.mark.parametrize("name", PAYLOADS)


def _open(page: Page, address: str, ready: str) -> None:
    page.set_viewport_size(SMALL)
    page.goto(address)
    expect(page.locator(ready).first).to_be_visible()


def _answers(payload: str) -> dict[str, Any]:
    """The payload in every field of a saved description, also where a choice, a number or a tick belongs."""

    def value(field: Any) -> Any:
        return [{column.name: payload for column in field.columns}] * 2 if field.kind == "rows" else payload

    answers: dict[str, Any] = {section.id: {one.name: value(one) for one in section.fields} for section in SECTIONS}
    return answers | {"__proto__": {"ramt": payload}, payload: {payload: payload}}


@every_payload
def test_the_partnership_builder(page: Page, hostile: str, name: str) -> None:
    """Hostile examples, picked records and a hostile file are text in fields, in messages and in the copy for Word."""
    _open(page, f"{hostile}vaerktoejer/partnerskab/ond-{name}/", "[data-builder][data-ready]")
    assert wrong(page, "as opened") == []
    payload = PAYLOADS[name]
    file = {"format": "ungeloeftet-partnerskabsbeskrivelse", "version": 1, "gemt": payload, "svar": _answers(payload)}
    bygger.upload(page, json.dumps(file), f"{payload[:20].replace('/', '')}.json")
    expect(bygger.field(page, "partnerskabet", "navn")).to_have_value(payload)
    bygger.field(page, "aktiviteter", "post").first.focus()
    page.keyboard.press("Tab")
    assert wrong(page, "with the file") == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiér til Word").click()
    expect(bygger.news(page)).to_contain_text("kopieret")
    copied = page.evaluate("async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()")
    tree = LexborHTMLParser(copied)
    assert tree.css("script, img, svg, style, base, form, iframe, object, [onerror], [onload], [onfocus]") == []
    assert payload[:40] in (tree.text() or "")
    assert wrong(page, "after the copy") == []


@every_payload
def test_a_hostile_file_of_another_kind_is_refused_as_text(page: Page, hostile: str, name: str) -> None:
    """What a foreign file holds, and what it calls its version, is not shown as markup; nothing is filled in."""
    _open(page, f"{hostile}vaerktoejer/partnerskab/ond-{name}/", "[data-builder][data-ready]")
    payload = PAYLOADS[name]
    for file in ({"format": payload, "version": 1, "svar": {}}, {"format": "x", "version": payload}, [payload]):
        bygger.upload(page, json.dumps(file))
        expect(page.locator("#bygger-aabn-fejl")).to_contain_text(bygger.UNCHANGED)
        assert wrong(page, "refused") == []
    expect(bygger.field(page, "partnerskabet", "navn")).to_have_value("")


@every_payload
def test_the_budget_calculator(page: Page, hostile: str, name: str) -> None:
    """Hostile records are text beside the fields and in the sums; so is an address with the payload in every field."""
    tool = f"{hostile}vaerktoejer/budget/ond-{name}/"
    _open(page, tool, "[data-status]")
    parts = page.locator("[data-part]").evaluate_all("(all) => all.map((one) => one.dataset.part)")
    assert len(parts) == 3
    fields = page.locator("[data-field] input").evaluate_all("(all) => all.map((one) => one.id)")
    payload = quote(PAYLOADS[name])
    everything = "&".join(f"{field}={payload}" for field in [*fields, "navn", "u-uden", "u-fast", payload])
    for part in parts:
        for query in (f"?vis={part}", f"?vis={part}&u-unge=100&i-unge=100", f"?vis={part}&{everything}"):
            _open(page, tool + query, "[data-status]:visible")
            assert wrong(page, query[:40]) == []
    _open(page, f"{tool}?vis={payload}", "[data-status]:visible")
    assert wrong(page, "?vis=") == []


@every_payload
def test_the_fit(page: Page, hostile: str, name: str) -> None:
    """Hostile records to choose from and on the sheet, hostile answers in the address: all of it is text."""
    payload = quote(PAYLOADS[name])
    own = "&".join(
        f"{one}={payload}" for one in ("sted", "hvem", "behov", "behov_ord", "kapacitet_ord", "naeste", payload)
    )
    for query in (f"?id=metoder/ond-{name}", f"?id=initiativer/ond-{name}#{own}", f"?id={payload}#{own}"):
        page.goto("about:blank")
        _open(page, f"{hostile}vaerktoejer/pasform/ond-{name}/{query}", "[data-fit][data-ready]")
        assert wrong(page, query[:40]) == []
    assert page.locator("#fit-post option").count() > 2 * len(PAYLOADS)


def test_the_code_for_other_sites_is_one_frame(page: Page, hostile: str) -> None:
    """Whatever a list is called, the code that others paste is a frame of this site with its six attributes alone."""
    _open(page, f"{hostile}indlejr/", "[data-embed][data-ready]")
    choice = page.locator("[data-embed] [name=liste]")
    lists = choice.locator("option").evaluate_all("(all) => all.map((one) => [one.value, one.dataset.title])")
    seen = ""
    for value, title in lists:
        choice.select_option(value)
        code = page.locator("[data-embed] [name=kode]").input_value()
        body = LexborHTMLParser(f"<!doctype html><body>{code}").body
        assert body is not None
        (frame,) = body.iter()
        assert (frame.tag, set(frame.attributes)) == ("iframe", {"src", "title", "width", "height", "loading", "style"})
        assert (frame.attributes["src"] or "").startswith(f"{hostile}indlejr/{value}/")
        assert title in (frame.attributes["title"] or "")
        seen += title
    assert all(payload[:50] in seen for payload in list(PAYLOADS.values())[:4])
    assert wrong(page, "indlejr/") == []


@every_payload
@pytest.mark.parametrize("kind", ["Et initiativ", "Et lokalt partnerskab"])
def test_the_form_for_proposals(page: Page, hostile: str, name: str, kind: str) -> None:
    """Hostile choices, sources and answers are text in the form, in its messages and in what it has kept."""
    payload = PAYLOADS[name]
    page.set_viewport_size(SMALL)
    form.opened(page, hostile)
    page.get_by_role("radio", name=kind).check()
    page.locator("details.more-fields").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    for add in page.get_by_role("button", name="Tilføj").all():
        add.click()
    for field in page.locator("form[aria-label=Forslag]").locator("input:not([type]), [type=text], textarea").all():
        if field.is_visible():
            field.fill(payload)
    for choice in page.locator("form[aria-label=Forslag] select").all():
        if choice.is_visible():
            choice.select_option(index=choice.locator("option").count() - 1)
    assert wrong(page, "filled in") == []
    told = " ".join(form.errors(page))
    assert "ildebrand" in told or "ligner" in told
    assert wrong(page, "refused") == []
    page.reload()
    expect(page.locator("[data-contribute][data-ready]")).to_be_visible()
    expect(form.label(page, "Titel")).to_have_value(payload)
    assert wrong(page, "kept") == []

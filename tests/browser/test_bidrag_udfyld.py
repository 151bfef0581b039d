"""/bidrag/: somebody fills in the form, with a mouse, a keyboard or a phone, and the answers are kept in the tab."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import form
from tests.browser.proposal import accepted, read


def test_a_person_with_a_mouse_proposes_a_partnership(page: Page, base: str, tmp_path: Path) -> None:
    """From a municipality's page: its name is chosen; a known source, parties, an amount, a result."""
    page.goto(f"{base}kommuner/silkeborg/")
    page.get_by_role("link", name="Fortæl os om Silkeborg").click()
    expect(page.locator(".picked")).to_contain_text(["Silkeborg"])
    page.get_by_role("radio", name="Et lokalt partnerskab").check()
    form.partnership(page)
    form.unfold(page.locator(".contribute"))
    page.get_by_role("button", name="Tilføj: Beløb").click()
    amount = form.part(page, "Beløb 1")
    form.label(amount, "Hvad beløbet dækker").fill("Tilskud til foreninger")
    form.label(amount, "Kroner").fill("250.000 kr.")
    form.label(amount, "Kilde").select_option(label=f"Kilde 1: {form.SOURCE[:80]}")
    expect(form.label(amount, "Sted i kilden")).to_have_value("s. 1")
    text = form.result(page)
    assert accepted(text, "partnerskaber", tmp_path / "data") == []
    values = read(text, tmp_path)
    assert values["kommuner"] == ["Silkeborg"]
    assert values["beloeb"] == [
        {"tekst": "Tilskud til foreninger", "kroner": "250000", "kilde": "aftale-om-ungeloeftet-2024", "sted": "s. 1"}
    ]
    assert values["status"] == "igangvaerende"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", values["gennemgaaet"])
    assert "bekraeftet" not in text


def _type(page: Page, label: str, text: str) -> None:
    """Goes on with Tab until a field of that name has the focus, and types."""
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent")
        if name.removesuffix(" (skal udfyldes)").strip() == label:
            page.keyboard.type(text)
            return
    raise AssertionError(label)


def test_the_keyboard_is_enough(page: Page, base: str, tmp_path: Path) -> None:
    """An initiative with two parties and a new source, by Tab, Space, Enter, arrows and letters alone."""
    form.opened(page, base)
    _type(page, "Titel", "Klub ved havnen")
    _type(page, "Resumé", "En klub for unge.")
    _type(page, "Fællesskab", " ")
    _type(page, "Status", "I gang")
    _type(page, "Det er en ny kilde", "")
    _type(page, "Titel", "Referat 2025: møde om klubben")
    _type(page, "Udgiver", "Havneforeningen")
    _type(page, "År", "2025")
    _type(page, "Type", "Webside")
    _type(page, "Webadresse", "https://havneforeningen.example/referat")
    _type(page, "Sted i kilden", "punkt 4")
    _type(page, "Tekst", "Unge mangler et sted at være.")
    _type(page, "Beskrivelse", "Unge i byen.")
    _type(page, "Navn", "Havneforeningen")
    _type(page, "Sektor", "Civilsamfund")
    _type(page, "Tilføj: Parter", "\n")
    page.keyboard.type("Kommunen")
    _type(page, "Sektor", "Kommune")
    _type(page, "Tekst", "Klubben har åbent hver uge.")
    _type(page, "Fra", "2025-03")
    _type(page, "Gør klar til at sende", "\n")
    expect(page.get_by_role("heading", name="Forslaget er klar til at blive sendt")).to_be_focused()
    text = page.locator(".result pre").text_content() or ""
    assert [one["id"] for one in read(text, tmp_path)["nye_kilder"]] == ["referat-2025-moede-om-klubben"]
    assert accepted(text, "initiativer", tmp_path / "data") == []
    assert [party["navn"] for party in read(text, tmp_path)["aktoerer"]] == ["Havneforeningen", "Kommunen"]


def test_a_phone_is_wide_enough(page: Page, base: str, tmp_path: Path) -> None:
    """At 390 px nothing is wider than the screen, with every part unfolded, and a proposal comes out."""
    page.set_viewport_size({"width": 390, "height": 844})
    form.opened(page, base, "?slags=partnerskaber")
    form.unfold(page.locator(".contribute"))
    for name in ("Mål", "Beløb"):
        page.get_by_role("button", name=f"Tilføj: {name}").click()
    page.evaluate("document.querySelectorAll('.contribute details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    form.errors(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    form.partnership(page)
    text = form.result(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert accepted(text, "partnerskaber", tmp_path / "data") == []


def test_items_are_added_and_removed_with_the_keyboard(page: Page, base: str) -> None:
    """Focus goes to the new item, or to the next one's "Fjern", then to "Tilføj"; what is written goes on a yes."""
    form.opened(page, base)
    form.unfold(page.locator(".contribute"))
    for name in ("Mål", "Resultater"):
        add = page.get_by_role("button", name=f"Tilføj: {name}")
        add.press("Enter")
        expect(form.part(page, f"{name} 1").locator("textarea").first).to_be_focused()
        add.press("Enter")
        form.part(page, f"{name} 2").locator("textarea").first.fill("den anden")
        page.get_by_role("button", name=f"Fjern {name} 1").press("Enter")
        expect(page.get_by_role("button", name=f"Fjern {name} 1")).to_be_focused()
        expect(form.part(page, f"{name} 1").locator("textarea").first).to_have_value("den anden")
        expect(page.locator(".contribute > [role=status]")).to_have_text(f"{name} 1 er fjernet.")
        page.once("dialog", lambda asked: asked.dismiss())
        page.keyboard.press("Enter")
        expect(form.part(page, f"{name} 1").locator("textarea").first).to_have_value("den anden")
        page.once("dialog", lambda asked: asked.accept())
        page.keyboard.press("Enter")
        expect(add).to_be_focused()


def test_answers_survive_a_reload_in_this_tab_only(page: Page, base: str) -> None:
    """Both kinds of proposal are kept, also repeated parts and sources; nothing outlives the tab; "Ryd" clears all."""
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    page.get_by_role("button", name="Tilføj: Parter").click()
    form.label(form.part(page, "Parter 2"), "Navn").fill("  En forening ")
    form.label(form.part(page, "Parter 2"), "Sektor").select_option("civilsamfund")
    form.unfold(form.part(page, "Parter 2"))
    form.label(form.part(page, "Parter 2"), "Kilde").select_option(index=1)
    before = form.result(page)
    page.goto(f"{base}bidrag/")
    expect(form.label(form.part(page, "Parter 2"), "Navn")).to_have_value("  En forening ")
    assert form.result(page) == before
    assert page.evaluate("localStorage.length + document.cookie.length") == 0
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Ryd").click()
    expect(form.label(page, "Titel")).to_have_value("")
    page.reload()
    expect(form.label(page, "Titel")).to_have_value("")
    expect(page.locator(".picked li")).to_have_count(0)


def test_what_was_kept_can_be_anything(page: Page, base: str) -> None:
    """Answers that are no longer understood are passed over."""
    odd = {
        "kind": "x",
        "answers": {"titel": 5, "kilder": [{"uid": "<b>"}, None], "kommuner": {"chosen": ["Ingensteds"]}, "parter": 7},
    }
    page.goto(f"{base}bidrag/")
    for kept in (json.dumps(odd), "ikke json", "null", "[]"):
        page.evaluate("(kept) => sessionStorage.setItem('bidrag', kept)", kept)
        form.opened(page, base)
        expect(form.label(page, "Titel")).to_have_value("")


def test_an_unknown_municipality_in_the_address_is_told(page: Page, base: str) -> None:
    """It is shown as text and chosen by nobody."""
    form.opened(page, base, "?kommune=%3Cb%3EBy%3C/b%3E&slags=ukendt")
    expect(page.locator(".contribute > [role=status]")).to_have_text('Vi kender ikke kommunen "<b>By</b>".')
    expect(page.locator(".picked li")).to_have_count(0)


def test_without_script_the_page_says_what_to_do(browser: Browser, base: str) -> None:
    """The mailbox and the two empty files are there, with their indents."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}bidrag/")
    expect(page.locator("noscript .warning")).to_contain_text("Kopiér i stedet en skabelon nedenfor")
    expect(page.locator("noscript .warning a")).to_have_text("sekretariat@ungeloftet.dk")
    texts = page.locator(".blank pre").all_text_contents()
    assert [text.strip().splitlines()[0] for text in texts] == ["id: skriv-et-kort-navn"] * 2
    assert "\nparter:\n  - navn:\n    sektor:\n" in texts[1]
    context.close()

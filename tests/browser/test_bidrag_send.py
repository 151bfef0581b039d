"""/bidrag/: the finished proposal, and the ways to send it."""

from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import form
from tests.browser.test_every_page import RULES

FILE = "data/partnerskaber/ungefaellesskab-i-silkeborg.yml"
SET_UP = (
    "Teksten er sat op til katalogets system, og det er meningen, at den ser sådan ud. "
    "Jeres svar står i den. Sekretariatet udfylder resten."
)


def test_github_mail_and_file(page: Page, base: str, tmp_path: Path) -> None:
    """Three ways out hold the same text: an address at GitHub, a mail, a file."""
    form.on_github(page)
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    text = form.result(page)
    github = urlsplit(page.get_by_role("link", name="Åbn som forslag på GitHub").get_attribute("href") or "")
    assert (github.netloc, github.path) == ("github.com", f"/{form.REPOSITORY}/new/main")
    assert parse_qs(github.query) == {
        "filename": [FILE],
        "value": [text],
    }
    mail = page.get_by_role("link", name="Send som mail").get_attribute("href") or ""
    assert unquote(mail).startswith(f"mailto:{form.MAILBOX}?subject=Forslag til kataloget: Ungefællesskab i Silkeborg&")
    assert text in unquote(mail).replace("\r\n", "\n")
    with page.expect_download() as started:
        page.get_by_role("link", name="Hent filen").click()
    assert started.value.suggested_filename == "ungefaellesskab-i-silkeborg.yml"
    started.value.save_as(tmp_path / "hentet.yml")
    assert (tmp_path / "hentet.yml").read_bytes() == text.encode()


def test_a_long_proposal_is_copied_or_attached(page: Page, base: str) -> None:
    """Beyond 8,000 characters there is no address to follow: the page says so, and the text is copied."""
    form.on_github(page)
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    form.label(form.part(page, "Hvad vi ved 1"), "Tekst").fill("æøå " * 900)
    text = form.result(page)
    github, mail = (
        unquote(page.get_by_role("link", name=name).get_attribute("href") or "")
        for name in ("Åbn en tom fil på GitHub", "Åbn en mail")
    )
    assert github == f"https://github.com/{form.REPOSITORY}/new/main?filename={FILE}"
    body = 'Slet denne linje, og sæt teksten ind. Er der intet at sætte ind, så tryk på "Kopiér teksten" på siden.'
    assert mail.endswith(f"&body={body}\r\n")
    letter = f"Forslag til kataloget: Ungefællesskab i Silkeborg\n\n{SET_UP}\n\nTil sekretariatet: {FILE}\n\n{text}"
    _copied(
        page,
        f"Den går til {form.MAILBOX}",
        letter,
        f"Teksten er kopieret. Sæt den nu ind i en mail til {form.MAILBOX}.",
    )
    _copied(page, "På GitHub i to trin", text, "Teksten er kopieret. Sæt den nu ind i filen på GitHub.")


def _copied(page: Page, way: str, text: str, said: str) -> None:
    """What the way's button copies, and what it says then."""
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    line = page.locator(".ways > li", has_text=way)
    line.get_by_role("button", name="Kopiér teksten").click()
    expect(line.get_by_role("status")).to_have_text(said)
    assert page.evaluate("window.copied") == text


def test_a_mail_is_short_enough_for_outlook(page: Page, base: str) -> None:
    """On Windows nothing happens with 2,047 characters: the text is copied into the mail, or the file attached."""
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    form.label(form.part(page, "Hvad vi ved 1"), "Tekst").fill("De unge møder en forening. " * 40)
    form.result(page)
    assert page.locator(".ways a").all_inner_texts() == ["Åbn en mail", "Hent filen"]
    assert len(page.get_by_role("link", name="Åbn en mail").get_attribute("href") or "") < 400
    expect(page.locator(".ways")).to_contain_text(f"Send den som bilag til {form.MAILBOX}.")


def test_answers_are_read_back_until_one_is_changed(page: Page, base: str) -> None:
    """With the fields' names and in the words of the choices; afterwards the form says what to do again."""
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    form.result(page)
    page.get_by_text("Se jeres svar").click()
    told = [line.split("\n") for line in page.locator(".result dl").inner_text().split("\n\n")]
    assert [line for pair in told for line in pair][:12] == [
        *("Titel", "Ungefællesskab i Silkeborg"),
        *("Resumé", "Kommunen og foreningerne hjælper unge ind i fritidslivet."),
        *("Emner", "Fællesskab"),
        *("Status", "I gang"),
        *("Kommuner", "Silkeborg"),
        *("Type", "Andet partnerskab om unge eller fællesskab"),
    ]
    form.label(page, "Titel").fill("Ungefællesskab i Vejle")
    expect(page.locator(".result")).to_be_hidden()
    expect(page.get_by_text('I har rettet noget. Tryk på "Gør klar til at sende" igen.')).to_be_visible()


def test_github_is_not_offered_without_a_repository(page: Page, base: str) -> None:
    """The site's own settings name none: mail and file remain."""
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    form.result(page)
    assert page.locator(".ways a").all_inner_texts() == ["Send som mail", "Hent filen"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_errors_and_result(page: Page, base: str, scheme: Literal["light", "dark"]) -> None:
    """With every part open, with errors, and with the result."""
    page.emulate_media(color_scheme=scheme)
    for kind in ("initiativer", "partnerskaber"):
        form.opened(page, base, f"?slags={kind}")
        for name in ("Mål", "Resultater"):
            page.get_by_role("button", name=f"Tilføj: {name}", include_hidden=True).dispatch_event("click")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        form.part(page, "Kilde 1").get_by_role("radio", name="Det er en ny kilde").check()
        form.errors(page)
        _axe(page)
        page.evaluate("sessionStorage.clear()")
    form.opened(page, base, "?slags=partnerskaber")
    form.partnership(page)
    form.result(page)
    _axe(page)


def _axe(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()

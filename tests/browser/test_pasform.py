"""/vaerktoejer/pasform/: the record's answers, the reader's own, and both on one page of paper."""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import RULES

IPS = "metoder/ips"
SHEET, STATUS, NOTES = "[data-fit-sheet]", "[data-fit-status]", "[data-fit-notes] .warning"
SCRIPT = "<script>alert(1)</script>"
ANSWERS = {
    "sted": "Eksempelby Kommune",
    "hvem": "Ungeteamet",
    "behov": "4",
    "behov_ord": 'Mange unge spørger selv & venter: "job", ikke praktik.',
    "kapacitet": "2",
    "kapacitet_ord": "Vi mangler en teamleder.",
    "naeste": "Spørg nabokommunen.",
    "dato": "2026-11-20",
}
LONGEST = (IPS, "initiativer/sammen-om-de-unge", "metoder/supported-employment")
"""The records whose answers take the most room."""


def _address(base: str, name: str = IPS, answers: Mapping[str, str] | None = None) -> str:
    return f"{base}vaerktoejer/pasform/?id={name}" + (f"#{urlencode(answers)}" if answers else "")


def _open(page: Page, base: str, name: str = IPS, answers: Mapping[str, str] | None = None) -> None:
    page.goto(_address(base, name, answers))
    expect(page.locator("[data-fit-given=evidens] dd").first).to_be_visible()


def _kept(page: Page) -> dict[str, str]:
    """The answers in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).fragment).items()}


def test_a_records_page_leads_to_the_tool_with_its_answers(page: Page, base: str) -> None:
    """The link at the foot of a method opens the tool with the method's core elements, evidence and sources."""
    page.goto(f"{base}{IPS}/")
    page.get_by_role("link", name="Vurdér pasform").click()
    expect(page.locator(".fit__title")).to_have_text("Individuelt planlagt job med støtte (IPS)")
    assert page.url == _address(base)
    assert page.title().startswith("Individuelt planlagt job med støtte (IPS) – Pasform")
    evidence = page.locator("[data-fit-given=evidens]").inner_text()
    assert "Stærkeste undersøgelse\nLodtrækningsforsøg" in evidence
    assert "ingen forskel" in evidence
    assert "Målgruppe: A" in evidence
    assert page.locator("[data-fit-given=brugbarhed] .fit__more a").first.get_attribute("href") == (
        f"{base}{IPS}/#kerneelementer"
    )
    marks = page.locator(f"{SHEET} .mark").evaluate_all("all => [...new Set(all.map(one => one.hash.slice(1)))]")
    assert sorted(marks) == sorted(page.locator("[data-fit-sources] li").evaluate_all("all => all.map(one => one.id)"))


def test_what_is_not_in_the_record_says_so(page: Page, base: str) -> None:
    """An initiative without results answers "ikke fundet", and not with an empty field."""
    _open(page, base, "initiativer/sammen-om-de-unge")
    strongest = page.locator("[data-fit-given=evidens] .fit__list > div", has_text="Stærkeste undersøgelse")
    assert strongest.locator("dd").all_inner_texts() == ["ikke fundet"]
    assert page.locator(f"{SHEET} .fit__list dd").evaluate_all("all => all.filter(one => !one.innerText.trim())") == []


def test_the_answers_stand_in_the_address_and_nowhere_else(page: Page, base: str) -> None:
    """What is typed is behind "#" and comes back with it; no request carries it, and nothing is stored."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.set_fixed_time("2026-12-24T10:00:00")
    _open(page, base)
    page.get_by_label("Kommune eller sted").fill("Eksempelby & omegn")
    page.get_by_role("group", name="Behov").get_by_label("4: Mange unge har behovet").check()
    page.get_by_label("Hvorfor? Én sætning om behov").fill("100 % sikkert: a=b & c#d")
    page.wait_for_url("**#**c%23d**")
    wanted = {
        "sted": "Eksempelby & omegn",
        "behov": "4",
        "behov_ord": "100 % sikkert: a=b & c#d",
        "dato": "2026-12-24",
    }
    assert _kept(page) == wanted
    page.reload()
    expect(page.get_by_label("Hvorfor? Én sætning om behov")).to_have_value("100 % sikkert: a=b & c#d")
    assert page.get_by_role("group", name="Behov").get_by_label("4:").is_checked()
    assert _kept(page) == wanted
    assert [url for url in asked if "sikkert" in url.split("#")[0]] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_place_on_the_page_does_not_push_the_answers_out(page: Page, base: str) -> None:
    """After a source mark the address has the answers again, so that the link of the page is still whole."""
    _open(page, base, IPS, ANSWERS)
    page.locator(f"{SHEET} .mark").first.press("Enter")
    page.wait_for_url(_address(base, IPS, ANSWERS))
    assert page.get_by_label("Næste skridt").input_value() == "Spørg nabokommunen."


def test_another_record_leaves_the_answers_one_step_back(page: Page, base: str) -> None:
    """Place and people go along; scores belong to the record that they were given to."""
    _open(page, base, IPS, ANSWERS)
    page.get_by_label("Metode eller initiativ").select_option("metoder/reconnect")
    page.get_by_role("button", name="Vælg").click()
    expect(page.locator(STATUS)).to_have_text(
        "Reconnect er valgt. Jeres svar om Individuelt planlagt job med støtte (IPS) er ét skridt tilbage i browseren."
    )
    assert page.get_by_label("Kommune eller sted").input_value() == "Eksempelby Kommune"
    assert page.get_by_role("group", name="Behov").get_by_label("Ikke vurderet").is_checked()
    page.go_back()
    expect(page.locator(".fit__title")).to_have_text("Individuelt planlagt job med støtte (IPS)")
    expect(page.get_by_role("group", name="Behov").get_by_label("4:")).to_be_checked()
    assert page.get_by_label("Hvorfor? Én sætning om kapacitet").input_value() == "Vi mangler en teamleder."


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """Choosing a record, a score and a sentence without a mouse."""
    page.goto(f"{base}vaerktoejer/pasform/")
    expect(page.locator(STATUS)).to_have_text("Ingen post er valgt. Vælg en i feltet.")
    page.get_by_label("Metode eller initiativ").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(SHEET)).to_be_visible()
    page.get_by_role("group", name="Behov").get_by_label("Ikke vurderet").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Kort.")
    page.wait_for_url("**#behov=2&behov_ord=Kort.**")
    expect(page.get_by_label("Hvorfor? Én sætning om behov")).to_be_focused()


def test_the_link_has_everything(page: Page, base: str) -> None:
    """The button gives the address with the answers, in the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, base, IPS, ANSWERS)
    page.get_by_role("button", name="Kopiér linket").click()
    expect(page.locator("[data-fit-out] [role=status]")).to_have_text("Linket er kopieret. Det har jeres svar med.")
    assert page.evaluate("navigator.clipboard.readText()") == _address(base, IPS, ANSWERS)


BAD = {
    "an unknown record": (
        "metoder/findes-ikke",
        'Vi kan ikke finde "metoder/findes-ikke" blandt metoder og initiativer.',
    ),
    "another kind": ("puljer/ulfri", 'Vi kan ikke finde "puljer/ulfri" blandt metoder og initiativer.'),
    "a path": ("../../etc/passwd", 'Adressen nævner "../../etc/passwd", og det er ikke navnet på'),
    "markup": ("%3Cimg src=x onerror=alert(1)%3E", 'Adressen nævner "<img src=x onerror=alert(1)>", og det er'),
    "20,000 letters": ("a" * 20_000, 'Adressen nævner "aaaaaaaaaa'),
    "half a sign": ("%E6%", "Adressen nævner"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_name_gets_a_sentence_and_keeps_the_answers(page: Page, base: str, what: str) -> None:
    """The record is not found, the answers are not lost: they come with the record that is chosen instead."""
    name, told = BAD[what]
    page.on("dialog", lambda dialog: pytest.fail(f"ran: {dialog.message}"))
    page.set_viewport_size({"width": 320, "height": 640})
    if len(name) > 10_000:  # the server of the tests reads no longer address than that
        page.goto(f"{base}vaerktoejer/pasform/")
        page.evaluate(
            "([name, kept]) => history.replaceState(null, '', `?id=${name}#${kept}`)", [name, urlencode(ANSWERS)]
        )
        page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    else:
        page.goto(_address(base, name, ANSWERS))
    expect(page.locator(NOTES)).to_contain_text(told)
    expect(page.locator(NOTES)).to_contain_text("Jeres svar er ikke væk")
    assert len(page.locator(NOTES).inner_text()) < 400
    assert page.locator(SHEET).is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Metode eller initiativ").select_option(IPS)
    page.get_by_role("button", name="Vælg").click()
    expect(page.get_by_label("Hvorfor? Én sætning om kapacitet")).to_have_value("Vi mangler en teamleder.")
    assert _kept(page) == ANSWERS


def test_a_broken_part_of_the_address_is_named_and_the_rest_is_kept(page: Page, base: str) -> None:
    """A score out of range, a day that is none and a name nobody knows: a sentence each; the good answers stand."""
    broken = {
        "behov": "7",
        "sammenhaeng": SCRIPT,
        "dato": "i går",
        "x": "1",
        "behov_ord": "Står her.",
        "kapacitet": "2",
    }
    page.on("dialog", lambda dialog: pytest.fail(f"ran: {dialog.message}"))
    _open(page, base, IPS, broken)
    assert page.locator(NOTES).all_inner_texts() == [
        'Tallet for behov i adressen er ikke et helt tal fra 1 til 5: "7". Det er sprunget over.',
        f'Tallet for sammenhæng i adressen er ikke et helt tal fra 1 til 5: "{SCRIPT}". Det er sprunget over.',
        'Datoen i adressen er ikke en dato: "i går". Det er sprunget over.',
        'Adressen har noget, siden ikke kender: "x". Det er sprunget over.',
    ]
    assert page.get_by_label("Hvorfor? Én sætning om behov").input_value() == "Står her."
    assert page.get_by_role("group", name="Kapacitet").get_by_label("2:").is_checked()
    assert page.get_by_role("group", name="Behov").get_by_label("Ikke vurderet").is_checked()


def test_a_text_too_long_for_the_annex_stays_where_it_was_typed(page: Page, base: str) -> None:
    """20,000 letters: a sentence says how many there is room for; field and address keep all, paper the beginning."""
    text = "å" * 20_000
    _open(page, base)
    page.get_by_label("Hvorfor? Én sætning om behov").fill(text)
    error = page.locator("#behov_ord-fejl")
    expect(error).to_have_text(
        "Teksten er på 20.000 tegn. Bilaget har plads til 300. "
        "Alt står stadig her og i linket, men bilaget viser kun begyndelsen."
    )
    expect(page.get_by_label("Hvorfor? Én sætning om behov")).to_have_attribute("aria-invalid", "true")
    page.wait_for_url(lambda url: len(url) > 100_000)
    page.reload()
    expect(page.get_by_label("Hvorfor? Én sætning om behov")).to_have_value(text)
    page.emulate_media(media="print")
    shown = page.locator("[data-fit-answers] bdi", has_text="å").inner_text()
    assert shown == f"{'å' * 300} … (forkortet til 300 tegn)"
    page.emulate_media(media="screen")
    page.get_by_label("Hvorfor? Én sætning om behov").fill("Kort nok.")
    expect(error).to_be_hidden()
    expect(page.get_by_label("Hvorfor? Én sætning om behov")).not_to_have_attribute("aria-invalid", "true")


def test_markup_that_is_typed_is_text_on_paper(page: Page, base: str) -> None:
    """A script in a field and in the address is shown as it was typed, and does not run."""
    page.on("dialog", lambda dialog: pytest.fail(f"ran: {dialog.message}"))
    _open(page, base, IPS, {"sted": SCRIPT, "behov_ord": SCRIPT, "naeste": "<img src=x onerror=alert(1)>"})
    page.emulate_media(media="print")
    assert page.locator("[data-fit-answers] bdi").all_inner_texts() == [
        SCRIPT,
        "ikke oplyst",
        SCRIPT,
        "<img src=x onerror=alert(1)>",
    ]
    assert page.locator(f"{SHEET} :is(script, img)").count() == 0


def test_paper_has_the_answers_apart_and_no_total(page: Page, base: str) -> None:
    """Whose the scores are, each with its word and reason, sources and days; no form, no buttons, no sum."""
    _open(page, base, IPS, ANSWERS)
    page.emulate_media(media="print")
    own = page.locator("[data-fit-answers]").inner_text()
    assert own.split("\n")[0] == "Jeres egen vurdering"
    assert "Sted: Eksempelby Kommune. Vurderet af: Ungeteamet. Udfyldt 20. november 2026." in own
    assert "Tallene er stedets egne og ikke katalogets." in own
    assert page.locator("[data-fit-answers] .fit__score").all_inner_texts() == [
        "4 af 5: Mange unge har behovet",
        "Ikke vurderet",
        "2 af 5: Vi mangler vigtige dele",
    ]
    assert [word for word in ("I alt", "Samlet", "Gennemsnit", "6 af") if word in own] == []
    head = page.locator("[data-fit-head]").inner_text()
    assert "Siden er bygget 21. november 2026" in head
    assert "holdt op mod kilderne 25. november 2026" in head
    assert page.locator("[data-fit-sources] li").first.is_visible()
    hidden = ("h1", "[data-fit-own]", "[data-fit-pick]", "[data-fit-out]", "[data-fit-questions]", ".bottom")
    assert [name for name in hidden if page.locator(name).first.is_visible()] == []


@pytest.mark.parametrize("name", LONGEST)
def test_the_annex_is_one_page(page: Page, base: str, name: str) -> None:
    """The records that say the most, with as much as the fields have room for, on one sheet of A4."""
    words = ("Vi har talt efter, og der er mange unge i byen, som ligner dem. " * 6)[:300]
    full = ANSWERS | dict.fromkeys(("behov_ord", "sammenhaeng_ord", "kapacitet_ord", "naeste"), words)
    _open(page, base, name, full)
    assert page.locator(".field__error:visible").count() == 0
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_filled_sheet(
    page: Page, base: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """No breach of WCAG 2.2 A and AA with answers, a notice and a text too long; the page fits the screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    _open(page, base, IPS, ANSWERS | {"behov_ord": "x" * 500, "sammenhaeng": "9"})
    assert page.locator("#behov_ord-fejl").is_visible()
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_questions_are_there(page_without_script: Page, base: str) -> None:
    """JavaScript off: a plain sentence, the six questions to answer on paper, and no dead form."""
    page = page_without_script
    page.goto(_address(base))
    assert "bruger JavaScript" in page.locator("noscript").inner_text()
    assert page.locator("[data-fit]").is_hidden()
    assert page.locator("[data-fit-questions] dt").all_inner_texts() == [
        "Brugbarhed",
        "Støtte",
        "Evidens",
        "Behov",
        "Sammenhæng",
        "Kapacitet",
    ]

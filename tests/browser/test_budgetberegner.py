"""/vaerktoejer/budget/: sums that were worked out by hand, the address, bad input, keyboard and paper."""

from io import BytesIO
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.test_every_page import RULES

STATUS = "[data-status]:visible"
SILKEBORG = {
    "partnerskab": "?vis=partnerskab&navn=Silkeborg%20Kommune&p-foreninger=32&p-foreninger-til=&p-sats=15.000"
    "&p-sats-til=30.000&p-aar=3&p-projektleder=790.000&p-kompetence=150.000&p-aktiviteter=200.000&p-drift=&p-revision=25.000&p-andet=",
    "unge": "?vis=unge&navn=Silkeborg%20Kommune&u-unge=450&u-andel=80&u-uden=langtidsledige,reconnect"
    "&u-fast=projektleder",
    "ips": "?vis=ips&navn=Silkeborg%20Kommune&i-unge=50&i-sager=20&i-pris=590.000&i-leder=&i-andet=40.000",
}
"""A municipality of that size, with its own numbers."""


def _open(page: Page, base: str, query: str = "") -> None:
    page.goto(f"{base}vaerktoejer/budget/{query}")
    expect(page.locator(STATUS)).to_have_count(1)


def _rows(page: Page, table: int = 0) -> dict[str, list[str]]:
    """A table of the answer: the cells by the head of their row."""
    found = page.locator("[data-result]:visible table").nth(table).locator("tbody tr").all()
    return {_words(row.locator("th")): [_words(cell) for cell in row.locator("td").all()] for row in found}


def _words(part: Locator) -> str:
    """Its text in one line."""
    return " ".join((part.text_content() or "").split())


def _error(page: Page, field: str) -> Locator:
    return page.locator(f"[id='{field}-fejl']")


def _fill(page: Page, **values: str) -> None:
    """Types into fields by id, with _ for -, and leaves each of them."""
    for name, value in values.items():
        page.locator(f"[id='{name.replace('_', '-')}']").fill(value)
        page.keyboard.press("Tab")


def test_the_page_begins_with_the_figures_of_the_sources(page: Page, base: str) -> None:
    """30-35 associations, 15.000-30.000 kr., 3 years; each with its source. What has no figure says "ikke fundet"."""
    _open(page, base)
    begin = page.locator("[data-part=partnerskab] [data-field] input").evaluate_all("all => all.map(one => one.value)")
    assert begin == ["30", "35", "15.000", "30.000", "3", "", "", "", "", "", ""]
    for field in page.locator("[data-field]").all():
        filled = field.locator("input").first.input_value() != ""
        own = field.get_attribute("data-title") == "Andet"
        assert (field.locator(".budget__help a.mark").count() > 0) >= filled
        assert ("ikke fundet – skriv jeres eget tal." in _words(field)) == (not filled and not own)


def test_a_partnership_from_the_proposal(page: Page, base: str) -> None:
    """30 x 15.000 x 3 = 1.350.000 and 35 x 30.000 x 3 = 3.150.000; of 5,5 mio. 2,35-4,15 mio. are left."""
    _open(page, base)
    expect(page.locator(STATUS)).to_have_text(
        "I alt 1,35-3,15 mio. kr. over 3 år. 5 poster mangler et tal og er ikke regnet med."
    )
    rows = _rows(page)
    assert rows["Beløb til foreninger"] == [
        "30-35 foreninger × 15.000-30.000 kr. × 3 år", "1,35-3,15 mio. kr.", "Kilde [1]",
    ]  # fmt: skip
    assert rows["Revision"] == ["mangler jeres tal", "ikke med", ""]
    assert rows["Ramme for et partnerskab"] == ["ca. 5,5 mio. kr. for 3 år", "ca. 5,5 mio. kr.", "Kilde [1]"]
    assert rows["Tilbage i rammen"][1] == "2,35-4,15 mio. kr."


def test_a_partnership_for_a_municipality_like_silkeborg(page: Page, base: str) -> None:
    """1,44-2,88 mio. to 32 associations, and 3 x 1.165.000 = 3.495.000 for the rest: 4.935.000-6.375.000."""
    _open(page, base, SILKEBORG["partnerskab"])
    expect(page.locator(STATUS)).to_have_text(
        "I alt ca. 4,95-6,4 mio. kr. over 3 år. 1 post mangler et tal og er ikke regnet med."
    )
    rows = _rows(page)
    assert rows["Beløb til foreninger"][1:] == ["ca. 1,45-2,9 mio. kr.", "jeres tal, Kilde [1]"]
    assert rows["Lokal projektleder"] == ["790.000 kr. × 3 år", "ca. 2,35 mio. kr.", "Kilde [2]"]
    assert rows["Kompetenceudvikling"] == ["150.000 kr. × 3 år", "450.000 kr.", "jeres tal"]
    # 5.500.000 - 4.935.000 = 565.000 and 6.375.000 - 5.500.000 = 875.000
    assert rows["Tilbage eller for meget"][1] == (
        "ca. 570.000 kr. tilbage ved de laveste tal, ca. 880.000 kr. for meget ved de højeste"
    )


def test_the_frame_follows_the_years(page: Page, base: str) -> None:
    """5,5 mio. for 3 years is 7.333.333 for 4; 10 associations x 100.000 x 4 = 4.000.000, and 3.333.333 is left."""
    _open(page, base)
    _fill(page, p_foreninger="10", p_foreninger_til="", p_sats="100.000", p_sats_til="", p_aar="4")
    rows = _rows(page)
    assert rows["Beløb til foreninger"][:2] == ["10 foreninger × 100.000 kr. × 4 år", "4 mio. kr."]
    assert rows["Ramme for et partnerskab"][:2] == ["ca. 5,5 mio. kr. for 3 år × 4 ÷ 3", "ca. 7,35 mio. kr."]
    assert rows["Tilbage i rammen"][1] == "ca. 3,35 mio. kr."
    _fill(page, p_sats="200.000")  # 8.000.000 - 7.333.333 = 666.667
    assert _rows(page)["Mere end rammen"][1] == "ca. 670.000 kr."


def test_copenhagens_budget_for_fewer_young_people(page: Page, base: str) -> None:
    """450 x 80 % = 360 of 1.350: 34,1 mio. becomes 9.093.333, 10,5 staff 2,8; for each 34.100.000 / 1.350 = 25.259."""
    _open(page, base, "?vis=unge")
    assert page.locator("[data-result]:visible table").count() == 0
    expect(page.locator("#u-andel")).to_have_value("90")
    _fill(page, u_unge="450", u_andel="80")
    expect(page.locator(STATUS)).to_have_text(
        "I alt ca. 9,1 mio. kr. over 4 år til 360 unge i kontakt. Det er ca. 25.000 kr. for hver ung."
    )
    rows = _rows(page)
    assert rows["2,5 årsværk til Børne- og Ungdomsforvaltningen"] == [
        "efter antal unge",
        "5,9 mio. kr.",
        "1,55 mio. kr.",
    ]
    assert rows["I alt"] == ["", "34,1 mio. kr.", "9,1 mio. kr."]
    assert rows["Heraf hvert år"] == ["", "8,525 mio. kr.", "2,25 mio. kr."]
    assert rows["Årsværk i teamet"] == ["rundet til halve", "10,5", "3"]


def test_each_row_may_be_scaled_kept_or_left_out(page: Page, base: str) -> None:
    """All rows scaled: 69,1 mio. x 360 / 1.350 = 18.426.667, 3.606.667 in the first year, then 4.940.000."""
    _open(page, base, "?vis=unge&u-unge=450&u-andel=80&u-uden=&u-fast=")
    rows = _rows(page)
    assert rows["I alt"] == ["", "69,1 mio. kr.", "18,4 mio. kr."]
    assert [rows[f"Heraf år {year}"][1:] for year in (1, 2)] == [
        ["13,525 mio. kr.", "3,6 mio. kr."], ["18,525 mio. kr.", "4,95 mio. kr."],
    ]  # fmt: skip
    page.get_by_label("Hos jer: 1 projektleder").select_option("som i København")
    # 3.160.000 in place of 842.667, so that the sum is 20.744.000
    assert _rows(page)["I alt"][2] == "20,7 mio. kr."
    for row in page.locator("tr[data-row] select").all():
        row.select_option("ikke med")
    expect(page.locator(STATUS)).to_have_text('Alle poster står som "ikke med". Vælg mindst én.')


def test_ips_staff_from_how_many_each_follows(page: Page, base: str) -> None:
    """50 young people: 2,5 staff at 20 each, 2 at 25, 1,67 up to 2 at 30, 1,25 up to 1,5 at 40."""
    _open(page, base, "?vis=ips")
    expect(page.locator("#i-sager")).to_have_value("20")
    _fill(page, i_unge="50")
    expect(page.locator(STATUS)).to_have_text(
        "50 unge med højst 20 pr. konsulent kræver 2,5 årsværk. 2 poster mangler et tal og er ikke regnet med."
    )
    staff = [[head, *cells[:2]] for head, cells in _rows(page, 1).items()]
    assert staff == [
        ["Jeres valg (5 point)", "højst 20", "2,5 årsværk"],
        ["4 point", "højst 25", "2 årsværk"],
        ["3 point", "højst 30", "2 årsværk"],
        ["2 point", "højst 40", "1,5 årsværk"],
    ]
    page.get_by_role("button", name="Sæt 590.000 ind").click()
    expect(page.locator("#i-pris")).to_be_focused()
    _fill(page, i_leder="700.000", i_sager="50")
    # 50 / 50 = 1: 590.000 + 700.000
    assert _rows(page)["Konsulent på fuld tid"] == ["1 årsværk × 590.000 kr.", "590.000 kr.", "Kilde [2]"]
    assert _rows(page)["I alt om året"][1] == "ca. 1,3 mio. kr."
    assert next(iter(_rows(page, 1))) == "Jeres valg (1 point)"


@pytest.mark.parametrize("part", SILKEBORG)
def test_the_numbers_travel_in_the_address(page: Page, base: str, part: str) -> None:
    """Another reader who opens the address sees the same fields and the same answer."""
    _open(page, base, SILKEBORG[part])
    said = page.locator(STATUS).inner_text()
    page.locator("#navn").fill("Silkeborg & Gødvad <b>")
    page.keyboard.press("Tab")
    given = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    asked = parse_qs(urlsplit(SILKEBORG[part]).query, keep_blank_values=True)
    assert given == asked | {"navn": ["Silkeborg & Gødvad <b>"]}
    fields = page.locator("[data-budget] :is(input, select)").evaluate_all("all => all.map(one => one.value)")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(STATUS)).to_have_text(said)
    assert other.locator("[data-budget] :is(input, select)").evaluate_all("all => all.map(one => one.value)") == fields
    expect(other.locator("[data-notes]")).to_be_empty()


def test_back_leads_out_of_the_page_and_numbers_are_kept(page: Page, base: str) -> None:
    """Typing makes no steps in the history; another calculator does, and no number is lost on the way."""
    page.goto(f"{base}vaerktoejer/")
    page.locator("#indhold").get_by_role("link", name="Budgetberegner").click()
    _fill(page, p_foreninger="40", p_foreninger_til="44")
    choose = page.get_by_role("navigation", name="Vælg beregner")
    choose.get_by_role("link", name="Bemanding i IPS").click()
    expect(page.locator("#ips")).to_be_focused()
    _fill(page, i_unge="60")
    page.go_back()
    expect(page.locator("#partnerskab")).to_be_visible()
    expect(page.locator("#p-foreninger")).to_have_value("40")
    expect(page.locator("#i-unge")).to_have_value("60")
    assert "vis=partnerskab" in page.url
    assert "i-unge=60" in page.url
    page.go_back()
    page.wait_for_url(f"{base}vaerktoejer/")
    page.go_forward()
    expect(page.locator("#p-foreninger")).to_have_value("40")
    expect(page.locator("#i-unge")).to_have_value("60")


def test_the_list_that_follows_the_reader_stays_in_the_address(page: Page, base: str) -> None:
    """A reader's own list is not lost by typing."""
    _open(page, base, "?liste=metoder/ips")
    _fill(page, p_aar="2")
    assert "liste=metoder/ips" in page.url
    expect(page.locator("[data-notes]")).to_be_empty()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("-5", "Tallet kan ikke være negativt. Skriv 0 eller mere."),
        ("−5", "Tallet kan ikke være negativt. Skriv 0 eller mere."),
        ("abc", "Skriv et tal med cifre, fx 1.500."),
        ("NaN", "Skriv et tal med cifre, fx 1.500."),
        ("Infinity", "Skriv et tal med cifre, fx 1.500."),
        ("<b>1</b>", "Skriv et tal med cifre, fx 1.500."),
        ("1e9", "Skriv tallet ud med cifre, fx 1.000.000."),
        ("1.5", "Skriv punktum mellem tusinder og komma før højst to decimaler, fx 1.500 eller 1,5."),
        ("1,000", "Skriv punktum mellem tusinder og komma før højst to decimaler, fx 1.500 eller 1,5."),
        ("10-20", "Skriv kun ét tal i feltet."),
        ("9" * 400, "Tallet er for stort. Skriv højst 100.000.000."),
        ("100.000.001", "Tallet er for stort. Skriv højst 100.000.000."),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(page: Page, base: str, typed: str, message: str) -> None:
    """A plain message; what was typed stays in the field and in the address; the rest is still counted."""
    _open(page, base)
    _fill(page, p_revision=typed)
    expect(_error(page, "p-revision")).to_have_text(message)
    expect(page.locator("#p-revision")).to_have_value(typed)
    assert page.locator("#p-revision").get_attribute("aria-invalid") == "true"
    assert parse_qs(urlsplit(page.url).query)["p-revision"] == [typed]
    expect(page.locator(STATUS)).to_contain_text("I alt 1,35-3,15 mio. kr.")
    expect(page.locator(STATUS)).to_contain_text("Vi kan ikke læse tallet i: Revision.")
    _fill(page, p_revision="10.000")
    expect(_error(page, "p-revision")).to_be_empty()


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("1000", "1.000 kr. × 3 år"),
        ("1.000", "1.000 kr. × 3 år"),
        ("1 000", "1.000 kr. × 3 år"),
        ("1.000,50", "1.000,5 kr. × 3 år"),
        (" 15.000 kr. ", "15.000 kr. × 3 år"),
        ("0", "0 kr. × 3 år"),
        ("", "mangler jeres tal"),
    ],
)
def test_numbers_are_read_as_danes_write_them(page: Page, base: str, typed: str, how: str) -> None:
    """Full stops between thousands, a comma before decimals; a unit or spaces do no harm; empty is not zero."""
    _open(page, base)
    _fill(page, p_revision=typed)
    assert _rows(page)["Revision"][0] == how
    expect(_error(page, "p-revision")).to_be_empty()


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        ("1.000,50", "", "Skriv et helt tal uden decimaler."),
        ("1.001", "", "Tallet er for stort. Skriv højst 1.000."),
        ("35", "30", 'Tallet i "til" er mindre end det første. Byt om på dem.'),
        ("", "30", 'Skriv også det første tal. Feltet "til" er den øvre grænse.'),
    ],
)
def test_an_interval_must_make_sense(page: Page, base: str, low: str, high: str, message: str) -> None:
    """Associations are whole numbers, and the second is not less than the first."""
    _open(page, base)
    _fill(page, p_foreninger=low, p_foreninger_til=high)
    expect(_error(page, "p-foreninger")).to_have_text(message)
    assert _rows(page)["Beløb til foreninger"][:2] == ["mangler jeres tal", "ikke med"]


@pytest.mark.parametrize(("field", "part"), [("p_aar", "partnerskab"), ("i_sager", "ips"), ("u_andel", "unge")])
def test_nothing_is_divided_by_zero(page: Page, base: str, field: str, part: str) -> None:
    """What is divided by must be 1 or more."""
    _open(page, base, SILKEBORG[part])
    _fill(page, **{field: "0"})
    expect(_error(page, field.replace("_", "-"))).to_have_text("Tallet er for lille. Skriv mindst 1.")
    assert "NaN" not in page.locator("[data-budget]").inner_text()
    assert "∞" not in page.locator("[data-budget]").inner_text()


def test_an_address_that_is_broken_is_told_in_plain_danish(page: Page, base: str) -> None:
    """Words, enormous numbers, foreign keys and rows, an unknown calculator: told, and the page still works."""
    enormous = "9" * 5000
    _open(page, base, f"?vis=skat&p-foreninger=abc&p-aar={enormous}&u-uden=vejarbejde&utm_source=<b>x</b>&%E0%A4=1")
    notes = page.locator("[data-notes] .warning").all_inner_texts()
    assert notes == [
        'Adressen har noget, vi ikke kan regne med, i "Foreninger", "Varighed". Beskeden står ved feltet.',
        'Adressen nævner "vejarbejde", og det er ikke en post i Københavns budget.',
        'Adressen nævner "utm_source", "\ufffd", som beregneren ikke kender. Vi ser bort fra det.',
        'Adressen beder om beregneren "skat", som ikke findes. Vi viser den første.',
    ]
    expect(_error(page, "p-aar")).to_have_text("Tallet er for stort. Skriv højst 20.")
    expect(page.locator(STATUS)).to_contain_text("Skriv, hvor mange år budgettet gælder.")
    _fill(page, p_foreninger="30", p_aar="3")
    expect(page.locator(STATUS)).to_contain_text("I alt 1,35-3,15 mio. kr. over 3 år.")
    page.get_by_role("link", name="Begynd forfra").click()
    page.wait_for_url(f"{base}vaerktoejer/budget/")
    expect(page.locator("[data-notes]")).to_be_empty()


def test_the_keyboard_is_enough(page: Page, base: str) -> None:
    """From the choice of calculator to a field, to an offer, to the copied link, without a mouse."""
    _open(page, base)
    page.get_by_role("navigation", name="Vælg beregner").get_by_role("link", name="Bemanding i IPS").press("Enter")
    expect(page.locator("#ips")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("#i-unge")).to_be_focused()
    page.keyboard.type("50")
    page.get_by_role("button", name="Sæt 590.000 ind").press("Enter")
    expect(page.locator("#i-pris")).to_have_value("590.000")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Kopiér linket").press("Enter")
    expect(page.get_by_text("Linket er kopieret.")).to_be_visible()
    assert page.evaluate("window.copied") == page.url
    assert "i-unge=50&i-sager=20&i-pris=590.000" in page.url


@pytest.mark.parametrize("part", SILKEBORG)
def test_the_annex_is_one_page(page: Page, base: str, part: str) -> None:
    """One A4, also with every row: for whom, the answer, how it was counted, the sources; no fields, no menu."""
    _open(page, base, SILKEBORG[part].replace("&u-uden=langtidsledige,reconnect", "&u-uden="))
    said = page.locator(STATUS).inner_text()
    paper = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    text = " ".join(paper.pages[0].extract_text().split())
    assert f"Budget: {page.locator('[data-part]:visible h2').first.inner_text()} – Silkeborg Kommune" in text
    assert said in text
    assert "Sådan er der regnet" in text
    cited = {
        "partnerskab": "1. Et stærkt civilsamfund",
        "unge": "2. Budgetnotat BI26",
        "ips": "4. Supported Employment",
    }
    assert cited[part] in text
    assert "3. Vejledning om ansøgning" not in text
    assert "København" in text
    assert "Kopiér linket" not in text
    assert "Søg" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", [*SILKEBORG, "fejl"])
def test_axe_finds_nothing_in_an_answer(page: Page, base: str, part: str, scheme: Literal["light", "dark"]) -> None:
    """Filled in, with answers and with messages, at 390 px; and nothing scrolls sideways at 320."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, base, SILKEBORG.get(part, "?p-foreninger=abc&p-aar=-1&x=1"))
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_formulas_and_the_figures_are_there(page_without_script: Page, base: str) -> None:
    """The page says so; no field is shown; figures, formulas and sources of all three stand as text."""
    page = page_without_script
    page.goto(f"{base}vaerktoejer/budget/")
    assert page.locator(".budget .warning").inner_text() == (
        "Beregneren bruger JavaScript, og det er slået fra her. I kan stadig regne selv. "
        "Formlerne og kildernes tal står nedenfor."
    )
    assert page.locator(".budget :is(input, select, button)").locator("visible=true").count() == 0
    text = " ".join(page.locator(".budget").inner_text().split())
    for told in (
        "30-35 foreninger pr. partnerskab",
        "15.000-30.000 kr. pr. forening om året",
        "ca. 5,5 mio. kr. pr. partnerskab",
        "Rammen er 30 mio. kr. over tre år.",
        "De poster, vi begynder med 34,1 mio. kr. ca. 25.000 kr.",
        "Hele Københavns budget 69,1 mio. kr. ca. 51.000 kr.",
        "5 point højst 20",
        "Konsulenter = unge på samme tid ÷ borgere pr. konsulent",
    ):
        assert told in text


def test_the_script_rounds_as_the_page_says(browser: Browser, base: str, scripts: str) -> None:
    """The same amounts as in the view's own test, with the steps that stand in the page."""
    page = browser.new_page()
    page.goto(f"{base}vaerktoejer/budget/")
    shown = page.evaluate(
        """async ([scripts, values]) => {
          const { rounded } = await import(`${scripts}budgetregning.js`);
          const numbers = document.querySelector("[data-budget]").dataset.steps.split(" ").map(Number);
          const steps = numbers.flatMap((number, i) => (i % 2 ? [] : [[number, numbers[i + 1]]]));
          return values.map((value) => rounded(value, steps));
        }""",
        [scripts, [0, 4, 46, 994, 9_949, 25_259, 51_185, 234_999, 1_627_500, 9_093_333, 18_426_667]],
    )
    page.close()
    assert shown == [0, 0, 50, 990, 9_900, 25_000, 51_000, 230_000, 1_650_000, 9_100_000, 18_400_000]

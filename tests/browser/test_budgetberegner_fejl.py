"""/vaerktoejer/budget/: numbers as people type them, right and wrong."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import budget


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
    budget.opened(page, base)
    budget.fill(page, p_revision=typed)
    expect(budget.error(page, "p-revision")).to_have_text(message)
    expect(page.locator("#p-revision")).to_have_value(typed)
    assert page.locator("#p-revision").get_attribute("aria-invalid") == "true"
    assert parse_qs(urlsplit(page.url).query)["p-revision"] == [typed]
    expect(page.locator(budget.STATUS)).to_contain_text("I alt 1,35-3,15 mio. kr.")
    expect(page.locator(budget.STATUS)).to_contain_text("Vi kan ikke læse tallet i: Revision.")
    budget.fill(page, p_revision="10.000")
    expect(budget.error(page, "p-revision")).to_be_empty()


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
    budget.opened(page, base)
    budget.fill(page, p_revision=typed)
    assert budget.rows(page)["Revision"][0] == how
    expect(budget.error(page, "p-revision")).to_be_empty()


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
    budget.opened(page, base)
    budget.fill(page, p_foreninger=low, p_foreninger_til=high)
    expect(budget.error(page, "p-foreninger")).to_have_text(message)
    assert budget.rows(page)["Beløb til foreninger"][:2] == ["mangler jeres tal", "ikke med"]


@pytest.mark.parametrize(("field", "part"), [("p_aar", "partnerskab"), ("i_sager", "ips"), ("u_andel", "unge")])
def test_nothing_is_divided_by_zero(page: Page, base: str, field: str, part: str) -> None:
    """What is divided by must be 1 or more."""
    budget.opened(page, base, budget.SILKEBORG[part])
    budget.fill(page, **{field: "0"})
    expect(budget.error(page, field.replace("_", "-"))).to_have_text("Tallet er for lille. Skriv mindst 1.")
    assert "NaN" not in page.locator("[data-budget]").inner_text()
    assert "∞" not in page.locator("[data-budget]").inner_text()

"""What the tests of /vaerktoejer/budget/ share: three cases, and the hands and eyes that use the page."""

from playwright.sync_api import Locator, Page, expect

STATUS = "[data-status]:visible"
SILKEBORG = {
    "partnerskab": "?vis=partnerskab&navn=Silkeborg%20Kommune&p-foreninger=32&p-foreninger-til=&p-sats=15.000"
    "&p-sats-til=30.000&p-aar=3&p-projektleder=790.000&p-kompetence=150.000&p-aktiviteter=200.000&p-drift=&p-revision=25.000&p-andet=",
    "unge": "?vis=unge&navn=Silkeborg%20Kommune&u-unge=450&u-andel=80&u-uden=langtidsledige,reconnect"
    "&u-fast=projektleder",
    "ips": "?vis=ips&navn=Silkeborg%20Kommune&i-unge=50&i-sager=20&i-pris=590.000&i-leder=&i-andet=40.000",
}
"""A municipality of that size, with its own numbers."""


def opened(page: Page, base: str, query: str = "") -> None:
    """Opens the tool with that address, and waits until it has an answer."""
    page.goto(f"{base}vaerktoejer/budget/{query}")
    expect(page.locator(STATUS)).to_have_count(1)


def rows(page: Page, table: int = 0) -> dict[str, list[str]]:
    """A table of the answer: the cells by the head of their row."""
    found = page.locator("[data-result]:visible table").nth(table).locator("tbody tr").all()
    return {words(row.locator("th")): [words(cell) for cell in row.locator("td").all()] for row in found}


def words(part: Locator) -> str:
    """Its text in one line."""
    return " ".join((part.text_content() or "").split())


def error(page: Page, field: str) -> Locator:
    """The message at a field."""
    return page.locator(f"[id='{field}-fejl']")


def fill(page: Page, **values: str) -> None:
    """Types into fields by id, with _ for -, and leaves each of them."""
    for name, value in values.items():
        page.locator(f"[id='{name.replace('_', '-')}']").fill(value)
        page.keyboard.press("Tab")

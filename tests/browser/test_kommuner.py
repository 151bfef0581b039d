"""The overview of municipalities: the map, the table and the way to a municipality."""

import csv
import io
from urllib.request import urlopen

from playwright.sync_api import Page


def test_the_map_has_a_tile_for_each_municipality(page: Page, base: str) -> None:
    """98 links, each named by its municipality and what is known; Tab and Enter lead to its page."""
    page.goto(f"{base}kommuner/")
    tiles = page.locator(".tile-map a")
    assert tiles.count() == 98
    silkeborg = page.get_by_role("link", name="Silkeborg: lokalt partnerskab kendt")
    silkeborg.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}kommuner/silkeborg/")
    assert page.locator("h1").inner_text() == "Silkeborg"


def test_the_legend_counts_every_municipality_once(page: Page, base: str) -> None:
    """Each state of the map has its own pattern, told in words, and the counts add up to 98."""
    page.goto(f"{base}kommuner/")
    lines = page.locator(".legend li").all_inner_texts()
    counts = [int(line.rsplit("(", 1)[1].rstrip(")")) for line in lines if "(" in line]
    assert len(counts) == 5
    assert sum(counts) == 98


def test_the_table_sorts_by_keyboard(page: Page, base: str) -> None:
    """Enter on a head sorts by that column, once more turns the order, and both are told to a screen reader."""
    page.goto(f"{base}kommuner/")
    head = page.locator("th", has_text="Poster").last
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    counts = [int(text) for text in page.locator("tbody tr td:last-child").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


def test_the_csv_is_the_table(page: Page, base: str) -> None:
    """The file has the same 98 municipalities with the same answers, by their official codes."""
    page.goto(f"{base}kommuner/")
    with urlopen(base + "kommuner/kommuner.csv") as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig")), delimiter=";"))
    shown = page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    assert [list(row.values())[1:] for row in rows] == shown
    assert all(len(row["Kode"]) == 4 for row in rows)


def test_without_script_map_and_table_stand(page_without_script: Page, base: str) -> None:
    """JavaScript off: the links of the map and every row are there, and nothing looks like a button that is none."""
    page_without_script.goto(f"{base}kommuner/")
    assert page_without_script.locator(".tile-map a").count() == 98
    assert page_without_script.locator("tbody tr").count() == 98
    assert page_without_script.locator("table button").count() == 0

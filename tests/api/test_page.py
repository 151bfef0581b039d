"""The page /data/ of the built site: what it says of the files, and the examples that it gives."""

import subprocess
import sys
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.views.data import size
from tests.browser.serving import served
from tests.building import SITE_URL


def _page(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "data" / "index.html").read_text(encoding="utf-8"))


def test_every_file_is_offered_with_its_size(site: Path) -> None:
    """Each file of data stands on the page with a link that leads to it and the size that it has."""
    offered = {}
    for item in _page(site).css(".data__files li"):
        link = item.css_first("a")
        assert link
        path = (link.attributes.get("href") or "").removeprefix("../")
        offered[path] = item.text().strip().rpartition(" (")[2].rstrip(")")
    found = [path for path in (site / "api" / "v1").iterdir() if path.suffix in {".json", ".csv", ".xlsx"}]
    expected = {f"api/v1/{path.name}": size(path.stat().st_size) for path in found}
    del expected["api/v1/index.json"], expected["api/v1/openapi.json"]
    assert offered == expected


def test_the_python_example_does_what_it_says(site: Path) -> None:
    """Run against the site it prints results with their sources."""
    code = _page(site).css_first("pre[aria-label='Eksempel: Python']")
    assert code
    with served(site) as base:
        said = code.text().replace(SITE_URL, base)
        done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) > 100
    assert all(line.startswith("(") and line.count(", ") >= 3 for line in lines)


def test_the_addresses_in_the_examples_exist(site: Path) -> None:
    """Every address of the site in an example leads to a file."""
    text = " ".join(node.text() for node in _page(site).css(".data__code, .data p code"))
    named = {word.strip('"(),;') for word in text.replace('"', " ").split() if SITE_URL in word}
    assert len(named) == 4
    assert [name for name in named if not (site / name.removeprefix(SITE_URL)).exists()] == []

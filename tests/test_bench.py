"""What `make bench` stands on: valid catalogues of any size, the same text for other engines, and honest costs."""

import json
import re
import sys
from pathlib import Path

import pytest
from markdown import markdown
from selectolax.lexbor import LexborHTMLParser

from macros import load
from tests.bench import catalogue, plain, table
from tests.bench.cost import FailedError, run
from tests.building import ROOT


@pytest.mark.parametrize("records", [300, 2400])
def test_a_catalogue_of_any_size_is_valid(records: int, tmp_path: Path) -> None:
    """Smaller and larger than the real one: as many records as asked for, and not one problem."""
    catalogue.write(records, tmp_path)
    katalog, problems = load.check(tmp_path / "data", tmp_path / "settings.yml")
    assert problems == []
    assert katalog
    assert len(list(katalog.all())) == records


def test_the_text_of_a_page_is_whole_as_markdown(tmp_path: Path) -> None:
    """Headings, lists in lists, tables, links and odd signs give the same words and links, in the same order."""
    page = """<main id="indhold"><h1>Et * to _tre_</h1><p>1. maj <a href="../b/?x=(1)">b [c]</a> &lt;i&gt; | `k`</p>
    <ul><li><h2>Kort</h2><p>Tekst <strong>fed</strong>.</p><ul><li>inde</li></ul></li><li>to</li></ul>
    <table><caption>Titel</caption><tr><th>A</th><th>B</th></tr><tr><td>1 | 2</td><td><ul><li>x</li><li>y</li></ul></td>
    </tr></table><dl><dt>Ord</dt><dd>Svar</dd></dl><script>nej()</script></main>"""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(page, encoding="utf-8")
    (text,) = plain.pages(tmp_path)
    made = LexborHTMLParser(markdown(text.body, extensions=["tables"])).body
    assert made
    words = "Et to _tre_ 1 maj b c i k Kort Tekst fed inde to Titel A B 1 2 x y Ord Svar"
    assert re.findall(r"\w+", made.text(separator=" ")) == words.split()
    assert [link.attributes["href"] for link in made.css("a")] == ["../b/?x=(1)"]
    assert (text.address, text.title) == ("a/", "Et * to _tre_")


def test_a_cost_counts_all_processes_and_a_failure_says_why(tmp_path: Path) -> None:
    """The memory and time of a child's child are in the sum; a command that fails raises what it said last."""
    child = "import time; text = bytearray(60_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{child}'])"
    cost = run([sys.executable, "-c", parent], tmp_path)
    assert cost.memory
    assert 60 < cost.memory < 150
    assert 0 < cost.cpu <= 2 * cost.seconds
    with pytest.raises(FailedError, match=r"^sidste ord$"):
        run([sys.executable, "-c", "raise SystemExit('sidste ord')"], tmp_path)


def test_a_measurement_that_failed_or_is_missing_is_told_as_such() -> None:
    """A row with a fault names it; a goal without a figure is "ikke målt" and never met."""
    slow = {"seconds": [2.0, 4.0], "cpu": [3.0, 3.0], "memory": [90, 110]}
    found = {"build": {"5000": {"tjek": slow, "hele bygningen": {"error": "fejlede: disken er fuld"}}}}
    told = table.report(found)
    assert "| tjek af 5.000 poster højst 5 s | 3,00 s | ja |" in told
    assert "| vækst: tid(10.000) / tid(1.000) højst 11 | ikke målt | ikke målt |" in told
    assert "| 5.000 | tjek | 3,00 s (2: 2,00-4,00) | 3,00 s (2: 3,00-3,00) | 100 MB (2: 90,0-110) |" in told
    assert "| 5.000 | hele bygningen | fejlede: disken er fuld |  |  |" in told


def test_lighthouse_is_locked_by_hash_and_names_no_host() -> None:
    """Every package has its sha512, and none an address that it was fetched from."""
    lock = json.loads((ROOT / "tests" / "bench" / "lighthouse" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert "node_modules/lighthouse" in packages
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages.values())

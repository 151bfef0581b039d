"""`make serve` outlives every bad save there is an example of: the page shows the errors, a good save heals it."""

import re
import shutil
import time
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests import small_project
from tests.browser.test_serve import PATIENCE, read, serving
from tests.building import GOOD
from tests.test_rules import BAD, lay_over


def _mend(project: Path) -> None:
    """Puts the good records back and takes out what is new."""
    for path in sorted((project / "data").rglob("*"), reverse=True):
        good = GOOD / path.relative_to(project)
        if path.is_symlink() or (path.is_file() and not good.exists()):
            path.unlink()
        elif path.is_dir() and not good.exists():
            path.rmdir()
    for good in [*(GOOD / "data").rglob("*.yml"), GOOD / "settings.yml"]:
        path = project / good.relative_to(GOOD)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != good.read_bytes():
            shutil.copy(good, path)


def _once(url: str, has_errors: bool) -> set[str]:
    """The rules that the page names, as soon as it is a whole page with errors, or without."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        tree = LexborHTMLParser(read(url))
        shown = [item.text().strip() for item in tree.css(".problems li")]
        if tree.css_first("h1") and bool(shown) is has_errors:
            return {line.rpartition("(")[2].rstrip(")") for line in shown}
        time.sleep(0.1)
    raise AssertionError(f"{url} shows after {PATIENCE} seconds: {' '.join(tree.text().split())[:2000]}")


def _expected(changes: Path) -> set[str]:
    """The rules that expected.txt names."""
    return set(re.findall(r"(?m)^\S+:\d+: ([a-z0-9-]+): ", (changes / "expected.txt").read_text(encoding="utf-8")))


def test_each_bad_save_is_shown_and_the_next_good_one_heals_it(tmp_path: Path) -> None:
    """In one session every broken site is saved and mended; its rules show in the page, and then none."""
    project, log = small_project.make(tmp_path / "project"), tmp_path / "log"
    with serving(project / "data", log, cwd=project, KATALOG_SETTINGS=str(project / "settings.yml")) as base:
        page = f"{base}initiativer/klub-eksempel/"
        assert _once(page, has_errors=False) == set()
        for changes in BAD:
            lay_over(project, changes)
            assert _once(page, has_errors=True) == _expected(changes), changes.name
            _mend(project)
            assert _once(page, has_errors=False) == set(), changes.name
        assert "Klub Eksempel" in read(page)
    assert "Traceback" not in log.read_text(encoding="utf-8")


_PAGE = b"---\ntitle: X\ndescription: X\nrecord: metoder/findes-ikke\n---\n"
OTHER_SAVES = {
    "data/metoder/stor.yml": (b"titel: " + b"x" * 300_000, {"for-stor-fil"}),
    "data/metoder/grundmetoden.yml": (b"titel: " + b"[" * 90_000, {"for-dybt"}),
    "data/begreber/proeveord.yml": (b"a: &a [x]\nb: [*a, *a]\n", {"yaml-maerke"}),
    "docs/om/index.md": (b"---\ntitle: [\n---\n", {"side-ulaeselig"}),
    "docs/om/licens.md": ("---\ntitle: Sådan\n---\n".encode("latin-1"), {"side-ulaeselig"}),
    "docs/metoder/findes-ikke.md": (_PAGE, {"side-ukendt-post"}),
}
"""Files that no broken site has: too large, bombs, and pages written by hand."""


def test_a_save_of_any_other_file_is_shown_and_healed_as_well(tmp_path: Path) -> None:
    """What is too large, a bomb, or a broken page beside the records is shown, and gone with the next good save."""
    project, log = small_project.make(tmp_path / "project"), tmp_path / "log"
    with serving(project / "data", log, cwd=project, KATALOG_SETTINGS=str(project / "settings.yml")) as base:
        page = f"{base}initiativer/klub-eksempel/"
        assert _once(page, has_errors=False) == set()
        for name, (content, rules) in OTHER_SAVES.items():
            path = project / name
            before = path.read_bytes() if path.exists() else None
            path.write_bytes(content)
            assert _once(page, has_errors=True) == rules, name
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
            assert _once(page, has_errors=False) == set(), name
        assert "Klub Eksempel" in read(page)
    assert "Traceback" not in log.read_text(encoding="utf-8")

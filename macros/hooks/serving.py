"""While `mkdocs serve` runs: code and data are taken in anew, and single pages are made again."""

import importlib
import sys
from pathlib import Path
from typing import Any

from macros.hooks.made import SiteFile, log, make_page, site_files
from macros.hooks.state import state

ROOT = Path(__file__).resolve().parent.parent.parent
_NOT_DATA = ("docs", "macros", "overrides", "mkdocs.yml")
_STAYS = "macros.hooks"
"""The engine holds on to what it has loaded of this package: its own changes need a restart."""


def reload_changed_code() -> None:
    """New Python code is taken into use while serving, without a restart."""
    from macros import tree

    code = tree.fingerprint(ROOT / "macros")
    if state.code and code != state.code:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros" and not name.startswith(_STAYS)]:
            del sys.modules[name]
        importlib.invalidate_caches()
    state.code = code


def other_code() -> str:
    """The fingerprint of all that a page is made of, apart from the data."""
    from macros import settings, tree

    return tree.fingerprint(*(ROOT / name for name in _NOT_DATA), settings.build().settings)


def refresh(katalog: Any) -> set[str] | None:
    """Takes changed data in. The files that can be made one by one; None where other pages than before are needed."""
    before, frame = state.katalog, state.frame
    if before is None or frame is None or state.other_code != other_code():
        return None
    if _names(katalog(Path(frame.config.docs_dir))) != _names(before):
        return None
    state.pages = {page.path: page for page in generated_pages()}
    return {file.dest_uri for file in frame.files if file.is_documentation_page() or file.generated_by}


def generated_pages() -> tuple[Any, ...]:
    """The pages that come from data."""
    from macros import pages

    return tuple(pages.generated(state.katalog))


def _names(katalog: Any) -> list[Any]:
    """What decides which pages and files there are."""
    from macros import pages

    records = (*katalog.all(), *katalog.all_retired())
    return [*(page.path for page in pages.generated(katalog)), *((name, one.tidligere_id) for name, one in records)]


def make_again(path: str) -> None:
    """Makes one file of the served site again; where the disk is full, says so and serves on."""
    from macros import disk

    try:
        _make(path)
    except Exception as error:
        if not disk.is_known(error):
            raise
        log.error(disk.told(error, is_temporary=True))


def _make(path: str) -> None:
    frame = state.frame
    assert frame is not None
    file = next(file for file in frame.files if file.dest_uri == path)
    if isinstance(file, SiteFile):
        file.make = next(make for name, make in site_files(frame.config, frame.files) if name == path)
        file.write()
    else:
        make_page(file)

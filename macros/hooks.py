"""The only module that knows MkDocs: generated pages, redirects, and what the theme is told.

While `mkdocs serve` runs, a record with an error does not stop the site: the last good pages stay,
and every page shows the errors until the next good save.
"""

import importlib
import logging
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

_THEME_PARTS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What the theme brings and no page uses: looks and scripts of the site are its own."""

log = logging.getLogger("mkdocs.plugins.katalog")
_state: dict[str, Any] = {
    "serving": False,
    "code": "",
    "katalog": None,
    "errors": [],
    "pages": {},
    "macros": None,
    "address": "",
}


def on_startup(command: str, dirty: bool) -> None:
    """Remembers whether this is `serve`."""
    _state["serving"] = command == "serve"


@event_priority(100)  # before the macros plugin, which loads the code that calls the data
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data; gives the engine the site's own address."""
    _reload_changed_code()
    from macros import settings
    from macros.text import danish_date

    this = settings.build()
    _watch(config, this.data, this.settings)
    katalog = _katalog(this)
    if katalog is not None and not _state["serving"]:
        config.site_url = settings.site_url(this, katalog.indstillinger) or ""
    if katalog is not None:
        config.extra["katalog"] = katalog.indstillinger
    config.extra["built"] = danish_date(this.today)
    return config


def _watch(config: MkDocsConfig, *places: Path) -> None:
    """Has the data in use watched while serving, wherever it lies."""
    config.watch = [*config.watch, *(str(place) for place in places if str(place) not in config.watch)]


def _reload_changed_code() -> None:
    """New Python code is taken into use while serving, without a restart."""
    from macros import source

    code = source.fingerprint(ROOT / "macros")
    if _state["code"] and code != _state["code"]:
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
        importlib.invalidate_caches()
    _state["code"] = code


def _katalog(this: Any) -> Any:
    """The Katalog to show. A build stops at the first problem; while serving, the last good one is shown."""
    from macros import load

    _state["katalog"], _state["errors"] = load.latest(this.data, this.settings)
    for problem in _state["errors"]:
        log.error(str(problem))
    if _state["errors"] and not _state["serving"]:
        raise Abort(f"{len(_state['errors'])} fejl i data. Ret dem, og prøv igen.")
    return _state["katalog"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, unless somebody wrote one by hand, and a page for each old address."""
    from macros import files as other
    from macros import pages, settings
    from macros.env import Macros
    from macros.render import render

    for unused in [file for file in files if file.src_uri.startswith(_THEME_PARTS)]:
        files.remove(unused)
    if _state["katalog"] is None:
        return files
    _state["macros"] = Macros(
        lambda: str(_state["address"])
    )  # one for the whole build: each looks through the data once
    by_hand = {file.src_uri for file in files}
    generated = (*pages.record_pages(_state["katalog"]), *pages.kommune_pages(_state["katalog"]))
    _state["pages"] = {page.path: page for page in generated}
    for page in _state["pages"].values():
        if page.path not in by_hand:
            files.append(File.generated(config, page.path, content=pages.markdown(page)))
    repository = settings.repository(settings.build(), _state["katalog"].indstillinger)
    for path, content in other.site_files(_state["macros"].context, config.site_url or "/", repository):
        files.append(File.generated(config, path, content=content))
    for redirect in pages.redirects(_state["katalog"]):
        content = render("omdirigering", "../../", redirect=redirect)
        files.append(File.generated(config, redirect.path, content=content))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the search index of the built pages."""
    from macros import search

    if _state["katalog"] is not None:
        search.build(Path(config.site_dir))


@event_priority(100)  # before the macros plugin, which would look for data
def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Gives a generated page its title and description, and leaves it blank: `on_page_content` fills it.

    A macro's markup needs no Markdown, and reading it as Markdown took half the time of a build.
    """
    record = _generated(page)
    if record:
        page.meta = {
            "title": record.title,
            "description": record.description,
            "badge": record.badge,
            "record": record.record,
            "render_macros": False,
        }
    return markdown if _state["katalog"] and not record else ""


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """The markup of a generated page, straight from its macro."""
    record = _generated(page)
    if record is None or _state["katalog"] is None:
        return html
    _state["address"] = page.url
    markup: str = getattr(_state["macros"], record.macro)(*record.arguments)
    return markup


def _generated(page: EnginePage) -> Any:
    """The generated page that this is, or None where somebody wrote it by hand."""
    return _state["pages"].get(page.file.src_uri) if page.file.generated_by else None


def on_page_context(context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Tells the theme of errors in the data, and of the links to correct a hand-written page and to report an error."""
    context["problems"] = _state["errors"]
    context["correct"], context["reports"] = None, ()
    if _state["katalog"] is not None and "record" not in page.meta:
        context["correct"] = _state["macros"].correct(f"docs/{page.file.src_uri}", str(page.title))
        _state["address"] = page.url
        context["reports"] = _state["macros"].reports(str(page.title))
    return context

"""The only module that knows MkDocs: generated pages, redirects, and what the theme is told.

While `mkdocs serve` runs, a record with an error does not stop the site: the last good pages stay,
and every page shows the errors until the next good save.
"""

import importlib
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands import build as engine
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

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
    "frame": {},
    "other_code": "",
    "making": False,
    "shares": None,
}
"""`frame` is what the last whole build made pages with, for single pages; `making` is whether generated pages are made
in this process: in a build they are left to copies of it, `shares`."""


def on_startup(command: str, dirty: bool) -> None:
    """Remembers whether this is `serve`."""
    _state["serving"] = _state["making"] = command == "serve"


@event_priority(100)  # before the macros plugin, which loads the code that calls the data
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data; gives the engine the site's own address."""
    _reload_changed_code()
    from macros import settings
    from macros.text import danish_date

    config.theme.static_templates.discard("sitemap.xml")  # `files` makes it: it knows which pages are gone
    this = settings.build()
    _watch(config, this.data, this.settings)
    katalog = _katalog(this, Path(config.docs_dir))
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


def _katalog(this: Any, docs: Path) -> Any:
    """The Katalog to show. A build stops at what is wrong; while serving, the last good one is shown."""
    from macros import load

    _state["katalog"], problems = load.latest(this.data, this.settings)
    _state["errors"] = [*problems, *(load.check_pages(docs, _state["katalog"]) if _state["katalog"] else ())]
    for problem in _state["errors"]:
        log.error(str(problem))
    if _state["errors"] and not _state["serving"]:
        raise Abort(f"{len(_state['errors'])} fejl i data. Ret dem, og prøv igen.")
    return _state["katalog"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, unless somebody wrote one by hand, and a page for each old address."""
    from macros import pages
    from macros.env import Macros

    for unused in [file for file in files if file.src_uri.startswith(_THEME_PARTS)]:
        files.remove(unused)
    if _state["katalog"] is None:
        return files
    _state["macros"] = Macros(
        lambda: str(_state["address"])
    )  # one for the whole build: each looks through the data once
    by_hand = {file.src_uri for file in files}
    _state["pages"] = {page.path: page for page in _generated_pages()}
    for page in _state["pages"].values():
        if page.path not in by_hand:
            files.append(File.generated(config, page.path, content=pages.markdown(page)))
    for path, content in _site_files(config, files):
        files.append(File.generated(config, path, content=content))
    return files


def _generated_pages() -> tuple[Any, ...]:
    from macros import pages

    return tuple(pages.generated(_state["katalog"]))


def _site_files(config: MkDocsConfig, known: Files) -> Iterator[tuple[str, str | bytes]]:
    from macros import files, settings

    repository = settings.repository(settings.build(), _state["katalog"].indstillinger)
    by_hand = [file.src_uri for file in known.documentation_pages() if not file.generated_by]
    return files.site_files(_state["macros"].context, config.site_url or "/", repository, by_hand)


class GeneratedPage(EnginePage):
    """A page whose markup comes straight from its macro; reading it as Markdown took half the time of a build."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Its title and description are the record's."""
        from macros import pages

        self.markdown = ""
        self.meta = {**pages.facts(_state["pages"][self.file.src_uri]), "render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Calls the macro."""
        self.toc, self.content = get_toc([]), ""
        if _state["making"]:
            page = _state["pages"][self.file.src_uri]
            _state["address"] = self.url
            self.content = getattr(_state["macros"], page.macro)(*page.arguments)


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> Any:
    """Makes the generated pages; the engine makes those that are written by hand."""
    for file in files.documentation_pages():
        if file.generated_by and file.src_uri in _state["pages"]:
            GeneratedPage(None, file, config)
    _state["frame"] = {"nav": nav, "config": config, "files": files}
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Remembers the templates, for single pages. In a build, generated pages are made now, on all processors."""
    from macros.processes import Shares

    _state["frame"]["env"] = env
    if _state["making"]:
        return env
    generated = [file for file in files.documentation_pages() if isinstance(file.page, GeneratedPage)]
    _state["shares"] = Shares(generated, _make_share)
    for file in generated:  # the engine has no more to do with them
        file.inclusion = InclusionLevel.EXCLUDED
    return env


def _make_share(share: Sequence[File]) -> bool:
    """Makes pages in a copy of the build; tells whether nothing was wrong with any."""
    from macros import disk

    _state["making"] = True
    said = CountHandler()
    said.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(said)
    try:
        for file in share:
            _make_page(file)
            assert file.page is not None
            file.page.content = None  # it is on the disk, and thousands of them fill the memory
    except OSError as error:
        if not disk.is_known(error):
            raise
        log.error(disk.told(error))
    return not said.get_counts()


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the search index of the pages that are served; the command `build` does it itself."""
    from macros import search

    if _state["shares"] and not _state["shares"].wait():
        raise Abort("Bygningen stoppede, fordi en side ikke kunne laves. Se fejlen ovenfor.")

    if _state["serving"] and _state["katalog"] is not None:
        search.build(Path(config.site_dir))
    _state["other_code"] = _other_code()


def on_build_error(error: Exception) -> None:
    """A full disk, or a folder that cannot be written, is told in a sentence."""
    from macros import disk

    if disk.is_known(error) and not _state["serving"]:
        raise Abort(disk.told(error)) from None


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """While serving, changed data makes single pages again, when they are asked for."""
    from macros.preview import Preview

    preview = Preview(server.builder, _refresh, _make)
    server.builder = preview.rebuild
    server.set_app(preview.before(server.serve_request))
    return server


def _other_code() -> str:
    """The fingerprint of all that a page is made of, apart from the data."""
    from macros import settings, source

    return source.fingerprint(*(ROOT / name for name in _NOT_DATA), settings.build().settings)


_NOT_DATA = ("docs", "macros", "overrides", "mkdocs.yml")


def _refresh() -> set[str] | None:
    """Takes changed data in. The files that can be made one by one; None where other pages than before are needed."""
    from macros import settings

    before = _state["katalog"]
    if before is None or _state["other_code"] != _other_code():
        return None
    if _names(_katalog(settings.build(), Path(_state["frame"]["config"].docs_dir))) != _names(before):
        return None
    _state["pages"] = {page.path: page for page in _generated_pages()}
    return {file.dest_uri for file in _state["frame"]["files"] if file.is_documentation_page() or file.generated_by}


def _names(katalog: Any) -> list[Any]:
    """What decides which pages and files there are."""
    from macros import pages

    records = (*katalog.all(), *katalog.all_retired())
    return [*(page.path for page in pages.generated(katalog)), *((name, one.tidligere_id) for name, one in records)]


def _make(path: str) -> None:
    """Makes one file of the served site again."""
    frame = _state["frame"]
    config, files = frame["config"], frame["files"]
    file = next(file for file in files if file.dest_uri == path)
    if file.is_documentation_page():
        _make_page(file)
        return
    for name, content in _site_files(config, files):
        if name == path:
            Path(file.abs_dest_path).write_bytes(content if isinstance(content, bytes) else content.encode())
            return


def _make_page(file: File) -> None:
    """Makes one page. The engine has no public way to do it; these two functions are locked with its version."""
    frame = _state["frame"]
    assert file.page is not None
    engine._populate_page(file.page, frame["config"], frame["files"])
    engine._build_page(file.page, frame["config"], (), frame["nav"], frame["env"])


def on_page_read_source(page: EnginePage, config: MkDocsConfig) -> str | None:
    """A page that cannot be read is shown empty, below the problem that says so; the engine would stop."""
    from macros import source

    path = page.file.abs_src_path
    return "" if path and not page.file.generated_by and source.front_matter(Path(path)) is None else None


@event_priority(100)  # before the macros plugin, which would look for data
def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """While the data has never been good, pages are blank below the errors."""
    return markdown if _state["katalog"] else ""


def on_page_context(context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Tells the theme of errors in the data, of what machines are told, and of the links below a hand-written page."""
    context["problems"] = _state["errors"]
    if _state["katalog"] is None:
        return context
    title = str(page.meta.get("title") or page.title)
    _state["address"] = page.url
    page.meta.update(_state["macros"].described(title, page.meta.get("record", "")))
    if "record" not in page.meta:
        page.meta["correct"] = _state["macros"].correct(f"docs/{page.file.src_uri}", title)
        page.meta["reports"] = _state["macros"].reports(title)
    return context

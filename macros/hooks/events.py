"""What MkDocs calls: generated pages, redirects, and what the theme is told.

While `mkdocs serve` runs, a record with an error does not stop the site: the last good pages stay,
and every page shows the errors until the next good save.
"""

import gc
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros.hooks import made, serving  # noqa: E402
from macros.hooks.state import Frame, state  # noqa: E402

_SELDOM = (100_000, 50, 50)
"""How seldom a build looks for garbage: it ends before much has gathered."""
_THEME_PARTS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What the theme brings and no page uses: looks and scripts of the site are its own."""


def on_startup(command: str, dirty: bool) -> None:
    """Remembers whether this is `serve`."""
    state.serving = state.making = command == "serve"
    if not state.serving:
        gc.set_threshold(*_SELDOM)


@event_priority(100)  # before the macros plugin, which loads the code that calls the data
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data; gives the engine the site's own address."""
    serving.reload_changed_code()
    from macros import settings
    from macros.text import danish_date

    config.theme.static_templates.discard("sitemap.xml")  # `files` makes it: it knows which pages are gone
    this = settings.build()
    config.watch = list(dict.fromkeys([*config.watch, str(this.data), str(this.settings)]))
    katalog = _katalog(Path(config.docs_dir))
    if katalog is not None and not state.serving:
        config.site_url = settings.site_url(this, katalog.indstillinger) or ""
    if katalog is not None:
        config.extra["katalog"] = katalog.indstillinger
    config.extra["built"] = danish_date(this.today)
    return config


def _katalog(docs: Path) -> Any:
    """The Katalog to show. A build stops at what is wrong; while serving, the last good one is shown."""
    from macros import load, settings

    this = settings.build()
    state.katalog, problems = load.latest(this.data, this.settings)
    state.errors = [*problems, *(load.check_pages(docs, state.katalog) if state.katalog else ())]
    for problem in state.errors:
        made.log.error(str(problem))
    if state.errors and not state.serving:
        raise Abort(f"{len(state.errors)} fejl i data. Ret dem, og prøv igen.")
    return state.katalog


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, unless somebody wrote one by hand, and a page for each old address."""
    from macros import pages
    from macros.env import Macros

    for unused in [file for file in files if file.src_uri.startswith(_THEME_PARTS)]:
        files.remove(unused)
    if state.katalog is None:
        return files
    state.macros = Macros(lambda: state.address)  # one for the whole build: each looks through the data once
    by_hand = {file.src_uri for file in files}
    state.pages = {page.path: page for page in serving.generated_pages()}
    for page in state.pages.values():
        if page.path not in by_hand:
            files.append(File.generated(config, page.path, content=pages.markdown(page)))
    others = [made.SiteFile.of(config, path, make) for path, make in made.site_files(config, files)]
    for file in others:
        files.append(file)
    if not state.making:
        made.make_elsewhere(config, files, others)
    return files


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> Any:
    """Makes the generated pages; the engine makes those that are written by hand."""
    for file in files.documentation_pages():
        if file.generated_by and file.src_uri in state.pages:
            made.GeneratedPage(None, file, config)
    state.frame = Frame(nav, config, files)
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Remembers the templates, for single pages. In a build, generated pages are made now, on all processors."""
    from macros.processes import Shares

    assert state.frame is not None
    env.trim_blocks = env.lstrip_blocks = True  # lines that are empty but for a template's tags are left out
    state.frame.env = env
    if state.making:
        return env
    generated = [file for file in files.documentation_pages() if isinstance(file.page, made.GeneratedPage)]
    state.shares.append(Shares(generated, made.make_share))
    for file in generated:  # the engine has no more to do with them
        file.inclusion = InclusionLevel.EXCLUDED
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the search index of the pages that are served; the command `build` does it itself."""
    from macros import search

    made.all_done()
    if state.serving and state.katalog is not None:
        search.build(Path(config.site_dir))
    state.other_code = serving.other_code()


def on_build_error(error: Exception) -> None:
    """A full disk, or a folder that cannot be written, is told in a sentence."""
    from macros import disk

    if disk.is_known(error):
        raise Abort(disk.told(error, is_temporary=state.serving)) from None


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """While serving, changed data makes single pages again, when they are asked for."""
    from macros.preview import Preview

    preview = Preview(server.builder, lambda: serving.refresh(_katalog), serving.make_again)
    server.builder = preview.rebuild
    server.set_app(preview.before(server.serve_request))
    return server


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A page that cannot be read is shown empty, below the problem that says so; the engine would stop."""
    from macros import source

    path = page.file.abs_src_path
    return "" if path and not page.file.generated_by and source.front_matter(Path(path)) is None else None


@event_priority(100)  # before the macros plugin, which would look for data
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """While the data has never been good, pages are blank below the errors."""
    return markdown if state.katalog else ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts what the macros made into the page, after its Markdown was read."""
    from macros import stash

    return stash.put_back(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Tells the theme of errors in the data, of what machines are told, and of the links below a hand-written page."""
    context["problems"] = state.errors
    if state.katalog is None:
        return context
    title = str(page.meta.get("title") or page.title)
    state.address = page.url
    if isinstance(page, made.GeneratedPage):
        context["navigation"] = made.navigation(context, page)
    page.meta.update(state.macros.described(title, page.meta.get("record", "")))
    if "record" not in page.meta:
        page.meta["correct"] = state.macros.correct(f"docs/{page.file.src_uri}", title)
        page.meta["reports"] = state.macros.reports(title)
    return context

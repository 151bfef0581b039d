"""Pages and files that come from data. In a build copies of this process make them, on all processors."""

import logging
import posixpath
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands import build as engine
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from macros.hooks.state import state

log = logging.getLogger("mkdocs.plugins.katalog")
Make = Callable[[], str | bytes]
LAST = "data/index.md"
"""The page that tells the sizes of files, which a copy of this process makes meanwhile."""


class SiteFile(File):
    """A file that comes from no page. It is made when it is written."""

    make: Make

    @classmethod
    def of(cls, config: MkDocsConfig, path: str, make: Make) -> "SiteFile":
        """The file at that place below the site's root."""
        file = cls.generated(config, path, content="")
        assert isinstance(file, SiteFile)
        file.make = make
        return file

    def copy_file(self, dirty: bool = False) -> None:
        """Called by the engine for every file that is no page."""
        if state.making:
            self.write()

    def write(self) -> None:
        """Makes it, and puts it in its place."""
        from macros.writing import write

        write(Path(self.dest_dir), [(self.dest_uri, self.make())])


class GeneratedPage(Page):
    """A page whose markup comes straight from its macro; reading it as Markdown took half the time of a build."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Its title and description are the record's."""
        from macros import pages

        self.markdown = ""
        self.meta = {**pages.facts(state.pages[self.file.src_uri]), "render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Calls the macro."""
        self.toc, self.content = get_toc([]), ""
        if state.making:
            page = state.pages[self.file.src_uri]
            state.address = self.url
            self.content = getattr(state.macros, page.macro)(*page.arguments)


def site_files(config: MkDocsConfig, known: Files) -> Iterator[tuple[str, Make]]:
    """The files that come from no page, by their places below the site's root."""
    from macros import files, settings

    repository = settings.repository(settings.build(), state.katalog.indstillinger)
    by_hand = [file.src_uri for file in known.documentation_pages() if not file.generated_by]
    return files.site_files(state.macros.context, config.site_url or "/", repository, by_hand)


def make_elsewhere(config: MkDocsConfig, files: Files, made: Sequence[File]) -> None:
    """Leaves those files to a copy of this process, which makes them while this one reads pages."""
    from macros import export
    from macros.processes import Shares

    shares = Shares(made, make_share, 1)
    state.shares.append(shares)
    export.written_elsewhere(Path(config.site_dir), shares.wait)
    if (page := files.get_file_from_path(LAST)) is not None:
        files.remove(page)
        files.append(page)


def make_share(share: Sequence[File]) -> bool:
    """Makes pages and files in a copy of the build; tells whether nothing was wrong with any."""
    from macros import disk

    state.making = True
    said = CountHandler()
    said.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(said)
    try:
        for file in share:
            if isinstance(file, SiteFile):
                file.write()
            else:
                make_page(file)
    except Exception as error:
        if not disk.is_known(error):
            raise
        log.error(disk.told(error))
    return not said.get_counts()


def all_done() -> None:
    """Waits until all is made; stops the build where something could not be."""
    went_well = [shares.wait() for shares in state.shares]
    if not all(went_well):
        raise Abort("Bygningen stoppede, fordi en side ikke kunne laves. Se fejlen ovenfor.")


def make_page(file: File) -> None:
    """Makes one page. The engine has no public way to do it; these two functions are locked with its version."""
    frame, page = state.frame, file.page
    assert frame is not None
    assert page is not None
    engine._populate_page(page, frame.config, frame.files)
    engine._build_page(page, frame.config, (), frame.nav, frame.env)
    page.content = None  # it is on the disk, and thousands of them fill the memory


def navigation(context: dict[str, Any], page: GeneratedPage) -> dict[str, str]:
    """The navigation of a page that does not stand in it: the same for all that lie in its folder and its section."""
    frame, key = state.frame, (posixpath.dirname(page.url.rstrip("/")), page.meta.get("section"))
    assert frame is not None
    if key not in frame.navigation:
        template = frame.env.get_template("partials/navigation.html")
        frame.navigation[key] = {where: template.render({**context, "where": where}) for where in ("menu", "bar")}
    return frame.navigation[key]

"""The site as a folder that Zensical builds: pages, theme and configuration, as text. Nothing is imported from it.

Every macro has been called, so that what is left for the engine is Markdown and templates. Each page is an `index.md`
in a folder of its own: the engine reads a link as seen from the file, and a macro's links are as seen from the address.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import frontmatter
import jinja2
import yaml

from macros import files, pages, settings
from macros.env import MACROS, Macros
from macros.text import danish_date

CONFIGURATION = "zensical.toml"
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s]+)\)")
"""A Markdown link within the site."""


class Project:
    """The files of that folder, made from the repository at `root`."""

    def __init__(self, root: Path, build: settings.Build | None = None) -> None:
        self._root = root
        self._address = ""
        self._macros = Macros(lambda: self._address, build)
        self._calls = {name: getattr(self._macros, name) for name in MACROS}
        self._jinja = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file's place below the folder, and what it holds."""
        yield CONFIGURATION, self._configuration().encode()
        for path in self._below("overrides"):
            yield f"overrides/{path}", (self._root / "overrides" / path).read_bytes()
        yield from self._pages()
        publisher = self._macros.context.katalog.indstillinger
        address = settings.site_url(self._macros.build, publisher) or "/"
        repository = settings.repository(self._macros.build, publisher)
        by_hand = [path for path in self._below("docs") if path.endswith(".md")]
        for name, make in files.site_files(self._macros.context, address, repository, by_hand):
            content = make()
            yield f"docs/{name}", content.encode() if isinstance(content, str) else content

    def _pages(self) -> Iterator[tuple[str, bytes]]:
        """The files of docs/, and a page for each record that has none there."""
        by_hand = self._below("docs")
        for path in by_hand:
            if path.endswith(".md"):
                yield f"docs/{_own_folder(path)}", self._by_hand(path).encode()
            else:
                yield f"docs/{path}", (self._root / "docs" / path).read_bytes()
        katalog = self._macros.context.katalog
        for page in pages.generated(katalog):
            if page.path not in by_hand:
                yield f"docs/{_own_folder(page.path)}", self._generated(page).encode()

    def _below(self, folder: str) -> list[str]:
        found = (self._root / folder).rglob("*")
        return sorted(path.relative_to(self._root / folder).as_posix() for path in found if path.is_file())

    def _by_hand(self, path: str) -> str:
        """A page of docs/: its macros called, and the links of a reader who finds an error among its facts."""
        page = frontmatter.loads((self._root / "docs" / path).read_text(encoding="utf-8"))
        self._address = pages.page_address(path)
        title = str(page["title"])
        correct = self._macros.correct(f"docs/{path}", title)
        ways = {"correct": correct and vars(correct), "reports": [vars(way) for way in self._macros.reports(title)]}
        text = _LINK.sub(lambda link: f"]({_link(path, link[1])})", page.content)
        told = {**page.metadata, **ways, **self._macros.described(title)}
        return _page(told, self._jinja.from_string(text).render(self._calls))

    def _generated(self, page: pages.Page) -> str:
        self._address = pages.page_address(page.path)
        told = pages.facts(page) | self._macros.described(page.title, page.record)
        return _page(told, getattr(self._macros, page.macro)(*page.arguments))

    def _configuration(self) -> str:
        """`mkdocs.yml` as TOML, with the address and the publisher that MkDocs is told by its hook."""
        engine = yaml.safe_load((self._root / "mkdocs.yml").read_text(encoding="utf-8"))
        publisher = self._macros.context.katalog.indstillinger
        told = {
            **{name: engine[name] for name in ("site_name", "site_description", "theme", "not_in_nav")},
            "nav": _navigation(engine["nav"]),
            "site_url": settings.site_url(self._macros.build, publisher),
            "markdown_extensions": dict(_extension(one) for one in engine["markdown_extensions"]),
            "plugins": {"search": {"enabled": False}},
            "extra": {"built": danish_date(self._macros.build.today), "katalog": publisher.model_dump(mode="json")},
        }
        lines = (f"{name} = {_toml(value)}\n" for name, value in told.items() if value is not None)
        return "[project]\n" + "".join(lines)


def _own_folder(path: str) -> str:
    """The page as an index.md in a folder of its own: om/licens.md is om/licens/index.md."""
    return path if path.endswith("index.md") else f"{path.removesuffix('.md')}/index.md"


def _link(path: str, target: str) -> str:
    """A link in the page at `path`, as seen from its own folder."""
    page, *rest = re.split(r"(?=[?#])", target, maxsplit=1)
    up = "" if path.endswith("index.md") else "../"
    return "".join((up, _own_folder(page) if page.endswith(".md") else page, *rest))


def _navigation(entry: Any) -> Any:
    if isinstance(entry, str):
        return _own_folder(entry)
    if isinstance(entry, list):
        return [_navigation(one) for one in entry]
    return {title: _navigation(inside) for title, inside in entry.items()}


def _extension(one: str | Mapping[str, Any]) -> tuple[str, Any]:
    return (one, {}) if isinstance(one, str) else next(iter(one.items()))


def _page(facts: Mapping[str, Any], body: str) -> str:
    return f"---\n{yaml.safe_dump(dict(facts), allow_unicode=True, sort_keys=False)}---\n{body}\n"


def _toml(value: Any) -> str:
    """A value as TOML, tables inline. JSON's texts and numbers are TOML's as well; TOML has no null."""
    if isinstance(value, Mapping):
        inside = (f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items() if one is not None)
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)

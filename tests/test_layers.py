"""The architecture, held by a test: who imports whom, who writes, and what every macro comes with."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.env import MACROS, Macros

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "macros").rglob("*.py"))
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "text": set(),
    "problem": set(),
    "disk": set(),
    "wording": set(),
    "model": {"model", "pydantic", "pydantic_core"},
    "source": {"problem", "text", "wording", "frontmatter", "yaml"},
    "tree": {"problem", "source", "text"},
    "rules": {"model", "rules", "text", "wording", "pydantic"},
    "danish_errors": {"model", "text", "wording", "pydantic", "pydantic_core"},
    "layout": {"model", "pydantic", "yaml"},
    "load": {"danish_errors", "model", "problem", "rules", "source", "text", "tree", "pydantic"},
    "settings": {"model"},
    "schema": {"model"},
    "new": {"model", "pydantic"},
    "report": {"model", "text"},
    "markdown": set(),
    "linktjek": {"model", "pydantic"},
    "forskel": {"linktjek", "model", "report", "rules", "text"},
    "friskhed": {"model"},
    "pligter": {"model", "text"},
    "command_line": set(),
    "standing": {"friskhed", "linktjek", "markdown", "model", "text"},
    "summary": {"forskel", "linktjek", "markdown", "model", "report", "text"},
    "historik": set(),
    "slettet": {"historik", "model", "problem", "source"},
    "formular": {"layout", "model", "new", "rules", "source", "views", "wording"},
    "views": {"friskhed", "historik", "linktjek", "model", "pligter", "text", "views"},
    "render": {"jinja2"},
    "pages": {"model", "text", "views"},
    "bog": {"bog", "render", "views", "weasyprint"},
    "export": {"export", "model", "text", "views", "docx", "feedgen", "icalendar", "openpyxl", "rdflib"}
    | {"pydantic", "pydantic_core"},
    "search": {"disk", "search", "deflate", "pagefind", "selectolax", "simplemma", "yaml"},
    "redaktion": {"layout", "model", "redaktion", "pydantic"},
    "site_check": {"problem", "selectolax"},
    "udgave": {"processes"},
    "env": {"export", "formular", "historik", "linktjek", "load", "model", "problem", "render", "settings", "stash"}
    | {"views"},
    "files": {"export", "formular", "model", "pages", "render", "text", "views"},
    "preview": set(),
    "processes": set(),
    "stash": set(),
    "writing": {"disk"},
    "hooks": {"disk", "env", "export", "files", "hooks", "load", "pages", "preview", "processes", "search", "settings"}
    | {"source", "stash", "text", "tree", "writing", "mkdocs"},
    "zensical": {"env", "files", "pages", "settings", "text", "frontmatter", "jinja2", "yaml"},
    "commands": {"bog", "commands", "disk", "historik", "views"}
    | {"files", "forskel", "friskhed", "layout", "linktjek", "load", "model", "new"}
    | {"pligter", "problem", "processes", "redaktion", "render", "report", "schema", "settings"}
    | {"site_check", "slettet"}
    | {"search", "source", "standing", "summary", "text", "tree", "udgave", "views", "writing", "zensical"},
    "__main__": {"command_line", "commands", "disk", "problem", "settings"},
}
"""By module (or package) of macros: the other modules and the installed packages that it may import."""
ENGINES = {"mkdocs", "mkdocs_macros", "material", "zensical"}
"""The packages that make a site of pages: the engine, its plugin, its theme, and the engine that could replace it."""
MAY_WRITE = {"commands", "search", "udgave", "writing"}
"""The search index is files that its engine reads and writes; `udgave` names folders of a built site; `writing` is
how commands and `hooks` write."""
_WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree", "touch", "symlink_to"}


def _module(path: Path) -> str:
    return path.relative_to(ROOT / "macros").parts[0].removesuffix(".py")


def _imports(tree: ast.Module) -> Iterator[str]:
    """What the file imports: a module of macros by its first name, or the name of an installed package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            first, *rest = name.split(".")
            if first not in sys.stdlib_module_names:
                yield rest[0] if first == "macros" else first


def _packages(tree: ast.Module) -> Iterator[str]:
    """The first names of what the file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def _side_effects(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in _WRITES | {"print"} or (name == "open" and len(node.args) + len(node.keywords) > 0):
                yield f"{name}() on line {node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    """Imports run downwards: each module imports what the table allows, and nothing imports the commands."""
    assert set(_imports(ast.parse(path.read_text(encoding="utf-8")))) - MAY_IMPORT[_module(path)] == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_commands_print_and_write(path: Path) -> None:
    """Everything below the commands returns values; it neither prints nor writes files."""
    found = list(_side_effects(ast.parse(path.read_text(encoding="utf-8"))))
    assert _module(path) in MAY_WRITE or found == []


def test_only_the_hook_knows_an_engine() -> None:
    """No other module imports MkDocs, its theme, its plugins or Zensical; and no module imports the hook."""
    knowing = {_module(path) for path in FILES if ENGINES & set(_packages(ast.parse(path.read_text(encoding="utf-8"))))}
    assert knowing == {"hooks"}
    assert [name for name, allowed in MAY_IMPORT.items() if "hooks" in allowed and name != "hooks"] == []


def test_the_table_names_modules_that_exist() -> None:
    """The table of imports has a row for each module and no row for one that is gone."""
    assert set(MAY_IMPORT) == {_module(path) for path in FILES}


@pytest.mark.parametrize("name", MACROS)
def test_macro_has_a_docstring_a_template_and_a_golden_file(name: str) -> None:
    """Whoever finds a macro in a page finds its explanation, its markup and an example of what it gives."""
    assert (getattr(Macros, name).__doc__ or "").strip().endswith((".", '"`.', '")`.'))
    assert (ROOT / "macros" / "templates" / f"{name}.j2").is_file()
    assert list((ROOT / "tests" / "golden").glob(f"{name}*.html"))


def test_public_methods_are_the_macros() -> None:
    """Every method that makes markup is handed to the pages, and no name is handed over that is not a method."""
    made = {
        name
        for name in vars(Macros)
        if not name.startswith("_") and name not in {"context", "correct", "described", "reports"}
    }
    assert made == set(MACROS)

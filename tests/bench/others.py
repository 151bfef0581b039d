"""Other engines with the same text and the same menu: mkdocs-material and Hugo with Pagefind, and Zensical."""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench.cost import Cost, run
from tests.bench.plain import Text, pages
from tests.building import ROOT

ZENSICAL = ROOT / ".venv-zensical" / "bin" / "zensical"
Keep = Callable[[str, Any], None]
SEARCH = [sys.executable, "-m", "pagefind", "--force-language", "da", "--quiet", "--root-selector"]
_HUGO = {
    "title": "Katalog",
    "baseURL": "https://katalog.example/",
    "languageCode": "da",
    "disableKinds": ["taxonomy", "term", "RSS"],
}
_LAYOUT = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>{{ partialCached "menu.html" . }}</header>
<main><article>{{ .Content }}</article></main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"""


@dataclass(frozen=True)
class Engine:
    """How its folder is written, and the commands that build the whole site from it, in this order."""

    name: str
    write: Callable[[Path, Sequence[Text]], None]
    commands: Callable[[Path], Sequence[Sequence[str]]]


def menu() -> list[tuple[str, str]]:
    """The titles and addresses in this site's own menu, in one level."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return list(_entries(yaml.safe_load(text)["nav"]))


def _entries(nav: Any) -> Iterator[tuple[str, str]]:
    for item in nav:
        for title, inside in item.items():
            if isinstance(inside, list):
                yield from _entries(inside)
            else:
                yield title, inside.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def write_material(folder: Path, texts: Sequence[Text], plugins: Sequence[Any]) -> None:
    """The texts with the theme as it comes, and those plugins."""
    for text in texts:
        _put(folder / "docs" / text.address / "index.md", text.file())
    known = {text.address for text in texts}
    nav = [{title: f"{address.lstrip('/')}index.md"} for title, address in menu() if address.lstrip("/") in known]
    told = {
        "site_name": "Katalog",
        "site_url": "https://katalog.example/",
        "theme": {"name": "material", "language": "da", "font": False},
        "plugins": list(plugins),
        "markdown_extensions": ["tables"],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"unrecognized_links": "ignore"}},
        "nav": nav,
    }
    _put(folder / "mkdocs.yml", yaml.safe_dump(told, allow_unicode=True))


def _write_mkdocs(folder: Path, texts: Sequence[Text]) -> None:
    write_material(folder, texts, [])


def _write_zensical(folder: Path, texts: Sequence[Text]) -> None:
    write_material(folder, texts, ["search"])


def _write_hugo(folder: Path, texts: Sequence[Text]) -> None:
    parents = {parent for text in texts for parent in _parents(text.address)}
    for text in texts:
        name = "_index.md" if text.address in parents or not text.address else "index.md"
        _put(folder / "content" / text.address / name, text.file())
    lines = "".join(f'<li><a href="/{address.lstrip("/")}">{title}</a></li>' for title, address in menu())
    _put(folder / "config.json", json.dumps(_HUGO))
    _put(folder / "layouts" / "partials" / "menu.html", f"<nav><ul>{lines}</ul></nav>")
    for name in ("single", "list"):
        _put(folder / "layouts" / "_default" / f"{name}.html", _LAYOUT)
    _put(folder / "layouts" / "index.html", _LAYOUT)


def _parents(address: str) -> Iterator[str]:
    parts = address.rstrip("/").split("/")
    for length in range(1, len(parts)):
        yield "/".join(parts[:length]) + "/"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _search(folder: Path) -> Sequence[str]:
    return [*SEARCH, "article", "--site", str(folder / "site"), "--output-path", str(folder / "site" / "pagefind")]


def _mkdocs_commands(folder: Path) -> Sequence[Sequence[str]]:
    return [[sys.executable, "-m", "mkdocs", "build", "--quiet"], _search(folder)]


def _hugo_commands(folder: Path) -> Sequence[Sequence[str]]:
    return [["hugo", "--quiet", "--destination", "site"], _search(folder)]


def _zensical_commands(_folder: Path) -> Sequence[Sequence[str]]:
    return [[str(ZENSICAL), "build", "--clean", "--config-file", "mkdocs.yml"]]


ENGINES = (
    Engine("mkdocs-material og Pagefind", _write_mkdocs, _mkdocs_commands),
    Engine("Zensical (egen søgning)", _write_zensical, _zensical_commands),
    Engine("Hugo og Pagefind", _write_hugo, _hugo_commands),
)


def measure(site: Path, folder: Path, runs: int, keep: Keep) -> None:
    """Builds the text of that site with each engine; a fault is one engine's own, and the others go on."""
    texts = list(pages(site))
    for engine in ENGINES:
        place = folder / engine.name.split()[0].lower()
        shutil.rmtree(place, ignore_errors=True)
        if engine.name.startswith("Hugo") and not shutil.which("hugo"):
            keep(engine.name, {"error": "ikke målt: hugo findes ikke på maskinen"})
            continue
        try:
            engine.write(place, texts)
            found = [_once(engine, place, len(texts)) for _run in range(runs)]
        except Exception as error:  # whatever it is, it is a row and not the end of the measuring
            keep(engine.name, {"error": f"fejlede: {error}"})
            continue
        keep(engine.name, summed(found) | {"pages": len(texts)})


def _once(engine: Engine, place: Path, wanted: int) -> Sequence[Cost]:
    for left in ("site", ".cache", "resources", "public"):
        shutil.rmtree(place / left, ignore_errors=True)
    costs = [run(command, place) for command in engine.commands(place)]
    made = len(list((place / "site").rglob("index.html")))
    if made < wanted:
        raise ValueError(f"{made} pages were made of {wanted}")
    return costs


def summed(found: Sequence[Sequence[Cost]]) -> dict[str, Any]:
    """Each run's commands as one: their seconds together, and the largest memory of any of them."""
    return {
        "seconds": [round(sum(cost.seconds for cost in costs), 2) for costs in found],
        "cpu": [round(sum(cost.cpu for cost in costs), 2) for costs in found],
        "memory": [round(max(cost.memory or 0 for cost in costs)) for costs in found],
        "parts": [[round(cost.seconds, 2) for cost in costs] for costs in found],
        "measured": time.strftime("%Y-%m-%d"),
    }

"""What `make serve` makes again after a save, and when."""

from collections.abc import Iterable, Mapping
from typing import Any

from macros.preview import Preview


def _preview(stale: set[str] | None) -> tuple[Preview, list[str]]:
    done: list[str] = []
    return Preview(lambda: done.append("alt"), lambda: stale, done.append), done


def _asked(preview: Preview, *paths: str) -> list[str]:
    def answer(environ: Mapping[str, Any], _start: Any) -> Iterable[bytes]:
        return [str(environ["PATH_INFO"]).encode()]

    return [next(iter(preview.before(answer)({"PATH_INFO": path}, None))).decode() for path in paths]


def test_a_page_is_made_again_when_it_is_asked_for_and_once_only() -> None:
    """After a save a stale page is made before it is sent; the second time it is sent as it is; no other is made."""
    preview, done = _preview({"index.html", "metoder/ips/index.html", "tabeller/en.csv"})
    preview.rebuild()
    assert done == []
    assert _asked(preview, "/", "/metoder/ips/", "/metoder/ips/", "/tabeller/en.csv", "/assets/a.css") == [
        "/", "/metoder/ips/", "/metoder/ips/", "/tabeller/en.csv", "/assets/a.css"
    ]  # fmt: skip
    assert done == ["index.html", "metoder/ips/index.html", "tabeller/en.csv"]


def test_each_save_makes_pages_stale_again() -> None:
    """A page that was made again after one save is made again after the next."""
    stale = {"om/index.html"}
    done: list[str] = []
    preview = Preview(lambda: None, lambda: set(stale), done.append)
    for _save in range(2):
        preview.rebuild()
        _asked(preview, "/om/")
    assert done == ["om/index.html"] * 2


def test_a_whole_build_leaves_nothing_stale() -> None:
    """Where other pages are needed than before, everything is built, and no page is made twice."""
    preview, done = _preview(None)
    preview.rebuild()
    _asked(preview, "/", "/../om/./x/")
    assert done == ["alt"]

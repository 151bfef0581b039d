"""What macros made for the page at hand, kept out of its Markdown: markup already, and long to read as Markdown."""

import re
from collections.abc import Callable
from functools import wraps

_MARK = re.compile(r"<!--katalog:(\d+)-->")
_kept: list[str] = []


def keeping(macro: Callable[..., str]) -> Callable[..., str]:
    """The macro, giving a mark in place of its markup. Markdown leaves a comment as it is."""

    @wraps(macro)
    def keep(*arguments: object, **named: object) -> str:
        _kept.append(macro(*arguments, **named))
        return f"<!--katalog:{len(_kept) - 1}-->"

    return keep


def put_back(html: str) -> str:
    """The page with the markup where its marks stand; nothing is kept for the next page."""
    whole = _MARK.sub(lambda mark: _kept[int(mark[1])], html) if _kept else html
    _kept.clear()
    return whole

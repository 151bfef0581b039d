"""`make serve` without waiting: after a save in `data/`, a page is made again when somebody asks for it.

A whole build takes as long as the catalogue is large; one page does not. No engine is known here: `hooks` says how a
page is made.
"""

import posixpath
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

Answer = Callable[[Mapping[str, Any], Any], Iterable[bytes]]


class Preview:
    """Knows which files of the served site are from before the last save, and makes them again one by one.

    `everything` builds the whole site. `refresh` takes in changed data and gives the files that one by one can be made
    again, by their place below the site's root, or None where the whole site must be built. `make` makes one file.
    """

    def __init__(
        self, everything: Callable[[], None], refresh: Callable[[], set[str] | None], make: Callable[[str], None]
    ) -> None:
        self._everything, self._refresh, self._make = everything, refresh, make
        self._stale: set[str] = set()
        self._alone = threading.RLock()

    def rebuild(self) -> None:
        """What happens after a save."""
        with self._alone:
            stale = self._refresh()
            if stale is None:
                self._everything()
            self._stale = stale or set()

    def before(self, answer: Answer) -> Answer:
        """The server's own answer, once the file that is asked for is as the data is now."""

        def answered(environ: Mapping[str, Any], start_response: Any) -> Iterable[bytes]:
            with self._alone:
                self._catch_up(_file(str(environ["PATH_INFO"])))
            return answer(environ, start_response)

        return answered

    def _catch_up(self, file: str) -> None:
        if file in self._stale:
            self._make(file)
            self._stale.discard(file)


def _file(path: str) -> str:
    """The file below the site's root that an address means."""
    inside = posixpath.normpath(unquote(path)).lstrip("/")
    return posixpath.join(inside, "index.html").lstrip("/") if path.endswith("/") else inside

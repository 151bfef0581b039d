"""A built site below /katalog/, as GitHub Pages serves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.loopback import running

BASE = "/katalog/"


class _Handler(SimpleHTTPRequestHandler):
    """Files below /katalog/ only; the site's own 404 page for what is not there."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE.rstrip("/"))) if inside else str(Path("/nowhere"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of that site, while it is needed."""
    with running(partial(_Handler, directory=str(folder))) as address:
        yield f"{address}{BASE}"

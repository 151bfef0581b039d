"""A built site, sent as GitHub Pages sends it: text with gzip, the search engine's files as they are, kept ten minutes.

Every body that is sent is counted.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros import udgave
from tests.loopback import running

TEXT = {".js", ".css", ".json", ".html", ".svg", ".xml", ".txt", ".csv"}
BLANK = "/blank.html"
"""A page with nothing in it but the place of the index, so that a search alone can be measured."""


@cache
def compressed(path: Path) -> bytes:
    """The file as it is sent."""
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in TEXT else content


@dataclass
class Traffic:
    """What has been sent since it was last asked, by file."""

    sent: list[tuple[str, int]] = field(default_factory=list)

    def take(self) -> list[tuple[str, int]]:
        """The files and their bytes; counting starts anew."""
        taken, self.sent = self.sent, []
        return taken


class _Handler(SimpleHTTPRequestHandler):
    """Head and body in one go: sent apart, the second waits 40 ms for the first to be acknowledged."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    disable_nagle_algorithm = True

    def __init__(self, *given: Any, traffic: Traffic, **named: Any) -> None:
        self.traffic = traffic
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        name = urlsplit(self.path).path
        if name == BLANK:
            told = f'<meta name="opslag" content="{udgave.names(Path(self.directory))["opslag"]}">'
            page = f"<!doctype html><title>x</title><link rel=icon href=data:,>{told}"
            self._send(200, page.encode(), "text/html", packed=False)
            return
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        path = path if status == 200 else Path(self.directory) / "404.html"
        body = compressed(path)
        self.traffic.sent.append((name, len(body)))
        self._send(status, body, self.guess_type(str(path)), packed=path.suffix in TEXT)

    def _send(self, status: int, body: bytes, kind: str, *, packed: bool) -> None:
        self.send_response(status)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Traffic]]:
    """The address of the site's root, without a slash at its end, and what it sends."""
    traffic = Traffic()
    with running(partial(_Handler, directory=str(site), traffic=traffic)) as address:
        yield address, traffic

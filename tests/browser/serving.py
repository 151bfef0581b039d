"""A built site below /katalog/, as GitHub Pages serves it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection early is no error."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of that site, while it is needed."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

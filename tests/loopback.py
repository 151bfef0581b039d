"""Servers on this machine that answer as the web does: well, moved, refused, gone, busy, too late, badly signed."""

import http.server
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ANSWERS = {
    "/svarer": 200,
    "/flyttet": 301,
    "/omvej": 302,
    "/forbudt": 403,
    "/vaek": 404,
    "/travl": 429,
    "/i-stykker": 500,
}
_STOP = threading.Event()


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/langsom":
            _STOP.wait(10)
            return
        self.send_response(ANSWERS.get(self.path, 200))
        if self.path in {"/flyttet", "/omvej"}:
            self.send_header("Location", "/svarer")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away, as one does on a bad certificate, is no error here."""


@contextmanager
def running(
    handler: Callable[..., http.server.BaseHTTPRequestHandler], tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """The address, without a slash, of a server that answers with that handler while it is needed."""
    server = _Server(("127.0.0.1", 0), handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def answering(folder: Path, signed: bool = False) -> Iterator[str]:
    """The address of such a server, without a slash; `signed` with a certificate that nobody trusts."""
    _STOP.clear()
    with running(_Handler, _certificate(folder) if signed else None) as address:
        try:
            yield address
        finally:
            _STOP.set()


def _certificate(folder: Path) -> ssl.SSLContext:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context

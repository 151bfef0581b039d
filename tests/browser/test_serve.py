"""`make serve`: what an editor sees while a record is being changed, broken and mended."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from selectolax.lexbor import LexborHTMLParser

from tests.building import ROOT, copy_data, environment

RECORD = "metoder/ips"
PAGES = ("", "metoder/", "metoder/ips/", "begreber/", "om/evidens/")
PATIENCE = 120
"""Seconds until a test gives up; it goes on as soon as it can."""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path, log: Path, *, cwd: Path = ROOT, **given: str) -> Iterator[str]:
    """The address of a running `python -m macros serve` with that data."""
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "macros", "serve", "--address", address]
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(KATALOG_DATA=str(data), **given),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield f"http://{address}/"
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def read(url: str) -> str:
    """The text of a page; nothing while no server answers."""
    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (URLError, ConnectionError, TimeoutError):
        return ""


def _page_once(url: str, is_right: Callable[[LexborHTMLParser], bool]) -> LexborHTMLParser:
    """The page as soon as it is as it should be."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        tree = LexborHTMLParser(read(url))
        if is_right(tree):
            return tree
        time.sleep(0.2)
    raise AssertionError(f"{url} shows after {PATIENCE} seconds: {' '.join(tree.text().split())[:2000]}")


def _heading(tree: LexborHTMLParser) -> str:
    heading = tree.css_first("h1")
    return heading.text().strip() if heading else ""


def _problems(tree: LexborHTMLParser) -> list[str]:
    return [" ".join(item.text().split()) for item in tree.css(".problems li")]


def test_a_change_an_error_and_its_remedy_show_at_once(tmp_path: Path) -> None:
    """A new title shows, without a new build of everything; a bad save shows the errors in Danish above the last good
    page; mended, they are gone."""
    data, log = copy_data(tmp_path / "data", {}), tmp_path / "log"
    path = data / f"{RECORD}.yml"
    good = re.sub(r"(?m)^titel: .*\n(?:  .*\n)*", "titel: Job først\n", path.read_text(encoding="utf-8"))
    bad = re.sub(r"(?m)^status: .*", "status: gaeldene", good)
    line = bad.split("\nstatus:")[0].count("\n") + 2
    with serving(data, log) as base:
        page = f"{base}{RECORD}/"
        first = _page_once(page, lambda tree: _heading(tree) != "")
        assert _heading(first) != "Job først"

        path.write_text(good, encoding="utf-8")
        assert _problems(_page_once(page, lambda tree: _heading(tree) == "Job først")) == []
        assert "Job først" in _page_once(f"{base}metoder/", lambda tree: _heading(tree) != "").text()

        path.write_text(bad, encoding="utf-8")
        for address in PAGES:
            tree = _page_once(base + address, lambda tree: _problems(tree) != [])
            assert _problems(tree) == [
                f'{path}:{line} "gaeldene" står ikke i data/vocab/status.yml. Mente du "gaeldende"? (ikke-paa-listen)'
            ]
            assert len(tree.css("h1")) == 1
        assert _heading(_page_once(page, lambda tree: _problems(tree) != [])) == "Job først"

        path.write_text(good.replace("Job først", "Job først igen"), encoding="utf-8")
        assert _problems(_page_once(page, lambda tree: _heading(tree) == "Job først igen")) == []
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert said.count("Building documentation...") == 1
    assert f"{path}:{line}: ikke-paa-listen:" in said

"""The built site, and a page that tolerates no errors."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from macros import udgave
from tests.browser import fjendtlig
from tests.browser.find_browser import browser_path
from tests.browser.serving import served
from tests.conftest import once
from tests.tal import Tal

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is marked `browser`."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the site's front page."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of hostile records, built without the rules that refuse them."""
    return once(tmp_path_factory, "hostile", fjendtlig.make) / "site"


@pytest.fixture(scope="session")
def hostile(hostile_site: Path) -> Iterator[str]:
    """The address of the hostile site."""
    with served(hostile_site) as address:
        yield address


@pytest.fixture(scope="session")
def scripts(site: Path, base: str) -> str:
    """The address of the folder of scripts, which has the name of its build."""
    return f"{base}{udgave.names(site)['assets']}/js/"


@pytest.fixture(scope="session")
def lookups(site: Path) -> Path:
    """The folder of what scripts fetch."""
    return site / udgave.names(site)["opslag"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that `find_browser.py` finds."""
    path = browser_path()
    assert path, "No browser. Run: python tests/browser/find_browser.py"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, tal: Tal) -> Iterator[Page]:
    """A page of its own. The test fails on an error in its console, a failed request, one to another host, a cookie."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    context.set_default_timeout(10_000)
    page = context.new_page()
    found: list[str] = []
    asked: list[Request] = []
    page.on("console", lambda said: found.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(f"error in page: {error}"))
    page.on("requestfailed", lambda request: found.append(f"failed: {request.url}") if _is_error(request) else None)

    def ask(request: Request) -> None:
        asked.append(request)
        if _outside(request.url):
            found.append(f"outside: {request.url}")

    page.on("request", ask)
    yield page
    found += [f"cookie: {cookie.get('name')}" for cookie in context.cookies()]
    context.close()
    _count(tal, asked, found)
    assert found == []


def _count(tal: Tal, asked: list[Request], found: list[str]) -> None:
    """Tells what was opened and asked for, and what should not have been."""
    tal("browser: pages opened", sum(request.is_navigation_request() for request in asked))
    tal("browser: requests", len(asked))
    tal("browser: to other hosts", sum(line.startswith("outside: ") for line in found))
    tal("browser: cookies", sum(line.startswith("cookie: ") for line in found))
    tal("browser: errors", sum(line.startswith(("console: ", "error in page: ", "failed: ")) for line in found))


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    """A page in a browser with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def _is_error(request: Request) -> bool:
    """A request that the page dropped because it moved on is no error."""
    return request.failure != "net::ERR_ABORTED"


def _outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob", "about"} and parts.hostname != "127.0.0.1"


@pytest.fixture(scope="session")
def address_of(site: Path) -> Callable[[str], str]:
    """The address of the page of a page type: itself, or of `post:<kind>` the record with the longest page."""

    def address(page_type: str) -> str:
        kind = page_type.removeprefix("post:")
        if kind == page_type:
            return page_type
        longest = max((site / kind).glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
        return f"{kind}/{longest.parent.name}/"

    return address

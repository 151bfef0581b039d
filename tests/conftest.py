"""What every test may ask for: sites, their records, and whether golden files are to be written anew."""

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import load
from macros.model import Katalog
from macros.views.context import Context
from tests import small_project
from tests.building import (
    GOOD,
    MACROS,
    NEW_TITLE,
    ODD_TITLE,
    RENAMED,
    ROOT,
    SETTINGS,
    SITE_URL,
    SOURCE_URL,
    TODAY,
    copy_data,
    environment,
    run_build,
)

pytest_plugins = ("tests.tal",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --update-golden, which writes the golden files anew instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.html anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker makes and the others wait for."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            make(place)
    return place


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of data/, as it would be published below /katalog/."""

    def make(place: Path) -> None:
        done = run_build(place, SITE_URL=SITE_URL)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "site", make)


@pytest.fixture(scope="session")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site from changed data: ips has an old id and a source with an address, reconnect an odd title; on GitHub."""

    def make(place: Path) -> None:
        def with_old_id(text: str) -> str:
            return text.rstrip("\n") + "\ntidligere_id:\n  - individuelt-planlagt-job\n"

        def with_odd_title(text: str) -> str:
            return re.sub(r"(?m)^(titel|resume): .*\n(?:  .*\n)*", rf"\1: '{ODD_TITLE}'\n", text)

        def with_address(text: str) -> str:
            return re.sub(r"(?m)^url: .*\n(?:  .*\n)*", "", text).rstrip("\n") + f"\nurl: {SOURCE_URL}\n"

        changes = {
            "metoder/ips.yml": with_old_id,
            "initiativer/reconnect-koebenhavn.yml": with_odd_title,
            "kilder/svar-833-ungeloeftet.yml": with_address,
        }
        data = copy_data(place.with_name("changed-data"), changes)
        done = run_build(place, KATALOG_DATA=str(data), SITE_URL=SITE_URL, GITHUB_REPOSITORY="eksempel/katalog")
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "changed-site", make)


@pytest.fixture(scope="session")
def publications(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three builds of a small project: `foerste`; `post`, with another title; `script`, with another script too."""

    def make(place: Path) -> None:
        project = small_project.make(place)
        record, script = project / RENAMED, project / "docs" / "assets" / "js" / "liste.js"
        for name in ("foerste", "post", "script"):
            if name == "post":
                record.write_text(re.sub(r"(?m)^titel: .*$", f"titel: {NEW_TITLE}", record.read_text("utf-8")), "utf-8")
            if name == "script":
                script.write_text(script.read_text("utf-8") + '\ndocument.documentElement.lang = "da-DK";\n', "utf-8")
            code, said = small_project.build(project, site=name)
            assert code == 0, said

    return once(tmp_path_factory, "publications", make)


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the editors' form, as `make cms` installs them."""
    place = ROOT / "redaktion" / "node_modules"

    def make(mark: Path) -> None:
        command = ["make", "--silent", f"{place.relative_to(ROOT)}/.package-lock.json"]
        done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        mark.touch()

    once(tmp_path_factory, "node-modules", make)
    return place


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of data/, as Zensical builds it; that engine is installed as `make zensical` does."""

    def make(place: Path) -> None:
        for command in (["make", "--silent", ".venv-zensical/ready"], [*MACROS, "zensical", "--out", str(place)]):
            given = environment(SITE_URL=SITE_URL)
            done = subprocess.run(command, cwd=ROOT, env=given, text=True, capture_output=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "zensical", make) / "site"


@pytest.fixture
def good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tests/sites/good to change; the working folder is in it, and commands use its data and settings."""
    place = tmp_path / "site"
    shutil.copytree(GOOD, place)
    for name in SETTINGS:
        monkeypatch.setenv(name, "")  # so that what a command sets is undone after the test
        monkeypatch.delenv(name)
    monkeypatch.setenv("KATALOG_DATA", "data")
    monkeypatch.setenv("KATALOG_SETTINGS", "settings.yml")
    monkeypatch.chdir(place)
    return place


@pytest.fixture(scope="session")
def katalog() -> Katalog:
    """The Katalog of tests/sites/good."""
    found, problems = load.check(GOOD / "data", GOOD / "settings.yml")
    assert found is not None
    assert problems == []
    return found


@pytest.fixture(scope="session")
def context(katalog: Katalog) -> Context:
    """The Katalog of tests/sites/good on 2026-11-21."""
    return Context(katalog, TODAY)

"""The open data: of the invented site, and of the catalogue's own records."""

from collections.abc import Mapping

import pytest

from macros import load
from macros.export import open_data
from macros.views.context import Context
from tests.building import ROOT, SITE_URL, TODAY


@pytest.fixture(scope="session")
def real() -> Context:
    """The catalogue's own records on 2026-11-21."""
    katalog, problems = load.check(ROOT / "data", ROOT / "settings.yml")
    assert katalog is not None
    assert problems == []
    return Context(katalog, TODAY)


@pytest.fixture(scope="session")
def published(real: Context) -> Mapping[str, bytes]:
    """Every file of the catalogue's own open data, by its name in api/v1/."""
    return {name.removeprefix("api/v1/"): make() for name, make in open_data(real, SITE_URL)}


@pytest.fixture(scope="session")
def example(context: Context) -> Mapping[str, bytes]:
    """Every file of the invented site's open data, by its name in api/v1/."""
    return {name.removeprefix("api/v1/"): make() for name, make in open_data(context, SITE_URL)}

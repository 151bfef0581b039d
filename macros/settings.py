"""Where the data is, and what the environment says about this build."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from macros.model import Indstillinger

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Build:
    """One build: its day, its data and its address. The environment wins over `settings.yml`."""

    today: date
    data: Path
    settings: Path
    site_url: str | None
    repository: str | None
    linktjek: Path | None = None
    """What the weekly check of links found: a file that is laid beside the data for a build, or is not there."""


def build(environ: Mapping[str, str] = os.environ) -> Build:
    """The build that the environment asks for: KATALOG_*, SITE_URL, GITHUB_REPOSITORY, SOURCE_DATE_EPOCH."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()
    return Build(
        today=today,
        data=Path(environ.get("KATALOG_DATA") or ROOT / "data"),
        settings=Path(environ.get("KATALOG_SETTINGS") or ROOT / "settings.yml"),
        site_url=environ.get("SITE_URL") or None,
        repository=environ.get("GITHUB_REPOSITORY") or None,
        linktjek=Path(environ.get("KATALOG_LINKTJEK") or ROOT / "linktjek.json"),
    )


def midday(day: date) -> str:
    """The day as SOURCE_DATE_EPOCH has it, in seconds: two builds on one day give the same bytes."""
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


def site_url(this: Build, indstillinger: Indstillinger) -> str | None:
    """The site's own address, ending in a slash; None where nobody has said it."""
    url = this.site_url or indstillinger.adresse
    return url.rstrip("/") + "/" if url else None


def repository(this: Build, indstillinger: Indstillinger) -> str | None:
    """owner/name on GitHub; None where nobody has said it."""
    return this.repository or indstillinger.repository

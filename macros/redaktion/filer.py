"""Everything that lies in `site/redaktion/`: the page, the configuration, and files of the installed packages."""

import json
from collections.abc import Iterator
from pathlib import Path

from macros.model import Katalog
from macros.redaktion import kode
from macros.redaktion.config import config

_FONTS = {
    "tekst.woff2": "source-sans-3-latin-wght-normal-",
    "mono.woff2": "noto-mono-latin-400-normal-",
    "ikoner.woff2": "material-symbols-outlined-latin-wght-normal-",
}
"""Our name of a font, and how its name begins in the package."""


class MissingError(ValueError):
    """A file of an installed package is not there."""


def files(katalog: Katalog, repository: str, modules: Path, api: str | None = None) -> tuple[dict[str, bytes], str]:
    """The files by name, and the policy that the page names."""
    cms = modules / "@sveltia" / "cms"
    script = kode.local(_read(cms / "dist" / "sveltia-cms.js").decode())
    found = {
        "config.json": config(katalog, repository, api).encode(),
        "sveltia-cms.js": script.encode(),
        **dict(_package(cms)),
        **dict(_yaml(modules / "yaml")),
    }
    return found, kode.policy(script, api)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise MissingError(str(path)) from None


def _package(cms: Path) -> Iterator[tuple[str, bytes]]:
    """The Danish words, the version and licence as the script asks for them, and the fonts."""
    about = _read(cms / "package.json")
    version = json.loads(about)["version"]
    yield f"{kode.PACKAGE}/package.json", json.dumps({"version": version}).encode()
    yield f"{kode.PACKAGE}@{version}/locales/da.json", _read(cms / "locales" / "da.json")
    yield f"{kode.PACKAGE}/LICENSE.txt", _read(cms / "LICENSE.txt")
    for name, beginning in _FONTS.items():
        yield name, _read(next((cms / "npm" / "assets").glob(f"{beginning}*.woff2"), cms / beginning))


def _yaml(package: Path) -> Iterator[tuple[str, bytes]]:
    """The YAML reader, as the modules that it is published as."""
    yield "yaml/LICENSE", _read(package / "LICENSE")
    root = package / "browser"
    for path in sorted(root.rglob("*.js")):
        yield f"yaml/{path.relative_to(root).as_posix()}", _read(path)
    if not (root / "index.js").is_file():
        raise MissingError(str(root / "index.js"))

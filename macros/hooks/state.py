"""What the events of one engine tell each other."""

from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


@dataclass
class Frame:
    """What the last whole build made pages with, for single pages. `navigation` is kept by folder and section."""

    nav: Any
    config: MkDocsConfig
    files: Files
    env: Any = None
    navigation: dict[tuple[str, Any], dict[str, str]] = field(default_factory=dict)


@dataclass
class State:
    """One build, or one served site.

    `making` is whether generated pages and files are made in this process: in a build they are left to copies of it,
    `shares`. `code` and `other_code` are fingerprints of the code, and of all that is no data. `katalog`, `pages` and
    `macros` are of modules that can be taken in anew while serving.
    """

    serving: bool = False
    making: bool = False
    code: str = ""
    other_code: str = ""
    katalog: Any = None
    errors: list[Any] = field(default_factory=list)
    pages: dict[str, Any] = field(default_factory=dict)
    macros: Any = None
    address: str = ""
    shares: list[Any] = field(default_factory=list)
    frame: Frame | None = None


state = State()

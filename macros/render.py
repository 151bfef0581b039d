"""View to markup. Every text is escaped; a name that a template does not know is an error."""

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"
_THEME = importlib.util.find_spec("material")


def render(template: str, root: str | None, **view: Any) -> str:
    """The markup of `templates/<template>.j2`. `root` leads from the page to the site's root: "../../".

    None is for markup that is no page of the site: its links have whole addresses.

    No line is empty or indented, as Markdown would read such a line in its own way.
    """
    markup = _environment().get_template(f"{template}.j2").render(root="" if root is None else root or "./", **view)
    return "\n".join(line for written in markup.split("\n") if (line := written.strip()))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader([_TEMPLATES, *_icons()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["address"] = _is_address
    return made


def _is_address(text: str) -> bool:
    """Whether a text is one address on the web and nothing else, so that it can be a link."""
    try:
        return re.fullmatch(r"https?://\S+", text) is not None and bool(urlsplit(text).netloc)
    except ValueError:
        return False


def _icons() -> list[Path]:
    """The theme's own set of icons, which templates include by name: "material/table.svg"."""
    return [Path(str(_THEME.origin)).parent / "templates" / ".icons"] if _THEME else []

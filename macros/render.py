"""View to markup. Every text is escaped; a name that a template does not know is an error."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

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
    return Environment(
        loader=FileSystemLoader([_TEMPLATES, *_icons()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _icons() -> list[Path]:
    """The theme's own set of icons, which templates include by name: "material/table.svg"."""
    return [Path(str(_THEME.origin)).parent / "templates" / ".icons"] if _THEME else []

"""The commands, by the name that is typed. They alone print, and write files apart from the search index."""

import argparse
from collections.abc import Callable, Mapping

from macros.commands.building import build, serve
from macros.commands.editing import check, create, fix, write_schema
from macros.commands.publishing import write_cms, write_export, write_pdf
from macros.commands.telling import compare, links, stale
from macros.commands.zensical import zensical

COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "build": build,
    "serve": serve,
    "new": create,
    "fix": fix,
    "schema": write_schema,
    "export": write_export,
    "compare": compare,
    "links": links,
    "stale": stale,
    "cms": write_cms,
    "pdf": write_pdf,
    "zensical": zensical,
}
"""Each gives the exit code: 0 when all is well and 1 when something must be mended."""

"""The sources that /kilder/ finds by what is typed, as small as they can be told."""

import json

from macros.model import Kilde
from macros.views.context import Context
from macros.views.kilder import ordered, row


def source_rows(context: Context) -> str:
    """Each source in a list: id, title, publisher, and what else is said of it; by publisher, newest first."""
    told = []
    for kilde in ordered(context.katalog.of(Kilde)):
        one = row(context, kilde)
        told.append([kilde.id, one.link.text, kilde.udgiver, one.year, one.kind, one.read, one.used])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"

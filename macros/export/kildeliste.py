"""The sources that /kilder/ finds by what is typed, as small as they can be told."""

import json

from macros.model import Kilde
from macros.text import sort_key
from macros.views.context import Context
from macros.views.kilder import row


def source_rows(context: Context) -> str:
    """Each source in a list: id, title, publisher, and what else is said of it; by publisher, newest first."""
    found = sorted(context.katalog.of(Kilde), key=lambda k: (sort_key(k.udgiver), -(k.aar or 0), sort_key(k.titel)))
    told = []
    for kilde in found:
        one = row(context, kilde)
        told.append([kilde.id, one.link.text, kilde.udgiver, one.year, one.kind, one.read, one.used])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"

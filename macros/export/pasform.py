"""What /vaerktoejer/pasform/ loads: the records to choose among, and of each the answers that it gives."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from macros.model import KINDS, Reference
from macros.text import sort_key
from macros.views import pasform, pasform_post
from macros.views.context import Context


def fit_files(context: Context) -> Iterator[tuple[str, str]]:
    """Each file by its path below the tool's own: the list, and one for each record."""
    yield "poster.json", _text({KINDS[kind].plural: _titles(context, kind) for kind in pasform.KINDS})
    for kind in pasform.KINDS:
        for id_ in context.katalog.records[kind]:
            given = pasform_post.given(context, Reference(kind, id_))
            yield f"{kind}/{id_}.json", _text(asdict(given))


def _titles(context: Context, kind: str) -> list[tuple[str, str]]:
    """Name and title, in the order of the titles."""
    found = sorted(context.katalog.records[kind].items(), key=lambda item: sort_key(item[1].titel))
    return [(f"{kind}/{id_}", record.titel) for id_, record in found]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"

"""What /vaerktoejer/pasform/ loads: the records to choose among, and of each the answers that it gives."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from macros.model import KINDS, Reference
from macros.text import sort_key
from macros.views import pasform, pasform_post
from macros.views.context import Context


def fit_files(context: Context) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each file by its path below the tool's own, and what makes it: the list, and one for each record."""
    yield "poster.json", partial(_list, context)
    for kind in pasform.KINDS:
        for id_ in context.katalog.records[kind]:
            yield f"{kind}/{id_}.json", partial(_one, context, Reference(kind, id_))


def _list(context: Context) -> str:
    return _text({KINDS[kind].plural: _titles(context, kind) for kind in pasform.KINDS})


def _one(context: Context, name: Reference) -> str:
    return _text(asdict(pasform_post.given(context, name)))


def _titles(context: Context, kind: str) -> list[tuple[str, str]]:
    """Name and title, in the order of the titles."""
    found = sorted(context.katalog.records[kind].items(), key=lambda item: sort_key(item[1].titel))
    return [(f"{kind}/{id_}", record.titel) for id_, record in found]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"

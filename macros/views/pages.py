"""Which view makes the page of which kind."""

from collections.abc import Callable, Mapping
from typing import Any

from macros.model import Reference
from macros.views import (
    anbefaling,
    ensomhedsspor,
    initiativ,
    kilde,
    lovgrundlag,
    metode,
    partnerskab,
    partnerskabsmodel,
    pulje,
    strategi,
)  # fmt: skip
from macros.views.blocks import RecordPage
from macros.views.context import Context

_VIEWS: Mapping[str, Callable[[Context, Any], RecordPage]] = {
    "initiativer": initiativ.page,
    "metoder": metode.page,
    "partnerskabsmodeller": partnerskabsmodel.page,
    "ensomhedsspor": ensomhedsspor.page,
    "partnerskaber": partnerskab.page,
    "puljer": pulje.page,
    "lovgrundlag": lovgrundlag.page,
    "strategier": strategi.page,
    "anbefalinger": anbefaling.page,
    "kilder": kilde.page,
}


def record_page(context: Context, name: Reference) -> RecordPage:
    """The page of a record; KeyError where the record does not exist or has no page of its own."""
    return _VIEWS[name.kind](context, context.katalog.get(name))

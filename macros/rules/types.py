"""The shapes that rules share."""

from collections.abc import Callable, Iterator
from typing import Any

from macros.model import Katalog, Record, Reference
from macros.model.traverse import KeyPath

Finding = tuple[KeyPath, str]
"""Where in the record, and what is wrong with it, in Danish."""

RecordRule = Callable[[Record], Iterator[Finding]]
KatalogRule = Callable[[Katalog], Iterator[tuple[Reference, KeyPath, str]]]


def rule_id(rule: Callable[..., Any]) -> str:
    """The id that editors see: `tal_uden_kilde` is "tal-uden-kilde"."""
    return rule.__name__.replace("_", "-")

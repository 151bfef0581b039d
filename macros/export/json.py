"""The records as JSON: one list for each kind, and one dump of everything.

Every list carries `schema_version`, the day it was made and how many records it holds. Fields are those
of the models, so every claim keeps its `kilde` and `sted`.
"""

import json
from datetime import date
from typing import Any

from macros.model import KINDS, Katalog, Record, Reference
from macros.views.context import address

SCHEMA_VERSION = 1
"""Raised when a published field disappears or changes its meaning."""


def kind_list(katalog: Katalog, kind: str, today: date) -> str:
    """All records of one kind."""
    records = [_record(kind, record) for record in katalog.records[kind].values()]
    return _text({**_head(today), "slags": kind, "antal": len(records), "poster": records})


def dump(katalog: Katalog, today: date) -> str:
    """All records of every kind, the closed lists and the municipalities."""
    records = {kind: [_record(kind, record) for record in katalog.records[kind].values()] for kind in KINDS}
    totals = {kind: len(items) for kind, items in records.items()}
    lists = {name: vocab.model_dump(mode="json", exclude_none=True) for name, vocab in katalog.vocab.items()}
    places = katalog.kommuner.model_dump(mode="json", exclude_none=True)
    return _text({**_head(today), "antal": totals, "poster": records, "vocab": lists, **places})


def _head(today: date) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "generated_at": today.isoformat()}


def _record(kind: str, record: Record) -> dict[str, Any]:
    return {"adresse": address(Reference(kind, record.id)), **record.model_dump(mode="json", exclude_none=True)}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

"""The records that the partnership builder picks from, as small as they can be told."""

import json

from macros.model import KINDS, Katalog
from macros.text import sort_key

_PICKED = ("metoder", "initiativer", "partnerskabsmodeller")


def pick_list(katalog: Katalog) -> str:
    """For each kind: the word for one, and the title of every record by its id, in alphabetical order."""
    told = {
        kind: {
            "word": KINDS[kind].badge.lower(),
            "titles": {
                id_: record.titel
                for id_, record in sorted(katalog.records[kind].items(), key=lambda item: sort_key(item[1].titel))
            },
        }
        for kind in _PICKED
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"

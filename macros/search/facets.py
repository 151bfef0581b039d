"""What /find/ narrows down and sorts by: for each filter value the documents that have it, and two orders.

Pagefind's own filters and sort keys would do, but it writes them in an order that differs from build to
build, and every reader would fetch them with the first search. Here they are one file for /find/ alone.
"""

import json
from collections.abc import Mapping, Sequence

from macros.search.pages import Document


def facets(found: Sequence[Document], ids: Mapping[str, str]) -> str:
    """The JSON text: `ids` in the order of titles, `dato` the same numbers newest first, and the groups.

    `ids` has the engine's name for each document, by its address.
    """
    ordered = sorted(found, key=lambda item: (item.sort.get("titel", ""), item.url))
    by_date = sorted(range(len(ordered)), key=lambda i: ordered[i].sort.get("dato", ""), reverse=True)
    told = {"ids": [ids[item.url] for item in ordered], "dato": by_date, "grupper": _groups(ordered)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _groups(ordered: Sequence[Document]) -> dict[str, dict[str, list[int]]]:
    """For each group, each value with the numbers of its documents."""
    groups: dict[str, dict[str, list[int]]] = {}
    for number, item in enumerate(ordered):
        for group, values in item.filters.items():
            for value in values:
                groups.setdefault(group, {}).setdefault(value, []).append(number)
    return {group: dict(sorted(values.items())) for group, values in sorted(groups.items())}

"""Text for GitHub's Markdown: whatever a record or a server says is shown as it was typed, and does nothing else."""

import re
from collections.abc import Iterable, Sequence

MOST_ROWS = 100
"""GitHub cuts an issue at 65,536 characters; a longer list says how much it leaves out."""
_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
_JOINER = "\u2060"


def escape(text: str) -> str:
    """The text on one line, with no sign that Markdown or HTML reads, and without calling a person or an issue."""
    return _SPECIAL.sub(r"\\\1", _CALLS.sub(_JOINER, " ".join(text.split())))


def address(url: str) -> str:
    """A web address as a link that shows itself. What could end it or a table's cell is written as %-signs."""
    quoted = re.sub(r"[\s<>|`\\]", lambda match: f"%{ord(match.group()):02X}", url)
    return f"<{quoted}>" if re.match(r"https?://", quoted) else escape(url)


def bullets(lines: Iterable[str]) -> list[str]:
    """A list; a long one is cut and says so."""
    found = list(lines)
    return [f"- {line}" for line in found[:MOST_ROWS]] + _left_out(len(found))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table of cells that are Markdown already; a long one is cut and says so."""
    found = list(rows)
    ruler = "|".join("---" for _head in heads)
    lines = [f"| {' | '.join(heads)} |", f"|{ruler}|", *(f"| {' | '.join(row)} |" for row in found[:MOST_ROWS])]
    left_out = _left_out(len(found))
    return [*lines, "", *left_out] if left_out else lines


def _left_out(count: int) -> list[str]:
    return [f"- … og {count - MOST_ROWS} til, som ikke er vist."] if count > MOST_ROWS else []

"""What the form at /bidrag/ loads: its fields, the sentences and patterns that `make check` uses, and the sources."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from macros import layout, new
from macros.model import KINDS
from macros.model.felt import TIDSPUNKT, WEBADRESSE
from macros.rules import patterns
from macros.source import CONTROL
from macros.views import bidrag
from macros.views.bidragstekster import OF_KINDS
from macros.views.context import Context
from macros.wording import IN_FORM, WORDING

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "figure": patterns.FIGURE,
    "notAFigure": patterns.NOT_A_FIGURE,
    "ages": patterns.AGES,
    "markup": patterns.MARKUP,
    "goal": patterns.GOAL_WORDS,
    "control": CONTROL,
    "cpr": patterns.CPR,
    "mail": patterns.MAIL,
    "time": re.compile(TIDSPUNKT),
    "address": re.compile(WEBADRESSE),
}
_WORD = r"\p{L}\p{N}_"
_EDGE = rf"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"

_TOKENS = {
    (r"\w", True): _WORD,
    (r"\w", False): f"[{_WORD}]",
    (r"\d", True): r"\p{Nd}",
    (r"\d", False): r"\p{Nd}",
    (r"\b", False): _EDGE,
}
"""A token and whether it stands between square brackets, and what JavaScript needs in its place."""


def form_json(context: Context, repository: str | None) -> str:
    """The form's description: fields by kind, choices, what is taken, and the words of the rules."""
    katalog = context.katalog
    return _text(
        {
            "kinds": {
                kind: {
                    "title": KINDS[kind].singular,
                    "help": OF_KINDS[kind],
                    "fields": _described(bidrag.fields(KINDS[kind].model, katalog)),
                    "taken": bidrag.taken(katalog, kind),
                }
                for kind in bidrag.OFFERED
            },
            "newSource": _described(bidrag.new_source(katalog)),
            "lists": bidrag.choices(katalog),
            "wording": {**WORDING, **IN_FORM},
            "patterns": {name: javascript(pattern) for name, pattern in _PATTERNS.items()},
            "mailboxes": patterns.FUNCTION_MAILBOX,
            "repository": repository,
            "mailbox": katalog.indstillinger.postkasse,
        }
    )


def sources_json(context: Context) -> str:
    """Every source, to be found by its title; loaded when somebody looks for one."""
    found = bidrag.sources(context.katalog)
    gone = set(bidrag.taken(context.katalog, "kilder")["ids"]) - {one["id"] for one in found}
    return _text({"sources": found, "gone": sorted(gone)})


def blanks(today: date) -> dict[str, str]:
    """The text of an empty file of each kind that is offered."""
    return {
        kind: layout.formatted(new.skeleton(kind, "skriv-et-kort-navn", today), KINDS[kind].model)
        for kind in bidrag.OFFERED
    }


def javascript(pattern: re.Pattern[str]) -> dict[str, str]:
    r"""The pattern as JavaScript writes it. There, \w, \d and \b know English letters only."""
    written, inside = "", False
    for token in re.findall(r"\\.|.", pattern.pattern):
        inside = (inside or token == "[") and token != "]"
        written += _TOKENS.get((token, inside), token)
    return {"source": written, "flags": "giu" if pattern.flags & re.IGNORECASE else "gu"}


def _described(fields: tuple[bidrag.Field, ...]) -> list[dict[str, Any]]:
    return [_shortened(asdict(field)) for field in fields]


def _shortened(field: dict[str, Any]) -> dict[str, Any]:
    """Without what is not said; zero is said."""
    kept = {name: value for name, value in field.items() if value is not None and value is not False and value != ()}
    return kept | ({"fields": [_shortened(one) for one in field["fields"]]} if field["fields"] else {})


def _text(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"

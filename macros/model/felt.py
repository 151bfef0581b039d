"""Field building blocks: how a field is titled, explained, weighed and tied to other files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

Krav = Literal["paakraevet", "anbefalet", "nyttig"]
"""How much a field matters: without it the record is refused, incomplete, or merely poorer."""


@dataclass(frozen=True)
class Valg:
    """Marks a text that must stand in `data/vocab/<name>.yml`."""

    vocab: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tells the generated schema which list the choice comes from."""
        return {**handler(core), "x-vocab": self.vocab}


@dataclass(frozen=True)
class Plain:
    """Marks a text that is written without quotes, though it looks like a number or a date."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A YAML reader may see a number; the schema allows it."""
        return {**handler(core), "type": ["string", "number"]}


@dataclass(frozen=True)
class Ref:
    """Marks a text that must be the id of a record of this kind (or the name of a municipality)."""

    kind: str


@dataclass(frozen=True)
class Prosa:
    """Marks running text, read by the rules on figures, markup and readability."""


def felt(titel: str, hjaelp: str, krav: Krav = "nyttig", **options: Any) -> Any:
    """A model field with its Danish title, help text and weight (used in forms, schema and completeness)."""
    return Field(title=titel, description=hjaelp, json_schema_extra={"krav": krav}, **options)


def weight(info: FieldInfo) -> Krav:
    """How much a field matters; a field that does not say is useful."""
    extra = info.json_schema_extra
    found: Krav = extra.get("krav", "nyttig") if isinstance(extra, dict) else "nyttig"  # type: ignore[assignment]
    return found


def paakraevet(titel: str, hjaelp: str, **options: Any) -> Any:
    """A field that a record cannot do without."""
    return felt(titel, hjaelp, "paakraevet", **options)


def liste(titel: str, hjaelp: str, krav: Krav = "nyttig", **options: Any) -> Any:
    """A field that holds a list and is empty unless written."""
    return felt(titel, hjaelp, krav, default_factory=tuple, **options)


def valgfri(titel: str, hjaelp: str, krav: Krav = "nyttig", **options: Any) -> Any:
    """A field that may be left out."""
    return felt(titel, hjaelp, krav, default=None, **options)


def _real_point_in_time(text: str) -> str:
    year, month, day = (*text.split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError("tidspunkt") from None
    return _in_our_time(text)


def _real_address(text: str) -> str:
    """What no program can take apart leads nowhere: "https://["."""
    try:
        urlsplit(text)
    except ValueError:
        raise ValueError("webadresse", (), text) from None
    return text


def refuse_twice(values: Iterable[str], part: str, key: str) -> None:
    """No two items of the list `part` have the same `key`."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise ValueError("to-gange", (part, index, key), value)
        seen.add(value)


YEARS = range(1500, 2200)
"""Years that a record may name: days can be added to any of them, which the calendar's last year does not bear."""


def _in_our_time(text: str) -> str:
    if int(text[:4]) not in YEARS:
        raise ValueError("aarstal", (), text)
    return text


def _iso_text(value: Any) -> Any:
    """Only year-month-day: a bare number would be read as seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("dato", (), value)
    return _in_our_time(value) if isinstance(value, str) else value


def _no_thousands(value: Any) -> Any:
    """15.000 is fifteen to a machine and fifteen thousand to a Dane: neither is guessed."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(\.\d{3})+", value):
        raise ValueError("kroner", (), value)
    return value


Dato = Annotated[date, BeforeValidator(_iso_text)]
MOST = 10**15
"""No figure in a record is larger; a number with ten thousand digits would fill its page."""
Tal = Annotated[Decimal, Field(ge=-MOST, le=MOST, decimal_places=6)]
Kroner = Annotated[Tal, BeforeValidator(_no_thousands)]
"""An amount in Danish kroner."""
LONGEST_ID = 80
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Linje = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), Prosa()]
Navn = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True), Prosa()]
TIDSPUNKT = r"^\d{4}(-\d{2}(-\d{2})?)?$"
WEBADRESSE = r"""^https?://[^\s<>"']+$"""
Tidspunkt = Annotated[str, StringConstraints(pattern=TIDSPUNKT), AfterValidator(_real_point_in_time), Plain()]
Webadresse = Annotated[str, StringConstraints(pattern=WEBADRESSE, max_length=600), AfterValidator(_real_address)]


class Del(BaseModel):
    """A part of a record: unknown keys are refused, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class MedKilde(Del):
    """A part that can name where it was read; a part with a figure must."""

    kilde: Annotated[str, Ref("kilder")] | None = valgfri(
        "Kilde", "Id'et på en kilde i data/kilder. Skal stå her, når teksten har et tal."
    )
    sted: Navn | None = valgfri("Sted i kilden", "Side, kapitel, tabel eller afsnit, så andre kan finde det.")


class KraeverKilde(Del):
    """A part that always names where it was read."""

    kilde: Annotated[str, Ref("kilder")] = paakraevet("Kilde", "Id'et på en kilde i data/kilder.")
    sted: Navn = paakraevet("Sted i kilden", "Side, kapitel, tabel eller afsnit, så andre kan finde det.")

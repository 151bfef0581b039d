"""The budget of a local partnership: money for associations, and the parts that nobody has put a price on."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from macros.model import Partnerskabsmodel
from macros.text import kroner, number
from macros.views.blocks import Point, Table
from macros.views.budget.reader import Basis, Field, MissingFigureError, Reader, in_kroner, post
from macros.views.common import amounts
from macros.views.context import Link

MOST = 100_000_000


@dataclass(frozen=True)
class Frame:
    """The amount that a budget is held up against, and for how many years it is."""

    kroner: Decimal
    years: int
    text: str
    basis: Basis


@dataclass(frozen=True)
class Partnership:
    """All that is shown. `level` is what the source says of prices; empty where it says nothing."""

    model: Link
    fields: tuple[Field, ...]
    posts: tuple[Field, ...]
    frame: Frame
    scope: Point | None
    known: Table | None
    level: str


def partnership_budget(reader: Reader) -> Partnership:
    """The fields with the figures of the model, and what is known of money in it."""
    model = reader.record(Partnerskabsmodel, reader.plan.model)
    priced = tuple(item for item in model.oekonomi.poster if item.kroner is not None)
    scope = model.oekonomi.omfatter
    return Partnership(
        model=reader.link("partnerskabsmodeller", model.id),
        fields=(_associations(reader), _fee(reader), _years(reader, model)),
        posts=(*_posts(reader, model), other("p-andet", "Fx lokal evaluering.")),
        frame=_frame(reader, _length(model)),
        scope=reader.sources.point(scope) if scope else None,
        known=amounts(reader.context, reader.sources, priced, "Beløb om den lokale model"),
        level=next((item.prisniveau for item in priced if item.prisniveau), ""),
    )


def other(id_: str, help_: str) -> Field:
    """A field for what the sources do not speak of."""
    return Field(id_, "Andet", "kr. om året", MOST, help=help_, own=True)


def _associations(reader: Reader) -> Field:
    found, basis = reader.figure(reader.plan.foreninger)
    high = number(found.tal_til) if found.tal_til is not None else ""
    return Field("p-foreninger", "Foreninger", "antal", 1000, number(found.tal), high, whole=True, basis=basis)


def _fee(reader: Reader) -> Field:
    found, basis = reader.figure(reader.plan.sats)
    worth = in_kroner(found.enhed, f"noegletal/{found.id}")
    high = number(found.tal_til * worth) if found.tal_til is not None else ""
    low = number(found.tal * worth)
    return Field("p-sats", "Beløb til hver forening", "kr. om året", 1_000_000, low, high, basis=basis)


def _length(model: Partnerskabsmodel) -> int:
    """How many calendar years the model's period touches."""
    if model.periode is None or not model.periode.fra or not model.periode.til:
        raise MissingFigureError(f"data/partnerskabsmodeller/{model.id}.yml skal have en periode med fra og til.")
    return int(model.periode.til[:4]) - int(model.periode.fra[:4]) + 1


def _years(reader: Reader, model: Partnerskabsmodel) -> Field:
    count, periode = _length(model), model.periode
    assert periode is not None
    when = f"{str(periode.fra)[:4]}-{str(periode.til)[:4]}"
    link = reader.link("partnerskabsmodeller", model.id)
    basis = Basis(f"{count} år", link, reader.sources.mark(periode), when)
    return Field("p-aar", "Varighed", "år", 20, number(count), least=1, whole=True, basis=basis)


def _posts(reader: Reader, model: Partnerskabsmodel) -> tuple[Field, ...]:
    """A field for each part that the page names; empty where the record has no amount for it."""
    offers = {"projektleder": reader.wage(reader.plan.projektleder)}
    fields = [(key, _post(reader, model, name)) for key, name in reader.plan.poster.items()]
    return tuple(replace(field, id=f"p-{key}", offer=offers.get(key)) for key, field in fields)


def _post(reader: Reader, model: Partnerskabsmodel, name: str) -> Field:
    item = post(model, name)
    empty = Field("", name, "kr. om året", MOST)
    if item.kroner is None:
        return empty
    if not re.search(r"\b(år|året|årligt)\b", item.periode or ""):
        raise MissingFigureError(f'Posten "{item.tekst}" har et beløb. Skriv "pr. år" i periode, så det kan bruges.')
    basis = Basis(item.tekst, reader.link("partnerskabsmodeller", model.id), reader.sources.mark(item))
    high = number(item.kroner_til) if item.kroner_til is not None else None
    return replace(empty, low=number(item.kroner), high=high, basis=basis)


def _frame(reader: Reader, years: int) -> Frame:
    found, basis = reader.figure(reader.plan.ramme)
    amount = found.tal * in_kroner(found.enhed, f"noegletal/{found.id}")
    return Frame(amount, years, f"{reader.about(found)}{kroner(amount)}", basis)

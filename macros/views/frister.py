"""The dates that a calendar can hold: those known to the day, from milestones and from the deadlines of pools."""

from dataclasses import dataclass
from datetime import date

from macros.model import Milepael, Pulje, Reference
from macros.text import danish_date
from macros.views.context import Context, Link, address
from macros.views.opslag import is_past, source_ref

_WHOLE_DAY = len("2026-11-25")


@dataclass(frozen=True)
class Frist:
    """A day with what happens. `reference` is the record that says so, and stays when the title changes."""

    reference: Reference
    day: date
    title: str
    text: str
    address: str
    source: Link | None
    place: str
    past: bool

    @property
    def when(self) -> str:
        """The day in Danish."""
        return danish_date(self.day)


def frister(context: Context) -> tuple[Frist, ...]:
    """Every date known to the day, earliest first. A month or a year is no day, and is left out."""
    found = [_milestone(context, item) for item in context.katalog.of(Milepael) if len(item.dato) == _WHOLE_DAY]
    return tuple(sorted((*found, *deadlines(context)), key=lambda item: (item.day, item.title)))


def deadlines(context: Context) -> tuple[Frist, ...]:
    """The deadlines of pools that no milestone tells already, latest first."""
    told = {(pulje, item.dato) for item in context.katalog.of(Milepael) for pulje in item.puljer}
    found = [
        _deadline(context, pulje, pulje.frist)
        for pulje in context.katalog.of(Pulje)
        if pulje.frist and (pulje.id, pulje.frist.isoformat()) not in told
    ]
    return tuple(sorted(found, key=lambda item: (item.day, item.title), reverse=True))


def _milestone(context: Context, item: Milepael) -> Frist:
    reference, source = Reference("milepaele", item.id), source_ref(context, item)
    return Frist(
        reference=reference,
        day=date.fromisoformat(item.dato),
        title=item.titel,
        text=item.hvad,
        address=address(reference),
        source=source.link if source else None,
        place=source.place if source else "",
        past=is_past(item.dato, context.today),
    )


def _deadline(context: Context, pulje: Pulje, day: date) -> Frist:
    """Its source stands on the page of the pool, which holds all of them."""
    reference = Reference("puljer", pulje.id)
    return Frist(
        reference=reference,
        day=day,
        title=f"Ansøgningsfrist: {pulje.titel}",
        text="Fristen står på puljens side med kilder.",
        address=address(reference),
        source=None,
        place="",
        past=day < context.today,
    )

"""Which records are due to be held up against their sources again. `gennemgang` in settings.yml has the limits."""

from dataclasses import dataclass
from datetime import date, timedelta

from macros.model import Katalog, Record, Reference


@dataclass(frozen=True, order=True)
class Due:
    """A record that should have been looked at on a day that has passed; the longest overdue is the first."""

    day: date
    name: Reference
    title: str
    looked_at: date
    reason: str | None
    """Why the record has a day of its own; None where the limit of its kind decides."""


def due_day(katalog: Katalog, name: Reference, record: Record) -> date | None:
    """The last day on which the record counts as fresh; None where its kind has no limit."""
    if record.frisk_til:
        return record.frisk_til.dato
    days: int | None = getattr(katalog.indstillinger.gennemgang, name.kind)
    return record.gennemgaaet + timedelta(days=days) if days else None


def stale(katalog: Katalog, today: date) -> tuple[Due, ...]:
    """Every record whose day has passed."""
    found = []
    for name, record in katalog.all():
        day = due_day(katalog, name, record)
        if day and day < today:
            reason = record.frisk_til.grund if record.frisk_til else None
            found.append(Due(day, name, record.titel, record.gennemgaaet, reason))
    return tuple(sorted(found, key=lambda due: (due.day, due.name)))

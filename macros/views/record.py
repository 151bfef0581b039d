"""Puts a record page together: what every kind shares, around what the kind itself shows."""

from dataclasses import dataclass
from datetime import date

from macros.historik import Change
from macros.model import KINDS, Record, Reference
from macros.text import danish_date
from macros.views import actions
from macros.views.blocks import Brief, EvidencePanel, Fact, RecordPage, Section
from macros.views.context import Context, Link, badge, topic_address
from macros.views.facets import facets
from macros.views.related import related
from macros.views.sources import Sources


@dataclass(frozen=True)
class Content:
    """What a kind's own view gives."""

    facts: tuple[Fact, ...]
    brief: tuple[Brief, ...]
    sections: tuple[Section, ...]
    evidence: EvidencePanel | None = None


def assemble(context: Context, name: Reference, content: Content, sources: Sources) -> RecordPage:
    """The whole page of a record."""
    record = context.katalog.get(name)
    kind = KINDS[name.kind]
    return RecordPage(
        badge=badge(kind),
        list_link=Link(kind.plural.capitalize(), f"{kind.folder}/"),
        status=context.label("status", record.status),
        title=record.titel,
        lead=record.resume or "",
        facts=content.facts,
        brief=content.brief,
        sections=content.sections,
        sources=sources.lines(record),
        related=related(context, name),
        topics=tuple(Link(context.label("emne", topic), topic_address(topic)) for topic in record.emner),
        dates=_dates(context, name, record),
        warnings=warnings(record),
        tools=actions.tools(name),
        evidence=content.evidence,
        also_called=record.ogsaa_kaldt,
        search=facets(context, name),
        name=str(name),
    )


def _dates(context: Context, name: Reference, record: Record) -> tuple[tuple[str, str], ...]:
    change = context.history.latest.get(f"{name}.yml")
    changed = (("Ændret", _change_text(change)),) if change else ()
    confirmed = danish_date(record.bekraeftet) if record.bekraeftet else "ikke bekræftet af ejeren"
    own = record.frisk_til
    again = (("Gennemgås igen senest", f"{danish_date(own.dato)}: {own.grund}"),) if own else ()
    return (
        ("Holdt op mod kilderne", danish_date(record.gennemgaaet)),
        *again,
        ("Bekræftet", confirmed),
        ("Ansvarlig", record.ansvarlig),
        *changed,
    )


def _change_text(change: Change) -> str:
    day = danish_date(date.fromisoformat(change.day))
    return f"{day}: {change.reason}" if change.reason else day


def warnings(record: Record) -> tuple[str, ...]:
    """What a reader must know before the record is used."""
    found = []
    if record.sikkerhed == "mellem":
        found.append("Oplysningerne er læst gennem et spejl, en nyhed eller et resumé, ikke i kilden selv.")
    if record.status == "forslag":
        found.append("Det er et forslag. Vi har ikke læst, om det er vedtaget.")
    return tuple(found)

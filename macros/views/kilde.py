"""The page of a source: where it is, whether it was read, and which records rest on it."""

from macros.model import KINDS, Kilde, Reference
from macros.text import plural, point_in_time
from macros.views import common, links
from macros.views.blocks import Absent, Brief, Cell, Column, Fact, RecordPage, Row, Table
from macros.views.context import Context
from macros.views.record import Content, assemble
from macros.views.sources import Sources

NOT_READ = "Vi har ikke læst kilden selv. Den er kun nævnt i de kilder, der står her."


def page(context: Context, record: Kilde) -> RecordPage:
    """The page of one source."""
    name = Reference("kilder", record.id)
    users = tuple(other for other in context.katalog.named_by.get(name, ()) if other.kind != "kilder")
    sections = common.sections(
        common.section("bruges-i", "Hvilke poster bygger på kilden?", _users(context, users)),
        common.section("citeret-i", "Hvor er den nævnt?", _cited_in(context, record)),
    )
    brief = (
        Brief("Hvor findes den?", record.url or record.opbevaring or "Adressen er ikke fundet.", "bruges-i"),
        Brief("Er den læst?", _read(record), "bruges-i"),
        Brief(
            "Hvad bruges den til?",
            f"{plural(len(users), 'post', 'poster')} bygger på den.",
            "bruges-i",
        ),
    )
    return assemble(context, name, Content(_facts(context, record), brief, sections), Sources(context.katalog))


def _read(record: Kilde) -> str:
    if record.laest is None:
        return NOT_READ
    scope = f" ({record.laest_omfang[0].lower()}{record.laest_omfang[1:]})" if record.laest_omfang else ""
    return f"Læst {point_in_time(record.laest)}{scope}."


def _facts(context: Context, record: Kilde) -> tuple[Fact, ...]:
    return common.facts(
        common.fact("Udgiver", record.udgiver),
        common.fact("Forfattere", *record.forfattere),
        common.fact("År", str(record.aar) if record.aar else "udateret"),
        common.fact("Dato", record.udkommet),
        common.fact("Type", context.label("kildetype", record.type)),
        common.fact("Webadresse", record.url),
        common.fact("Link sidst tjekket", links.answer(context, record.url) if record.url else None),
        common.fact("Opbevaring", record.opbevaring),
        common.fact("Gengivelse", "Adressen er en gengivelse hos andre" if record.spejl else None),
    )


def _users(context: Context, users: tuple[Reference, ...]) -> Table | Absent:
    if not users:
        return Absent("Ingen poster bygger direkte på kilden endnu.")
    rows = tuple(
        Row((Cell((link := context.link(user)).text, link=link), Cell(KINDS[user.kind].badge)))
        for user in sorted(users)
    )
    return Table("Poster", (Column("Post"), Column("Slags")), rows)


def _cited_in(context: Context, record: Kilde) -> Table | None:
    if not record.citeret_i:
        return None
    rows = tuple(
        Row((Cell((link := context.link(Reference("kilder", item.kilde))).text, link=link), Cell(item.sted)))
        for item in record.citeret_i
    )
    return Table("Nævnt i", (Column("Kilde"), Column("Sted")), rows)

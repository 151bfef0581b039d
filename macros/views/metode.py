"""The page of a method. It answers in this order: Virker det? Hvad koster det? Hvordan gør vi?"""

from macros.model import Initiativ, Metode, Reference
from macros.text import enumeration
from macros.views import common
from macros.views.blocks import Absent, Block, Brief, Cell, Column, Fact, Points, RecordPage, Row, Section, Table
from macros.views.context import Context
from macros.views.evidence import evidence_panel
from macros.views.record import Content, assemble
from macros.views.sources import Sources

NO_RESULTS = "Vi har ikke fundet resultater i de kilder, vi har læst. Det betyder ikke, at metoden ikke virker."
NOBODY = "Vi har ikke fundet praksiseksempler, der bruger metoden. Det betyder ikke, at ingen gør det."
_MISSING = "Det siger de kilder, vi har læst, ikke noget om."


def page(context: Context, record: Metode) -> RecordPage:
    """The page of one method."""
    sources = Sources(context.katalog)
    sections = (
        *_does_it_work(context, record, sources),
        *_cost(context, record, sources),
        *_how(context, record, sources),
    )
    content = Content(_facts(context, record), _brief(record), sections, evidence_panel(context, sources, record))
    return assemble(context, Reference("metoder", record.id), content, sources)


def _facts(context: Context, record: Metode) -> tuple[Fact, ...]:
    return common.facts(
        common.fact("Alder", common.ages(record.maalgruppe)),
        common.fact("Tilbydes til", *(context.label("situation", s) for s in record.maalgruppe.situation)),
        common.fact(
            "Stærkeste undersøgelse",
            common.strongest_design(context, record.resultater) or "Ingen resultater fundet",
        ),
        Fact("Afprøvet i Danmark", (_yes_no(record.evidens.afproevet_i_danmark),)),
        Fact("Findes i Danmark", (_yes_no(record.evidens.tilgaengelig_i_danmark),)),
        common.price_fact(context, record.oekonomi),
        Fact("Bygger på", links=context.links("metoder", record.bygger_paa)) if record.bygger_paa else None,
    )


def _yes_no(value: bool | None) -> str:
    return common.NOT_FOUND if value is None else ("ja" if value else "nej")


def _brief(record: Metode) -> tuple[Brief, ...]:
    cost = (
        record.oekonomi.omfatter.tekst
        if record.oekonomi.omfatter
        else "Prisen er ikke opgjort i de kilder, vi har læst."
    )
    return (
        Brief("Virker det?", record.evidens.kort.tekst, "virker-det"),
        Brief("Hvad koster det?", cost, "oekonomi"),
        Brief("Hvordan gør vi?", record.kerneelementer[0].tekst, "kerneelementer"),
    )


def _does_it_work(context: Context, record: Metode, sources: Sources) -> tuple[Section, ...]:
    tested = common.group_block(context, sources, record.afproevet_paa)
    return common.sections(
        common.section(
            "virker-det",
            "Virker det?",
            common.points(sources, [record.evidens.kort]),
            common.results(context, sources, record.resultater) or Absent(NO_RESULTS),
        ),
        common.section("afproevet-paa", "Hvem er det undersøgt på?", tested),
        common.section("maal", "Hvad vil man nå?", common.goals(sources, record.maal)),
    )


def _cost(context: Context, record: Metode, sources: Sources) -> tuple[Section, ...]:
    return common.sections(
        common.section("oekonomi", "Hvad koster det?", *common.economy(context, sources, record.oekonomi))
    )


def _how(context: Context, record: Metode, sources: Sources) -> tuple[Section, ...]:
    def told(statements: Points | None) -> Block:
        return statements or Absent(_MISSING)

    s, p = common.section, common.points
    return common.sections(
        s("udfordring", "Hvilket problem svarer metoden på?", p(sources, [record.udfordring])),
        s("maalgruppe", "Hvem er metoden for?", common.group_block(context, sources, record.maalgruppe)),
        s("kerneelementer", "Hvordan gør vi?", p(sources, record.kerneelementer)),
        s("trin", "Sådan kommer I i gang", common.steps(sources, record.trin)),
        s("principper", "Hvilke principper hviler den på?", p(sources, record.principper)),
        s("bemanding", "Hvem skal arbejde med den?", told(p(sources, record.bemanding))),
        s("forudsaetninger", "Hvad skal være på plads?", told(p(sources, record.forudsaetninger))),
        s("fidelitet", "Hvordan ved vi, at vi følger metoden?", told(p(sources, record.fidelitet))),
        s("faldgruber", "Hvad går galt?", p(sources, record.faldgruber)),
        s("parter", "Hvem arbejder sammen?", common.parties(context, sources, record.aktoerer)),
        s("hvem-har-proevet", "Hvem har prøvet det?", _users(context, record) or Absent(NOBODY)),
        s(
            "grundlag",
            "Hvad hører metoden sammen med?",
            common.links(context, "Bygger på", "metoder", record.bygger_paa),
            common.links(context, "Finansiering", "puljer", record.puljer),
            common.links(context, "Lovgrundlag", "lovgrundlag", record.lovgrundlag),
            common.links(context, "Strategispor", "ensomhedsspor", record.ensomhedsspor),
        ),
    )


def _users(context: Context, record: Metode) -> Table | None:
    """The initiatives that use the method: where, whether they still run, and the strongest study of each."""
    names = context.katalog.named_by.get(Reference("metoder", record.id), ())
    used = [context.katalog.get(name) for name in sorted(names) if name.kind == "initiativer"]
    rows = tuple(_user(context, initiativ) for initiativ in used if isinstance(initiativ, Initiativ))
    columns = (Column("Praksiseksempel"), Column("Hvor"), Column("Status"), Column("Stærkeste undersøgelse"))
    return Table("Praksiseksempler, der bruger metoden", columns, rows) if rows else None


def _user(context: Context, initiativ: Initiativ) -> Row:
    link = context.link(Reference("initiativer", initiativ.id))
    where = "Hele landet" if initiativ.landsdaekkende else enumeration(initiativ.kommuner) or "ikke oplyst"
    studies = common.strongest_design(context, initiativ.resultater) or "Ingen resultater fundet"
    status = context.label("status", initiativ.status)
    return Row((Cell(link.text, link=link), Cell(where), Cell(status), Cell(studies)))

"""The budget calculator: its figures are those of the records, and a record that lacks one stops the build."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros import site_check
from macros.env import Macros
from macros.model import Katalog, Record, Reference, Tabel
from macros.settings import Build
from macros.views.budget import MissingFigureError, Page, Plan, page
from macros.views.budget.amounts import rounded, rounding_in_words
from macros.views.budget.reader import Field
from macros.views.context import Context
from tests.building import GOOD, TODAY
from tests.test_golden import BUDGET


def _page(context: Context, **names: Any) -> Page:
    return page(context, Plan(**{**BUDGET, **names}))


def _changed(context: Context, name: str, **fields: Any) -> Context:
    """The same Katalog with one record changed, or taken out where no field is given."""
    kind, _, id_ = name.partition("/")
    records: dict[str, Record] = dict(context.katalog.records[kind])
    old = records.pop(id_)
    if fields:
        records[id_] = old.model_copy(update=fields)
    katalog: Katalog = replace(context.katalog, records={**context.katalog.records, kind: records})
    return Context(katalog, context.today)


def _field(fields: tuple[Field, ...], id_: str) -> Field:
    return next(field for field in fields if field.id == id_)


def test_fields_begin_with_the_figures_of_the_records(context: Context) -> None:
    """An interval has two ends, money is in kroner, the period gives the years, and each figure has its source."""
    partnership = _page(context).partnership
    shown = [(field.id, field.low, field.high, field.unit) for field in (*partnership.fields, *partnership.posts)]
    assert shown == [
        ("p-foreninger", "1.200", "1.300,5", "antal"),
        ("p-sats", "1.500", "3.000", "kr. om året"),
        ("p-aar", "2", None, "år"),
        ("p-projektleder", "15.000", "30.000", "kr. om året"),
        ("p-andet", "", None, "kr. om året"),
    ]
    assert [bool(field.basis and field.basis.mark) for field in (*partnership.fields, *partnership.posts)] == [
        True, True, True, True, False,
    ]  # fmt: skip
    assert (partnership.frame.kroner, partnership.frame.years) == (Decimal("1500"), 2)


def test_a_part_without_an_amount_is_empty_and_has_no_source(context: Context) -> None:
    """Where the record has no amount the field is empty; a wage from elsewhere is offered, not filled in."""
    model = context.katalog.get(Reference("partnerskabsmodeller", "eksempelmodellen"))
    post = model.oekonomi.poster[0].model_copy(update={"kroner": None})  # type: ignore[attr-defined]
    economy = model.oekonomi.model_copy(update={"poster": (post,)})  # type: ignore[attr-defined]
    shown = _page(_changed(context, "partnerskabsmodeller/eksempelmodellen", oekonomi=economy)).partnership.posts[0]
    assert (shown.low, shown.high, shown.basis, shown.own) == ("", None, None, False)
    assert shown.offer
    assert (shown.offer.value, shown.offer.basis.text) == ("30.000", "30.000 kr. om året for Løn")


def test_a_changed_record_changes_where_the_field_begins(context: Context) -> None:
    """The figure is read from the record each time; nothing else holds it."""
    fewer = _changed(context, "noegletal/unge-i-eksempelby", tal=Decimal(12), tal_til=None)
    field = _field(_page(fewer).partnership.fields, "p-foreninger")
    assert (field.low, field.high) == ("12", "")


def test_rows_are_in_kroner_by_year_and_parts_are_not_counted_twice(context: Context) -> None:
    """A row that is a part of another is left out; an empty cell is 0; the sum column is no year."""
    youth = _page(context).youth
    assert [(row.id, row.years, row.counted) for row in youth.rows] == [
        ("loen", (Decimal(15500), Decimal(30000)), True),
        ("husleje", (Decimal(10000), Decimal(0)), False),
    ]
    assert youth.years == ("2026", "2027")
    # 45.500 / 1.200 = 37,9 and 55.500 / 1.200 = 46,25
    assert [(one.total, one.each) for one in youth.sums] == [("45.500 kr.", "ca. 40 kr."), ("55.500 kr.", "ca. 50 kr.")]


def test_the_steps_of_the_scale_are_those_of_the_table(context: Context) -> None:
    """A row without a lower end is "højst", one without an upper "eller flere"; the field begins with the first."""
    tabel = context.katalog.get(Reference("tabeller", "eksempelbudget"))
    assert isinstance(tabel, Tabel)
    first = tabel.raekker[0].model_copy(update={"celler": ("5 point", None, "20", None)})
    second = tabel.raekker[0].model_copy(update={"celler": ("4 point", "21", "25", None)})
    third = tabel.raekker[0].model_copy(update={"celler": ("1 point", "26", None, None)})
    scale = tabel.model_copy(update={"id": "skala", "raekker": (first, second, third)})
    tables = {**context.katalog.records["tabeller"], "skala": scale}
    changed = Context(replace(context.katalog, records={**context.katalog.records, "tabeller": tables}), context.today)
    ips = _page(changed, sager="skala").ips
    assert [level.text for level in ips.levels] == ["højst 20", "21-25", "26 eller flere"]
    assert _field(ips.fields, "i-sager").low == "20"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"sats": "beloeb-til-forening"},
         'data/noegletal/beloeb-til-forening.yml findes ikke. Mente du "beloeb-til-foreninger"?'),
        ({"sats": "unge-i-eksempelby"},
         'noegletal/unge-i-eksempelby har enheden "unge". Den skal begynde med "1.000 kr.", "mio. kr." eller "kr.".'),
        ({"poster": {"revision": "Revision"}},
         "data/partnerskabsmodeller/eksempelmodellen.yml skal have én post under oekonomi, "
         'der begynder med "Revision". Der er 0.'),
        ({"aarsvaerk": "Lønnen"},
         'data/tabeller/eksempelbudget.yml skal have én række, der begynder med "Lønnen". Der er 0. Mente du "Løn"?'),
        ({"aarsvaerk": "H"}, 'data/tabeller/eksempelbudget.yml skal have én række, der begynder med "H". Der er 2.'),
        ({"raekker": {"loen": "Løn"}, "uden": ()},
         '"Husleje" i data/tabeller/eksempelbudget.yml mangler under raekker.'),
        ({"uden": ("mad",)}, '"mad" står under uden, men ikke under raekker.'),
        ({"sager_til": "aar-2028"},
         'data/tabeller/eksempelbudget.yml har ingen kolonne "aar-2028". Mente du "aar-2027"?'),
        ({"budget": "unge-i-eksempelby"}, "data/tabeller/unge-i-eksempelby.yml findes ikke."),
    ],
)  # fmt: skip
def test_a_figure_that_no_record_has_is_told_by_its_file(context: Context, names: dict[str, Any], message: str) -> None:
    """What is missing, where, and what may have been meant."""
    with pytest.raises(MissingFigureError) as caught:
        _page(context, **names)
    assert str(caught.value) == message


def test_a_period_without_an_end_gives_no_years(context: Context) -> None:
    """The frame is for so many years; without them it cannot be held up against anything."""
    model = context.katalog.get(Reference("partnerskabsmodeller", "eksempelmodellen"))
    period = model.periode.model_copy(update={"til": None})  # type: ignore[attr-defined]
    with pytest.raises(MissingFigureError, match=r"eksempelmodellen\.yml skal have en periode med fra og til\.$"):
        _page(_changed(context, "partnerskabsmodeller/eksempelmodellen", periode=period))


def test_the_page_says_what_is_missing_and_the_build_stops_at_it(tmp_path: Path) -> None:
    """While serving, the message stands in the page; the check of a built site tells it as a problem of that page."""
    macros = Macros(lambda: "vaerktoejer/budget/", Build(TODAY, GOOD / "data", GOOD / "settings.yml", None, None))
    shown = macros.budgetberegner(**{**BUDGET, "metode": "ips"})
    assert shown == '<p class="warning" data-missing>data/metoder/ips.yml findes ikke.</p>'
    (tmp_path / "index.html").write_text(f"<title>x</title><h1>x</h1>{shown}", encoding="utf-8")
    told = [str(problem) for problem in site_check.problems(tmp_path)]
    assert told == ["index.html:0: budgettal-mangler: data/metoder/ips.yml findes ikke."]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, 0), (4, 0), (46, 50), (994, 990), (9_949, 9_900), (25_259, 25_000), (51_185, 51_000), (234_999, 230_000),
        (1_627_500, 1_650_000), (9_093_333, 9_100_000), (18_426_667, 18_400_000),
    ],
)  # fmt: skip
def test_amounts_are_rounded_to_the_step_for_their_size(value: int, shown: int) -> None:
    """Halves go upwards."""
    assert rounded(Decimal(value)) == shown


def test_the_page_says_how_amounts_are_rounded() -> None:
    """The sentence is made from the same steps."""
    assert rounding_in_words() == (
        "Beløb rundes under 1.000 kr. til hele 10 kr., under 10.000 kr. til hele 100 kr., under 100.000 kr. til hele "
        "1.000 kr., under 1 mio. kr. til hele 10.000 kr., under 10 mio. kr. til hele 50.000 kr. og derover til hele "
        "100.000 kr."
    )

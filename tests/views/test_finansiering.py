"""Money over time: what is a series, and what became of the recommendations."""

from dataclasses import replace

import pytest

from macros.model import Katalog, Pulje, Reference
from macros.model.dele import Beloeb
from macros.views.context import Context
from macros.views.finansiering import money_page


def _with_amounts(context: Context, *amounts: tuple[str, str, int]) -> Context:
    """The example fund with these amounts: text, year, kroner."""
    pulje = context.katalog.get(Reference("puljer", "eksempelpuljen"))
    assert isinstance(pulje, Pulje)
    beloeb = tuple(
        Beloeb(tekst=text, aar=year, kroner=kroner, kilde="eksempelrapport-2026", sted="s. 1")
        for text, year, kroner in amounts
    )
    changed = {"eksempelpuljen": pulje.model_copy(update={"beloeb": beloeb})}
    katalog: Katalog = replace(context.katalog, records={**context.katalog.records, "puljer": changed})
    return Context(katalog, context.today)


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        (
            (("I alt", "2024", 2_000_000), ("I alt", "2025", 4_000_000), ("Heraf", "2025", 1)),
            [("2024", 50), ("2025", 100)],
        ),
        ((("Start", "2024", 1_000_000), ("Slut", "2026", 500_000)), [("2024", 100), ("2026", 50)]),
        ((("Løn", "2024", 1_000_000), ("Hus", "2024", 500_000), ("Mad", "2025", 500_000)), []),
        ((("I alt", "2024", 1_000_000),), []),
    ],
)
def test_a_series_counts_the_same_thing_each_year(
    context: Context, amounts: tuple[tuple[str, str, int], ...], shown: list[tuple[str, int]]
) -> None:
    """The same text over the years is a series, and so is one amount a year; several things in one year are none."""
    streams = money_page(_with_amounts(context, *amounts)).streams
    assert [(row.cells[0].text, row.cells[1].share) for stream in streams for row in stream.table.rows] == shown


def test_recommendations_are_counted_by_what_became_of_them(context: Context) -> None:
    """Each recommendation with a known outcome is in the table, with its source, and counted once."""
    page = money_page(context)
    assert page.outcomes == ("Delvist fulgt: 1 anbefaling",)
    assert page.recommendations
    row = page.recommendations.rows[0]
    assert [cell.text for cell in row.cells] == ["Lav flere klubber", "Delvist fulgt", "Byen lavede én klub mere."]
    assert row.cells[2].mark


def test_a_fund_that_is_named_shows_all_its_amounts(context: Context) -> None:
    """At the top stand all amounts of the fund, the largest first, and the fund is not shown once more below."""
    page = money_page(context, ("eksempelpuljen",))
    rows = [[cell.text for cell in row.cells] for row in page.first[0].table.rows]
    assert rows == [
        ["Tilskud til klubber", "7,5", "2025"],
        ["Løn til en opfundet medarbejder", "ca. 0,015-0,03", "hvert år"],
    ]
    assert (page.streams, page.others) == ((), None)

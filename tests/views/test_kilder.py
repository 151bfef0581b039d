"""The sources: letters as Danes sort them, and publishers however their name is written."""

from dataclasses import replace

import pytest

from macros.model import Kilde
from macros.views import kilder
from macros.views.context import Context


@pytest.mark.parametrize(
    ("name", "letter"), [("Aarhus Kommune", "Å"), ("Aalborg", "Å"), ("ældresagen.dk", "Æ"), ("9pdf.org", "Tal")]
)
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    """ "Aa" is "Å", a small letter is its capital, and what begins with no letter stands by itself."""
    assert kilder.letter(name) == letter


def test_a_letter_has_its_publishers_and_no_others(context: Context) -> None:
    """The page of a letter has an address and a title of its own, and each source of its publishers once."""
    page = kilder.page(context, "e")
    assert (page.address, page.title, page.count) == ("udgivere/e/", "Kilder fra udgivere på E", "2 kilder")
    assert [(one.id, [row.link.address for row in one.rows]) for one in page.publishers] == [
        ("udgiver-eksempelby-kommune", ["kilder/eksempelbrev/"]),
        ("udgiver-eksempeluniversitetet", ["kilder/eksempelrapport-2026/"]),
    ]


def test_one_publisher_written_in_two_ways_is_one(context: Context) -> None:
    """Names that differ in signs and capitals only are one publisher, its sources newest first."""
    sources = context.katalog.of(Kilde)
    names = ("fyens.dk", "Fyens.dk", "Fyens.dk")
    made = {
        str(i): sources[0].model_copy(update={"id": f"k{i}", "udgiver": name, "aar": 2020 + i})
        for i, name in enumerate(names)
    }
    records = {**context.katalog.records, "kilder": {one.id: one for one in made.values()}}
    (page,) = kilder.source_list(replace(context, katalog=replace(context.katalog, records=records))).letters
    assert [(one.id, one.name, [row.year for row in one.rows]) for one in page.publishers] == [
        ("udgiver-fyens-dk", "Fyens.dk", ["2022", "2021", "2020"])
    ]

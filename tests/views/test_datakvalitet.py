"""The page that counts what the catalogue lacks."""

from macros.views.context import Context
from macros.views.datakvalitet import quality


def test_completeness_is_counted_by_kind_and_field(context: Context) -> None:
    """A kind tells its share of filled fields, a field how many records have it; the emptiest fields come first."""
    page = quality(context)
    kinds = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in page.kinds.rows}
    assert kinds["Initiativer"][:2] == ["2", "100"]
    initiatives = page.fields[0]
    assert initiatives.caption == "Initiativer"
    shares = [int(row.cells[3].text) for row in initiatives.rows]
    assert shares == sorted(shares)
    assert initiatives.rows[0].cells[2].text == "1 af 2"


def test_what_is_unsure_is_said_in_words(context: Context) -> None:
    """Records that no owner confirmed, read at second hand, and sources that nobody read are counted."""
    page = quality(context)
    assert page.second_hand == "1 af 20 poster har sikkerheden mellem."
    assert page.unread == "1 af 2 kilder er kun nævnt af andre og ikke læst."


def test_records_that_were_taken_out_are_not_counted(context: Context) -> None:
    """The oldest checks name only records that are still in the catalogue."""
    titles = [row.cells[0].text for row in quality(context).oldest.rows]
    assert titles
    assert "Den lukkede klub" not in titles

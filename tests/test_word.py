"""The blank Word file of the partnership builder."""

from datetime import date
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from macros.export.word import partnership_form
from macros.views.partnerskabsbygger import SECTIONS, TITLE
from tests.twice import in_two_processes

DAY = date(2026, 11, 25)


def test_the_word_file_has_the_forms_headings() -> None:
    """Real headings, in the form's order: each section, and each field that is neither a table nor a box to tick."""
    word = Document(BytesIO(partnership_form(DAY)))
    found = [(one.style.name, one.text) for one in word.paragraphs if one.style and one.style.name != "Normal"]
    expected = [("Title", TITLE)]
    for section in SECTIONS:
        expected.append(("Heading 1", section.title))
        expected += [("Heading 2", one.title) for one in section.fields if one.kind not in {"rows", "check"}]
    assert found == expected


def test_the_word_file_is_accessible() -> None:
    """Danish, with a title, no empty paragraph, and every table's first row marked as its header."""
    word = Document(BytesIO(partnership_form(DAY)))
    languages = {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))}
    assert (word.core_properties.title, word.core_properties.language, languages) == (TITLE, "da-DK", {"da-DK"})
    assert [one.text for one in word.paragraphs if not one.text.strip()] == []
    headers = [bool(table.rows[0]._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for table in word.tables]
    tables = [one for section in SECTIONS for one in section.fields if one.kind == "rows"]
    assert headers == [True] * len(tables)


def test_the_word_file_is_the_same_in_two_builds() -> None:
    """The same day gives the same bytes, whatever the clock says."""
    first, second = in_two_processes(
        """
from datetime import date
from macros.export.word import partnership_form
out.write(partnership_form(date(2026, 11, 25)))
"""
    )
    assert first.startswith(b"PK")
    assert first == second

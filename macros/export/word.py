"""The partnership builder's blank form as a Word file, made with python-docx; the same bytes on the same day."""

from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.export.archive import timeless
from macros.views.partnerskabsbygger import SECTIONS, TITLE, Field, Section

_BLANK_ROWS = 4
_LANGUAGE = "da-DK"
_PROMPT = {"number": "[Skriv et helt tal]", "line": "[Skriv her]", "text": "[Skriv her]", "record": "[Skriv her]"}


def partnership_form(today: date) -> bytes:
    """The blank form: a heading for each section and field, its guidance, and tables for what has rows."""
    word = Document()
    _describe(word, today)
    word.add_heading(TITLE, 0)
    for section in SECTIONS:
        _add_section(word, section)
    written = BytesIO()
    word.save(written)
    return timeless(written.getvalue())


def _describe(word: WordFile, today: date) -> None:
    """Title, day and language; Word's own template is in English and says who made it."""
    core, day = word.core_properties, datetime(today.year, today.month, today.day)
    core.title, core.language, core.author, core.comments = TITLE, _LANGUAGE, "", ""
    core.created = core.modified = day
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)


def _add_section(word: WordFile, section: Section) -> None:
    word.add_heading(section.title, 1)
    word.add_paragraph(section.guidance)
    for field in section.fields:
        _add_field(word, field)


def _add_field(word: WordFile, field: Field) -> None:
    if field.kind == "check":
        word.add_paragraph(f"☐ {field.title}")
        return
    if field.kind != "rows":
        word.add_heading(field.title, 2)
    if field.help:
        word.add_paragraph(field.help)
    if field.kind == "rows":
        _add_table(word, field)
    else:
        word.add_paragraph(_PROMPT[field.kind])


def _add_table(word: WordFile, field: Field) -> None:
    table = word.add_table(rows=1 + _BLANK_ROWS, cols=len(field.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, field.columns, strict=True):
        cell.text = column.title
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

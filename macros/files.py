"""The files of the site that are not pages: tables, feeds, calendars, forms. Names and contents; nothing is written."""

from collections.abc import Iterator

from macros import export, formular
from macros.model import Tabel
from macros.views.context import Context


def site_files(context: Context, site_url: str, repository: str | None) -> Iterator[tuple[str, str | bytes]]:
    """Each file's place below the site's root, and what it holds."""
    for tabel in context.katalog.of(Tabel):
        yield f"tabeller/{tabel.id}.csv", export.table_csv(tabel)
    yield "aendringer/aendringer.atom", export.changes_feed(context, site_url)
    yield "milepaele/frister.ics", export.calendar(context, site_url)
    yield "kommuner/kommuner.csv", export.kommuner_csv(context.katalog, context.today)
    yield "vaerktoejer/partnerskab/skabelon.docx", export.partnership_form(context.today)
    yield "vaerktoejer/partnerskab/poster.json", export.pick_list(context.katalog)
    yield "bidrag/formular.json", formular.form_json(context, repository)
    yield "bidrag/kilder.json", formular.sources_json(context)
    for path, content in export.fit_files(context):
        yield f"vaerktoejer/pasform/{path}", content

"""The files that come from no page: tables, feeds, calendars, forms, old addresses. Nothing is written here.

Each is a place below the site's root and what makes its content, so that a name costs nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from macros import export, formular
from macros.model import Tabel
from macros.pages import indexed, redirects
from macros.render import render
from macros.text import danish_date
from macros.views import indlejret
from macros.views.context import Context

_STYLES = Path(__file__).resolve().parent.parent / "docs" / "assets" / "css"
_STYLE_SHEETS = {
    "site.css": ("tokens.css", "katalog.css", "laesop.css"),
    "budgetside.css": ("sammenlign.css", "budget.css"),
    "byggerside.css": ("bidrag.css", "bygger.css"),
    "pasformside.css": ("sammenlign.css", "pasform.css"),
    "indlejretside.css": ("tokens.css", "indlejret.css"),
}
"""A page waits for each style sheet before it is shown: one of all pages, and at most one of its own."""

Made = tuple[str, Callable[[], str | bytes]]


def data_files(context: Context, site_url: str) -> Iterator[Made]:
    """The open data: what lies below /api/, and the tables that pages offer beside what they show."""
    yield from export.open_data(context, site_url)
    for tabel in context.katalog.of(Tabel):
        yield f"tabeller/{tabel.id}.csv", partial(export.table_csv, tabel)
    yield "kommuner/kommuner.csv", partial(export.kommuner_csv, context.katalog, context.today)


def site_files(context: Context, site_url: str, repository: str | None, by_hand: Iterable[str]) -> Iterator[Made]:
    """Every such file of a site. `by_hand` are the Markdown files below docs/."""
    yield from data_files(context, site_url)
    yield from for_search_engines(context, site_url, by_hand)
    yield from embedded(context, site_url)
    for redirect in redirects(context.katalog):
        yield redirect.path, partial(render, "omdirigering", "../../", redirect=redirect)
    yield "aendringer/aendringer.atom", partial(export.changes_feed, context, site_url)
    yield "milepaele/frister.ics", partial(export.calendar, context, site_url)
    yield "vaerktoejer/partnerskab/skabelon.docx", partial(export.partnership_form, context.today)
    yield "opslag/partnerskab/poster.json", partial(export.pick_list, context.katalog)
    yield "opslag/bidrag/formular.json", partial(formular.form_json, context, repository)
    yield "opslag/bidrag/kilder.json", partial(formular.sources_json, context)
    yield "opslag/kilder.json", partial(export.source_rows, context)
    for path, make in export.fit_files(context):
        yield f"opslag/pasform/{path}", make
    for name, parts in _STYLE_SHEETS.items():
        yield f"assets/css/{name}", partial(_style_sheet, parts)


def _style_sheet(parts: Iterable[str]) -> str:
    return "\n".join((_STYLES / part).read_text(encoding="utf-8") for part in parts)


def for_search_engines(context: Context, site_url: str, by_hand: Iterable[str]) -> Iterator[Made]:
    """The list of pages, which needs whole addresses, and robots.txt, which is read at the root of a host only."""
    address = urlsplit(site_url)
    if address.netloc:
        yield "sitemap.xml", partial(render, "sitemap", None, base=site_url, pages=indexed(context, by_hand))
        if address.path == "/":
            yield "robots.txt", partial(render, "robots", None, base=site_url)


def embedded(context: Context, site_url: str) -> Iterator[Made]:
    """A whole page for each list that other sites may show."""
    base = site_url if urlsplit(site_url).netloc else None
    told = {"publisher": context.katalog.indstillinger, "base": base, "day": danish_date(context.today)}
    for one in indlejret.lists(context):
        yield f"{one.address}index.html", partial(render, "indlejret", "../" * one.address.count("/"), list=one, **told)

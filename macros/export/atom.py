"""New, changed and retired records as an Atom feed (RFC 4287), made with feedgen."""

from datetime import UTC, date, datetime, time

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from macros.views.aendringer import Aendringer, Day, Entry, changelog
from macros.views.context import Context

MOST_ENTRIES = 100


def changes_feed(context: Context, site_url: str) -> str:
    """The feed of the newest changes; addresses start with the site's own. Days are told as noon, UTC."""
    view, publisher = changelog(context), context.katalog.indstillinger
    feed = FeedGenerator()
    feed.id(f"{site_url}aendringer/")
    feed.title(f"Ændringer i {publisher.navn}")
    feed.author({"name": publisher.myndighed})
    feed.language("da")
    feed.link(href=f"{site_url}aendringer/aendringer.atom", rel="self")
    feed.link(href=f"{site_url}aendringer/", rel="alternate")
    feed.updated(_noon(view.days[0].iso if view.days else context.today.isoformat()))
    for entry in _entries(view, site_url)[:MOST_ENTRIES]:
        feed.add_entry(entry, order="append")
    text: bytes = feed.atom_str(pretty=True)
    return text.decode("utf-8")


def _entries(view: Aendringer, site_url: str) -> list[FeedEntry]:
    found = []
    for day in view.days:
        if day.many:
            found.append(_entry(f"{site_url}aendringer/#d-{day.iso}", "; ".join(day.many), day.iso, None))
        found += [_record_entry(item, day, site_url) for item in day.entries]
    return found


def _record_entry(item: Entry, day: Day, site_url: str) -> FeedEntry:
    title = f"{item.word}: {item.link.text} ({item.badge.word})"
    return _entry(site_url + item.link.address, title, day.iso, item.reason)


def _entry(link: str, title: str, iso: str, summary: str | None) -> FeedEntry:
    entry = FeedEntry()
    entry.id(f"{link}?{iso}-{title.split(':', maxsplit=1)[0].lower()}")
    entry.title(title)
    entry.link(href=link)
    entry.updated(_noon(iso))
    if summary:
        entry.summary(summary)
    return entry


def _noon(iso: str) -> datetime:
    return datetime.combine(date.fromisoformat(iso), time(12), UTC)

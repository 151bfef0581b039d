"""Deadlines and milestones as a calendar (RFC 5545), made with icalendar."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from macros.views.context import Context
from macros.views.frister import Frist, frister


def calendar(context: Context, site_url: str) -> str:
    """Every date known to the day, as events that last the whole day; the build's day is its stamp."""
    made = Calendar()
    made.add("prodid", "-//Inspirationskatalog//Frister//DA")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Frister fra {context.katalog.indstillinger.navn}")
    stamp = datetime.combine(context.today, time(12), UTC)
    for item in frister(context):
        made.add_component(_event(item, stamp, site_url))
    text: bytes = made.to_ical()
    return text.decode("utf-8")


def _event(item: Frist, stamp: datetime, site_url: str) -> Event:
    """`uid` names the record, so that a calendar that fetches the file again changes the event it has."""
    event = Event()
    event.add("uid", f"{str(item.reference).replace('/', '-')}@ungeloeftets-inspirationskatalog")
    event.add("dtstamp", stamp)
    event.add("dtstart", item.day)
    event.add("dtend", item.day + timedelta(days=1))
    event.add("summary", item.title)
    event.add("description", "\n".join(_description(item, site_url)))
    event.add("transp", "TRANSPARENT")
    if site_url.startswith("http"):
        event.add("url", site_url + item.address)
    return event


def _description(item: Frist, site_url: str) -> list[str]:
    """What happens and where it is said; links only where the site's own address is known."""
    lines = [item.text]
    known = site_url.startswith("http")
    if item.source:
        place = f", {item.place}" if item.place else ""
        link = f" ({site_url}{item.source.address})" if known else ""
        lines.append(f"Kilde: {item.source.text}{place}{link}")
    return [*lines, f"Læs mere: {site_url}{item.address}"] if known else lines

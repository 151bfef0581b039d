"""The calendar file, as another program reads it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Component

from macros import load
from macros.export import calendar
from macros.historik import History
from macros.model import Milepael, Pulje
from macros.views.context import Context
from macros.views.frister import frister
from tests.twice import in_two_processes

SITE = "https://www.example.dk/katalog/"
ROOT = Path(__file__).parent.parent


def _events(context: Context, site_url: str = SITE) -> dict[str, Component]:
    """The events by the record that they tell of."""
    read = Calendar.from_ical(calendar(context, site_url))
    return {str(event["uid"]).split("@")[0]: event for event in read.walk("VEVENT")}


def test_an_event_lasts_the_whole_day_and_names_its_source(context: Context) -> None:
    """A date is an event of one day, stamped with the build's day, with its source and the address of the record."""
    event = _events(context)["milepaele-klubben-aabner"]
    assert event.decoded("dtstart") == date(2026, 11, 21)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert event.decoded("dtstamp") == datetime(
        context.today.year, context.today.month, context.today.day, 12, tzinfo=UTC
    )
    assert str(event["summary"]) == "Klubben åbner"
    assert str(event["url"]) == f"{SITE}milepaele/#klubben-aabner"
    assert str(event["description"]).split("\n") == [
        "Klub Eksempel åbner dørene.",
        f"Kilde: Eksempelrapport, s. 2 ({SITE}kilder/eksempelrapport-2026/)",
        f"Læs mere: {SITE}milepaele/#klubben-aabner",
    ]


def test_a_month_is_no_day(context: Context) -> None:
    """A date known by its month only is not in the calendar, since its day would be invented."""
    assert "milepaele-puljen-aabner" not in _events(context)


def test_no_link_is_made_up_where_the_address_of_the_site_is_unknown(context: Context) -> None:
    """Without the site's own address an event still names its source, and links to nothing."""
    event = _events(context, "/")["milepaele-klubben-aabner"]
    assert "url" not in event
    assert str(event["description"]) == "Klub Eksempel åbner dørene.\nKilde: Eksempelrapport, s. 2"


def test_the_calendar_has_the_dates_of_the_records() -> None:
    """The catalogue's own calendar has each date known to the day once, as its record says it."""
    katalog, _ = load.latest(ROOT / "data", ROOT / "settings.yml")
    assert katalog is not None
    context = Context(katalog, date(2026, 11, 25), History((), complete=True))
    days = {f"milepaele-{item.id}": item.dato for item in katalog.of(Milepael) if len(item.dato) == len("2026-11-25")}
    told = {(pulje, item.dato) for item in katalog.of(Milepael) for pulje in item.puljer}
    for pulje in katalog.of(Pulje):
        if pulje.frist and (pulje.id, str(pulje.frist)) not in told:
            days[f"puljer-{pulje.id}"] = str(pulje.frist)
    assert {uid: str(event.decoded("dtstart")) for uid, event in _events(context).items()} == days
    assert len(frister(context)) == len(days)


def test_the_example_has_exactly_these_events(context: Context) -> None:
    """Every event of the example with its first day and the day after its last."""
    assert {uid: (event.decoded("dtstart"), event.decoded("dtend")) for uid, event in _events(context).items()} == {
        "milepaele-klubben-aabner": (date(2026, 11, 21), date(2026, 11, 22)),
        "puljer-eksempelpuljen": (date(2026, 12, 1), date(2026, 12, 2)),
    }


def test_the_same_day_gives_the_same_bytes() -> None:
    """The file is made of records and the build's day: another clock and another order of sets change nothing."""
    first, second = in_two_processes(
        """
from datetime import date
from pathlib import Path
from macros import load
from macros.export import calendar
from macros.views.context import Context
good = Path("tests/sites/good")
katalog, _ = load.check(good / "data", good / "settings.yml")
out.write(calendar(Context(katalog, date(2026, 11, 21)), "https://www.example.dk/katalog/").encode())
"""
    )
    assert first.startswith(b"BEGIN:VCALENDAR")
    assert first == second

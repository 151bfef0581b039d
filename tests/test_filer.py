"""The files that the built site offers to other programs, read by other programs."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

from icalendar import Calendar

from tests.tal import Tal

ATOM = "{http://www.w3.org/2005/Atom}"


def test_feeds_are_read(site: Path, tal: Tal) -> None:
    """Every Atom feed has a title, and entries with what a feed reader cannot do without, each named once."""
    feeds = [ElementTree.parse(path).getroot() for path in sorted(site.rglob("*.atom"))]
    entries = [entry for feed in feeds for entry in feed.findall(f"{ATOM}entry")]
    tal("files: feeds", len(feeds))
    tal("files: entries", len(entries))
    assert feeds
    assert [feed.tag for feed in feeds if feed.tag != f"{ATOM}feed" or not feed.findtext(f"{ATOM}title")] == []
    for feed in feeds:
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))
    assert [
        one for one in entries if not all(one.findtext(f"{ATOM}{part}") for part in ("id", "title", "updated"))
    ] == []


def test_calendars_are_read(site: Path, tal: Tal) -> None:
    """Every calendar holds events, each with a day, a title and a name of its own."""
    calendars = [Calendar.from_ical(path.read_bytes()) for path in sorted(site.rglob("*.ics"))]
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    tal("files: calendars", len(calendars))
    tal("files: events", len(events))
    assert calendars
    assert [event for event in events if not all(key in event for key in ("uid", "dtstart", "summary"))] == []
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_tables_and_json_are_read(site: Path, tal: Tal) -> None:
    """Every CSV file opens in a Danish Excel: a BOM, semicolons, no row longer than the head. All JSON is JSON."""
    tables = sorted(site.rglob("*.csv"))
    texts = sorted(path for path in site.rglob("*.json") if "pagefind" not in path.parts)
    tal("files: CSV", len(tables))
    tal("files: JSON", len(texts))
    assert tables
    for path in tables:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";", strict=True))
        assert len(rows) > 1, path
        assert len(rows[0]) > 1, path
        assert max(len(row) for row in rows) == len(rows[0]), path
    assert [path for path in texts if json.loads(path.read_text(encoding="utf-8")) is None] == []

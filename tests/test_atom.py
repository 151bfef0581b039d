"""The feed of changes, as another system reads it."""

from dataclasses import replace
from xml.etree import ElementTree

from macros.export import changes_feed
from macros.historik import Change, History
from macros.views.context import Context

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://www.example.dk/katalog/"


def _feed(context: Context, *changes: Change) -> ElementTree.Element:
    told = replace(context, history=History(changes, complete=True))
    return ElementTree.fromstring(changes_feed(told, SITE).encode())


def test_the_feed_tells_what_happened_to_which_record(context: Context) -> None:
    """Each change is an entry with title, day, reason and the full address; what was taken out is told as well."""
    feed = _feed(context, Change("initiativer/klub-eksempel.yml", "2026-11-20", "aendret", "Ret antallet af unge"))
    first, last = feed.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "Ændret: Klub Eksempel (Praksiseksempel)"
    assert first.findtext(f"{ATOM}updated") == "2026-11-20T12:00:00+00:00"
    assert first.findtext(f"{ATOM}summary") == "Ret antallet af unge"
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{SITE}initiativer/klub-eksempel/"
    assert last.findtext(f"{ATOM}title") == "Taget ud: Den lukkede klub (Praksiseksempel)"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T12:00:00+00:00"


def test_entries_have_names_of_their_own(context: Context) -> None:
    """Two changes of one record on two days are two entries, so that a reader is told of both."""
    days = ("2026-11-20", "2026-11-19")
    feed = _feed(context, *(Change("initiativer/klub-eksempel.yml", day, "aendret", None) for day in days))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 3


def test_a_clean_up_is_one_entry(context: Context) -> None:
    """Many records changed on one day are counted by kind, not told one by one."""
    kinds = [("kilder", "eksempelbrev"), ("initiativer", "klub-eksempel")]
    changes = [
        Change(f"{kind}/{id_}.yml", "2026-11-20", "ny", f"Nummer {number}")
        for number in range(11)
        for kind, id_ in kinds
    ]
    feed = _feed(context, *changes)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles[0] == "Ny: 1 initiativ; Ny: 1 kilde"

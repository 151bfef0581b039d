"""What a reader can do with a page: correct it, report an error, or go on with its record in a tool."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from macros.model import Reference
from macros.views import pasform
from macros.views.context import Link


@dataclass(frozen=True)
class Action:
    """A link that leads out of the site: to the file on GitHub, or to the mailbox."""

    text: str
    url: str


def correct(file: str, title: str, repository: str | None, mailbox: str | None) -> Action | None:
    """The link "Ret denne side": the file on GitHub, else a mail to the mailbox, else nothing."""
    if repository:
        return Action("Ret denne side", f"https://github.com/{repository}/edit/main/{quote(file)}")
    if mailbox:
        subject = quote(f"Rettelse til {title}")
        body = quote(f"Siden: {title}\nFilen: {file}\n\nDet skal rettes:\n")
        return Action("Ret denne side (send en mail)", f"mailto:{mailbox}?subject={subject}&body={body}")
    return None


@dataclass(frozen=True)
class Place:
    """What an error is reported about: the page's title and address, and the record that it shows, if it does."""

    title: str
    address: str
    record: str = ""


def report(place: Place, repository: str | None, mailbox: str | None) -> tuple[Action, ...]:
    """The links "Meld en fejl": the form on GitHub with page and record filled in, and a mail for those without it."""
    found = []
    if repository:
        fields = {"template": "fejl.yml", "side": place.address} | ({"post": place.record} if place.record else {})
        query = urlencode(fields, quote_via=quote)
        found.append(Action("Meld en fejl", f"https://github.com/{repository}/issues/new?{query}"))
    if mailbox:
        record = f"Posten: {place.record}\n" if place.record else ""
        body = quote(f"Siden: {place.title}\nAdressen: {place.address}\n{record}\nFejlen er:\n")
        subject = quote(f"Fejl på siden {place.title}")
        found.append(Action("Meld en fejl (send en mail)", f"mailto:{mailbox}?subject={subject}&body={body}"))
    return tuple(found)


def tools(name: Reference) -> tuple[Link, ...]:
    """The tools of this site that begin with the record."""
    if name.kind not in pasform.KINDS:
        return ()
    return (Link("Vurdér pasform", f"vaerktoejer/pasform/?id={name}"),)

"""What a reader can do with a page: correct it or report an error."""

from dataclasses import dataclass
from urllib.parse import quote


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

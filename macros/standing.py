"""The bodies of the two standing issues, as Markdown: links that do not answer, and records that are due."""

from collections.abc import Mapping, Sequence
from datetime import date

from macros import markdown
from macros.friskhed import Due
from macros.linktjek import Answer, Link, LinkCheck
from macros.markdown import escape
from macros.model import KINDS, Katalog, Reference
from macros.text import danish_date, number, plural

Used = Mapping[str, tuple[Reference, ...]]
_PARTS: tuple[tuple[Answer, str, str], ...] = (
    ("fejler", "Svarer ikke", "Åbn adressen. Find den nye, eller skriv under `opbevaring`, hvor kilden kan findes."),
    ("flyttet", "Er flyttet", "Skriv den nye adresse i kilden, når I har set, at det er den samme side."),
    (
        "tolereret",
        "Afviser maskiner",
        "Værten står i `.github/lychee-tolerance.yml` med en grund. Se selv efter en gang imellem.",
    ),
)
_REWRITTEN = "Sagen bliver skrevet om af sig selv hver uge. Skriv kommentarer nedenfor, ikke her."


def links(check: LinkCheck, used: Used, katalog: Katalog, repository: str | None) -> str:
    """What the check found, the worst first. `used` is every address that should have been asked."""
    answered = sum(link.svar in {"svarer", "flyttet"} for link in check.links.values())
    lines = [f"Tjekket {danish_date(check.dato)}. {number(answered)} af {plural(len(used), 'link', 'links')} svarer."]
    for answer, title, what_to_do in _PARTS:
        found = [(url, link) for url, link in check.links.items() if link.svar == answer and url in used]
        if found:
            rows = [
                (_shown(url, link), escape(link.hvad), _records(used[url], katalog, repository)) for url, link in found
            ]
            lines += ["", f"## {title} ({len(found)})", "", what_to_do, ""]
            lines += markdown.table(("Adresse", "Svar", "Står i"), rows)
    left = [url for url in used if url not in check.links]
    if left:
        lines += ["", f"## Ikke tjekket ({len(left)})", "", *markdown.bullets(map(markdown.address, left))]
    return "\n".join([*lines, "", _REWRITTEN, ""])


def _shown(url: str, link: Link) -> str:
    return f"{markdown.address(url)} → {markdown.address(link.til)}" if link.til else markdown.address(url)


def _records(names: Sequence[Reference], katalog: Katalog, repository: str | None) -> str:
    return ", ".join(_record(katalog.file(name), str(name), repository) for name in names)


def _record(file: str, text: str, repository: str | None) -> str:
    """The record, leading to where its file is edited, where the repository is known."""
    if not repository:
        return escape(text)
    return f"[{escape(text)}](https://github.com/{repository}/edit/main/{file})"


def stale(due: Sequence[Due], katalog: Katalog, today: date, repository: str | None) -> str:
    """The records that are due, the longest overdue first, and the limits that decide it."""
    total = sum(1 for _item in katalog.all())
    lines = [f"Opgjort {danish_date(today)}. {number(len(due))} af {plural(total, 'post', 'poster')} skal gennemgås."]
    if due:
        lines += ["", "Hold posten op mod sine kilder, og sæt `gennemgaaet` til den dag, I gjorde det."]
        lines += ["Ændrer posten sig ikke, så skriv dato og grund under `frisk_til`.", ""]
        lines += markdown.table(
            ("Post", "Sidst gennemgået", "Frist", "Egen frist, fordi"),
            (_due_row(one, katalog, repository) for one in due),
        )
    lines += ["", "## Frister efter slags", "", "De står i `settings.yml` under `gennemgang`.", ""]
    lines += markdown.table(("Slags", "Dage"), _limits(katalog))
    return "\n".join([*lines, "", _REWRITTEN, ""])


def _due_row(due: Due, katalog: Katalog, repository: str | None) -> tuple[str, ...]:
    shown = f"{_record(katalog.file(due.name), due.title, repository)} ({escape(KINDS[due.name.kind].singular)})"
    return (shown, danish_date(due.looked_at), danish_date(due.day), escape(due.reason or ""))


def _limits(katalog: Katalog) -> list[tuple[str, str]]:
    limits = katalog.indstillinger.gennemgang
    return [(escape(kind.plural.capitalize()), str(getattr(limits, name) or "ingen")) for name, kind in KINDS.items()]

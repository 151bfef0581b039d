"""What an editor is told about a proposed change, as Markdown for the job's summary page on GitHub."""

from collections.abc import Iterator, Mapping

from macros import markdown
from macros.forskel import Counts, Filled, Forskel, Touched, What
from macros.linktjek import Link
from macros.markdown import escape
from macros.model import Reference
from macros.report import HARD
from macros.text import plural

_WEIGHTS = (("paakraevet", "Krævede"), ("anbefalet", "Anbefalede"), ("nyttig", "Nyttige"))
_WHAT: Mapping[What, str] = {
    "ny": "Ny",
    "aendret": "Ændret",
    "flyttet": "Flyttet",
    "udgaaet": "Taget ud",
    "genindsat": "Sat ind igen",
    "slettet": "Slettet",
}
_NOTHING = "Ændringen rører ingen poster."
_DELETED = (
    "En slettet post efterlader en død adresse. Brug `udgaaet` i stedet, eller skriv det gamle id under `tidligere_id`."
)


def summary(forskel: Forskel, problems: int, answers: Mapping[str, Link] | None) -> str:
    """The whole summary. `answers` is None where no link was asked for an answer."""
    parts = [
        ["# Hvad ændringen gør"],
        [f"**{plural(problems, 'fejl', 'fejl')} i data.** De står ved linjerne i ændringen."] if problems else [],
        _unread(forskel),
        *_records(forskel),
        *_content(forskel),
        *_links(forskel, answers),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def unreadable(problems: int) -> str:
    """The summary where the lists of the catalogue themselves cannot be read."""
    told = f"{plural(problems, 'fejl', 'fejl')} i data gør, at poster ikke kan sammenlignes. Ret dem først."
    return f"# Hvad ændringen gør\n\n{told}\n"


def _unread(forskel: Forskel) -> list[str]:
    lines = []
    if forskel.unread:
        names = ", ".join(escape(str(name)) for name in forskel.unread)
        lines.append(f"Disse poster har fejl i filen og er ikke med nedenfor: {names}.")
    if forskel.unread_base:
        names = ", ".join(escape(str(name)) for name in forskel.unread_base)
        lines.append(f"Disse poster kunne ikke læses, som de var før, og er ikke sammenlignet: {names}.")
    return lines


def _records(forskel: Forskel) -> Iterator[list[str]]:
    if not forskel.touched:
        yield [_NOTHING]
        return
    yield ["## Poster"]
    yield [f"{plural(len(forskel.touched), 'post', 'poster')} er rørt."]
    yield markdown.table(
        ("Hvad", "Post", "Id"),
        ((_WHAT[item.what], escape(item.title), _names(item)) for item in forskel.touched),
    )
    if forskel.of("slettet"):
        yield [_DELETED]


def _names(item: Touched) -> str:
    return f"{_id(item.was)} → {_id(item.name)}" if item.was else _id(item.name)


def _id(name: Reference) -> str:
    return escape(str(name))


def _content(forskel: Forskel) -> Iterator[list[str]]:
    if forskel.touched:
        yield ["## Udfyldte felter i pct."]
        heads = ("", *(f"{word} før → efter" for _weight, word in _WEIGHTS))
        yield markdown.table(heads, (_filled_row(filled) for filled in forskel.filled))
    yield from _listed(
        "## Anbefalede felter, der mangler",
        (f"{_id(item.name)}: {escape(', '.join(item.missing))}" for item in forskel.touched if item.missing),
    )
    yield from _listed(
        "## Tal uden kilde",
        (f"{_id(item.name)}, {escape(at)}: {escape(told)}" for item in forskel.touched for at, told in item.unsourced),
    )
    yield from _readability(forskel)


def _listed(title: str, lines: Iterator[str]) -> Iterator[list[str]]:
    found = markdown.bullets(lines)
    if found:
        yield [title]
        yield found


def _filled_row(filled: Filled) -> tuple[str, ...]:
    pairs = ((_share(filled.before, weight), _share(filled.after, weight)) for weight, _word in _WEIGHTS)
    return (escape(filled.title), *(f"{before} → {after}" for before, after in pairs))


def _share(counts: Counts, weight: str) -> str:
    filled, possible = counts.get(weight, (0, 0))
    return str(round(100 * filled / possible)) if possible else "ingen"


def _readability(forskel: Forskel) -> Iterator[list[str]]:
    """The readability index of each touched record, and the new texts that are hard to read."""
    read = [item for item in forskel.touched if item.lix[1] is not None]
    if not read:
        return
    yield ["## Læsbarhed"]
    yield [f"Et lix under 35 er let at læse, og fra 55 er det svært. Tekster fra lix {HARD} er nævnt enkeltvis."]
    yield markdown.table(
        ("Post", "Lix før", "Lix efter"),
        ((_id(item.name), "" if item.lix[0] is None else str(item.lix[0]), str(item.lix[1])) for item in read),
    )
    yield markdown.bullets(
        f"Svær tekst: {_id(item.name)}, {escape(text.place)}, lix {text.lix}" for item in read for text in item.hard
    )


def _links(forskel: Forskel, answers: Mapping[str, Link] | None) -> Iterator[list[str]]:
    if not forskel.new_links:
        return
    yield ["## Nye links ud af kataloget"]
    if answers is None:
        yield ["Links er ikke tjekket."]
    rows = ((markdown.address(url), _used_by(names), _answer(url, answers)) for url, names in forskel.new_links.items())
    yield markdown.table(("Adresse", "Står i", "Svar"), rows)
    yield ["Et link, der ikke svarer, stopper ikke ændringen. Åbn det selv, før I godkender."]


def _used_by(names: tuple[Reference, ...]) -> str:
    return ", ".join(map(_id, names))


def _answer(url: str, answers: Mapping[str, Link] | None) -> str:
    found = (answers or {}).get(url)
    if found is None:
        return "ikke tjekket"
    return f"{escape(found.hvad)}: {markdown.address(found.til)}" if found.til else escape(found.hvad)

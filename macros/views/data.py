"""The open data: which sets there are, in which forms, and what the page /data/ shows of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model import KINDS
from macros.text import number
from macros.views.context import Context

FOLDER = "api/v1/"
"""Where version 1 lies, from the site's root. A version is never changed so that a published field disappears."""
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_ALL = ("json", "csv", "xlsx")
WORDS = {"json": "JSON", "csv": "CSV", "xlsx": "Excel"}
"""What readers call the files with these endings."""
_PACKED = 1024
_MUCH = 1000


@dataclass(frozen=True)
class Dataset:
    """A set of data that can be fetched in one or more forms. `id` is its file name without the ending."""

    id: str
    title: str
    text: str
    count: int
    endings: tuple[str, ...] = _ALL

    def file(self, ending: str) -> str:
        """The file's name, from the folder of the version."""
        return f"{self.id}.{ending}"


def datasets(context: Context) -> tuple[Dataset, ...]:
    """Each record kind, and what goes across them."""
    return (*_kinds(context), *_across(context))


def kind_sets(context: Context) -> tuple[Dataset, ...]:
    """Each record kind, in the order of KINDS."""
    return tuple(_kinds(context))


def _kinds(context: Context) -> Iterator[Dataset]:
    for kind in KINDS.values():
        found = len(context.katalog.records[kind.folder])
        title = kind.plural[0].upper() + kind.plural[1:]
        yield Dataset(kind.folder, title, f"Alle {kind.plural} med felter, udsagn og kilder.", found)


def _across(context: Context) -> Iterator[Dataset]:
    katalog = context.katalog
    told = "Ét udsagn på hver linje med kilde og sted."
    yield Dataset("udsagn", "Udsagn med kilde", told, len(context.claims), ("csv", "xlsx"))
    places = len(katalog.kommuner.kommuner)
    yield Dataset("kommuner", "Kommuner", "Kommunerne med kode, region og de poster, der nævner dem.", places)
    lists = len(katalog.vocab)
    yield Dataset("valglister", "Valglister", "De faste valg, som felterne henter ord fra.", lists, ("json",))
    gone = sum(1 for _record in katalog.all_retired())
    yield Dataset("udgaaede", "Udgåede poster", "Poster, der er taget ud, med dato og grund.", gone, ("json",))
    every = sum(len(records) for records in katalog.records.values())
    yield Dataset("alt", "Hele kataloget", "Alle poster, valglister og kommuner i én fil.", every, ("json",))


def about(context: Context) -> str:
    """What the data hold, in one sentence."""
    every = sum(one.count for one in _kinds(context))
    return (
        f"Kataloget har {number(every)} poster om initiativer, metoder og partnerskaber, "
        "der hjælper unge uden job og uddannelse videre."
    )


def credit(context: Context) -> str:
    """The line that others may put beside what they use."""
    return f"Kilde: {context.katalog.indstillinger.navn}, [postens titel], hentet [dato]. Data: CC0 1.0."


@dataclass(frozen=True)
class Form:
    """One file to fetch: what kind of file, where, and how large."""

    word: str
    address: str
    size: str


@dataclass(frozen=True)
class Row:
    """A set of data with its files. `text` is blank for a record kind, whose title says enough."""

    id: str
    title: str
    text: str
    count: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class DataPage:
    """All that the page shows from the data. `base` is where the site is; `example` names a record."""

    rows: tuple[Row, ...]
    base: str
    example: str
    credit: str
    about: str


def page(context: Context, sizes: Mapping[str, int], base: str | None) -> DataPage:
    """The sets with their sizes in bytes by file, and addresses for examples as far as the site's own is known."""
    rows = tuple(_row(one, sizes) for one in datasets(context))
    first = next((str(name) for name, _record in context.katalog.all()), "")
    return DataPage(rows, base or "https://katalogets-adresse/", first, credit(context), about(context))


def _row(one: Dataset, sizes: Mapping[str, int]) -> Row:
    forms = (Form(WORDS[kind], f"{FOLDER}{one.file(kind)}", size(sizes[one.file(kind)])) for kind in one.endings)
    return Row(one.id, one.title, "" if one.id in KINDS else one.text, number(one.count), tuple(forms))


def size(count: int) -> str:
    """A number of bytes as people say it: "1 kB", "3,4 MB"."""
    kilo = max(1, round(count / _PACKED))
    return f"{number(count / _PACKED**2, 1)} MB" if kilo >= _MUCH else f"{number(kilo)} kB"

"""What a page tells machines about itself, for schema.org: nothing that a reader of the page does not see."""

from dataclasses import dataclass

from macros.model import KINDS, Kilde, Record, Reference
from macros.views import data
from macros.views.context import Context, Link

_HOME = Link("Forside", "")
_GUIDES = "guider/"
_DATA = "data/"
_ABOVE = {
    "kommuner": Link("Kommuner", "kommuner/"),
    "emner": Link("Emner", "emner/"),
    "udgivere": Link("Kilder", "kilder/"),
    "ordliste": Link("Begreber", "begreber/"),
    "emnetal": Link("Nøgletal", "noegletal/"),
}
"""The list that leads to a generated page that is no record's, by the folder of the page."""


@dataclass(frozen=True)
class Article:
    """A page to be read from one end to the other. What is blank does not stand on the page."""

    headline: str
    description: str = ""
    changed: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Download:
    """One file of the open data, by the words of its link."""

    name: str
    form: str
    address: str


@dataclass(frozen=True)
class Dataset:
    """The open data as a whole."""

    name: str
    description: str
    licence: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Described:
    """The crumbs of a page, ending with the page itself, and what the page is. The front page has no crumbs."""

    publisher: str
    crumbs: tuple[Link, ...] = ()
    article: Article | None = None
    dataset: Dataset | None = None


def described(context: Context, address: str, title: str, record: str = "") -> Described:
    """The page at that address; `record` is what a generated page shows, a record or another."""
    publisher = context.katalog.indstillinger.myndighed
    if not address:
        return Described(publisher)
    kind, _, id_ = record.partition("/")
    if kind in KINDS:
        return _of_record(context, Reference(kind, id_), address)
    above = (_ABOVE[kind],) if record else ()
    guide = Article(title) if address.startswith(_GUIDES) and address != _GUIDES else None
    dataset = _dataset(context) if address == _DATA else None
    return Described(publisher, (_HOME, *above, Link(title, address)), guide, dataset)


def _dataset(context: Context) -> Dataset:
    downloads = tuple(
        Download(f"{one.title} som {data.WORDS[kind]}", data.WORDS[kind], f"{data.FOLDER}{one.file(kind)}")
        for one in data.datasets(context)
        for kind in one.endings
    )
    name = context.katalog.indstillinger.navn
    return Dataset(name, data.about(context), f"{data.LICENCE}deed.da", downloads)


def _of_record(context: Context, name: Reference, address: str) -> Described:
    kind = KINDS[name.kind]
    gone = context.katalog.retired.get(name.kind, {}).get(name.id)
    record = gone or context.katalog.get(name)
    crumbs = (_HOME, Link(kind.plural.capitalize(), f"{kind.folder}/"), Link(record.titel, address))
    article = None if gone else _article(context, name, record)
    return Described(context.katalog.indstillinger.myndighed, crumbs, article)


def _article(context: Context, name: Reference, record: Record) -> Article | None:
    """A source is what others have published; the catalogue must not be taken for its publisher."""
    if isinstance(record, Kilde):
        return None
    change = context.history.latest.get(f"{name}.yml")
    topics = tuple(context.label("emne", topic) for topic in record.emner)
    return Article(record.titel, record.resume or "", change.day if change else "", topics)

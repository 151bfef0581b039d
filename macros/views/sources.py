"""Numbers the sources of a page in the order in which its statements name them."""

from dataclasses import dataclass, field

from macros.model import Katalog, Kilde, Record, Reference
from macros.model.dele import Udsagn
from macros.model.felt import KraeverKilde, MedKilde
from macros.views.blocks import Mark, Point, SourceLine
from macros.views.context import Link, address


@dataclass
class Sources:
    """Grows while a page is put together; `lines` is read last."""

    katalog: Katalog
    places: dict[str, list[str]] = field(default_factory=dict)

    def mark(self, part: MedKilde | KraeverKilde) -> Mark | None:
        """The mark of a part, or None where it names no source."""
        if not part.kilde or not part.sted:
            return None
        places = self.places.setdefault(part.kilde, [])
        if part.sted not in places:
            places.append(part.sted)
        return Mark(list(self.places).index(part.kilde) + 1, part.sted)

    def point(self, statement: Udsagn, lead: str | None = None) -> Point:
        """A statement as a point."""
        return Point(paragraphs(statement.tekst), self.mark(statement), lead)

    def points(self, statements: tuple[Udsagn, ...]) -> tuple[Point, ...]:
        """Statements as points."""
        return tuple(self.point(statement) for statement in statements)

    def lines(self, record: Record | None = None) -> tuple[SourceLine, ...]:
        """Every source: those that statements name first, then the rest of the record's own list."""
        for item in getattr(record, "kilder", ()):
            self.places.setdefault(item.kilde, [item.sted])
        return tuple(self._line(number, id_) for number, id_ in enumerate(self.places, start=1))

    def _line(self, number: int, id_: str) -> SourceLine:
        kilde = self.katalog.get(Reference("kilder", id_))
        assert isinstance(kilde, Kilde)
        link = Link(kilde.titel, address(Reference("kilder", id_)))
        year = str(kilde.aar) if kilde.aar else "uden år"
        apart = self.katalog.apart(kilde)
        return SourceLine(number, link, kilde.udgiver, year, tuple(self.places[id_]), kilde.url, apart)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text split at its blank lines."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())

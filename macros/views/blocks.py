"""The building blocks of a record page. Templates know how to show each; views decide which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from macros.views.context import Badge, Link


@dataclass(frozen=True)
class Mark:
    """A numbered source mark behind a statement, with the place in the source."""

    number: int
    place: str


@dataclass(frozen=True)
class Point:
    """A statement: its paragraphs, an optional lead word, its mark, and what follows from it."""

    paragraphs: tuple[str, ...]
    mark: Mark | None = None
    lead: str | None = None


@dataclass(frozen=True)
class Points:
    """Statements as a list, or as paragraphs where there is only one."""

    points: tuple[Point, ...]
    template: ClassVar[str] = "points"


@dataclass(frozen=True)
class Steps:
    """Numbered steps, each with its own points."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    numbered: bool = True
    template: ClassVar[str] = "steps"


@dataclass(frozen=True)
class Links:
    """Links to other records under a lead word."""

    lead: str
    links: tuple[Link, ...]
    template: ClassVar[str] = "links"


@dataclass(frozen=True)
class Absent:
    """An honest empty answer."""

    text: str
    template: ClassVar[str] = "absent"


@dataclass(frozen=True)
class Column:
    """A table column; `unit` stands in the head."""

    title: str
    unit: str | None = None
    numeric: bool = False

    @property
    def label(self) -> str:
        """The head with its unit, shown beside each cell where a phone stacks the columns."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True)
class Cell:
    """A table cell. `share` (0-100) draws a bar behind the text."""

    text: str
    share: int | None = None
    mark: Mark | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Row:
    """A table row: an ordinary one, a part of the row above, or the sum."""

    cells: tuple[Cell, ...]
    role: Literal["row", "part", "sum"] = "row"


@dataclass(frozen=True)
class Table:
    """A real table. The first cell of each row is its head."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    template: ClassVar[str] = "table"

    @property
    def wide(self) -> bool:
        """Whether a phone should scroll it sideways: columns of numbers are read across, not down."""
        return sum(column.numeric for column in self.columns) >= 3


Block = Points | Steps | Links | Absent | Table


@dataclass(frozen=True)
class Section:
    """A part of the page under a heading that is a question or a statement."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Fact:
    """A line in the facts box."""

    label: str
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Brief:
    """One of the three lines of "Kort fortalt": a question, a short answer, and where to read on."""

    question: str
    answer: str
    section: str


@dataclass(frozen=True)
class SourceLine:
    """A line in the numbered list of sources."""

    number: int
    link: Link
    publisher: str
    year: str
    places: tuple[str, ...]
    url: str | None
    apart: str = ""
    """What tells it from another record of the same title: "(Aarhus Kommune)"."""


@dataclass(frozen=True)
class Related:
    """Another record, with the reason why it is shown."""

    badge: Badge
    link: Link
    reason: str


@dataclass(frozen=True)
class Assessment:
    """A row of the evidence panel."""

    dimension: str
    choice: str
    word: str
    is_letter: bool
    reason: str
    by: str | None
    mark: Mark | None


@dataclass(frozen=True)
class EvidencePanel:
    """The five dimensions, and when the evidence was last reviewed."""

    rows: tuple[Assessment, ...]
    reviewed: str
    outdated: str | None = None


@dataclass(frozen=True)
class RecordPage:
    """All that a record page shows."""

    badge: Badge
    list_link: Link
    status: str
    title: str
    lead: str
    facts: tuple[Fact, ...]
    brief: tuple[Brief, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...]
    related: tuple[Related, ...]
    topics: tuple[Link, ...]
    dates: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    evidence: EvidencePanel | None = None
    also_called: tuple[str, ...] = ()
    search: Mapping[str, Any] = field(default_factory=dict)
    """What the search index is told of the page."""
    name: str = ""
    """kind/id, as the list and the comparison take it."""
    tools: tuple[Link, ...] = ()
    """Tools of the site that begin with this record."""

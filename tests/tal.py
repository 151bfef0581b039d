"""The figures that tests measure, in one block at the end of a run: a plugin for pytest.

A test asks for `tal` and says what it counted; what several tests count under one name is added up, also across
processes. A figure is told before it is judged, so that a fault is in the block as well.
"""

from collections.abc import Callable, Iterable, Iterator

import pytest

Tal = Callable[[str, float], None]

PARTS = {
    "axe": "axe, WCAG 2.2 A and AA, light and dark at 390 and 1280 px, a page of each type",
    "zoom": "200 % zoom, 320 px wide, text spacing (1.4.12), a page of each type",
    "focus": "keyboard focus seen and not covered, a page of each type",
    "pages": "all built pages: title, h1, order of headings, link texts",
    "browser": "in Chromium",
    "files": "published files read by other programs",
    "office": "tables opened in LibreOffice and compared cell by cell",
    "rdf": "the DCAT catalogue read by rdflib",
    "search": "search, first five hits",
}
"""What stands before the colon in a figure's name, and what the block says for it; in the order of the block."""

FIGURES = (
    *("axe: pages", "axe: views", "axe: violations"),
    *("zoom: pages", "zoom: texts looked at", "zoom: texts lost"),
    *("focus: pages", "focus: stops", "focus: stops not seen"),
    *("pages: pages", "pages: headings", "pages: links", "pages: faults"),
    *("browser: pages opened", "browser: requests", "browser: to other hosts", "browser: cookies", "browser: errors"),
    *("files: feeds", "files: entries", "files: calendars", "files: events", "files: CSV", "files: JSON"),
    *("office: workbooks", "office: cells of workbooks", "office: CSV files", "office: cells of CSV files"),
    *("office: cells that differ", "rdf: files", "rdf: triples", "rdf: triples that differ"),
    *("search: queries", "search: recall", "search: MRR"),
)
"""The names that a test may use."""

_PREFIX = "tal "


@pytest.fixture
def tal(request: pytest.FixtureRequest) -> Tal:
    """Tells a figure for the block."""

    def tell(name: str, value: float) -> None:
        assert name in FIGURES, f"{name} is not in tests/tal.py"
        request.node.user_properties.append((_PREFIX + name, value))

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the block, where a test told a figure."""
    reports = (one for reports in terminalreporter.stats.values() for one in reports)
    counted = totals(one for one in reports if isinstance(one, pytest.TestReport))
    if counted:
        terminalreporter.section("figures")
        for line in block(counted):
            terminalreporter.write_line(line)


def totals(reports: Iterable[pytest.TestReport]) -> dict[str, float]:
    """The sum of each figure. The report of a test's end has all that it told."""
    found: dict[str, float] = {}
    for report in reports:
        if report.when == "teardown":
            for name, value in report.user_properties:
                if name.startswith(_PREFIX):
                    key = name.removeprefix(_PREFIX)
                    found[key] = found.get(key, 0) + float(str(value))
    return found


def block(counted: dict[str, float]) -> Iterator[str]:
    """A line for each part."""
    for part, title in PARTS.items():
        names = [name for name in FIGURES if name.startswith(f"{part}: ") and name in counted]
        told = ", ".join(f"{_number(counted[name])} {name.partition(': ')[2]}" for name in names)
        yield f"{title}: {told or 'not measured in this run'}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:.4f}"

"""axe on a page in light and dark, on a phone and a wide screen.

The page is loaded anew for each width, since scripts may ask for it: /find/ opens its filters on a wide screen. Colours
are turned on the open page, and a test compares that with a page loaded in dark.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
"""Everything that axe tests of WCAG 2.2 A and AA."""

_LOOK = """async (rules) => {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations", "incomplete"] });
  const told = (list) => list.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
  const counted = (list) => Object.fromEntries(list.map((one) => [one.id, one.nodes.length]));
  return {
    violations: told(found.violations), undecided: told(found.incomplete),
    counts: { ...counted(found.passes), ...counted(found.violations), ...counted(found.incomplete) },
  };
}"""


Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class View(NamedTuple):
    """A way to look at a page."""

    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width} px {self.scheme}"


class Answer(NamedTuple):
    """What axe says: faults, what it cannot decide, and how many elements each rule looked at."""

    view: View
    violations: list[str]
    undecided: list[str]
    counts: dict[str, int]


WIDTHS = (390, 1280)


def open_whole(page: Page, address: str) -> None:
    """Goes to a page, and waits for what its script puts into it."""
    page.goto(address)
    page.wait_for_selector("[data-filled-by-script]:not([data-ready])", state="detached")


def answers(page: Page, address: str) -> Iterator[Answer]:
    """What axe says of the page in each of the four views."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=SCHEMES[0])
        open_whole(page, address)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield answer(page, View(width, scheme))


def answer(page: Page, view: View) -> Answer:
    """What axe says of the page as it stands."""
    page.evaluate(f"if (!window.axe) {{ {Axe().axe_script} }}")
    return Answer(view, **page.evaluate(_LOOK, RULES))

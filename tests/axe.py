"""axe on an open page, in light and dark, on a phone and a wide screen: loaded once, shown in four ways."""

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


VIEWS = tuple(View(width, scheme) for width in (390, 1280) for scheme in SCHEMES)


def show(page: Page, view: View) -> None:
    """Turns an open page into that view."""
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(color_scheme=view.scheme)


def open_whole(page: Page, address: str) -> None:
    """Goes to a page, and waits for what its script puts into it."""
    page.goto(address)
    page.wait_for_selector("[data-filled-by-script]:not([data-ready])", state="detached")


def answers(page: Page, views: tuple[View, ...] = VIEWS) -> Iterator[Answer]:
    """What axe says of the open page in each view."""
    page.evaluate(Axe().axe_script)
    for view in views:
        show(page, view)
        yield Answer(view, **page.evaluate(_LOOK, RULES))

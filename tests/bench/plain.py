"""A built site's pages as plain Markdown: the same text for other engines, with headings, lists, tables and links."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

LEFT_OUT = {"script", "style", "svg", "noscript", "input", "select", "button", "template", "-comment"}
_WORDS = {"a", "strong", "b", "em", "i", "code", "mark", "small", "sup", "sub", "abbr", "time", "cite", "q", "kbd"}
INLINE = _WORDS | {"span", "br", "label", "bdi", "img"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#{}~])")
_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)")
_MARK = re.compile(r"^([-+])(?=\s|$)")


@dataclass(frozen=True)
class Text:
    """One page: its address below the site's root ("metoder/ips/"), and what stands on it."""

    address: str
    title: str
    description: str
    body: str

    def file(self) -> str:
        """The page as a file with front matter, which every engine reads."""
        told = {"title": self.title, "description": self.description}
        head = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items())
        return f"---\n{head}\n---\n\n{self.body}\n"


def pages(site: Path) -> Iterator[Text]:
    """Every page of the site that holds text; pages that only lead on are left out."""
    for path in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        content = tree.css_first("#indhold")
        if content is None:
            continue
        place = path.parent.relative_to(site).as_posix()
        description = tree.css_first('meta[name="description"]')
        heading = content.css_first("h1")
        yield Text(
            "" if place == "." else f"{place}/",
            heading.text(strip=True) if heading else place,
            (description.attributes.get("content") if description else "") or "",
            "\n\n".join(blocks(content)),
        )


def blocks(node: LexborNode) -> Iterator[str]:
    """The parts of the page, one after another; text that stands loose becomes a paragraph."""
    loose: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag in LEFT_OUT:
            continue
        if tag == "-text" or tag in INLINE:
            loose.append(_inline(child))
            continue
        yield from _paragraph(loose)
        loose = []
        yield from _block(child)
    yield from _paragraph(loose)


def _paragraph(parts: list[str]) -> Iterator[str]:
    text = _one_line("".join(parts))
    if text:
        yield _MARK.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", text))


def _block(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    if re.fullmatch("h[1-6]", tag):
        yield f"{'#' * int(tag[1])} {_inside(node)}"
    elif tag in ("ul", "ol"):
        yield from _list(node, "1." if tag == "ol" else "-")
    elif tag == "dl":
        yield from _terms(node)
    elif tag == "table":
        yield from _table(node)
    elif tag == "pre":
        yield "```\n" + node.text().strip("\n") + "\n```"
    else:
        yield from blocks(node)


def _list(node: LexborNode, mark: str) -> Iterator[str]:
    items = ["\n\n".join(blocks(item)) for item in node.iter() if item.tag == "li"]
    lines = (f"{mark:<4}" + item.replace("\n", "\n    ") for item in items if item)
    text = "\n".join(re.sub(r"\n +(?=\n)", "\n", line) for line in lines)
    if text:
        yield text


def _terms(node: LexborNode) -> Iterator[str]:
    lines = []
    for part in node.css("dt, dd"):
        inside = _one_line(" ".join(blocks(part)))
        lines.append(f"-   **{inside}**" if part.tag == "dt" else f"    {inside}")
    yield "\n".join(lines)


def _table(node: LexborNode) -> Iterator[str]:
    caption = node.css_first("caption")
    if caption:
        yield f"**{_inside(caption)}**"
    rows = [[_one_line(" ".join(blocks(cell))) for cell in row.css("th, td")] for row in node.css("tr")]
    width = max(map(len, rows), default=0)
    if width:
        head, *rest = [row + [""] * (width - len(row)) for row in rows]
        yield "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *rest))


def _inside(node: LexborNode) -> str:
    return _one_line("".join(_inline(child) for child in node.iter(include_text=True)))


def _inline(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return _SPECIAL.sub(r"\\\1", node.text())
    if tag in LEFT_OUT:
        return ""
    inner = "".join(_inline(child) for child in node.iter(include_text=True))
    text = _one_line(inner)
    if not text:
        return " "
    around = (" " if inner[0].isspace() else "", " " if inner[-1].isspace() else "")
    if tag == "a" and node.attributes.get("href"):
        text = f"[{text}](<{node.attributes['href']}>)"
    elif tag in ("strong", "b"):
        text = f"**{text}**"
    elif tag not in INLINE:  # a block inside a line, such as a list inside a cell
        around = (" ", " ")
    return around[0] + text + around[1]


def _one_line(text: str) -> str:
    return " ".join(text.split())

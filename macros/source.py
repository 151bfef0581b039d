"""Files to raw values with line numbers. Every scalar stays text; the model gives it its type.

YAML's own guesses are switched off: `no` stays "no", `010` stays "010", only an empty value is None.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import frontmatter
import yaml

from macros.problem import Problem, ProblemsError
from macros.wording import say

KeyPath = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 200_000
MAX_DEPTH = 12
_EMPTY = {"", "~", "null"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202b\u202d\u202e\u2066-\u2068\ufeff\ufffe\uffff]")
"""Characters that nobody sees: control codes other than line break and tabulator, those that turn text around, the two
that XML, and so a workbook, cannot hold, and line breaks that YAML counts as lines and an editor does not."""
LINK_MESSAGE = "filen er en genvej (symlink). Læg selve filen her."


@dataclass(frozen=True)
class SourceFile:
    """One data file: its values, and the line (from 1) on which each key or list item begins."""

    path: PurePosixPath
    values: dict[str, Any]
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def part(self, path: KeyPath) -> "SourceFile":
        """What stands under that key, with its lines."""
        inside = {key[len(path) :]: line for key, line in self.lines.items() if key[: len(path)] == path}
        values: Any = self.values
        for key in path:
            values = values[key]
        return SourceFile(self.path, values, inside)

    def line(self, path: KeyPath) -> int:
        """The line of that key, or of the nearest key above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def display(path: Path) -> PurePosixPath:
    """The path as an editor writes it: from the folder where the command was given, where possible."""
    absolute, here = path.absolute(), Path.cwd()
    shown = absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
    return PurePosixPath(os.fsencode(shown).decode(errors="replace"))


def read(path: Path) -> SourceFile:
    """One data file as values; raises ProblemsError in Danish where it cannot be read."""
    name = display(path)
    if not path.exists() and not path.is_symlink():
        raise _one(name, 0, "mangler-fil", "filen findes ikke. Hent den tilbage fra en tidligere udgave.")
    text = _text(path, name)
    try:
        _refuse_marks_and_depth(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise ProblemsError([_syntax_problem(name, error, text)]) from None
    except yaml.YAMLError:
        raise ProblemsError([Problem(name, 1, "yaml-fejl", "filen er ikke gyldig YAML.")]) from None
    return _Builder(name).file(node)


def _text(path: Path, name: PurePosixPath) -> str:
    if path.is_symlink():
        raise _one(name, 0, "symlink", LINK_MESSAGE)
    try:
        data = path.read_bytes() if path.is_file() else None  # to read a pipe would be to wait for ever
    except OSError:
        data = None
    if data is None:
        raise _one(name, 0, "mangler-fil", "filen kan ikke åbnes. Er det en mappe, eller mangler du adgang?")
    refuse_large(path, len(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _one(
            name, line, "ikke-utf8", "filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8."
        ) from None
    if not text.strip():
        raise _one(name, 0, "tom-fil", 'filen er tom. Slet den, eller begynd med "make new".')
    _refuse_control_characters(text, name)
    return text


def refuse_large(path: Path, size: int) -> None:
    """Raises ProblemsError where the file is, or would become, too large to be read."""
    if size > MAX_BYTES:
        message = f"filen fylder {size} byte; højst {MAX_BYTES} er tilladt."
        raise _one(display(path), 0, "for-stor-fil", message)


def _refuse_control_characters(text: str, name: PurePosixPath) -> None:
    if not CONTROL.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if message := _control_message(line):
            raise _one(name, number, "kontroltegn", message)


def _control_message(text: str) -> str | None:
    """What is wrong with a text that holds an invisible character; None where it holds none."""
    bad = CONTROL.search(text)
    return say("kontroltegn", tegn=f"{ord(bad.group()):04X}") if bad else None


def _refuse_marks_and_depth(text: str, name: PurePosixPath) -> None:
    """Stops before the file is put together: that step copies aliases and crashes on ten thousands of levels."""
    problems: set[Problem] = set()
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            problems.add(Problem(name, line, "yaml-maerke", _MARK_MESSAGE))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.add(_too_deep(name, line))
            break
    if problems:
        raise ProblemsError(list(problems))


def _too_deep(name: PurePosixPath, line: int) -> Problem:
    return Problem(name, line, "for-dybt", f"der er mere end {MAX_DEPTH} niveauer. Skriv det fladere.")


def _syntax_problem(name: PurePosixPath, error: yaml.MarkedYAMLError, source: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(source.splitlines())) if mark else 1  # what is never closed is told on the last line
    if "".join(source.splitlines()[line - 1 : line]).lstrip(" ").startswith("\t"):
        return Problem(name, line, "yaml-fejl", "linjen er rykket ind med tabulator. Brug mellemrum.")
    if "maximum nesting depth" in str(error.problem):
        return _too_deep(name, line)  # some parsers count for themselves, before the first level is told
    if "mapping values are not allowed" in str(error.problem):
        message = 'der er et kolon for meget. Sæt teksten i "anførselstegn", eller skriv den under >- på næste linje.'
        return Problem(name, line, "yaml-fejl", message)
    return Problem(
        name,
        line,
        "yaml-fejl",
        "linjen kan ikke læses. Se efter indrykning, anførselstegn og kolon på den eller linjen før.",
    )


_MARK_MESSAGE = "ankre (&), henvisninger (*) og mærker (!) bruges ikke her. Skriv værdien helt ud."


def _one(name: PurePosixPath, line: int, rule: str, message: str) -> ProblemsError:
    return ProblemsError([Problem(name, line, rule, message)])


class _Builder:
    """Turns YAML nodes into plain values and collects every problem on the way."""

    def __init__(self, name: PurePosixPath) -> None:
        self.name = name
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def file(self, node: yaml.Node | None) -> SourceFile:
        if not isinstance(node, yaml.MappingNode):
            raise _one(self.name, 1, "yaml-fejl", 'filen skal bestå af linjer som "titel: Min titel".')
        values = self._value(node, ())
        if self.problems:
            raise ProblemsError(self.problems)
        return SourceFile(self.name, values, self.lines)

    def _value(self, node: yaml.Node, path: KeyPath) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, line)

    def _scalar(self, node: yaml.Node, line: int) -> str | None:
        text = str(node.value)
        if message := _control_message(text):
            self._problem(line, "kontroltegn", message)
        is_plain = not getattr(node, "style", None)
        return None if is_plain and text in _EMPTY else text

    def _pairs(self, node: yaml.MappingNode, path: KeyPath) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(line, "yaml-fejl", "et feltnavn skal være et enkelt ord.")
                continue
            key = str(key_node.value)
            if key in seen:
                self._problem(
                    line,
                    "dobbelt-felt",
                    f'"{key}" står også på linje {seen[key]}. Behold den ene, og slet den anden.',
                )
                continue
            seen[key] = line
            self.lines[(*path, key)] = line
            yield key, self._value(value_node, (*path, key))

    def _problem(self, line: int, rule: str, message: str) -> None:
        self.problems.append(Problem(self.name, line, rule, message))


def head_comment(text: str) -> str:
    """The comment lines that a file begins with; the formatter keeps them."""
    lines = text.splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:count])


def refuse_comments(path: Path, text: str) -> None:
    """Raises ProblemsError where a comment inside the file would be lost by formatting it."""
    end = len(head_comment(text))
    for token in yaml.scan(text, Loader=_LOADER):
        between = text[end : token.start_mark.index]
        if "#" in between:
            line = text[: end + between.index("#")].count("\n") + 1
            message = "kommentaren ville gå tabt, når filen skrives om. Flyt den til et felt, eller slet den."
            raise _one(display(path), line, "kommentar", message)
        end = max(end, token.end_mark.index)


def front_matter(path: Path) -> dict[str, object] | None:
    """What a hand-written page says of itself between its two lines of ---; None where it cannot be read."""
    try:
        return dict(frontmatter.loads(path.read_bytes().decode("utf-8-sig")).metadata)
    except (yaml.YAMLError, ValueError, OSError):  # a date such as 2026-02-30 is a ValueError
        return None

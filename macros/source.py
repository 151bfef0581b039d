"""Files to raw values with line numbers. Every scalar stays text; the model gives it its type.

YAML's own guesses are switched off: `no` stays "no", `010` stays "010", only an empty value is None.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros.problem import Problem, ProblemsError
from macros.text import did_you_mean

KeyPath = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 200_000
MAX_DEPTH = 12
_EMPTY = {"", "~", "null"}
_ALLOWED_CONTROL = {"\n", "\t", "\r"}


@dataclass(frozen=True)
class SourceFile:
    """One data file: its values, and the line (from 1) on which each key or list item begins."""

    path: PurePosixPath
    values: dict[str, Any]
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def line(self, path: KeyPath) -> int:
        """The line of that key, or of the nearest key above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def display(path: Path) -> PurePosixPath:
    """The path as an editor writes it: from the folder where the command was given, where possible."""
    absolute, here = path.absolute(), Path.cwd()
    return PurePosixPath(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def read(path: Path) -> SourceFile:
    """One data file as values; raises ProblemsError in Danish where it cannot be read."""
    name = display(path)
    if not path.exists() and not path.is_symlink():
        raise _one(name, 0, "mangler-fil", "filen findes ikke. Hent den tilbage fra en tidligere udgave.")
    text = _text(path, name)
    try:
        _refuse_depth(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise ProblemsError([_syntax_problem(name, error)]) from None
    except yaml.YAMLError:
        raise ProblemsError([Problem(name, 1, "yaml-fejl", "filen er ikke gyldig YAML.")]) from None
    return _Builder(name).file(node)


def _text(path: Path, name: PurePosixPath) -> str:
    if path.is_symlink():
        raise _one(name, 0, "symlink", "filen er en genvej (symlink). Læg selve filen her.")
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise _one(name, 0, "for-stor-fil", f"filen fylder {len(data)} byte; højst {MAX_BYTES} er tilladt.")
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


def _refuse_control_characters(text: str, name: PurePosixPath) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        bad = next((c for c in line if not c.isprintable() and c not in _ALLOWED_CONTROL and _is_control(c)), None)
        if bad:
            raise _one(name, number, "kontroltegn", f"linjen har det usynlige tegn U+{ord(bad):04X}. Slet det.")


def _is_control(character: str) -> bool:
    code = ord(character)
    return code < 32 or 127 <= code < 160 or code in {0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0xFEFF}


def _refuse_depth(text: str, name: PurePosixPath) -> None:
    """Stops before the parser, which follows every level and crashes on ten thousands of them."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            line = event.start_mark.line + 1
            raise _one(name, line, "for-dybt", f"der er mere end {MAX_DEPTH} niveauer. Skriv det fladere.")


def _syntax_problem(name: PurePosixPath, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    text = str(error.problem or "")
    if "undefined alias" in text or "duplicate anchor" in text:
        return Problem(name, line, "yaml-maerke", _ANCHOR_MESSAGE)
    if "tab" in text or "'\\t'" in text:
        return Problem(name, line, "yaml-fejl", "linjen er rykket ind med tabulator. Brug mellemrum.")
    if "mapping values are not allowed" in text:
        message = 'der er et kolon for meget. Sæt teksten i "anførselstegn", eller skriv den under >- på næste linje.'
        return Problem(name, line, "yaml-fejl", message)
    return Problem(
        name,
        line,
        "yaml-fejl",
        "linjen kan ikke læses. Se efter indrykning, anførselstegn og kolon på den eller linjen før.",
    )


_ANCHOR_MESSAGE = "ankre (&), henvisninger (*) og mærker (!) bruges ikke her. Skriv værdien helt ud."


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
        if path and getattr(node, "_seen", False):
            self._problem(line, "yaml-maerke", _ANCHOR_MESSAGE)
            return None
        node._seen = True  # type: ignore[attr-defined]  # a node met twice is an alias
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, line)

    def _scalar(self, node: yaml.Node, line: int) -> str | None:
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.endswith((":binary", ":set", ":omap")):
            self._problem(line, "yaml-maerke", _ANCHOR_MESSAGE)
            return None
        text = str(node.value)
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
            if key == "<<":
                self._problem(line, "yaml-maerke", _ANCHOR_MESSAGE)
                continue
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
    start = head_comment(text).count("\n")
    for number, line in enumerate(text.splitlines()[start:], start=start + 1):
        if line.lstrip().startswith("#"):
            message = "kommentaren ville gå tabt, når filen skrives om. Flyt den til et felt, eller slet den."
            raise _one(display(path), number, "kommentar", message)


def list_files(data: Path, kinds: list[str]) -> tuple[dict[str, list[Path]], list[Problem]]:
    """The YAML files of each kind and of `vocab`, sorted, and a problem for each thing that is out of place."""
    found: dict[str, list[Path]] = {kind: [] for kind in [*kinds, "vocab"]}
    problems: list[Problem] = []
    for path in sorted(data.rglob("*")):
        relative = path.relative_to(data)
        name = display(path)
        if path.is_symlink() and path.suffix != ".yml":
            problems.append(Problem(name, 0, "symlink", "filen er en genvej (symlink). Læg selve filen her."))
        elif path.is_dir() or relative.parts[0] == "schema" or relative.as_posix() == "kommuner.yml":
            continue
        elif len(relative.parts) == 2 and relative.parts[0] in found and path.suffix == ".yml":
            found[relative.parts[0]].append(path)
        else:
            problems.append(Problem(name, 0, "forkert-sted", _misplaced(relative, found)))
    return found, problems


def _misplaced(relative: Path, found: dict[str, list[Path]]) -> str:
    if relative.suffix != ".yml":
        return f'kun filer, der ender på .yml, hører til her. Omdøb til "{relative.stem}.yml", eller flyt filen.'
    if len(relative.parts) == 2:
        return f'mappen "{relative.parts[0]}" findes ikke.{did_you_mean(relative.parts[0], found)}'
    return "filen skal ligge i data/<slags>/<id>.yml."


def fingerprint(*roots: Path) -> str:
    """A short text that changes when any file below the roots changes; the key of every cache."""
    digest = hashlib.sha256()
    for root in roots:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                stat = path.stat()
                digest.update(f"{path}:{stat.st_mtime_ns}:{stat.st_size}\n".encode())
    return digest.hexdigest()[:16]

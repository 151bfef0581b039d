"""Inputs for the fuzzer: a good record with something done to it, the same for the same seed.

An input is a few changes to a copy of tests/sites/good. `random_input` makes one out of a number; `structured` is a
Hypothesis strategy that changes values and keys rather than bytes.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.building import GOOD

MAX_BYTES = 200_000
"""As in `source`: what is larger is refused unread, so the worst inputs lie just below."""


@dataclass(frozen=True)
class Change:
    """What becomes of one path in the site: other bytes, a symlink, a folder, a pipe, or nothing (deleted)."""

    path: str
    content: bytes | None = None
    link: str | None = None
    special: str | None = None


@dataclass(frozen=True)
class Input:
    """One case: what it is called, and what is changed."""

    name: str
    changes: tuple[Change, ...]


@cache
def originals() -> Mapping[str, bytes]:
    """Every file of the good site that an editor may write."""
    found = [path for path in sorted(GOOD.rglob("*.yml")) if "schema" not in path.parts]
    return {path.relative_to(GOOD).as_posix(): path.read_bytes() for path in found}


@cache
def _records() -> tuple[str, ...]:
    return tuple(name for name in originals() if name.count("/") == 2 and "/vocab/" not in name)


def random_input(seed: int, number: int) -> Input:
    """The input of that number: mostly bytes, now and then a bomb, another encoding, or an odd file."""
    dice = random.Random(f"{seed}:{number}")
    family = dice.choices((_bytes, _encoding, _bomb, _tree), weights=(80, 6, 7, 7))[0]
    return family(dice)


_TOKENS = tuple(
    token.encode()
    for token in (
        *"-:?[]{},#&*!|>'\"%@`\t\n\r\0 ", ": ", "- ", "? ", "---\n", "...\n", "&a ", "*a", "!!str ",
        "!!python/name:os.system ",
        "<<: *a", "|+\n", ">-\n", "%YAML 1.1\n", "null", "~", "\ufeff", "\u202e", "\u2028", "\u0085", "\u200b",
        "\U0001f600",
        "<script>", "{{ 7 * 7 }}", "{% raw %}", "](javascript:x)", "1e9999", "9" * 40, "-0", "nan", "0001-01-01",
        "9999-12-31",
        "2026-13-45", "true", "no", "../../etc/passwd", "'\"", "\\u0000", "\\ud800", "æ" * 50, "a." * 40, "§" * 40,
    )
)  # fmt: skip


def _bytes(dice: random.Random) -> Input:
    """One to six small injuries to the bytes of one file."""
    path = dice.choice(list(originals()))
    data = bytearray(originals()[path])
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        dice.choice(_INJURIES)(data, dice)
    return Input("bytes", (Change(path, bytes(data)),))


def _place(data: bytearray, dice: random.Random) -> int:
    return dice.randrange(len(data) + 1)


def _flip(data: bytearray, dice: random.Random) -> None:
    if data:
        data[dice.randrange(len(data))] = dice.randrange(256)


def _insert(data: bytearray, dice: random.Random) -> None:
    place = _place(data, dice)
    data[place:place] = dice.choice(_TOKENS)


def _cut(data: bytearray, dice: random.Random) -> None:
    place = _place(data, dice)
    del data[place : place + dice.choice((1, 2, 8, 40, 400))]


def _repeat(data: bytearray, dice: random.Random) -> None:
    place = _place(data, dice)
    piece = data[place : place + dice.choice((1, 8, 60))]
    data[place:place] = piece * dice.choice((1, 2, 50))


def _graft(data: bytearray, dice: random.Random) -> None:
    """A few lines of another file."""
    lines = originals()[dice.choice(list(originals()))].splitlines(keepends=True)
    start = dice.randrange(len(lines))
    own = bytes(data).splitlines(keepends=True)
    place = dice.randrange(len(own) + 1)
    own[place:place] = lines[start : start + dice.choice((1, 2, 6))]
    data[:] = b"".join(own)


def _shuffle(data: bytearray, dice: random.Random) -> None:
    """Two lines change places."""
    lines = bytes(data).splitlines(keepends=True)
    if len(lines) > 1:
        one, other = dice.sample(range(len(lines)), 2)
        lines[one], lines[other] = lines[other], lines[one]
    data[:] = b"".join(lines)


def _indent(data: bytearray, dice: random.Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if lines:
        place = dice.randrange(len(lines))
        lines[place] = dice.choice((b" ", b"  ", b"\t", b"    ")) + lines[place]
    data[:] = b"".join(lines)


_INJURIES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _insert, _insert, _cut, _repeat, _graft, _shuffle, _indent,
)  # fmt: skip


def _encoding(dice: random.Random) -> Input:
    """The same words in another encoding, with or without the mark that tells it."""
    path = dice.choice(list(originals()))
    text = originals()[path].decode()
    name = dice.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp865", "cp037", "utf-7", "utf-8-sig"))
    data = text.encode(name, "replace")
    if dice.random() < 0.3:
        data = dice.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\xef\xbb\xbf\xef\xbb\xbf")) + data
    return Input(f"encoding {name}", (Change(path, data),))


def _pairs(pattern: str, size: int) -> str:
    """As many lines of the pattern as fit; `{n}` counts."""
    lines, length = [], 0
    for n in range(size):
        line = pattern.format(n=n) + "\n"
        length += len(line.encode())
        if length > size:
            break
        lines.append(line)
    return "".join(lines)


_BOMBS: Mapping[str, Callable[[int], str]] = {
    "brackets": lambda size: "titel: " + "[" * (size // 2) + "]" * (size // 2),
    "braces": lambda size: "titel: " + "{a: " * (size // 5) + "}" * (size // 5),
    "dashes": lambda size: "titel:\n " + "- " * (size // 2) + "x",
    "questions": lambda size: "? " * (size // 2) + "x",
    "indents": lambda size: "".join(f"{' ' * n}a:\n" for n in range(int((size * 2) ** 0.5))),
    "laughs": lambda size: "a: &a [x]\n" + _pairs("b{n}: &b{n} [*a, *a, *a, *a]", size),
    "anchors": lambda size: _pairs("k{n}: &k{n} x", size),
    "empty lists": lambda size: "emner: [" + "[]," * (size // 3) + "]",
    "unknown keys": lambda size: _pairs("titell{n}: x", size),
    "same key": lambda size: _pairs("titel: x", size),
    "near keys": lambda size: _pairs("a{n:05}_maalgruppe_resultater: {{}}", size),
    "one scalar": lambda size: "titel: " + "x" * (size - 8),
    "dots": lambda size: "resume: " + "a." * (size // 2),
    "sections": lambda size: "resume: " + "§" * (size // 2),
    "long key": lambda size: "k" * (size - 8) + ": x",
    "quoted": lambda size: 'titel: "' + "\\n" * (size // 2) + '"',
    "open quote": lambda size: 'titel: "' + "x\n " * (size // 3),
    "folded": lambda size: "titel: >\n" + "  x\n\n" * (size // 5),
    "documents": lambda size: "---\n" * (size // 4),
    "comments": lambda size: "#\n" * (size // 2) + "titel: x\n",
    "spaces": lambda size: "titel: x" + " " * (size - 20) + "\n",
    "colons": lambda size: ":" * size,
    "list of parts": lambda size: "resultater:\n" + "- tekst:\n" * (size // 9),
    "short lists": lambda size: "forloeb:\n" + "- {punkter: []}\n" * (size // 16),
    "flow pairs": lambda size: "titel: {" + ", ".join(f"a{n}: b" for n in range(size // 12)) + "}",
}

LEAVES: Mapping[str, Callable[[int], str]] = {
    "dotted": lambda n: "a." * (n // 2),
    "at": lambda n: "a@a." * (n // 4),
    "dashes": lambda n: "a-" * (n // 2),
    "sections": lambda n: "§" * n,
    "figures": lambda n: "1 " * (n // 2),
    "one figure": lambda n: "1" * n,
    "commas": lambda n: "1," * (n // 2),
    "sections and figures": lambda n: "§ 1 og " * (n // 7),
    "less": lambda n: "<" * n,
    "tags": lambda n: "<a" * (n // 2),
    "capitals": lambda n: "A" * n,
    "zalgo": lambda n: "a" + "\u0301" * (n - 1),
    "links": lambda n: "](" * (n // 2),
    "words": lambda n: "ord " * (n // 4),
    "emoji": lambda n: "😀" * (n // 4),
}


def _bomb(dice: random.Random) -> Input:
    """A whole file that is costly to read, or a good record with as many costly texts as it can hold."""
    path = dice.choice(_records())
    size = dice.choice((300, 20_000, MAX_BYTES - 1, MAX_BYTES - 1, MAX_BYTES + 1))
    if dice.random() < 0.6:
        name = dice.choice(list(_BOMBS))
        text = _BOMBS[name](size)
        kept = originals()[path].decode() if dice.random() < 0.4 else ""
        return Input(f"bomb {name}", (Change(path, (kept + text).encode()[:MAX_BYTES]),))
    name = dice.choice(list(LEAVES))
    return Input(f"leaves {name}", (Change(path, filled(path, LEAVES[name], dice).encode()),))


def filled(path: str, leaf: Callable[[int], str], dice: random.Random) -> str:
    """The record with a list of parts that each hold the longest text that is allowed."""
    lists = [name for name in _TEXT_LISTS if f"\n{name}:".encode() in originals()[path]] or ["noter"]
    field, length = dice.choice(lists), dice.choice((299, 3990))
    good = originals()[path].decode()
    lines = good.split("\n")
    start = next((n for n, line in enumerate(lines) if line == f"{field}:"), len(lines))
    end = next((n for n in range(start + 1, len(lines)) if lines[n] and lines[n][0] not in " -"), len(lines))
    room = (MAX_BYTES - len(good.encode())) // (len(leaf(length).encode()) + 20)
    told = [f"- tekst: '{leaf(length)}'" for _ in range(room)]
    return "\n".join([*lines[:start], f"{field}:", *told, *lines[end:]])


_TEXT_LISTS = (
    "kerneelementer", "organisering", "risici", "erfaringer", "formaal", "krav", "noter", "muligheder", "forbehold",
    "hvem_kan_soege", "styrker", "udfordringer", "maal", "anbefalede_handlinger",
)  # fmt: skip


def _odd_names(name: str) -> tuple[str, ...]:
    """Names that no record has; among them its own in capitals."""
    plain = ("..", ". .", "a b", " ", "A" * 200, "a" * 251)
    return (*plain, name[:-4].upper(), "æøå", "a\nb", "\u202ea", "-", "a%2fb", "a'b")


def _tree(dice: random.Random) -> Input:
    """Odd names, symlinks, folders and pipes among the data."""
    path = dice.choice(_records())
    folder, _slash, name = path.rpartition("/")
    content = originals()[path]
    outside = str(Path(__file__).resolve())
    odd_name = dice.choice(_odd_names(name))
    cases: dict[str, tuple[Change, ...]] = {
        f"name {odd_name[:12]!r}": (Change(f"{folder}/{odd_name}.yml", content),),
        "undecodable name": (Change(f"{folder}/\udcff\udcfe.yml", content),),
        "symlink to a file": (Change(f"{folder}/genvej.yml", link=outside),),
        "symlink in place": (Change(path, link=outside),),
        "symlink to itself": (Change(path, link=name),),
        "symlink to nothing": (Change(path, link="ingen.yml"),),
        "symlink to a device": (Change(path, link="/dev/zero"),),
        "symlink to a folder": (Change(f"data/{dice.choice(('x', 'nye'))}", link="/etc"),),
        "symlink up": (Change(f"{folder}/op", link="../.."),),
        "folder in place": (Change(path, special="folder"),),
        "folder beside": (Change(f"{folder}/x.yml", special="folder"),),
        "file in a folder named like one": (Change(f"{folder}/x.yml/y.yml", content),),
        "pipe": (Change(path, special="pipe"),),
        "deleted": (Change(path),),
        "hidden": (Change(f"{folder}/.{name}", content),),
        "other ending": (Change(f"{folder}/{name[:-4]}.{dice.choice(('YML', 'yaml', 'yml~', 'json', ''))}", content),),
        "vocab of an odd name": (Change("data/vocab/a b.yml", originals()["data/vocab/emne.yml"]),),
        "settings gone": (Change("settings.yml"),),
        "settings linked": (Change("settings.yml", link=outside),),
        "kommuner linked": (Change("data/kommuner.yml", link=outside),),
    }
    chosen = dice.choice(list(cases))
    return Input(f"tree {chosen}", cases[chosen])

"""A problem that an editor can mend: where it is, which rule found it, and how to repair it."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

LONGEST_QUOTE = 80
LONGEST_MESSAGE = 1000


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `line` counts from 1; 0 means that the problem is of the whole file."""

    file: PurePosixPath
    line: int
    rule: str
    message: str

    def __post_init__(self) -> None:
        """What is quoted from a file or its name is shown short, and no sign of it obeys to a terminal or to GitHub."""
        object.__setattr__(self, "file", PurePosixPath(_printable(str(self.file))))
        object.__setattr__(self, "message", _printable(_short(self.message)))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"

    def as_annotation(self) -> str:
        """The same finding in GitHub's workflow-command form, shown on the pull request's line."""
        place = f"file={_escape_property(str(self.file))},line={max(self.line, 1)}"
        return f"::error {place},title={_escape_property(self.rule)}::{_escape(self.message)}"


def _short(text: str) -> str:
    """Long quotes lose their end, and a very long text its middle, so that the remedy at the end is still read."""
    text = re.sub('"([^"]*)"', _short_quote, text)
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 302]} … {text[-299:]}"


def _short_quote(quote: re.Match[str]) -> str:
    """One quote, from the sign that opens it to the one that closes it."""
    inside = quote.group(1)
    return quote.group() if len(inside) <= LONGEST_QUOTE else f'"{inside[:LONGEST_QUOTE]}…"'


def _printable(text: str) -> str:
    """Line breaks, signs that turn the writing and others that nobody sees are named: [U+202E]."""
    return "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


class ProblemsError(Exception):
    """Raised once with every problem that was found, so that an editor can mend all of them at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

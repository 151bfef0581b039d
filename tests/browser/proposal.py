"""What becomes of a proposal from /bidrag/: put into the data as an editor would, checked and formatted."""

import re
import shutil
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros import danish_errors, layout, load, source
from macros.model import KINDS
from macros.problem import ProblemsError
from macros.rules import RECORD_RULES
from macros.wording import IN_FORM, WORDING
from tests.building import ROOT


def accepted(text: str, kind: str, folder: Path) -> list[str]:
    """Every problem of data/ with the proposal in it, as it was sent; and whether fix would change it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data", folder)
    made = folder / kind / f"{read(text, folder)['id']}.yml"
    made.write_text(text, encoding="utf-8")
    _katalog, problems = load.check(folder, ROOT / "settings.yml")
    return [*map(str, problems), *([] if is_stable(made) else [f"fix changes {made.name}"])]


def is_stable(path: Path) -> bool:
    """Whether the formatter leaves the file as it is, byte for byte."""
    text = path.read_text(encoding="utf-8")
    model = KINDS[path.parent.name].model
    return layout.formatted(source.read(path).values, model, source.head_comment(text)) == text


def read(text: str, folder: Path) -> dict[str, Any]:
    """The values of a file with that text."""
    path = folder / "read.yml"
    folder.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    values = source.read(path).values
    path.unlink()
    return values


def complaint(values: dict[str, Any], kind: str, path: tuple[str | int, ...], folder: Path) -> str | None:
    """The first that the check says of that place in a record; None where it says nothing."""
    model = KINDS[kind].model
    try:
        read(layout.formatted(values, model), folder)
        record = model.model_validate(values)
    except ProblemsError as error:
        return error.problems[0].message
    except ValidationError as error:
        told = [message for place, _rule, message in danish_errors.messages(error, model) if place == path]
        return re.sub(r'^"\w+": ', "", told[0]) if told else None
    found = (message for rule in RECORD_RULES for place, message in rule(record) if place == path)
    return next(found, None)


def in_form(message: str) -> str:
    """What the form says where the check says that."""
    for name in WORDING.keys() & IN_FORM.keys():
        sentence = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(WORDING[name]))
        if found := re.fullmatch(sentence, message, re.DOTALL):
            return IN_FORM[name].format(**found.groupdict())
    return message

"""What the system answers when something cannot be written, as a sentence to mend it by."""

import errno
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "pladsen er brugt op",
    errno.EFBIG: "en fil bliver for stor",
    errno.EROFS: "disken kan kun læses",
    errno.EACCES: "adgang nægtet",
    errno.EPERM: "adgang nægtet",
    errno.EIO: "disken svarer med en fejl",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOTDIR: "en fil står, hvor en mappe skulle være",
    errno.EEXIST: "en fil står, hvor en mappe skulle være",
    errno.EISDIR: "en mappe står, hvor en fil skulle være",
}
_OF_LXML = re.compile(r"IO_(E[A-Z0-9]+)")
"""lxml writes the sheets of workbooks to temporary files. Its errors have no number; their text is the name of one."""
MEND = "Se efter plads på disken og adgang til mappen"


class WritingError(Exception):
    """Something could not be written in that place, for the reason of that number; what stood there is as it was."""

    def __init__(self, place: Path, number: int) -> None:
        super().__init__(place, number)  # all of it, as it may come from another process
        self.place, self.number = place, number

    @property
    def reason(self) -> str:
        """The same in words."""
        return _REASONS[self.number]


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Says what was to be written: the system names a file aside, or none. What is no fault of a disk goes on."""
    try:
        yield
    except Exception as error:
        number = _number(error)
        if isinstance(error, WritingError) or number not in _REASONS:
            raise
        raise WritingError(place if isinstance(error, OSError) else _temporary(), number) from error


def is_known(error: BaseException) -> bool:
    """Whether the disk is to blame; every other error is a fault in the code."""
    return _number(error) in _REASONS


def told(error: BaseException, is_temporary: bool = False) -> str:
    """Why the engine can write no site, and where to look; what `serve` shows is written to the temporary folder."""
    place = _temporary() if is_temporary or not isinstance(error, OSError) else None
    if isinstance(error, WritingError):
        place = error.place
    where = f" i {place}/" if place else ""
    return f"Sitet kan ikke skrives{where} ({_REASONS[_number(error) or 0]}). {MEND}."


def _temporary() -> Path:
    return Path(tempfile.gettempdir())


def _number(error: BaseException) -> int | None:
    if isinstance(error, WritingError):
        return error.number
    if isinstance(error, OSError):
        return error.errno
    named = _OF_LXML.fullmatch(str(error))
    return getattr(errno, named[1], None) if named else None

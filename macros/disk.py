"""What the system answers when a site cannot be written, as a sentence to mend it by."""

import errno
import re
import tempfile

_REASONS = {
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "pladsen er brugt op",
    errno.EFBIG: "en fil bliver for stor",
    errno.EROFS: "disken kan kun læses",
    errno.EACCES: "adgang nægtet",
    errno.ENOTDIR: "en fil står, hvor en mappe skulle være",
    errno.EEXIST: "en fil står, hvor en mappe skulle være",
}
_OF_LXML = re.compile(r"IO_(E[A-Z0-9]+)")
"""lxml writes the sheets of workbooks to temporary files. Its errors have no number; their text is the name of one."""


def is_known(error: BaseException) -> bool:
    """Whether the disk is to blame; every other error is a fault in the code."""
    return _number(error) in _REASONS


def told(error: BaseException, place: str = "") -> str:
    """Why nothing can be written there, and where to look."""
    number = _number(error)
    reason = _REASONS.get(number or 0, f"systemets fejl {number}")
    folder = place if isinstance(error, OSError) else tempfile.gettempdir()
    where = f" i {folder}/" if folder else ""
    return f"Sitet kan ikke skrives{where} ({reason}). Se efter plads på disken og adgang til mappen."


def _number(error: BaseException) -> int | None:
    if isinstance(error, OSError):
        return error.errno
    named = _OF_LXML.fullmatch(str(error))
    return getattr(errno, named[1], None) if named else None

"""What the system answers when a site cannot be written, as a sentence to mend it by."""

import errno

_REASONS = {
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "pladsen er brugt op",
    errno.EFBIG: "en fil bliver for stor",
    errno.EROFS: "disken kan kun læses",
    errno.EACCES: "adgang nægtet",
    errno.ENOTDIR: "en fil står, hvor en mappe skulle være",
    errno.EEXIST: "en fil står, hvor en mappe skulle være",
}


def is_known(error: BaseException) -> bool:
    """Whether the disk is to blame; every other error is a fault in the code."""
    return isinstance(error, OSError) and error.errno in _REASONS


def told(error: OSError, place: str = "") -> str:
    """Why nothing can be written there, and where to look."""
    reason = _REASONS.get(error.errno or 0, f"systemets fejl {error.errno}")
    where = f" i {place}/" if place else ""
    return f"Sitet kan ikke skrives{where} ({reason}). Se efter plads på disken og adgang til mappen."

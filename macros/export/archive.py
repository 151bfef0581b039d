"""Office files are zip archives that tell when each part was packed; these do not, so that two builds are the same."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def timeless(archive: bytes) -> bytes:
    """The same archive, packed, without the time at which each part was packed."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()

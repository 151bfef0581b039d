"""Katalog to files that other systems read. Nothing here writes a file."""

from macros.export.atom import changes_feed
from macros.export.csv import kommuner_csv, table_csv
from macros.export.kalender import calendar
from macros.export.kildeliste import source_rows
from macros.export.pasform import fit_files
from macros.export.poster import pick_list
from macros.export.published import open_data, sizes, written_elsewhere
from macros.export.word import partnership_form

__all__ = [
    "calendar",
    "changes_feed",
    "fit_files",
    "kommuner_csv",
    "open_data",
    "partnership_form",
    "pick_list",
    "sizes",
    "source_rows",
    "table_csv",
    "written_elsewhere",
]

"""Katalog to text that other systems read. Nothing here writes a file."""

from macros.export.atom import changes_feed
from macros.export.csv import kommuner_csv, table_csv
from macros.export.json import dump, kind_list
from macros.export.kalender import calendar
from macros.export.pasform import fit_files
from macros.export.poster import pick_list
from macros.export.word import partnership_form

__all__ = [
    "calendar",
    "changes_feed",
    "dump",
    "fit_files",
    "kind_list",
    "kommuner_csv",
    "partnership_form",
    "pick_list",
    "table_csv",
]

"""What must hold beyond the form of a record: one small generator for each rule.

A rule yields (key path, message). Its docstring is the rule in words; its function name, with
hyphens, is the rule's id in messages and in CONTRIBUTING.md.
"""

from macros.rules.katalog import KATALOG_RULES
from macros.rules.record import RECORD_RULES
from macros.rules.types import Finding, KatalogRule, RecordRule

__all__ = ["KATALOG_RULES", "RECORD_RULES", "Finding", "KatalogRule", "RecordRule"]

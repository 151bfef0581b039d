"""Danish search: what is added to the index at build time, and the tables that the reader's browser uses."""

from macros.search.index import build

__all__ = ["build"]

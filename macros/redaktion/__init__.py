"""The editors' form in the browser (`/redaktion/`): a CMS whose configuration is made from the models."""

from macros.redaktion.config import config
from macros.redaktion.filer import MissingError, files
from macros.redaktion.kode import ChangedError

__all__ = ["ChangedError", "MissingError", "config", "files"]

"""What a record IS. One file per kind; `katalog` lists the kinds and holds the records."""

from macros.model.anbefaling import Anbefaling
from macros.model.begreb import Begreb
from macros.model.ensomhedsspor import Ensomhedsspor
from macros.model.indstillinger import Indstillinger
from macros.model.initiativ import Initiativ
from macros.model.katalog import KINDS, Katalog, Kind, Reference
from macros.model.kilde import Kilde
from macros.model.kommune import Kommune, Kommuner, Region
from macros.model.lovgrundlag import Lovgrundlag
from macros.model.metode import Metode
from macros.model.milepael import Milepael
from macros.model.noegletal import Noegletal
from macros.model.partnerskab import Partnerskab
from macros.model.partnerskabsmodel import Partnerskabsmodel
from macros.model.pulje import Pulje
from macros.model.record import Record
from macros.model.record_med_kilder import RecordMedKilder
from macros.model.strategi import Strategi
from macros.model.tabel import Tabel
from macros.model.vocab import Mulighed, Vocab

__all__ = [
    "KINDS", "Anbefaling", "Begreb", "Ensomhedsspor", "Indstillinger", "Initiativ", "Katalog", "Kilde", "Kind",
    "Kommune", "Kommuner", "Lovgrundlag", "Metode", "Milepael", "Mulighed", "Noegletal", "Partnerskab",
    "Partnerskabsmodel", "Pulje", "Record", "RecordMedKilder", "Reference", "Region", "Strategi", "Tabel", "Vocab",
]  # fmt: skip

"""What every record kind with a page of its own shares: it says where it knows things from."""

from macros.model.dele import Kildehenvisning
from macros.model.felt import Linje, liste, paakraevet
from macros.model.kilde import Kilde
from macros.model.record import Emne, Record


class RecordMedKilder(Record):
    """A record with a page of its own: it has a résumé, topics and a list of sources."""

    resume: Linje = paakraevet("Resumé", "Højst 300 tegn i almindeligt sprog.")
    emner: tuple[Emne, ...] = paakraevet(
        "Emner", "Et til fire emner fra data/vocab/emne.yml.", min_length=1, max_length=6
    )
    kilder: tuple[Kildehenvisning, ...] = paakraevet(
        "Kilder", "De kilder, som posten bygger på, med sted.", min_length=1
    )
    nye_kilder: tuple[Kilde, ...] = liste(
        "Nye kilder", "Kilder fra et forslag, som endnu ikke har deres egen fil i data/kilder."
    )

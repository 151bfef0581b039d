"""Lov: which act and section lets a municipality do what."""

from macros.model.dele import Udsagn
from macros.model.felt import Navn, Tidspunkt, Webadresse, liste, paakraevet, valgfri
from macros.model.record_med_kilder import RecordMedKilder


class Lovgrundlag(RecordMedKilder):
    lov: Navn = paakraevet("Lov", "Lovens navn, fx lov om social service (serviceloven).")
    paragraf: Navn | None = valgfri("Paragraf", "Fx § 18. Udelad, hvis det er hele loven.", "anbefalet")
    giver_mulighed_for: tuple[Udsagn, ...] = paakraevet(
        "Giver mulighed for", "Hvad kommunen kan eller skal.", min_length=1
    )
    gyldig_fra: Tidspunkt | None = valgfri("Gyldig fra", "Hvornår reglen gælder fra.", "anbefalet")
    gyldig_til: Tidspunkt | None = valgfri("Gyldig til", "Hvornår reglen er ophørt.")
    forbehold: tuple[Udsagn, ...] = liste("Forbehold", "Hvad man skal vide, før man bruger reglen.")
    webadresse: Webadresse | None = valgfri("Webadresse", "Lovteksten på nettet.", "anbefalet")

"""The evidence panel: five dimensions, a letter or the word for its absence, and how old it is."""

from macros.model import Metode
from macros.text import danish_date
from macros.views.blocks import Assessment, EvidencePanel
from macros.views.context import Context
from macros.views.sources import Sources

LETTERS = frozenset("ABCD")
MAX_AGE_DAYS = 3 * 365
"""After three years readers are told that the evidence has not been reviewed for long."""


def evidence_panel(context: Context, sources: Sources, metode: Metode) -> EvidencePanel:
    """The panel of a method. A dimension without an assessment is shown as not assessed, never left out."""
    given = {item.dimension: item for item in metode.evidens.vurderinger}
    rows = []
    for choice in context.katalog.vocab["dimension"].valg:
        item = given.get(choice.id)
        value = item.vurdering if item else "ikke_vurderet"
        rows.append(
            Assessment(
                dimension=choice.titel,
                choice=value,
                word=context.label("vurdering", value),
                is_letter=value in LETTERS,
                reason=item.begrundelse if item else "Vi har ikke fundet en vurdering.",
                by=item.vurderet_af if item else None,
                mark=sources.mark(item) if item else None,
            )
        )
    reviewed = metode.evidens.gennemgaaet
    old = (context.today - reviewed).days > MAX_AGE_DAYS
    notice = "Evidensen er ikke gennemgået i over tre år. Undersøg, om der er kommet nyt." if old else None
    return EvidencePanel(tuple(rows), danish_date(reviewed), notice)

"""The lists of one kind."""

from dataclasses import replace

import pytest

from macros.model import Initiativ
from macros.views import liste
from macros.views.context import Context

RESUME = "Unge i Eksempelby mødes hver tirsdag. Vi har ikke fundet resultater."


@pytest.mark.parametrize(
    ("count", "told"), [(liste.LONG, RESUME), (liste.LONG + 1, "Unge i Eksempelby mødes hver tirsdag.")]
)
def test_a_long_list_tells_first_sentences(context: Context, count: int, told: str) -> None:
    """A list of up to a hundred records tells each résumé, a longer one the first sentence of each."""
    record = context.katalog.of(Initiativ)[0]
    some = {f"nr-{one}": record.model_copy(update={"id": f"nr-{one}", "resume": RESUME}) for one in range(count)}
    katalog = replace(context.katalog, records={**context.katalog.records, "initiativer": some})
    (group,) = liste.record_list(replace(context, katalog=katalog), "initiativer").groups
    assert {card.text for card in group.cards} == {told}
    assert len(group.cards) == count

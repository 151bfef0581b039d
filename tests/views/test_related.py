"""Related records, and the reasons that the reader is given."""

from macros.model import Katalog, Reference
from macros.views.context import Context
from macros.views.related import MOST, related


def _reasons(context: Context, kind: str, id_: str) -> dict[str, str]:
    return {item.link.address: item.reason for item in related(context, Reference(kind, id_))}


def test_a_reference_is_told_from_both_ends(context: Context) -> None:
    """What a record names, and who names it, each have their own words."""
    assert _reasons(context, "metoder", "grundmetoden") == {"metoder/eksempelmetoden/": "er udgangspunkt for"}
    assert _reasons(context, "metoder", "eksempelmetoden") == {
        "metoder/grundmetoden/": "bygger på",
        "lovgrundlag/eksempelloven/": "giver lovhjemmel",
        "ensomhedsspor/eksempelsporet/": "hører til sporet",
        "puljer/eksempelpuljen/": "kan betale",
        "initiativer/klub-eksempel/": "bruges i",
        "partnerskaber/eksempelby-partnerskab/": "samme emne (fællesskab) og emne (partnerskab)",
        "strategier/eksempelstrategien/": "samme emne (fællesskab) og emne (partnerskab)",
    }


def test_likeness_needs_two_traits(context: Context) -> None:
    """One topic in common is not enough to be shown."""
    assert _reasons(context, "initiativer", "klub-forbillede") == {"initiativer/klub-eksempel/": "har inspireret"}


def test_what_two_records_share_is_told(context: Context) -> None:
    """Records that name neither the other are shown with the method and the municipality that they share."""
    first = context.katalog.get(Reference("initiativer", "klub-eksempel"))
    update = {"id": "klub-to", "titel": "Klub To", "emner": (), "inspireret_af": (), "del_af": ()}
    clubs = {**context.katalog.records["initiativer"], "klub-to": first.model_copy(update=update)}
    katalog = Katalog(
        {**context.katalog.records, "initiativer": clubs},
        context.katalog.vocab,
        context.katalog.kommuner,
        context.katalog.indstillinger,
    )
    reasons = _reasons(Context(katalog, context.today), "initiativer", "klub-to")
    assert reasons["initiativer/klub-eksempel/"] == "samme kommune (Eksempelby) og kommune (Prøvestad)"


def test_at_most_eight_are_shown_and_never_the_record_itself(context: Context) -> None:
    """The list stays short, and a record is not related to itself."""
    for name, _record in context.katalog.all():
        shown = related(context, name)
        assert len(shown) <= MOST
        assert context.link(name) not in [item.link for item in shown]

"""The gap map: what is counted where, and what stands behind it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from macros.model import Initiativ, Metode, Record, Reference
from macros.model.dele import Resultat
from macros.model.vocab import Mulighed
from macros.views.context import Context
from macros.views.evidenskort import EvidenceMap, Field, evidence_map

OUTCOME = "trivsel"


def _result(
    design: str = "ukendt", udfald: str | None = OUTCOME, retning: str | None = None, tekst: str = "Et resultat."
) -> Resultat:
    return Resultat(
        tekst=tekst, design=design, udfald=udfald, retning=retning, kilde="eksempelrapport-2026", sted="s. 1"
    )


def _method(context: Context, id_: str, *results: Resultat, **changes: str) -> Metode:
    record = context.katalog.get(Reference("metoder", "grundmetoden"))
    assert isinstance(record, Metode)
    return record.model_copy(update={"id": id_, "titel": id_.capitalize(), "resultater": results} | changes)


def _initiative(context: Context, methods: tuple[str, ...], *results: Resultat) -> Initiativ:
    record = context.katalog.get(Reference("initiativer", "klub-eksempel"))
    assert isinstance(record, Initiativ)
    return record.model_copy(update={"metoder": methods, "resultater": results})


def _map(context: Context, *records: Record, **choices: tuple[Mulighed, ...]) -> EvidenceMap:
    """The map of these methods and initiatives alone; `choices` take the place of lists."""
    of_kind: Mapping[str, type[Record]] = {"metoder": Metode, "initiativer": Initiativ}
    kinds = {kind: {r.id: r for r in records if isinstance(r, model)} for kind, model in of_kind.items()}
    lists = {name: context.katalog.vocab[name].model_copy(update={"valg": valg}) for name, valg in choices.items()}
    katalog = replace(context.katalog, records=kinds, vocab={**context.katalog.vocab, **lists})
    return evidence_map(replace(context, katalog=katalog))


def _only(shown: EvidenceMap, row: int = 0) -> Field:
    """The one field of a row that is not empty."""
    (field,) = [field for field in shown.rows[row].fields if field]
    return field


def test_the_map_of_the_good_site(context: Context) -> None:
    """A method with a result of its own and one from an initiative; a method without any has its row all the same."""
    shown = evidence_map(context)
    assert shown.caption == "2 resultater for 2 metoder efter udfald"
    assert shown.columns == ("Trivsel", "Ikke angivet")
    assert [(row.method.text, row.method.address, row.count) for row in shown.rows] == [
        ("Eksempelmetoden", "metoder/eksempelmetoden/", "2"),
        ("Grundmetoden", "metoder/grundmetoden/", "0"),
    ]
    assert shown.rows[1].fields == (None, None)
    field = _only(shown)
    assert shown.rows[0].fields == (field, None)
    assert field.link.text == "2 resultater, heraf 1 fra initiativer"
    assert field.link.address == "find/?metode=Eksempelmetoden&udfald=Trivsel"
    assert (field.strength.word, field.strength.filled, field.strength.open) == ("før og efter", 1, 4)
    assert field.directions == "positiv (2)"
    assert (shown.sums, shown.total) == (("2", "0"), "2")


def test_the_strengths_are_the_list_of_designs(context: Context) -> None:
    """Each kind of study is explained with its dots and its step, in the order of the list."""
    assert [(item.word, item.level, item.filled, item.open) for item in evidence_map(context).strengths] == [
        ("lodtrækningsforsøg", "trin 5", 5, 0),
        ("før og efter", "trin 1", 1, 4),
        ("ikke oplyst", "uden for skalaen", 0, 5),
    ]


@pytest.mark.parametrize(
    ("own", "used", "expected"),
    [
        (1, 0, "1 resultat"),
        (2, 0, "2 resultater"),
        (0, 1, "1 resultat fra initiativer"),
        (0, 2, "2 resultater fra initiativer"),
        (3, 2, "5 resultater, heraf 2 fra initiativer"),
    ],
)
def test_results_of_initiatives_are_told_apart(context: Context, own: int, used: int, expected: str) -> None:
    """The field says how many results there are and how many of them an initiative found."""
    method = _method(context, "a", *[_result()] * own)
    shown = _map(context, method, _initiative(context, ("a",), *[_result()] * used))
    assert _only(shown).link.text == expected
    assert shown.rows[0].count == shown.total == str(own + used)


@pytest.mark.parametrize(
    ("designs", "expected"),
    [
        (("ukendt", "foer-efter"), "før og efter"),
        (("foer-efter", "rct", "ukendt"), "lodtrækningsforsøg"),
        (("ukendt", "ukendt"), "ikke oplyst"),
    ],
)
def test_the_strongest_study_stands_in_the_field(context: Context, designs: tuple[str, ...], expected: str) -> None:
    """The highest step on the Maryland scale wins, whatever the order of the results."""
    shown = _map(context, _method(context, "a", *(_result(design) for design in designs)))
    assert _only(shown).strength.word == expected


def test_outside_the_scale_the_list_decides(context: Context) -> None:
    """A count that the list names before "Ikke oplyst" is said, though neither has a step."""
    designs = (Mulighed(id="monitorering", titel="Optælling"), Mulighed(id="ukendt", titel="Ikke oplyst"))
    shown = _map(context, _method(context, "a", _result("ukendt"), _result("monitorering")), design=designs)
    assert _only(shown).strength.word == "optælling"


def test_directions_are_words_in_the_order_of_the_list(context: Context) -> None:
    """Each direction is counted; a result without one counts as not assessed."""
    results = [_result(retning=way) for way in (None, "ingen-forskel", "positiv", "ikke-vurderet", "positiv")]
    shown = _map(context, _method(context, "a", *results))
    assert _only(shown).directions == "positiv (2), ingen forskel (1), ikke vurderet (2)"


def test_a_result_without_outcome_stands_last(context: Context) -> None:
    """It is counted under "Ikke angivet", and its link asks for the method alone."""
    shown = _map(context, _method(context, "a", _result(udfald=None)))
    field = shown.rows[0].fields[-1]
    assert field
    assert (shown.columns[-1], field.link.address) == ("Ikke angivet", "find/?metode=A")
    assert (shown.rows[0].fields[:-1], shown.sums) == ((None,), ("0", "1"))


def test_outcomes_stand_in_the_order_of_the_list(context: Context) -> None:
    """A column for each outcome of the list, also for one that nobody measured."""
    outcomes = (Mulighed(id="job", titel="Job"), Mulighed(id=OUTCOME, titel="Trivsel"))
    shown = _map(context, _method(context, "a", _result()), udfald=outcomes)
    assert (shown.columns, shown.sums) == (("Job", "Trivsel", "Ikke angivet"), ("0", "1", "0"))
    assert [field is None for field in shown.rows[0].fields] == [True, False, True]


def test_a_result_is_counted_once_in_the_sums(context: Context) -> None:
    """An initiative's result stands with each method that it uses, and once in the sum of the column."""
    methods = (_method(context, "a", _result()), _method(context, "b"))
    shown = _map(context, *methods, _initiative(context, ("a", "b"), _result()))
    assert [row.count for row in shown.rows] == ["2", "1"]
    assert (shown.sums, shown.total, shown.caption) == (("2", "0"), "2", "2 resultater for 2 metoder efter udfald")


def test_an_initiative_without_a_method_is_not_on_the_map(context: Context) -> None:
    """Results that belong to no method are in no row and in no sum."""
    shown = _map(context, _method(context, "a"), _initiative(context, (), _result()))
    assert (shown.rows[0].fields, shown.sums, shown.total) == ((None, None), ("0", "0"), "0")


def test_methods_stand_in_danish_order_and_titles_are_encoded(context: Context) -> None:
    """Å comes last; what a title holds of æ, ø, å and signs is written so that an address can hold it."""
    titles = {"a": "Åben dør & mere", "b": "Ærlig", "c": "Zoner"}
    shown = _map(context, *(_method(context, id_, _result(), titel=title) for id_, title in titles.items()))
    assert [row.method.text for row in shown.rows] == ["Zoner", "Ærlig", "Åben dør & mere"]
    address = "find/?metode=%C3%85ben%20d%C3%B8r%20%26%20mere&udfald=Trivsel"
    assert _only(shown, 2).link.address == address

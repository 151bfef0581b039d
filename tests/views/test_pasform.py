"""Pasform: what a record answers, and what it says where it has no answer."""

import json
from collections.abc import Mapping
from dataclasses import replace

from macros.export import fit_files
from macros.model import Initiativ, Metode, Record, Reference
from macros.model.dele import Aktoer, Resultat, Udsagn, Vurdering
from macros.views.actions import tools
from macros.views.context import Context
from macros.views.pasform import GIVEN, OWN, page
from macros.views.pasform_post import Answer, Given, given

FULL, BARE = Reference("metoder", "eksempelmetoden"), Reference("metoder", "grundmetoden")
CASE = Reference("initiativer", "klub-eksempel")


def _changed(context: Context, name: Reference, **changes: object) -> Given:
    """What a record would answer with these fields."""
    record = context.katalog.get(name).model_copy(update=changes)
    records: Mapping[str, Mapping[str, Record]] = {
        **context.katalog.records,
        name.kind: {**context.katalog.records[name.kind], name.id: record},
    }
    return given(replace(context, katalog=replace(context.katalog, records=records)), name)


def _answer(shown: Given, title: str) -> Answer:
    (found,) = [answer for group in shown.groups for answer in group.answers if answer.title == title]
    return found


def _texts(shown: Given, title: str) -> list[str]:
    return [" ".join(point.paragraphs) for point in _answer(shown, title).points]


def _said(text: str) -> Udsagn:
    return Udsagn(tekst=text, kilde="eksempelrapport-2026", sted="s. 1")


def test_a_method_answers_three_questions_from_its_fields(context: Context) -> None:
    """Each answer is what the record says, with the numbered source; nothing is added."""
    shown = given(context, FULL)
    assert [group.id for group in shown.groups] == [question.id for question in GIVEN]
    assert {answer.title: _texts(shown, answer.title) for group in shown.groups for answer in group.answers} == {
        "Kerneelementer": ["Følg den unge helt ind ad døren."],
        "Trin": ["Lav en aftale; Følg den unge"],
        "Måling af, om metoden følges": ["Tæl, hvor mange besøg der blev til noget."],
        "Skal være på plads": ["Foreningerne skal kende aftalen."],
        "Bemanding": ["Én medarbejder følger højst ti unge."],
        "Manual, oplæring og supervision": [],
        "Kan tages i brug i Danmark nu": ["nej"],
        "Pris": ["Under 100.000 kr.", "Tallene dækker løn, ikke husleje."],
        "Kort svar": ["Metoden er prøvet i en opfundet undersøgelse."],
        "Stærkeste undersøgelse": ["Før og efter"],
        "Resultaternes retning (antal)": ["positiv (1)"],
        "Undersøgt på": ["Opfundne unge, som gerne vil med i en forening."],
        "Afprøvet i Danmark": ["ja"],
        "Vidensdeklaration": [
            "Målgruppe: Ikke vurderet",
            "Metode og implementering: Ikke vurderet",
            "Effekt: B",
            "Økonomi: Ikke vurderet",
        ],
    }
    assert [point.mark and point.mark.number for point in _answer(shown, "Kerneelementer").points] == [1]
    assert [(line.number, line.link.text) for line in shown.sources] == [(1, "Eksempelrapport")]


def test_what_is_not_in_the_record_is_an_answer_without_points(context: Context) -> None:
    """A method with the required fields only answers nothing else, and a price that is not reckoned is no price."""
    shown = given(context, BARE)
    answered = [answer.title for group in shown.groups for answer in group.answers if answer.points]
    assert answered == ["Kerneelementer", "Kort svar", "Vidensdeklaration"]
    assert _texts(shown, "Vidensdeklaration") == ["Målgruppe, metode, implementering, effekt og økonomi: Ikke vurderet"]
    assert shown.sources == ()


def test_only_the_first_statements_are_shown_and_all_are_counted(context: Context) -> None:
    """Three of five core elements; the source of what is not shown is not named."""
    unseen = Udsagn(tekst="Fem", kilde="eksempelbrev", sted="s. 1")
    shown = _changed(context, BARE, kerneelementer=(*(_said(text) for text in ("En", "To", "Tre", "Fire")), unseen))
    assert _texts(shown, "Kerneelementer") == ["En", "To", "Tre"]
    assert _answer(shown, "Kerneelementer").total == 5
    assert len(shown.sources) == 1


def test_help_is_found_by_its_words_and_not_told_twice(context: Context) -> None:
    """A statement about a manual or supervision is found where it stands; one that is shown already is not repeated."""
    hidden = tuple(_said(text) for text in ("A", "B", "C", "Der findes en håndbog.", "Konsulenterne får supervision."))
    shown = _changed(context, BARE, kerneelementer=hidden)
    assert _texts(shown, "Manual, oplæring og supervision") == ["Der findes en håndbog."]
    assert _answer(shown, "Manual, oplæring og supervision").total == 2
    again = _changed(context, BARE, kerneelementer=(_said("Brug manualen."),))
    assert _texts(again, "Manual, oplæring og supervision") == ["Nævnt ovenfor"]
    young = _changed(context, BARE, kerneelementer=(*hidden[:3], _said("De unge tager en uddannelse.")))
    assert _texts(young, "Manual, oplæring og supervision") == []


def test_results_of_every_direction_are_counted(context: Context) -> None:
    """A result without a difference is told beside the good ones, and one that nobody judged as that."""
    ways = ("positiv", "ingen-forskel", "positiv", None)
    results = tuple(
        Resultat(tekst="Fundet.", design="rct", retning=way, kilde="eksempelrapport-2026", sted="s. 1") for way in ways
    )
    shown = _changed(context, FULL, resultater=results)
    assert _texts(shown, "Resultaternes retning (antal)") == ["positiv (2), ingen forskel (1), ikke vurderet (1)"]
    assert _texts(shown, "Stærkeste undersøgelse") == ["Lodtrækningsforsøg"]


def test_dimensions_with_the_same_assessment_and_source_stand_together(context: Context) -> None:
    """The same letter from two sources is two lines."""
    record = context.katalog.get(FULL)
    assert isinstance(record, Metode)
    both = tuple(
        Vurdering(dimension=name, vurdering="B", begrundelse="Opfundet.", kilde=source, sted="s. 1")
        for name, source in (("maalgruppe", "eksempelrapport-2026"), ("metode", "eksempelbrev"))
    )
    shown = _changed(context, FULL, evidens=record.evidens.model_copy(update={"vurderinger": both}))
    assert _texts(shown, "Vidensdeklaration") == [
        "Målgruppe: B",
        "Metode: B",
        "Implementering, effekt og økonomi: Ikke vurderet",
    ]


def test_an_initiative_names_its_parties_results_and_methods(context: Context) -> None:
    """Four parties with their sectors, the rest counted; the letters belong to its methods, to which it leads."""
    record = context.katalog.get(CASE)
    assert isinstance(record, Initiativ)
    parties = tuple(Aktoer(navn=f"Part {i}", sektor="kommune") for i in range(1, 7))
    shown = _changed(context, CASE, aktoerer=parties)
    assert _texts(shown, "Parter") == ["Part 1 (kommune), Part 2 (kommune), Part 3 (kommune) og Part 4 (kommune)"]
    assert _answer(shown, "Parter").total - len(_answer(shown, "Parter").points) == 2
    assert [link.text for link in _answer(shown, "Vidensdeklaration: se metoden").links] == ["Eksempelmetoden"]
    assert len(_answer(shown, "De første resultater").points) == min(3, len(record.resultater))


def test_each_own_question_has_five_words_and_no_two_alike() -> None:
    """Three questions are the reader's, each with a scale of five; the page adds up nothing."""
    assert [question.id for question in page().own] == ["behov", "sammenhaeng", "kapacitet"]
    assert [len(set(question.scale)) for question in OWN] == [5, 5, 5]
    assert [question.scale for question in GIVEN] == [(), (), ()]


def test_the_files_are_the_list_and_one_for_each_record(context: Context) -> None:
    """The list has the records that there is a file for, and each file is the view of its record."""
    files = {path: json.loads(make()) for path, make in fit_files(context)}
    listed = [name for titles in files["poster.json"].values() for name, _title in titles]
    assert list(files["poster.json"]) == ["metoder", "initiativer"]
    assert sorted(f"{name}.json" for name in listed) == sorted(set(files) - {"poster.json"})
    assert "initiativer/klub-lukket" not in listed
    assert files["metoder/eksempelmetoden.json"]["title"] == "Eksempelmetoden"
    assert files["metoder/grundmetoden.json"]["groups"][0]["answers"][1]["points"] == []


def test_only_methods_and_initiatives_lead_to_the_tool() -> None:
    """Their pages have the link; a fund has none."""
    assert [(link.text, link.address) for link in tools(FULL)] == [
        ("Vurdér pasform", "vaerktoejer/pasform/?id=metoder/eksempelmetoden")
    ]
    assert tools(Reference("puljer", "eksempelpuljen")) == ()

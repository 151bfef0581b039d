"""What the form at /bidrag/ asks for, and the words and patterns that it shares with the check."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml

from macros import formular, layout, source
from macros.model import KINDS, Katalog, Kilde
from macros.model.record import Record
from macros.views import bidrag, bidragstekster
from macros.views.bidrag import Field
from macros.views.context import Context
from tests.building import ROOT

BARE = {"integer", "amount", "yes", "date", "time"}


def _every(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _every(field.fields)


def _fields(katalog: Katalog, kind: str) -> dict[str, Field]:
    return {field.name: field for field in bidrag.fields(KINDS[kind].model, katalog)}


@pytest.mark.parametrize("kind", bidrag.OFFERED)
def test_every_required_field_is_asked_for_or_filled_in(katalog: Katalog, kind: str) -> None:
    """A proposal can be complete: no field is left out that a record cannot do without."""
    model = KINDS[kind].model
    needed = {name for name, info in model.model_fields.items() if info.is_required()}
    assert needed - set(_fields(katalog, kind)) == set()
    assert list(_fields(katalog, kind)) == [name for name in model.model_fields if name in _fields(katalog, kind)]


@pytest.mark.parametrize("kind", bidrag.OFFERED)
def test_what_the_editors_settle_is_not_asked_for(katalog: Katalog, kind: str) -> None:
    """Of the fields that all records share, only these are there; two of them are filled in unseen."""
    shared = [field for field in _fields(katalog, kind).values() if field.name in Record.model_fields]
    asked = [field.name for field in shared if not field.hidden]
    assert asked == ["titel", "resume", "emner", "ogsaa_kaldt", "status"]
    assert [field.name for field in shared if field.hidden] == ["id", "gennemgaaet"]


def test_a_field_is_described_by_its_model(katalog: Katalog) -> None:
    """Title, help, weight, limits and list come from the model; the help of some fields is the form's own."""
    age = _fields(katalog, "initiativer")["maalgruppe"].fields
    assert next(field for field in age if field.name == "alder_fra") == Field(
        "alder_fra", "Alder fra", "Yngste alder i år, fx 15.", "anbefalet", "integer", least=0, greatest=120, shown=True
    )
    assert _fields(katalog, "initiativer")["emner"] == Field(
        "emner",
        "Emner",
        "Vælg dem, der passer bedst. Højst seks.",
        "paakraevet",
        "choice",
        many=True,
        list="emne",
        fewest=1,
        most=6,
    )


def test_help_says_nothing_of_files_and_code(katalog: Katalog) -> None:
    """A stranger reads neither "data/", ".yml", "true" nor the id of a choice in a help text."""
    every = [*bidrag.new_source(katalog), *(f for kind in bidrag.OFFERED for f in _fields(katalog, kind).values())]
    told = [field.help for field in _every(tuple(every)) if not field.hidden]
    assert len(told) > 50
    assert [
        text for text in told if "data/" in text or ".yml" in text or "true" in text or re.search(r"\w_\w", text)
    ] == []


def test_no_message_names_a_file_or_a_key(context: Context) -> None:
    """What the form says of a mistake is of its own fields: neither "data/", ".yml" nor a key like citeret_i."""
    told = json.loads(formular.form_json(context, None))["wording"]
    assert {name: text for name, text in told.items() if re.search(r"data/|\.yml|[a-zæøå]_[a-zæøå]", text)} == {
        "to-slags-tal": "{vaerdi} kan læses på to måder. Skriv {uden_punktum}."
    }


def test_own_words_are_for_fields_that_there_are(katalog: Katalog) -> None:
    """Each sentence of the form's own replaces one of the models', or is for a key that is asked for."""
    every = [*bidrag.new_source(katalog), *(f for kind in bidrag.OFFERED for f in _fields(katalog, kind).values())]
    told = {field.help for field in _every(tuple(every))}
    own = {*bidragstekster.HELP.values(), *bidragstekster.PLAINER.values(), *bidragstekster.OF_NEW_SOURCE.values()}
    assert own - told == set()


@pytest.mark.parametrize("kind", bidrag.OFFERED)
def test_a_source_is_explained_once_and_a_place_everywhere(katalog: Katalog, kind: str) -> None:
    """Which source is meant is told in their list; how a place is written, beside each of the many statements."""
    fields = list(_every(tuple(_fields(katalog, kind).values())))
    sources, places = ([one.help for one in fields if one.name == name] for name in ("kilde", "sted"))
    assert len(sources) == len(places) > 5
    assert set(sources) == {bidragstekster.HELP["kilde"], bidragstekster.SOURCE_OF_ONE, ""}
    assert sources.count(bidragstekster.HELP["kilde"]) == 1
    assert set(places) == {bidragstekster.HELP["sted"]}


def test_topics_that_records_have_are_common(katalog: Katalog) -> None:
    """A topic of a record on offer is shown at once; one that none has is among the others."""
    topics = bidrag.choices(katalog)["emne"]
    used = {topic for kind in bidrag.OFFERED for record in katalog.records[kind].values() for topic in record.emner}
    assert used
    assert {topic["id"] for topic in topics if topic.get("common")} == used
    assert len(topics) > len(used)


def test_hard_topics_have_an_explanation() -> None:
    """Each topic whose name is explained beside its box is one of the catalogue's, and says what it means."""
    listed = source.read(ROOT / "data" / "vocab" / "emne.yml").values["valg"]
    explained = {one["id"] for one in listed if one.get("forklaring")}
    assert bidragstekster.HARD["emne"] - explained == set()


@pytest.mark.parametrize("kind", [*bidrag.OFFERED, "kilder"])
def test_types_are_bare_where_the_formatter_writes_no_quotes(katalog: Katalog, kind: str) -> None:
    """The types that yaml.js writes without quotes are those of the formatter, at any depth."""
    model: Any = KINDS[kind].model
    for field in bidrag.fields(model, katalog):
        if not field.fields:
            assert (field.type in BARE) is layout._is_bare(*layout._annotation(model, field.name)), field.name


def test_a_new_source_can_be_complete(katalog: Katalog) -> None:
    """Every field that a source cannot do without is asked for or filled in."""
    needed = {name for name, info in Kilde.model_fields.items() if info.is_required()}
    found = {field.name: field.hidden for field in bidrag.new_source(katalog)}
    assert needed - set(found) == set()
    assert [name for name, hidden in found.items() if hidden] == ["id", "status", "gennemgaaet"]


def test_ids_that_were_in_use_are_taken(katalog: Katalog) -> None:
    """Also the id of a record that was taken out, and former ids; only titles that are shown are compared."""
    taken = bidrag.taken(katalog, "initiativer")
    assert {"klub-eksempel", "klub-lukket", "klubben"} <= set(taken["ids"])
    assert "klub-lukket" not in taken["titles"].values()


def test_what_the_form_loads(context: Context) -> None:
    """The description names the kinds, the repository and the mailbox; the sources are in a file of their own."""
    form = json.loads(formular.form_json(context, "eksempel/katalog"))
    assert list(form["kinds"]) == ["initiativer", "partnerskaber"]
    assert (form["repository"], form["mailbox"]) == ("eksempel/katalog", context.katalog.indstillinger.postkasse)
    sources = json.loads(formular.sources_json(context))["sources"]
    assert [one["id"] for one in sources] == ["eksempelbrev", "eksempelrapport-2026"]
    assert "eksempelrapport" not in json.dumps(form["lists"])


def test_zero_is_told(context: Context) -> None:
    """The lowest age is a limit, though it is nothing."""
    form = json.loads(formular.form_json(context, None))
    group = next(field for field in form["kinds"]["initiativer"]["fields"] if field["name"] == "maalgruppe")
    assert next(field for field in group["fields"] if field["name"] == "alder_fra")["least"] == 0


@pytest.mark.parametrize("kind", bidrag.OFFERED)
def test_a_blank_file_is_yaml_with_what_is_required(kind: str) -> None:
    """The empty file has every required field and no confirmation."""
    values = yaml.safe_load(formular.blanks(date(2026, 11, 21))[kind])
    needed = {name for name, info in KINDS[kind].model.model_fields.items() if info.is_required()}
    assert needed - set(values) == set()
    assert "bekraeftet" not in values


def test_the_words_of_a_choice_are_no_pattern(katalog: Katalog) -> None:
    """A backslash in the name of a choice stands in the form as it is."""
    title = r"me\ud800re end"
    found = katalog.vocab["omtrent"]
    named = found.model_copy(update={"valg": tuple(one.model_copy(update={"titel": title}) for one in found.valg)})
    changed = replace(katalog, vocab={**katalog.vocab, "omtrent": named})
    assert "omtrent" in {field.name for field in _every(bidrag.fields(KINDS["initiativer"].model, changed))}
    assert {choice["title"] for choice in bidrag.choices(changed)["omtrent"]} == {title}

"""Danish words as the index sees them: lemmas, compound parts, loose spelling, everyday words."""

import json

import pytest

from macros.search import danish, tables


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("rusmiddelbehandling", {"rusmiddel", "behandling"}),
        ("fritidsjob", {"fritid", "job"}),
        ("civilsamfundsorganisation", {"civilsamfund", "civil", "samfund", "organisation"}),
        ("ungeenhed", {"ung", "enhed"}),
        ("partnerskab", set()),
        ("københavn", set()),
        ("forebygge", set()),
        ("besøgsven", {"besøg", "ven"}),
    ],
)
def test_a_compound_has_its_parts(word: str, parts: set[str]) -> None:
    """A compound is split into its words, with theirs; a word that only looks like one is not."""
    assert danish.parts(word) == parts


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        ("børn barn barnets", "barn"),
        ("støtte stoette stotten støttens", "stot"),
        ("jobcenter jobcentret jobcentre jobcentrene", "jobcent"),
        ("frivilligcenter frivilligcentret frivilligcentre", "frivilligcent"),
        ("foreningernes forening", "forening"),
    ],
)
def test_forms_and_spellings_share_a_key(forms: str, key: str) -> None:
    """Every form of a word, with or without æ, ø and å, is found by the same key."""
    assert [word for word in forms.split() if key not in tables.keys(word)] == []


def test_an_irregular_form_leads_to_its_key() -> None:
    """The table for the browser leads "børn" to the key of "barn"."""
    assert "børn" in json.loads(tables.tables(["Et barn"], ()))["former"]["barn"].split(" ")


def test_keys_are_packed_by_what_they_share() -> None:
    """Each key in the table is a digit for how many letters it has from the one before, and the rest."""
    assert json.loads(tables.tables(["job jobs", "jobmentor mentor"], ()))["noegler"] == "0job 3mentor 0mentor"


def test_an_abbreviation_keeps_its_ending() -> None:
    """FriSe and NEET are their own keys: no ending is taken off."""
    assert tables.keys("FriSe og NEET", danish.abbreviations(["FriSe og NEET"])) == ["frise", "neet", "og"]


def test_a_name_in_capitals_is_words() -> None:
    """What stands in small letters elsewhere is no abbreviation: "LÆR" is found by "lære"."""
    text = "LÆR FOR LIVET og MST-SA lær for livet"
    assert danish.abbreviations([text]) == {"mst", "sa"}


def test_a_paragraph_is_a_word() -> None:
    """ "§ 85" and "paragraf 85" are one."""
    assert tables.keys("§ 85") == tables.keys("paragraf 85")


def test_a_whole_name_is_one_key_in_any_order() -> None:
    """The key of a name tells neither order nor small words, and no other name has it."""
    assert tables.whole("IPS i Hjørring") == tables.whole("hjoerring IPS") == "hjorringipszq"
    assert tables.whole("Hjørring-modellen") != tables.whole("Hjørring")


def test_everyday_words_find_official_ones() -> None:
    """A text about rusmidler is also found by "hash", and one about something else is not."""
    assert "hash" in tables.everyday(tables.keys("Om rusmidler"))
    assert "hash" not in tables.everyday(tables.keys("Om fritidsjob"))

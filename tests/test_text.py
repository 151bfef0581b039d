"""Danish words, numbers, dates and the nearest spelling."""

from datetime import date
from decimal import Decimal

import pytest

from macros import text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Høje-Taastrup", "hoeje-taastrup"),
        ("  § 18: Ærø & Åbenrå!", "18-aeroe-aabenraa"),
        ("Café München", "cafe-munchen"),
        ("", ""),
    ],
)
def test_slug_has_only_ascii_letters_digits_and_hyphens(given: str, expected: str) -> None:
    """An address part is written without æøå, capitals and other signs."""
    assert text.slug(given) == expected


def test_danish_order_puts_ae_oe_aa_last() -> None:
    """Names are sorted as in a Danish register: æ, ø, å last, and "Aa" as å."""
    names = ["Åøvelse", "Aarhus", "Ærø", "Zoo", "Ølby", "Albertslund"]
    assert sorted(names, key=text.sort_key) == ["Albertslund", "Zoo", "Ærø", "Ølby", "Aarhus", "Åøvelse"]


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1525, None, "1.525"),
        (Decimal("69.10"), None, "69,1"),
        (Decimal("100"), None, "100"),
        (Decimal("1234567.5"), 1, "1.234.567,5"),
        (Decimal("2"), 1, "2,0"),
        (Decimal("-0.5"), None, "-0,5"),
        (0.1, None, "0,1"),
    ],
)
def test_number_uses_danish_signs(value: Decimal | float, decimals: int | None, expected: str) -> None:
    """A point between thousands, a comma before decimals, and no decimals that nobody asked for."""
    assert text.number(value, decimals) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (15000, "15.000 kr."),
        (999999, "999.999 kr."),
        (1000000, "1 mio. kr."),
        (69100000, "69,1 mio. kr."),
        (1200000000, "1,2 mia. kr."),
        (-2000000, "-2 mio. kr."),
    ],
)
def test_kroner_are_said_as_people_say_them(value: int, expected: str) -> None:
    """Large amounts are in millions or billions."""
    assert text.kroner(value) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("2026", "2026"), ("2026-09", "september 2026"), ("2026-09-01", "1. september 2026")],
)
def test_point_in_time_is_as_exact_as_it_was_written(given: str, expected: str) -> None:
    """A year stays a year; a month and a day are put in words."""
    assert text.point_in_time(given) == expected


def test_date_is_in_words() -> None:
    """A date has the month in words and a point after the day."""
    assert text.danish_date(date(2027, 1, 1)) == "1. januar 2027"


def test_plural_follows_the_count() -> None:
    """Only one has the singular; none and many have the plural."""
    counts = [text.plural(count, "post", "poster") for count in (0, 1, 1200)]
    assert counts == ["0 poster", "1 post", "1.200 poster"]


def test_enumeration_has_og_before_the_last() -> None:
    """Items are joined as a Danish sentence joins them."""
    assert [text.enumeration(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a og b", "a, b og c",
    ]  # fmt: skip


SOURCES = ["koebenhavn-bi26-2025", "civilsamfundsstrategi-2021", "brev-borgmestre-ungeloeftet", "fra-ensomhed-2021"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bi26-kbh", "koebenhavn-bi26-2025"),
        ("civilsamfundstrategi-2021", "civilsamfundsstrategi-2021"),
        ("Koebenhavn-BI26-2025", "koebenhavn-bi26-2025"),
        ("noget-2021", None),
        ("zzz", None),
        ("", None),
    ],
)
def test_nearest_guesses_only_what_may_be_meant(word: str, expected: str | None) -> None:
    """A slip of the pen or one shared part gives a guess; two that share the same part, or nothing, give none."""
    assert text.nearest(word, SOURCES) == expected


def test_did_you_mean_ends_a_message() -> None:
    """The guess is put as a question with a space before it; without a guess nothing is added."""
    assert text.did_you_mean("bi26-kbh", SOURCES) == ' Mente du "koebenhavn-bi26-2025"?'
    assert text.did_you_mean("zzz", SOURCES) == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Vi ser dig. Du ser mig.", 3),
        ("Kommunen samarbejder.", 102),
        ("", 0),
        ("I 2025 kom 12 unge.", 3),
    ],
)
def test_lix_counts_words_sentences_and_long_words(written: str, expected: int) -> None:
    """Words for each sentence plus the share of words over six letters; figures are no words."""
    assert text.lix(written) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("Unge får en mentor i et halvt år. 70 pct. fik job.", "Unge får en mentor i et halvt år."),
        ("Forslag fra 2021. Unge skal have en mentor. Det er dyrt.", "Forslag fra 2021. Unge skal have en mentor."),
        ("Vi sænker sagsantallet fra ca. 25 til op til 15. Nu.", "Vi sænker sagsantallet fra ca. 25 til op til 15."),
        ("Stevns fik 3,8 mio. kr. i tre år af en pulje. Nu.", "Stevns fik 3,8 mio. kr. i tre år af en pulje."),
        ("Kursus i Vejle den 1. maj 2026 for alle unge. Nu.", "Kursus i Vejle den 1. maj 2026 for alle unge."),
    ],
)  # fmt: skip
def test_a_text_opens_with_its_first_sentence(given: str, expected: str) -> None:
    """The opening of a text ends where a sentence does, not at an abbreviation, and says more than a few words."""
    assert text.opening(given) == expected

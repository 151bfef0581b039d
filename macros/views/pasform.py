"""Pasform: six questions before a method is chosen. Three are answered by the record, three by the reader.

The questions are those of the Hexagon tool, in own words; the term "hexagon-vaerktoejet" names its source.
"""

from dataclasses import dataclass

KINDS = ("metoder", "initiativer")
"""The kinds that the six questions make sense for."""
MOST_WORDS, MOST_NAME = 300, 100
"""How many characters the annex has room for: of a sentence, and of a name."""


@dataclass(frozen=True)
class Question:
    """One of the six. What belongs to the reader has the words of a scale, from 1 to 5."""

    id: str
    title: str
    asked: str
    hints: tuple[str, ...] = ()
    scale: tuple[str, ...] = ()


@dataclass(frozen=True)
class FitPage:
    """What the page shows before a record is chosen."""

    given: tuple[Question, ...]
    own: tuple[Question, ...]
    most_words: int = MOST_WORDS
    most_name: int = MOST_NAME


GIVEN = (
    Question("brugbarhed", "Brugbarhed", "Er det beskrevet så klart, at I kan gøre det efter?"),
    Question("stoette", "Støtte", "Hvad skal være på plads, og hvilken hjælp kan I få?"),
    Question("evidens", "Evidens", "Hvad ved man om, hvorvidt det virker, og for hvem?"),
)
OWN = (
    Question(
        "behov",
        "Behov",
        "Er der brug for det hos jer?",
        (
            "Hvor mange unge hos jer ligner dem, det er lavet til?",
            "Hvad siger jeres egne tal?",
            "Hvad siger de unge selv?",
        ),
        (
            "Vi ser ikke et behov",
            "Behovet er lille eller usikkert",
            "Nogle unge har behovet",
            "Mange unge har behovet",
            "Behovet er stort og vist med tal",
        ),
    ),
    Question(
        "sammenhaeng",
        "Sammenhæng",
        "Hænger det sammen med det, I gør og vil i forvejen?",
        (
            "Hvilke indsatser har I allerede, og hvad skal vige?",
            "Passer det til jeres mål, aftaler og samarbejder?",
            "Passer det til den måde, I møder unge på?",
        ),
        (
            "Det strider mod det, vi gør",
            "Det passer dårligt",
            "Det passer delvist",
            "Det passer godt",
            "Det passer helt ind",
        ),
    ),
    Question(
        "kapacitet",
        "Kapacitet",
        "Har I folk, penge og ledelse til at begynde og blive ved?",
        (
            "Har I medarbejdere med de evner, der skal til?",
            "Er der penge, også efter det første år?",
            "Hvem i ledelsen står bag?",
        ),
        (
            "Vi mangler det meste",
            "Vi mangler vigtige dele",
            "Vi har noget og kan skaffe resten",
            "Vi har næsten det hele",
            "Alt er på plads",
        ),
    ),
)


def page() -> FitPage:
    """The six questions."""
    return FitPage(GIVEN, OWN)

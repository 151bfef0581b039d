"""How evidence is shown: the scale of studies and the words for what is missing."""

from dataclasses import dataclass

from macros.views.context import Context


@dataclass(frozen=True)
class Step:
    """A choice on a scale, with its place on the Maryland scale where it has one."""

    title: str
    explanation: str
    level: str


@dataclass(frozen=True)
class EvidenceGuide:
    """The scales that record pages use."""

    designs: tuple[Step, ...]
    assessments: tuple[Step, ...]
    dimensions: tuple[str, ...]


def evidence_guide(context: Context) -> EvidenceGuide:
    """The scales as they stand in data/vocab."""
    return EvidenceGuide(
        _steps(context, "design"),
        _steps(context, "vurdering"),
        tuple(choice.titel for choice in context.katalog.vocab["dimension"].valg),
    )


def _steps(context: Context, vocab: str) -> tuple[Step, ...]:
    return tuple(
        Step(choice.titel, choice.forklaring or "", str(choice.niveau) if choice.niveau else "uden for skalaen")
        for choice in context.katalog.vocab[vocab].valg
    )

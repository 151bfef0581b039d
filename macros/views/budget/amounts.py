"""Amounts in kroner: what a unit is worth, and how a sum is rounded, here and in the browser."""

from decimal import ROUND_HALF_UP, Decimal

from macros.text import enumeration, kroner

UNITS = {"1.000 kr.": Decimal(1000), "mio. kr.": Decimal(10**6), "kr.": Decimal(1)}
"""How a unit of money begins, and how many kroner it is."""
STEPS = ((1_000, 10), (10_000, 100), (100_000, 1_000), (1_000_000, 10_000), (10_000_000, 50_000), (0, 100_000))
"""Amounts below the first number are rounded to whole multiples of the second; 0 is for all that is larger."""


def worth(unit: str) -> Decimal | None:
    """How many kroner one of that unit is, or None where it is no money."""
    return next((worth for beginning, worth in UNITS.items() if unit.startswith(beginning)), None)


def rounded(value: Decimal) -> Decimal:
    """An amount to the step for its size, halves upwards."""
    step = next(Decimal(step) for below, step in STEPS if not below or value < below)
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def rounding_in_words() -> str:
    """How amounts are rounded, as a sentence."""
    parts = [f"{f'under {kroner(below)}' if below else 'derover'} til hele {kroner(step)}" for below, step in STEPS]
    return f"Beløb rundes {enumeration(parts)}"

"""Whether a link out of the catalogue answered, in words: on the page of a source, and on `/om/datakvalitet/`."""

from macros.linktjek import Link
from macros.text import danish_date, number
from macros.views.context import Context

UNCHECKED = "Links er ikke tjekket."


def answer(context: Context, url: str) -> str:
    """What one address answered, and when; that it was not asked, where it was not."""
    if context.answers is None:
        return UNCHECKED
    found = context.answers.links.get(url)
    if found is None:
        return "Linket er ikke tjekket."
    return f"{danish_date(context.answers.dato)}: {in_words(found)}"


def in_words(link: Link) -> str:
    """The answer, with the new address where there is one."""
    return f"{link.hvad}: {link.til}" if link.til else link.hvad


def counts(context: Context, urls: frozenset[str]) -> tuple[str, ...]:
    """How many of the addresses answered, and how many did not, as sentences."""
    if context.answers is None:
        return (UNCHECKED,)
    found = [link.svar for url, link in context.answers.links.items() if url in urls]
    answered = sum(svar in {"svarer", "flyttet"} for svar in found)
    lines = [
        f"Sidst tjekket {danish_date(context.answers.dato)}: {number(answered)} af {number(len(urls))} links svarer."
    ]
    lines += [f"{number(found.count('flyttet'))} af dem er flyttet."] if "flyttet" in found else []
    lines += (
        [f"{number(found.count('tolereret'))} afviser maskiner, men åbner i en browser."]
        if "tolereret" in found
        else []
    )
    left = len(urls) - len(found)
    return (*lines, *([f"{number(left)} er ikke tjekket."] if left else []))

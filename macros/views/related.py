"""Other records worth reading after this one, each with the reason why it is shown."""

from collections.abc import Iterator

from macros.model import KINDS, Reference
from macros.model.traverse import leaves
from macros.text import enumeration
from macros.views.blocks import Related
from macros.views.context import Context, badge

MOST = 8
_SKIPPED = frozenset({"kilder", "begreber", "noegletal", "milepaele", "tabeller"})
_REASONS = {
    "metoder": ("bruger metoden", "bruges i"),
    "inspireret_af": ("bygger på erfaringer herfra", "har inspireret"),
    "del_af": ("er en del af", "har denne del"),
    "bygger_paa": ("bygger på", "er udgangspunkt for"),
    "partnerskabsmodeller": ("følger modellen", "modellen følges af"),
    "ensomhedsspor": ("hører til sporet", "bidrag til sporet"),
    "initiativer": ("praksiseksempel", "bruger det som eksempel"),
    "anbefalinger": ("hviler på anbefalingen", "anbefalingen bag"),
    "puljer": ("kan betale", "kan betales herfra"),
    "strategier": ("følger strategien", "bidrag til strategien"),
    "lovgrundlag": ("giver lovhjemmel", "bruger lovreglen"),
}
"""By the field that holds the reference: the reason seen from the one who names, and from the one named."""


def related(context: Context, name: Reference) -> tuple[Related, ...]:
    """At most eight: first those that one of the two names, then those that share method, place and topic."""
    found: dict[Reference, str] = {}
    for target, reason in (*_named(context, name), *_naming(context, name), *_alike(context, name)):
        if target != name and target.kind not in _SKIPPED:
            found.setdefault(target, reason)
    chosen = list(found.items())[:MOST]
    return tuple(Related(badge(KINDS[target.kind]), context.link(target), reason) for target, reason in chosen)


def _named(context: Context, name: Reference) -> Iterator[tuple[Reference, str]]:
    for leaf in leaves(context.katalog.get(name)):
        if leaf.ref and leaf.ref in KINDS and leaf.ref not in _SKIPPED:
            field = str(leaf.path[0])
            yield Reference(leaf.ref, leaf.value), _REASONS.get(field, ("hører sammen med", ""))[0]


def _naming(context: Context, name: Reference) -> Iterator[tuple[Reference, str]]:
    for other in context.katalog.named_by.get(name, ()):
        field = next(
            str(leaf.path[0])
            for leaf in leaves(context.katalog.get(other))
            if leaf.ref == name.kind and leaf.value == name.id
        )
        yield other, _REASONS.get(field, ("", "hører sammen med"))[1]


def _alike(context: Context, name: Reference) -> list[tuple[Reference, str]]:
    """Records that share at least two traits with this one, those that share most first."""
    shared: dict[Reference, list[str]] = {}
    for trait in sorted(context.traits[name]):
        for other in context.by_trait[trait]:
            if other.kind not in _SKIPPED:
                shared.setdefault(other, []).append(trait)
    close = sorted((-len(traits), other) for other, traits in shared.items() if len(traits) >= 2)
    return [(other, f"samme {enumeration(shared[other][:2])}") for _count, other in close]

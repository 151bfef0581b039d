"""The addresses outside the site, and what lychee found when it asked for them. Asks nobody itself.

Source: lychee 0.24 with `--format json`. Its report names each address by file and line, and the file that it is given
has one address on each line (`templates/lychee.j2`); so an address is known again, however lychee spells it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.model import Katalog, Reference
from macros.model.felt import Del, Linje
from macros.model.traverse import leaves

Answer = Literal["svarer", "flyttet", "tolereret", "fejler"]
_ADDRESS = re.compile(r"""https?://[^\s<>"']+""")
_FOR_GOOD = {301, 308}
_CODES = {
    403: "afviser os",
    404: "siden findes ikke",
    410: "siden er fjernet",
    429: "beder os vente",
}


class Tolereret(Del):
    """A host that is known to turn machines away, and why we believe that its pages are there all the same."""

    vaert: str = Field(pattern=r"^[a-z0-9.-]+\.[a-z]+$")
    koder: tuple[Literal["403", "429"], ...] = Field(min_length=1)
    grund: Linje


class Tolerance(Del):
    """The whole list: `.github/lychee-tolerance.yml`."""

    vaerter: tuple[Tolereret, ...] = ()


class Link(BaseModel):
    """What one address answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    svar: Answer
    kode: int | None = None
    hvad: str
    """In words, for readers: "siden findes ikke (404)"."""
    til: str | None = None
    """Where an address that was moved for good leads."""


class LinkCheck(BaseModel):
    """One check of the addresses: its day, and the answers. An address that is not in it was not checked."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    dato: date
    links: Mapping[str, Link]


class _Hop(BaseModel):
    url: str
    code: int


class _Hops(BaseModel):
    redirects: tuple[_Hop, ...] = ()


class _Status(BaseModel):
    text: str = ""
    code: int | None = None
    details: str = ""


class _Span(BaseModel):
    line: int


class _Entry(BaseModel):
    """One address in lychee's report; what is not read here is left out."""

    url: str
    status: _Status
    span: _Span | None = None
    redirects: _Hops = _Hops()


class _Report(BaseModel):
    success_map: Mapping[str, tuple[_Entry, ...]] = {}
    error_map: Mapping[str, tuple[_Entry, ...]] = {}
    timeout_map: Mapping[str, tuple[_Entry, ...]] = {}


@dataclass(frozen=True)
class _Judge:
    """Turns an entry into an answer; knows which hosts turn machines away."""

    tolerance: Tolerance

    def answered(self, entry: _Entry) -> Link:
        hops = entry.redirects.redirects
        if hops and all(hop.code in _FOR_GOOD for hop in hops) and _ADDRESS.fullmatch(hops[-1].url):
            return Link(svar="flyttet", kode=hops[0].code, hvad="er flyttet og svarer", til=hops[-1].url)
        return Link(svar="svarer", kode=entry.status.code, hvad="svarer")

    def failed(self, entry: _Entry, address: str) -> Link:
        code = entry.status.code
        if code is None:
            broken = "certificate" in f"{entry.status.text} {entry.status.details}".lower()
            return Link(svar="fejler", hvad="certifikatet er ikke i orden" if broken else "kan ikke nås")
        word = _CODES.get(code, "serveren fejler" if code >= 500 else "svarer med en fejl")
        return Link(
            svar="tolereret" if self._tolerates(address, code) else "fejler", kode=code, hvad=f"{word} ({code})"
        )

    def _tolerates(self, address: str, code: int) -> bool:
        host = re.sub(r"^https?://(?:[^/@]*@)?([^/:?#]*).*$", r"\1", address).lower()
        return any(host == known.vaert and str(code) in known.koder for known in self.tolerance.vaerter)


def addresses(katalog: Katalog) -> dict[str, tuple[Reference, ...]]:
    """Every address that a record gives, sorted, with the records that do."""
    found: dict[str, list[Reference]] = {}
    for name, record in katalog.all():
        for leaf in leaves(record):
            if isinstance(leaf.value, str) and _ADDRESS.fullmatch(leaf.value):
                found.setdefault(leaf.value, []).append(name)
    return {address: tuple(found[address]) for address in sorted(found)}


def read_report(report: str, asked: Sequence[str], tolerance: Tolerance) -> dict[str, Link] | None:
    """The answers by address, in the order asked; None where this is not a report."""
    try:
        read = _Report.model_validate_json(report)
    except ValidationError:
        return None
    answers = dict(_answers(read, asked, _Judge(tolerance)))
    return {address: answers[address] for address in asked if address in answers}


def _answers(report: _Report, asked: Sequence[str], judge: _Judge) -> Iterator[tuple[str, Link]]:
    for address, entry in _entries(report.success_map, asked):
        yield address, judge.answered(entry)
    for address, entry in _entries(report.error_map, asked):
        yield address, judge.failed(entry, address)
    for address, _entry in _entries(report.timeout_map, asked):
        yield address, Link(svar="fejler", hvad="svarer ikke i tide")


def _entries(found: Mapping[str, tuple[_Entry, ...]], asked: Sequence[str]) -> Iterator[tuple[str, _Entry]]:
    for entries in found.values():
        for entry in entries:
            if entry.span and 1 <= entry.span.line <= len(asked):
                yield asked[entry.span.line - 1], entry


def as_json(check: LinkCheck) -> str:
    """The result file, which a build may be given."""
    return check.model_dump_json(indent=2, exclude_none=True) + "\n"


def from_json(text: str) -> LinkCheck | None:
    """A result file read again; None where it is not one, as if nothing had been checked."""
    try:
        return LinkCheck.model_validate_json(text)
    except ValidationError:
        return None

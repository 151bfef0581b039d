"""What every macro shows of the site in tests/sites/good, on one day, to the letter."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.env import MACROS, Macros
from macros.export import sizes
from macros.historik import Change, History
from macros.model import KINDS, Reference
from macros.render import render
from macros.settings import Build
from macros.views import (
    bidrag,
    budget,
    data,
    datakvalitet,
    emner,
    ensomhed,
    evidens,
    evidenskort,
    finansiering,
    forside,
    frister,
    indlejret,
    kilder,
    kommune,
    kommuner,
    liste,
    opslag,
    opslagssider,
    pages,
)  # fmt: skip

GOLDEN = Path(__file__).parent / "golden"
GOOD = Path(__file__).parent / "sites" / "good"
TODAY = date(2026, 11, 21)
RECORDS = {
    "initiativer": "klub-eksempel",
    "metoder": "eksempelmetoden",
    "partnerskabsmodeller": "eksempelmodellen",
    "ensomhedsspor": "eksempelsporet",
    "partnerskaber": "eksempelby-partnerskab",
    "puljer": "eksempelpuljen",
    "lovgrundlag": "eksempelloven",
    "strategier": "eksempelstrategien",
    "anbefalinger": "eksempelanbefaling",
    "kilder": "eksempelrapport-2026",
}
"""The record that stands for each kind with pages of its own."""
BUDGET: dict[str, Any] = {
    "model": "eksempelmodellen",
    "poster": {"projektleder": "Løn"},
    "foreninger": "unge-i-eksempelby",
    "sats": "beloeb-til-foreninger",
    "ramme": "beloeb-til-foreninger",
    "initiativ": "klub-eksempel",
    "budget": "eksempelbudget",
    "raekker": {"loen": "Løn", "husleje": "Husleje"},
    "uden": ("husleje",),
    "uden_maal": "Besøg",
    "projektleder": "Løn",
    "aarsvaerk": "Løn",
    "kontakt": "unge-i-eksempelby",
    "andel": "unge-i-eksempelby-foer",
    "i_alt": "unge-i-eksempelby",
    "metode": "eksempelmetoden",
    "sager": "eksempelbudget",
    "sager_fra": "aar-2026",
    "sager_til": "aar-2027",
    "andre_sager": ("unge-i-eksempelby-foer",),
}
"""The records of the example that the budget calculator takes its figures from."""


def _macros(address: str, today: date = TODAY) -> Macros:
    return Macros(lambda: address, Build(today, GOOD / "data", GOOD / "settings.yml", None, None))


def _calls() -> Mapping[str, Callable[[], str]]:
    """How each golden file is made, by its name without .html."""
    lists = ("initiativer", "anbefalinger", "puljer", "kilder")
    calls: dict[str, Callable[[], str]] = {
        "begreb": lambda: _macros("ensomhedsspor/").begreb("eksempelbegreb"),
        "forside": lambda: _macros("").forside(),
        "evidens": lambda: _macros("om/evidens/").evidens(),
        "post_udgaaet": lambda: _macros("initiativer/klub-lukket/").post("initiativer", "klub-lukket"),
        "emne": lambda: _macros("emner/finansiering/").emne("finansiering"),
        "kommune": lambda: _macros("kommuner/eksempelby/").kommune("Eksempelby"),
        "budgetberegner": lambda: _macros("vaerktoejer/budget/").budgetberegner(**BUDGET),
        "indlejr": lambda: _macros("indlejr/").indlejr(),
        "kontakt": lambda: _macros("om/").kontakt(),
        "tilgaengelighed": lambda: _macros("om/tilgaengelighed/").tilgaengelighed(),
        "udgivere": lambda: _macros("udgivere/e/").udgivere("e"),
        "ordliste": lambda: _macros("ordliste/e/").ordliste("e"),
        "emnetal": lambda: _macros("emnetal/faellesskab/").emnetal("faellesskab"),
        "was": lambda: _macros("was/").was(),
        "oversigt": lambda: _macros("om/oversigt/").oversigt(),
        "aendringer": lambda: _macros("aendringer/").aendringer(),
        "data": lambda: _macros("data/").data(),
        "datakvalitet": lambda: _macros("om/datakvalitet/").datakvalitet(),
        "ensomhed": lambda: _macros("ensomhedsspor/").ensomhed(),
        "partnerskabsbygger": lambda: _macros("vaerktoejer/partnerskab/").partnerskabsbygger(
            "eksempelmodellen", "eksempelmodellen", "unge-i-eksempelby"
        ),
        "finansiering": lambda: _macros("finansiering/").finansiering(),
    }
    for name in (
        "begreber",
        "bidrag",
        "emner",
        "evidenskort",
        "kilder",
        "kommuner",
        "milepaele",
        "noegletal",
        "pasform",
        "tabeller",
    ):
        calls[name] = lambda name=name: str(getattr(_macros(f"{name}/"), name)())  # type: ignore[misc]
    for kind in lists:
        calls[f"liste_{kind}"] = lambda kind=kind: _macros(f"{kind}/").liste(kind)  # type: ignore[misc]
    for kind, id_ in RECORDS.items():
        calls[f"post_{kind}"] = lambda kind=kind, id_=id_: _macros(f"{kind}/{id_}/").post(kind, id_)  # type: ignore[misc]
    return calls


CALLS = _calls()
HISTORY = History(
    (
        Change("initiativer/klub-eksempel.yml", "2026-11-20", "aendret", "Ret antallet af unge"),
        Change("begreber/proeveord.yml", "2026-11-20", "ny", None),
        Change("initiativer/klub-eksempel.yml", "2026-11-02", "ny", None),
    ),
    complete=True,
)


@pytest.fixture(autouse=True)
def _same_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Golden files show this history, whatever git knows of the example, and sizes that no other change moves."""
    monkeypatch.setattr("macros.historik.read", lambda _data: HISTORY)
    monkeypatch.setattr("macros.export.sizes", lambda context: dict.fromkeys(sizes(context), 2048))
    monkeypatch.setattr("macros.env._contexts", {})


def test_every_macro_and_every_kind_of_page_has_a_golden_file(update_golden: bool) -> None:
    """The folder holds one file for each call, each macro is called, and so is each kind with pages of its own."""
    found = {path.stem for path in GOLDEN.glob("*.html")}
    if update_golden:
        for name in found - set(CALLS):
            (GOLDEN / f"{name}.html").unlink()
        found = set(CALLS)
    assert found
    assert sorted(found) == sorted(CALLS)
    assert sorted({name.split("_")[0] for name in found}) == sorted(MACROS)
    assert list(RECORDS) == [kind.folder for kind in KINDS.values() if kind.own_page]


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_macro_shows_what_its_golden_file_holds(name: str, update_golden: bool) -> None:
    """The markup of each macro is the golden file's, to the letter (--update-golden writes it anew)."""
    path = GOLDEN / f"{name}.html"
    shown = CALLS[name]() + "\n"
    if update_golden:
        path.write_text(shown, encoding="utf-8")
    golden = path.read_text(encoding="utf-8") if path.exists() else ""
    if shown != golden:
        lines = difflib.unified_diff(
            golden.splitlines(),
            shown.splitlines(),
            f"tests/golden/{name}.html",
            "what the macro shows now",
            lineterm="",
        )
        pytest.fail("\n".join(lines), pytrace=False)


class _Tags(HTMLParser):
    """Every tag of a text in the order in which it is written."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {sorted(name for name, _value in attrs)}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")


def _body(markup: str) -> str:
    body = LexborHTMLParser(f"<!doctype html><title>x</title><body>{markup}").body
    assert body
    return (body.html or "").removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize("name", sorted(CALLS))
def test_the_markup_is_well_formed_and_flat(name: str) -> None:
    """A browser opens and closes exactly the tags that are written; no line is empty or indented."""
    markup = CALLS[name]()
    assert _Tags(_body(markup)).found == _Tags(markup).found
    assert [line for line in markup.splitlines() if not line.strip() or line != line.strip()] == []


HOSTILE = """<script>alert("1")</script> {{ 7 * 7 }} {% raw %} ' & </div>"""
_NOT_TEXT = {"address", "section", "id", "kind", "choice", "role", "url", "iso", "figure_id", "code"}


def _made_hostile(view: Any) -> Any:
    """The same view with HOSTILE in place of every text that a reader would see."""
    if isinstance(view, tuple):
        return tuple(_made_hostile(item) for item in view)
    if is_dataclass(view) and not isinstance(view, type):
        names = [field.name for field in fields(view) if field.name not in _NOT_TEXT]
        return replace(view, **{name: _made_hostile(getattr(view, name)) for name in names})
    return HOSTILE if isinstance(view, str) else view


def _views() -> Mapping[str, tuple[str, dict[str, Any]]]:
    """Template and view, by the name of the golden file, without the way through the macro."""
    context = _macros("").context
    no_ways: dict[str, Any] = {"reports": ()}
    record_pages = {
        f"post_{kind}": (
            "post",
            {"page": pages.record_page(context, Reference(kind, id_)), "correct": None, "reports": ()},
        )
        for kind, id_ in RECORDS.items()
    }
    return record_pages | {
        "begreber": ("begreber", {"letters": opslagssider.terms(context)}),
        "bidrag": ("bidrag", {"view": bidrag.page(context, {"initiativer": "id: x"})}),
        "budgetberegner": ("budgetberegner", {"view": budget.page(context, budget.Plan(**BUDGET))}),
        "data": ("data", {"view": data.page(context, sizes(context), None)}),
        "datakvalitet": ("datakvalitet", {"view": datakvalitet.quality(context)}),
        "ensomhed": ("ensomhed", {"view": ensomhed.overview(context)}),
        "finansiering": ("finansiering", {"view": finansiering.money_page(context)}),
        "emne": ("emne", {"page": emner.page(context, "finansiering")} | no_ways),
        "emner": ("emner", {"topics": emner.topics(context)}),
        "evidens": ("evidens", {"view": evidens.evidence_guide(context)}),
        "evidenskort": ("evidenskort", {"view": evidenskort.evidence_map(context)}),
        "forside": ("forside", {"view": forside.front_page(context)}),
        "indlejr": ("indlejr", {"view": indlejret.choices(context)}),
        "kilder": ("kilder", {"view": kilder.source_list(context)}),
        "kommune": ("kommune", {"page": kommune.page(context, "Eksempelby")} | no_ways),
        "kommuner": ("kommuner", {"view": kommuner.overview(context)}),
        "liste_initiativer": ("liste", {"view": liste.record_list(context, "initiativer")}),
        "milepaele": ("milepaele", {"view": opslag.milestones(context), "deadlines": frister.deadlines(context)}),
        "noegletal": ("noegletal", {"groups": opslagssider.key_figures(context)}),
        "udgivere": ("udgivere", {"page": kilder.page(context, "e")} | no_ways),
        "ordliste": ("ordliste", {"page": opslagssider.letter_page(context, "e")} | no_ways),
        "emnetal": ("emnetal", {"page": opslagssider.topic_page(context, "faellesskab")} | no_ways),
        "tabeller": ("tabeller", {"tables": opslag.source_tables(context)}),
    }


@pytest.mark.parametrize("name", sorted(_views()))
def test_text_of_a_record_stays_text(name: str) -> None:
    """Tags, quotes and template code in a text are shown as they were typed, and open no tag."""
    template, view = _views()[name]
    hostile = render(template, "../", **{key: _made_hostile(value) for key, value in view.items()})
    tree = LexborHTMLParser(hostile)
    assert tree.css("script") == []
    assert tree.body
    assert HOSTILE in tree.body.text()
    assert _Tags(_body(hostile)).found == _Tags(hostile).found


def test_a_date_is_past_from_the_day_after_it() -> None:
    """On the day itself a deadline is to come; the day after it is said to be past."""
    coming = LexborHTMLParser(_macros("milepaele/", date(2026, 11, 21)).milepaele())
    past = LexborHTMLParser(_macros("milepaele/", date(2026, 11, 22)).milepaele())
    for tree, said in ((coming, "21. november 2026"), (past, "21. november 2026 er passeret")):
        entry = tree.css_first("#klubben-aabner .when")
        assert entry
        assert entry.text().strip() == said


def test_a_page_says_that_its_deadline_is_past() -> None:
    """The fact on the page of a fund with a deadline changes the day after it."""
    address = "puljer/eksempelpuljen/"
    open_ = LexborHTMLParser(_macros(address, date(2026, 12, 1)).post("puljer", "eksempelpuljen"))
    closed = LexborHTMLParser(_macros(address, date(2026, 12, 2)).post("puljer", "eksempelpuljen"))
    shown = [[" ".join(fact.text().split()) for fact in tree.css(".facts__list div")] for tree in (open_, closed)]
    assert "Frist 1. december 2026" in shown[0]
    assert "Frist 1. december 2026 (overskredet)" in shown[1]

"""The macros that pages call: look up, view, render, and nothing else."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

from macros import export, formular, historik, linktjek, load, settings, stash
from macros.model import Begreb, Katalog, Reference
from macros.problem import ProblemsError
from macros.render import render
from macros.views import (
    actions,
    aendringer,
    bidrag,
    budget,
    data,
    datakvalitet,
    emner,
    ensomhed,
    evidens,
    evidenskort,
    finansiering,
    forbilleder,
    forside,
    frister,
    indlejret,
    jsonld,
    kilder,
    kommune,
    kommuner,
    liste,
    opslag,
    opslagssider,
    pages,
    pasform,
    pligter,
    udgaaet,
)  # fmt: skip
from macros.views.context import Context, kommune_address


class Macros:
    """The macros of one page. `page` is asked for its address each time, as it changes under way."""

    def __init__(self, address: Callable[[], str], build: settings.Build | None = None) -> None:
        self._address = address
        self.build = build or settings.build()
        self._context: Context | None = None

    @property
    def context(self) -> Context:
        """The Katalog on the day of the build; raises ProblemsError where there is none to show.

        The files are looked at once. While serving, another Katalog comes when somebody else has looked again.
        """
        if self._context is None or load.last(self.build.data) is not self._context.katalog:
            katalog, problems = load.latest(self.build.data, self.build.settings)
            if katalog is None:
                raise ProblemsError(problems)
            self._context = _context(katalog, self.build)
        return self._context

    def _show(self, template: str, **view: Any) -> str:
        root = "../" * self._address().count("/")
        return render(template, root, **view)

    def forside(self) -> str:
        """The front page's tasks, dates and newest records."""
        return self._show("forside", view=forside.front_page(self.context))

    def liste(self, kind: str) -> str:
        """Every record of one kind, as cards: `liste("initiativer")`."""
        return self._show("liste", view=liste.record_list(self.context, kind))

    def post(self, kind: str, id: str) -> str:
        """The page of one record: `post("metoder", "ips")`; of one that was taken out, a short page that says so."""
        name = Reference(kind, id)
        if id in self.context.katalog.retired.get(kind, {}):
            gone = udgaaet.page(self.context, name)
            return self._show("udgaaet", page=gone, reports=self.reports(gone.title, str(name)))
        page = pages.record_page(self.context, name)
        correct = self.correct(self.context.katalog.file(name), page.title)
        return self._show("post", page=page, correct=correct, reports=self.reports(page.title, str(name)))

    def correct(self, file: str, title: str) -> actions.Action | None:
        """The link to correct a file."""
        publisher = self.context.katalog.indstillinger
        return actions.correct(file, title, settings.repository(self.build, publisher), publisher.postkasse)

    def reports(self, title: str, record: str = "") -> tuple[actions.Action, ...]:
        """The links to report an error on this page."""
        publisher = self.context.katalog.indstillinger
        address = f"{settings.site_url(self.build, publisher) or '/'}{self._address()}"
        place = actions.Place(title, address, record)
        return actions.report(place, settings.repository(self.build, publisher), publisher.postkasse)

    def described(self, title: str, record: str = "") -> dict[str, str]:
        """What the head of this page tells machines: which type of page it is, and its JSON-LD."""
        view = jsonld.described(self.context, self._address(), title, record)
        base = settings.site_url(self.build, self.context.katalog.indstillinger)
        told = {"jsonld": self._show("jsonld", view=view, base=base)} if view.crumbs else {}
        return {"og_type": "article" if view.article else "website"} | told

    def begreb(self, id: str) -> str:
        """One term, to be explained where it is used: `begreb("ensomhed")`."""
        record = self.context.katalog.get(Reference("begreber", id))
        assert isinstance(record, Begreb)
        return self._show("begreb", term=opslag.term(self.context, record))

    def begreber(self) -> str:
        """Every term, by letter."""
        return self._show("begreber", letters=opslagssider.terms(self.context))

    def noegletal(self) -> str:
        """Every key figure, by topic."""
        return self._show("noegletal", groups=opslagssider.key_figures(self.context))

    def ordliste(self, letter: str) -> str:
        """All of the terms under one letter: `ordliste("k")`."""
        page = opslagssider.letter_page(self.context, letter)
        return self._show("ordliste", page=page, reports=self.reports(page.title, page.address.rstrip("/")))

    def emnetal(self, topic: str) -> str:
        """All of the key figures under one topic: `emnetal("ensomhed")`."""
        page = opslagssider.topic_page(self.context, topic)
        return self._show("emnetal", page=page, reports=self.reports(page.page_title, page.address.rstrip("/")))

    def milepaele(self) -> str:
        """Dates to come and dates past."""
        return self._show("milepaele", view=opslag.milestones(self.context), deadlines=frister.deadlines(self.context))

    def tabeller(self) -> str:
        """Every table from the sources."""
        return self._show("tabeller", tables=opslag.source_tables(self.context))

    def kilder(self) -> str:
        """Every publisher, by letter."""
        return self._show("kilder", view=kilder.source_list(self.context))

    def udgivere(self, letter: str) -> str:
        """The sources of the publishers under one letter, by publisher and year: `udgivere("a")`."""
        page = kilder.page(self.context, letter)
        return self._show("udgivere", page=page, reports=self.reports(page.title, page.address.rstrip("/")))

    def kommuner(self) -> str:
        """All municipalities: where a local partnership is known, as a map and as a table."""
        return self._show("kommuner", view=kommuner.overview(self.context))

    def kommune(self, name: str) -> str:
        """The page of one municipality: `kommune("Silkeborg")`."""
        reports = self.reports(name, kommune_address(name).rstrip("/"))
        return self._show("kommune", page=kommune.page(self.context, name), reports=reports)

    def emne(self, id: str) -> str:
        """The page of one topic, with its records: `emne("ensomhed")`."""
        page = emner.page(self.context, id)
        return self._show("emne", page=page, reports=self.reports(page.topic.title, page.topic.address.rstrip("/")))

    def emner(self) -> str:
        """Every topic, with how many records it has."""
        return self._show("emner", topics=emner.topics(self.context))

    def evidens(self) -> str:
        """The scales of studies and assessments."""
        return self._show("evidens", view=evidens.evidence_guide(self.context))

    def evidenskort(self) -> str:
        """Methods by outcomes: where there are results, and where there are none."""
        return self._show("evidenskort", view=evidenskort.evidence_map(self.context))

    def finansiering(self, *first: str) -> str:
        """The money over time, and what became of the recommendations: `finansiering("ungeloeftets-puljemidler")`."""
        return self._show("finansiering", view=finansiering.money_page(self.context, first))

    def ensomhed(self) -> str:
        """The tracks with their practice, evidence and figures, and other countries beside Denmark."""
        return self._show("ensomhed", view=ensomhed.overview(self.context))

    def data(self) -> str:
        """The open data: what there is, how large it is, and examples of how to fetch it."""
        base = settings.site_url(self.build, self.context.katalog.indstillinger)
        return self._show("data", view=data.page(self.context, export.sizes(self.context), base))

    def datakvalitet(self) -> str:
        """How complete, how old and how sure the records are."""
        return self._show("datakvalitet", view=datakvalitet.quality(self.context))

    def aendringer(self) -> str:
        """New, changed and retired records, day by day."""
        return self._show("aendringer", view=aendringer.changelog(self.context))

    def bidrag(self) -> str:
        """The form for a proposal, and empty files for those who write by hand."""
        return self._show("bidrag", view=bidrag.page(self.context, formular.blanks(self.context.today)))

    def partnerskabsbygger(self, model: str, requirement: str, figure: str) -> str:
        """The form for a local partnership: model with principles, model of the state, yearly amount."""
        return self._show("partnerskabsbygger", view=forbilleder.builder(self.context, model, requirement, figure))

    def pasform(self) -> str:
        """The six questions before a method is chosen, as a form that the browser fills."""
        return self._show("pasform", view=pasform.page())

    def budgetberegner(self, **names: Any) -> str:
        """Three budgets with the figures of the records that the page names: `budgetberegner(model="...", ...)`."""
        try:
            view = budget.page(self.context, budget.Plan(**names))
        except budget.MissingFigureError as error:
            return self._show("mangler", message=str(error))  # the check of the built site stops at it
        return self._show("budgetberegner", view=view)

    def indlejr(self) -> str:
        """The lists that other sites may show, and the code for it."""
        return self._show("indlejr", view=indlejret.choices(self.context))

    def kontakt(self) -> str:
        """How to reach the publisher, as far as it is known."""
        return self._show("kontakt", publisher=self.context.katalog.indstillinger)

    def tilgaengelighed(self) -> str:
        """The accessibility statement, from `settings.yml`."""
        return self._show("tilgaengelighed", view=pligter.statement(self.context))

    def was(self) -> str:
        """Where the accessibility statement is, here and at the authority."""
        return self._show("was", view=pligter.statement(self.context))

    def oversigt(self) -> str:
        """The lists, topics and municipalities, as links."""
        return self._show("oversigt", sections=pligter.overview(self.context))


MACROS = (
    "aendringer", "begreb", "begreber", "bidrag", "budgetberegner", "data", "datakvalitet", "emne", "emner",
    "emnetal", "ensomhed", "evidens", "evidenskort", "finansiering", "forside", "indlejr", "kilder", "kommune",
    "kommuner", "kontakt", "liste", "milepaele", "noegletal", "ordliste", "oversigt", "partnerskabsbygger",
    "pasform", "post", "tabeller", "tilgaengelighed", "udgivere", "was",
)  # fmt: skip
"""Each has a template of the same name, and a golden file: tests/golden/<macro>.html or <macro>_<kind>.html."""

_contexts: dict[tuple[str, date, str], Context] = {}


def _context(katalog: Katalog, build: settings.Build) -> Context:
    """One Context for as long as data, day and links stay, so that git is asked and tables are made once."""
    found = build.linktjek.read_text(encoding="utf-8") if build.linktjek and build.linktjek.is_file() else ""
    key = (katalog.fingerprint, build.today, found)
    if key not in _contexts:
        _contexts.clear()
        _contexts[key] = Context(katalog, build.today, historik.read(build.data), linktjek.from_json(found))
    return _contexts[key]


def define_env(env: Any) -> None:
    """Called by the macros plugin (and by Zensical): gives pages their macros."""
    own = import_module("macros.env")  # the plugin has loaded this file once more, with a Context of its own to fill
    macros = own.Macros(lambda: str(env.page.url))
    for name in MACROS:
        env.macro(stash.keeping(getattr(macros, name)), name)

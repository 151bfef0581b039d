"""The open data as a catalogue in DCAT-AP-DK 2.1.0, in Turtle and JSON-LD, made with rdflib.

Nothing stands in it that `settings.yml` or the data do not say. Every node has an address of its own, as a place on the
page /data/, so that the files are the same from build to build.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from macros.views.context import Context
from macros.views.data import FOLDER, LICENCE, Dataset, datasets

EU = Namespace("http://publications.europa.eu/resource/authority/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
IANA = Namespace("https://www.iana.org/assignments/media-types/")
_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PREFIXES = {"dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "vcard": VCARD, "xsd": XSD}
_Statement = tuple[URIRef, URIRef, URIRef | Literal]
_THEME = "data-theme/SOCI"
"""The EU's theme "Population and society"."""


def catalogue(context: Context, sizes: Mapping[str, int], site_url: str) -> dict[str, str]:
    """The two files by name, from the folder of the version."""
    graph = _Described(context, sizes, site_url).graph
    prefixes: dict[str, Any] = {name: str(one) for name, one in _PREFIXES.items()}
    linked = json.loads(graph.serialize(format="json-ld", context=prefixes, auto_compact=False))
    text = json.dumps(_ordered(linked), ensure_ascii=False, indent=1, sort_keys=True)
    return {"catalog.ttl": graph.serialize(format="turtle"), "catalog.jsonld": f"{text}\n"}


@dataclass(frozen=True)
class _Described:
    """The catalogue as it is put together. `site_url` is where the site is; nodes are places on its page /data/."""

    context: Context
    sizes: Mapping[str, int]
    site_url: str

    @cached_property
    def graph(self) -> Graph:
        """The catalogue with its publisher, datasets and distributions."""
        graph = Graph(bind_namespaces="none")
        for name, prefix in _PREFIXES.items():
            graph.bind(name, prefix)
        for statement in self._statements():
            graph.add(statement)
        return graph

    def _node(self, id_: str) -> URIRef:
        return URIRef(f"{self.site_url}data/#{id_}")

    def _statements(self) -> Iterator[_Statement]:
        whole, publisher = self._node("katalog"), self.context.katalog.indstillinger
        about = f"Åbne data fra {publisher.navn}: poster med kilde og sted for hvert udsagn."
        yield from self._both_have(whole, publisher.navn, about)
        yield whole, RDF.type, DCAT.Catalog
        yield whole, FOAF.homepage, URIRef(f"{self.site_url}data/")
        yield whole, DCTERMS.license, URIRef(LICENCE)
        yield whole, DCAT.themeTaxonomy, EU["data-theme"]
        yield from self._publisher()
        for one in datasets(self.context):
            yield whole, DCAT.dataset, self._node(one.id)
            yield from self._dataset(one)
            for ending in one.endings:
                yield from self._distribution(one, ending)

    def _both_have(self, node: URIRef, title: str, text: str) -> Iterator[_Statement]:
        """What a catalogue and a dataset must or should have."""
        yield node, DCTERMS.title, Literal(title, lang="da")
        yield node, DCTERMS.description, Literal(text, lang="da")
        yield node, DCTERMS.publisher, self._node("udgiver")
        yield node, DCTERMS.language, EU["language/DAN"]
        yield node, DCTERMS.modified, Literal(self.context.today.isoformat(), datatype=XSD.date)

    def _publisher(self) -> Iterator[_Statement]:
        publisher, node, contact = self.context.katalog.indstillinger, self._node("udgiver"), self._node("kontakt")
        yield node, RDF.type, FOAF.Agent
        yield node, FOAF.name, Literal(publisher.myndighed, lang="da")
        if publisher.postkasse:
            yield contact, RDF.type, VCARD.Organization
            yield contact, VCARD.fn, Literal(publisher.myndighed, lang="da")
            yield contact, VCARD.hasEmail, URIRef(f"mailto:{publisher.postkasse}")

    def _dataset(self, one: Dataset) -> Iterator[_Statement]:
        node = self._node(one.id)
        yield from self._both_have(node, one.title, one.text)
        yield node, RDF.type, DCAT.Dataset
        yield node, DCTERMS.identifier, Literal(str(node))
        yield node, DCAT.landingPage, URIRef(f"{self.site_url}data/")
        yield node, DCAT.theme, EU[_THEME]
        yield node, DCTERMS.accessRights, EU["access-right/PUBLIC"]
        if self.context.katalog.indstillinger.postkasse:
            yield node, DCAT.contactPoint, self._node("kontakt")

    def _distribution(self, one: Dataset, ending: str) -> Iterator[_Statement]:
        node, folder = self._node(f"{one.id}-{ending}"), f"{self.site_url}{FOLDER}"
        yield self._node(one.id), DCAT.distribution, node
        yield node, RDF.type, DCAT.Distribution
        yield node, DCTERMS.title, Literal(f"{one.title} ({ending.upper()})", lang="da")
        yield node, DCAT.accessURL, URIRef(f"{folder}{one.file(ending)}")
        yield node, DCAT.downloadURL, URIRef(f"{folder}{one.file(ending)}")
        yield node, DCAT.mediaType, IANA[_MEDIA[ending]]
        yield node, DCTERMS.format, EU[f"file-type/{ending.upper()}"]
        yield node, DCTERMS.license, URIRef(LICENCE)
        yield node, DCAT.byteSize, Literal(f"{self.sizes[one.file(ending)]}.0", datatype=XSD.decimal)
        if ending == "json":
            yield node, DCTERMS.conformsTo, URIRef(f"{folder}schema/{one.id}.json")


def _ordered(node: Any) -> Any:
    """The same statements in one order: lists in JSON-LD are sets."""
    if isinstance(node, dict):
        return {key: _ordered(value) for key, value in node.items()}
    if isinstance(node, list):
        return sorted((_ordered(item) for item in node), key=lambda item: json.dumps(item, sort_keys=True))
    return node

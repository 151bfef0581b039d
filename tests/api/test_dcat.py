"""The DCAT catalogue, as a portal reads it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph

from macros.export.dcat import catalogue
from macros.export.published import sizes
from macros.views.context import Context
from tests.building import SITE_URL
from tests.tal import Tal

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own reader of JSON-LD uses what rdflib itself has deprecated."""
FORMATS = {"catalog.ttl": "turtle", "catalog.jsonld": "json-ld"}


def _graph(files: Mapping[str, bytes], name: str) -> Graph:
    return Graph().parse(data=files[name], format=FORMATS[name])


def test_both_files_say_the_same(published: Mapping[str, bytes], tal: Tal) -> None:
    """Turtle and JSON-LD are two spellings of one graph."""
    turtle, linked = (to_canonical_graph(_graph(published, name)) for name in FORMATS)
    wrong = len(turtle - linked) + len(linked - turtle)
    tal("rdf: files", len(FORMATS))
    tal("rdf: triples", len(turtle) + len(linked))
    tal("rdf: triples that differ", wrong)
    assert len(turtle) > 300
    assert wrong == 0


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_profile_demands_is_there(published: Mapping[str, bytes], name: str) -> None:
    """DCAT-AP-DK 2.1.0: what a catalogue, an agent, a dataset and a distribution must have, with Danish words."""
    graph = _graph(published, name)
    demanded = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCAT.dataset, DCTERMS.publisher),
        FOAF.Agent: (FOAF.name,),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
        DCAT.Distribution: (DCAT.accessURL,),
    }
    for kind, properties in demanded.items():
        nodes = set(graph.subjects(RDF.type, kind))
        assert nodes, kind
        assert [(node, one) for node in nodes for one in properties if graph.value(node, one, any=True) is None] == []
    texts = [*graph.objects(None, DCTERMS.title), *graph.objects(None, DCTERMS.description)]
    assert {text.language for text in texts if isinstance(text, Literal)} == {"da"}


def test_every_address_is_a_file(published: Mapping[str, bytes]) -> None:
    """Each distribution leads to a file of the build, of the size that it says, under CC0."""
    graph = _graph(published, "catalog.ttl")
    found = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(found) == sum(
        name.count("/") == 0 and not name.startswith(("index", "openapi", "catalog")) for name in published
    )
    for node in found:
        file = str(graph.value(node, DCAT.accessURL)).removeprefix(f"{SITE_URL}api/v1/")
        size = graph.value(node, DCAT.byteSize)
        assert isinstance(size, Literal)
        assert int(size.toPython()) == len(published[file])
        assert graph.value(node, DCTERMS.license) == URIRef("https://creativecommons.org/publicdomain/zero/1.0/")


def test_the_publisher_is_the_one_of_the_settings(example: Mapping[str, bytes], context: Context) -> None:
    """Name and mailbox come from `settings.yml`; without a mailbox no contact is made up."""
    graph = _graph(example, "catalog.ttl")
    agents = [graph.value(node, FOAF.name) for node in graph.subjects(RDF.type, FOAF.Agent)]
    assert agents == [Literal("Eksempelby Kommune", lang="da")]
    assert "mailto:post@eksempelby.example" in example["catalog.ttl"].decode()
    silent = context.katalog.indstillinger.model_copy(update={"postkasse": None})
    without = replace(context, katalog=replace(context.katalog, indstillinger=silent))
    bare = Graph().parse(data=catalogue(without, sizes(context), SITE_URL)["catalog.ttl"], format="turtle")
    assert list(bare.objects(None, DCAT.contactPoint)) == []
    assert "mailto:" not in bare.serialize(format="turtle")

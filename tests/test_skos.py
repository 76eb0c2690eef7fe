"""``data/glossary.ttl``: valid Turtle, and no more than SKOS can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from build_pages.compose import compose
from build_pages.data.skos import LANGUAGE, PATH, glossary_turtle
from build_pages.model.edition import Edition
from build_pages.source import read_source
from tests.make import make_edition, make_entry
from tests.publish import ROOT

SITE = "https://example.org/archive/"
LINES = ["灯塔工程亮了，灯塔亮化行动跟上，两灯也亮。", "陆青禾说民心渡。"]
LIGHT = make_entry(
    "灯塔工程", id="light", english={"text": 'the "Lighthouse" project'}, explain=True,
    forms=[{"form": "灯塔工程"}, {"form": "两灯"}, {"form": "灯 塔", "damaged": "断字"}],
    meaning={"text": "点亮渡口的工程。", "basis": "source", "from": ["daily", "doc#p1"], "note": "很可能。"},
    sources={"daily": {"title": "渡口亮了", "url": "https://example.com/a b"}, "print": {"title": "渡口志"}},
    items=[{"n": "1", "text": "民心渡", "basis": "text", "see": "ferry"}],
)  # fmt: skip
ACTION = make_entry(
    "灯塔亮化行动", id="action",
    relations=[{"kind": kind, "to": "light", "basis": "editors"} for kind in ("具体化", "呼应")],
)  # fmt: skip
FERRY = make_entry("民心渡", id="ferry", relations=[{"kind": "并用", "to": "light", "basis": "text"}])
PERSON = make_entry("陆青禾", id="person", kind="person")


def parse(edition: Edition, address: str = SITE) -> Graph:
    """The graph as a reader of the published file gets it."""
    return Graph().parse(data=glossary_turtle(replace(edition, address=address)), publicID=f"{SITE}{PATH}")


def concept(id: str) -> URIRef:
    return URIRef(f"{SITE}glossary/{id}.html#concept")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return parse(make_edition(LINES, [LIGHT, ACTION, FERRY, PERSON]))


@pytest.fixture(scope="module")
def published() -> Graph:
    return parse(compose(read_source(ROOT)))


def texts(graph: Graph, id: str, predicate: URIRef) -> set[tuple[str, str | None]]:
    return {(str(one), one.language) for one in graph.objects(concept(id), predicate) if isinstance(one, Literal)}


def test_labels_tell_names_wordings_and_damage_apart(graph: Graph) -> None:
    assert texts(graph, "light", SKOS.prefLabel) == {("灯塔工程", LANGUAGE), ('the "Lighthouse" project', "en")}
    assert texts(graph, "light", SKOS.altLabel) == {("两灯", LANGUAGE)}
    assert texts(graph, "light", SKOS.hiddenLabel) == {("灯 塔", LANGUAGE)}


def test_a_meaning_says_on_what_it_rests(graph: Graph) -> None:
    assert texts(graph, "light", SKOS.definition) == {("点亮渡口的工程。", LANGUAGE)}
    assert texts(graph, "light", SKOS.scopeNote) == {("释义依据：外部来源。很可能。", LANGUAGE)}
    assert texts(graph, "ferry", SKOS.definition) == set()
    assert texts(graph, "ferry", SKOS.scopeNote) == {("释义依据：未见解释。", LANGUAGE)}
    sources = {str(one) for one in graph.objects(concept("light"), DCTERMS.source)}
    assert sources == {"https://example.com/a%20b", f"{SITE}documents/doc.html#p1"}


def test_only_what_makes_a_concept_narrower_is_a_hierarchy(graph: Graph) -> None:
    assert set(graph.subject_objects(SKOS.broader)) == {(concept("action"), concept("light"))}
    assert set(graph.subject_objects(SKOS.narrower)) == {(concept("light"), concept("action"))}
    pair = concept("ferry"), concept("light")
    assert set(graph.subject_objects(SKOS.related)) == {pair, pair[::-1]}
    assert set(graph.subject_objects(DCTERMS.hasPart)) == {pair[::-1]}


def test_people_are_no_concepts(graph: Graph) -> None:
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {concept("light"), concept("action"), concept("ferry")}


def test_without_an_address_the_file_means_the_same_where_it_is_published(graph: Graph) -> None:
    edition = make_edition(LINES, [LIGHT, ACTION, FERRY, PERSON])
    assert "@base" not in glossary_turtle(edition) and SITE not in glossary_turtle(edition)
    assert set(parse(edition, "")) == set(graph)


@pytest.mark.source
def test_the_published_scheme_keeps_the_conditions_of_skos(published: Graph) -> None:
    """S14, S13 and S27 of the SKOS reference, a scheme for every concept, and no tie to a concept that is not there."""
    concepts = set(published.subjects(RDF.type, SKOS.Concept))
    (scheme,) = published.subjects(RDF.type, SKOS.ConceptScheme)
    for one in concepts:
        preferred = [label for label in published.objects(one, SKOS.prefLabel) if isinstance(label, Literal)]
        assert len({label.language for label in preferred}) == len(preferred) >= 1
        kinds = [set(published.objects(one, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert sum(map(len, kinds)) == len(set().union(*kinds))
        assert (one, SKOS.inScheme, scheme) in published
        above = set(published.transitive_objects(one, SKOS.broader))
        assert not (above - {one}) & set(published.objects(one, SKOS.related))
        assert not any((wider, SKOS.broader, one) in published for wider in above)
        assert set(_tied(published, one)) <= concepts


@pytest.mark.source
def test_what_is_unknown_has_no_text() -> None:
    """未见解释 is what pages say of an empty text; the source does not write it out."""
    for entry in read_source(ROOT).entries:
        stated = [(entry.meaning.text, entry.meaning.basis), *((item.text, item.basis) for item in entry.items)]
        assert "未见解释" not in {text for text, _ in stated}, entry.id
        assert entry.kind != "term" or all(text or basis == "unknown" for text, basis in stated), entry.id


def _tied(graph: Graph, one: object) -> Iterator[object]:
    for predicate in (SKOS.broader, SKOS.narrower, SKOS.related, DCTERMS.hasPart):
        yield from graph.objects(URIRef(str(one)), predicate)

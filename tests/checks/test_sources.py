"""Sources: every record has one, and none rests on itself."""

import attrs

import geobrief as gb
from tests.checks.found import brief_of, found


def test_a_record_without_a_citation_is_found() -> None:
    """Each record that cites nothing is found, and none that cites something."""
    bare = gb.Statement(id="bare", speaker="PRK", quote="No.")
    cited = attrs.evolve(bare, id="cited", citations=[gb.Citation(source="s")])
    assert found(brief_of(bare, cited), "GB401") == [("GB401", "statements.bare")]


def test_circular_reporting_is_found_once_for_each_circle() -> None:
    """Sources that derive from each other are one circle; a chain is none."""

    def source(*derived_from: str) -> gb.Source:
        return gb.Source(publisher="P", derived_from=derived_from)

    chain = {"a": source("b"), "b": source("c"), "c": source()}
    assert found(brief_of(sources=chain), "GB402") == []
    circles = {"a": source("b"), "b": source("a"), "c": source("c"), "d": source("a")}
    assert found(brief_of(sources=circles), "GB402") == [
        ("GB402", "sources.a.derived_from"),
        ("GB402", "sources.c.derived_from"),
    ]

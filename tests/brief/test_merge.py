"""Merging: several briefs as one, each part with its own day of completeness."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geobrief as gb
from geobrief.brief.merge import merge
from geobrief.testing import strategies

PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
SOURCE = gb.Source(publisher="KCNA")
ONE = gb.Brief(id="one", title="One", as_of="2024-11-12", records=[PACT], sources={"kcna": SOURCE})
SIGNED = gb.Signature(treaty="pact", by="PRK", on="2024-06-19")
TWO = gb.Brief(id="two", title="Two", as_of="2025-05-01", records=[SIGNED])
SEQUEL = attrs.evolve(TWO, id="sequel", extends=["one"])


# -- what the whole holds --------------------------------------------------------------


def test_the_whole_holds_what_the_parts_hold() -> None:
    """Records, sources and titles of all parts are in the whole."""
    whole = merge([ONE, TWO])
    assert set(whole.records) == {PACT, SIGNED}
    assert whole.sources == ONE.sources
    assert whole.title == "One + Two"
    assert [(part.id, part.holds) for part in whole.parts] == [
        ("one", ("pact",)),
        ("two", ("signature-pact-prk",)),
    ]


def test_an_equal_record_stands_once() -> None:
    """The same id with an equal record is no clash; the record stands once."""
    assert merge([ONE, attrs.evolve(TWO, records=[PACT, SIGNED])]).records == (PACT, SIGNED)


def test_one_brief_stays_itself() -> None:
    """A brief merged with nothing, or with itself, is that brief."""
    assert merge([ONE]) is ONE
    assert merge([ONE, ONE]) == ONE
    with pytest.raises(ValueError, match="at least one brief"):
        merge([])


@given(st.permutations([ONE, TWO, gb.Brief(title="Zero", as_of="2020")]))
def test_order_does_not_matter(briefs: list[gb.Brief]) -> None:
    """The whole is the same whatever the order of its parts, and so is a whole of wholes."""
    whole = merge(briefs)
    assert whole == merge([ONE, TWO, gb.Brief(title="Zero", as_of="2020")])
    assert merge([merge(briefs[:2]), briefs[2]]) == whole


# -- clashes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "path", "fields"),
    [
        ({"records": [attrs.evolve(PACT, title="Another")]}, "treaties.pact", "title"),
        ({"records": [gb.Statement(id="pact", speaker="PRK", quote="No.")]}, "treaties.pact", "kind"),
        ({"records": [], "sources": {"kcna": gb.Source(publisher="TASS")}}, "sources.kcna", "publisher"),
    ],
    ids=["record", "kind", "source"],
)
def test_one_id_for_two_things_is_refused(other: dict[str, Any], path: str, fields: str) -> None:
    """The same id for different records, kinds or sources is an issue that names what differs."""
    with pytest.raises(gb.InvalidBrief) as caught:
        merge([ONE, attrs.evolve(TWO, **other)])
    (issue,) = caught.value.report
    assert (issue.code, issue.path) == ("GB110", path)
    assert fields in issue.message


def test_actors_clash_too() -> None:
    """An actor that two briefs declare differently is an issue."""
    person = gb.DeclaredActor(kind="person", name="A")
    one, two = (
        attrs.evolve(ONE, actors={"a": person}),
        attrs.evolve(TWO, actors={"a": attrs.evolve(person, name="B")}),
    )
    with pytest.raises(gb.InvalidBrief, match=r"'a' differs between 'One' and 'Two' in name"):
        merge([one, two])


def test_every_clash_is_told_at_once() -> None:
    """All clashes are in one report."""
    two = attrs.evolve(
        TWO, records=[attrs.evolve(PACT, title="B")], sources={"kcna": gb.Source(publisher="TASS")}
    )
    with pytest.raises(gb.InvalidBrief) as caught:
        merge([ONE, two])
    assert {issue.path for issue in caught.value.report} == {"treaties.pact", "sources.kcna"}


# -- how far it reaches ----------------------------------------------------------------


def test_the_whole_reaches_as_far_as_its_shortest_part() -> None:
    """Files that are loaded together are complete only as far as all of them are."""
    whole = merge([ONE, TWO])
    assert whole.as_of == ONE.as_of
    assert str(whole.reached["pact"][1]) == "2024-11-12"
    assert str(whole.reached[SIGNED.id][1]) == "2025-05-01"


def test_a_sequel_raises_what_it_extends() -> None:
    """A sequel carries the whole, and every record of what it extends, to its own day."""
    whole = merge([ONE, SEQUEL])
    assert whole.as_of == SEQUEL.as_of
    assert str(whole.reached["pact"][1]) == "2025-05-01"


def test_a_record_of_two_files_reaches_as_far_as_the_further() -> None:
    """What two files both hold is known as far as the file that knows it longer."""
    also = attrs.evolve(TWO, records=[PACT, SIGNED])
    for briefs in ([ONE, also], [also, ONE]):
        assert str(merge(briefs).reached["pact"][1]) == "2025-05-01"


def test_each_treaty_keeps_the_coverage_of_its_file() -> None:
    """Coverage that one file states for its own treaties does not spill over to another file."""
    narrow = attrs.evolve(ONE, coverage={"treaty": gb.Coverage(until="2000")}, records=[PACT, SIGNED])
    other = gb.Treaty(id="other", title="Other", between=["PRK", "CHN"])
    act = gb.Signature(treaty="other", by="PRK", on="2001-01-01")
    whole = merge([narrow, gb.Brief(title="Two", as_of="2024-11-12", records=[other, act])])
    assert whole.in_force("pact", on="2024-01-01").is_unknown
    assert whole.in_force("other", on="2024-01-01").is_no


def test_unplaced_records_stay_unplaced() -> None:
    """What was left out as of uncertain publication is not lost by merging."""
    undated = attrs.evolve(ONE, records=[PACT, gb.Statement(id="s", speaker="PRK", quote="No.")])
    known = undated.as_known("2024-01-01")
    assert {record.id for record in merge([known, TWO]).unplaced} == {"pact", "s"}


# -- views -----------------------------------------------------------------------------


def test_each_view_is_a_file_with_what_it_extends() -> None:
    """Expectations run against their own file and what that extends, not against the sequels."""
    one = attrs.evolve(ONE, expect=[gb.Expectation(ask="in-force", of="pact", answer="unknown")])
    sequel = attrs.evolve(SEQUEL, expect=[gb.Expectation(ask="in-force", of="pact", answer="no")])
    first, second = merge([one, sequel]).views
    assert (first.records, first.as_of, first.expect) == ((PACT,), one.as_of, one.expect)
    assert (set(second.records), second.as_of, second.expect) == (
        {PACT, SIGNED},
        sequel.as_of,
        sequel.expect,
    )
    assert first.in_force("pact").is_unknown
    assert second.in_force("pact").is_no


def test_what_is_added_to_a_merged_brief_is_in_every_view() -> None:
    """A record put in afterwards belongs to no file, so that each file is looked at with it."""
    added = gb.InstrumentExchange(treaty="pact", between=["PRK", "RUS"], on="2024-01-01")
    first, second = merge([ONE, SEQUEL]).with_(added).views
    assert (set(first.records), set(second.records)) == ({PACT, added}, {PACT, SIGNED, added})


def test_what_is_unplaced_in_a_sequel_is_not_in_what_it_extends() -> None:
    """A view holds what its own files leave unplaced, and nothing that others do."""
    undated = gb.Statement(id="s", speaker="PRK", quote="No.")
    sequel = attrs.evolve(SEQUEL, records=[*SEQUEL.records, undated])
    first, second = merge([ONE, sequel]).as_known("2024-01-01").views
    assert "s" not in {record.id for record in first.unplaced}
    assert "s" in {record.id for record in second.unplaced}


def test_a_single_brief_is_its_own_view() -> None:
    """A brief that was never merged is looked at as it is."""
    assert ONE.views == (ONE,)


@given(strategies.briefs())
def test_a_whole_is_one_part(brief: gb.Brief) -> None:
    """A brief by itself is one part that holds all its records and reaches to its own day."""
    (part,) = brief.whole
    assert set(part.holds) == {record.id for record in brief.records}
    assert set(brief.reached) == set(part.holds)
    assert all(until == brief.as_of for _, until in brief.reached.values())


def test_two_briefs_cannot_share_a_name() -> None:
    """A sequel extends a brief by its name, so two different ones of one name are an issue."""
    one = gb.Brief(id="pact", title="One", as_of="2024-01-01")
    other = gb.Brief(id="pact", title="Other", as_of="2024-01-01")
    with pytest.raises(gb.InvalidBrief, match="'pact' differs between 'One' and 'Other'"):
        merge([one, other])

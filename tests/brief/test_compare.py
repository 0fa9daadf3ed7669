"""Comparison: confirmed, majority, unique, missing or conflict, record by record."""

import attrs
from hypothesis import given, settings

import geobrief as gb
from geobrief.testing import strategies

SOURCES = {
    "a": gb.Source(publisher="A"),
    "b": gb.Source(publisher="B"),
    "copy-of-a": gb.Source(publisher="C", derived_from=["a"]),
}
LAUNCH = gb.WeaponsTest(
    id="launch", tester="PRK", kind="missile", on="2024-10-31", citations=[gb.Citation(source="a")]
)
PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])


def brief_of(*records: gb.Record) -> gb.Brief:
    """A brief of records, with all the sources."""
    return gb.Brief(title="A brief", as_of="2024-11-12", records=records, sources=SOURCES)


def cited(record: gb.WeaponsTest, *names: str) -> gb.WeaponsTest:
    """A record that cites other sources."""
    return attrs.evolve(record, citations=[gb.Citation(source=name) for name in names])


def word(ours: gb.Record, theirs: gb.Record) -> str:
    """The word for one record in two briefs."""
    (difference,) = brief_of(ours).diff(brief_of(theirs))
    return difference.word


def test_equal_records_are_confirmed() -> None:
    """What both hold is confirmed, whoever they have it from."""
    assert word(LAUNCH, LAUNCH) == "confirmed"
    assert word(LAUNCH, attrs.evolve(cited(LAUNCH, "b"), note="read elsewhere")) == "confirmed"
    assert brief_of(LAUNCH).diff(brief_of(LAUNCH)).same


def test_a_record_of_one_side_is_unique_to_it() -> None:
    """What only one holds is unique to it."""
    comparison = brief_of(PACT, LAUNCH).diff(brief_of(PACT))
    assert [(each.record, each.word, each.held_by) for each in comparison] == [
        ("launch", "unique", "ours"),
        ("pact", "confirmed", None),
    ]
    assert [each.held_by for each in brief_of().diff(brief_of(PACT))] == ["theirs"]
    assert not comparison.same


def test_a_field_that_one_leaves_out_is_missing() -> None:
    """What one leaves out and the other gives is missing, and no conflict."""
    bare = attrs.evolve(LAUNCH, on=None)
    (difference,) = brief_of(LAUNCH).diff(brief_of(bare))
    assert difference.word == "missing"
    (field,) = difference.fields
    assert (field.field, field.word, field.ours, field.theirs) == ("on", "missing", LAUNCH.on, None)


def test_different_values_conflict() -> None:
    """Different values with equally many voices are in conflict; which is right is not said."""
    assert word(LAUNCH, attrs.evolve(LAUNCH, on="2024-10-30")) == "conflict"


def test_more_independent_voices_are_a_majority() -> None:
    """Two independent sources against one are a majority of voices, named as such."""
    ours = cited(LAUNCH, "a", "b")
    (difference,) = brief_of(ours).diff(brief_of(attrs.evolve(LAUNCH, on="2024-10-30")))
    assert (difference.word, difference.fields[0].more) == ("majority", "ours")
    (mirrored,) = brief_of(attrs.evolve(LAUNCH, on="2024-10-30")).diff(brief_of(ours))
    assert mirrored.fields[0].more == "theirs"


def test_copies_are_no_voices() -> None:
    """A source that derives from another one adds no voice, so there is no majority."""
    assert word(cited(LAUNCH, "a", "copy-of-a"), attrs.evolve(LAUNCH, on="2024-10-30")) == "conflict"


def test_the_gravest_field_gives_the_word() -> None:
    """A record with a conflict and a gap is in conflict; both fields are listed."""
    other = attrs.evolve(LAUNCH, on="2024-10-30", time="07:10", time_basis="+09:00")
    (difference,) = brief_of(LAUNCH).diff(brief_of(other))
    assert difference.word == "conflict"
    assert {(each.field, each.word) for each in difference.fields} == {
        ("on", "conflict"),
        ("time", "missing"),
        ("time_basis", "missing"),
    }


def test_one_id_for_two_kinds_is_a_conflict() -> None:
    """The same id for records of two kinds is a conflict of the kind."""
    other = gb.Statement(id="launch", speaker="PRK", quote="Now.")
    (difference,) = brief_of(LAUNCH).diff(brief_of(other))
    assert (difference.word, difference.fields[0].field) == ("conflict", "kind")


def test_words_are_asked_for() -> None:
    """The records of a word can be listed."""
    comparison = brief_of(PACT, LAUNCH).diff(brief_of(PACT))
    assert [each.record for each in comparison.where("unique")] == ["launch"]
    assert comparison.where("conflict") == ()
    assert len(comparison) == 2


def test_it_prints_and_turns_into_plain_data() -> None:
    """A comparison prints a line for each record and one below for each field."""
    comparison = brief_of(LAUNCH).diff(brief_of(attrs.evolve(LAUNCH, on=None, purposes=["test"])))
    assert str(comparison).splitlines() == [
        "weapons_test launch: missing",
        "  on: missing: 2024-10-31 | –",
        "  purposes: missing: – | test",
    ]
    assert comparison.to_dict() == {
        "version": 1,
        "records": [
            {
                "record": "launch",
                "kind": "weapons_test",
                "word": "missing",
                "fields": [
                    {"field": "on", "word": "missing", "ours": "2024-10-31"},
                    {"field": "purposes", "word": "missing", "theirs": "test"},
                ],
            }
        ],
    }
    assert str(brief_of().diff(brief_of())) == "neither holds a record"


MIRROR = {"ours": "theirs", "theirs": "ours", None: None}


@settings(max_examples=20)
@given(strategies.briefs(), strategies.briefs())
def test_comparison_is_symmetric(one: gb.Brief, other: gb.Brief) -> None:
    """Seen from the other side, every word is the same, and ours is theirs."""
    there, back = one.diff(other), other.diff(one)
    assert [(each.record, each.word) for each in there] == [(each.record, each.word) for each in back]
    assert [MIRROR[each.held_by] for each in there] == [each.held_by for each in back]
    assert [[field.field for field in each.fields] for each in there] == [
        [field.field for field in each.fields] for each in back
    ]


@given(strategies.briefs())
def test_a_brief_confirms_itself(brief: gb.Brief) -> None:
    """Compared with itself every record of a brief is confirmed; with nothing, unique."""
    assert {each.word for each in brief.diff(brief)} <= {"confirmed"}
    empty = attrs.evolve(brief, records=())
    assert {(each.word, each.held_by) for each in brief.diff(empty)} <= {("unique", "ours")}

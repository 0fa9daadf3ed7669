import json
import pickle
from typing import Any

import attrs
import pytest

from geobrief.answer import Answer, Members, Missing, Reason
from geobrief.errors import Undetermined
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.when import When

DECREE = Reason(text="the decree was signed", records=("ratification-pact-prk",))
REASON = Reason(
    text="instruments have not been exchanged",
    rule="VCLT 16(a)",
    citations=(Citation(source="tass", locator="p. 1"), Citation(source="kcna"), Citation(source="tass")),
    because=(Reason(text="the clause asks for it", because=(DECREE,)),),
)
EITHER = Missing(
    kind="one_of",
    text="one of:",
    parts=(
        Missing(kind="exchange", text="the exchange", by=("PRK", "RUS"), treaty="pact"),
        Missing(
            kind="all_of", text="all of:", parts=(Missing(kind="consent", text="3 more consents", count=3),)
        ),
    ),
)


def _answer(value: Truth) -> Answer:
    return Answer(
        value=value,
        question="is the pact in force?",
        on=When("2024-11-12"),
        as_of=When("2024-11-12"),
        reasons=(REASON,),
        missing=(EITHER,),
    )


@pytest.mark.parametrize("value", Truth)
def test_value(value: Truth) -> None:
    """An answer is yes, no or unknown, as its value is."""
    answer = _answer(value)
    assert (answer.is_yes, answer.is_no, answer.is_unknown) == (value.is_yes, value.is_no, value.is_unknown)


def test_bool() -> None:
    """Yes is true, no is false, and unknown raises with the whole explanation."""
    assert _answer(Truth.YES)
    assert not _answer(Truth.NO)
    unknown = _answer(Truth.UNKNOWN)
    with pytest.raises(Undetermined) as caught:
        bool(unknown)
    assert str(caught.value) == unknown.explain()


def test_text() -> None:
    """An answer prints with its first reason, and with the day that was assumed."""
    assert str(Answer(value=Truth.YES)) == "yes"
    assert str(_answer(Truth.NO)) == "no: instruments have not been exchanged"
    assumed = attrs.evolve(_answer(Truth.NO), assumed_day=True)
    assert str(assumed) == "no (as of 2024-11-12): instruments have not been exchanged"


def test_explain() -> None:
    """The explanation shows question, answer, the tree of reasons with rule, records and sources once."""
    lines = _answer(Truth.NO).explain().splitlines()
    assert lines[:5] == [
        "is the pact in force on 2024-11-12?",
        "no: instruments have not been exchanged",
        "  - instruments have not been exchanged [VCLT 16(a); source tass, kcna]",
        "    - the clause asks for it",
        "      - the decree was signed [record ratification-pact-prk]",
    ]
    assert "missing" in "".join(lines[5:])


def test_reasons_are_walked_depth_first() -> None:
    """Walking yields each reason before those below it."""
    assert [reason.text for reason in REASON.walk()] == [
        "instruments have not been exchanged",
        "the clause asks for it",
        "the decree was signed",
    ]


def test_missing_things_nest() -> None:
    """What is missing shows its parts below it, each level further in."""
    assert EITHER.explain().splitlines() == [
        "one of:",
        "  the exchange",
        "  all of:",
        "    3 more consents",
    ]
    assert str(EITHER) == "one of:"


def test_plain_data() -> None:
    """An answer becomes plain JSON data with a version, without what is empty."""
    plain = _answer(Truth.NO).to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["version"], plain["answer"], plain["on"]) == (1, "no", "2024-11-12")
    assert plain["reasons"][0]["citations"][0] == {"source": "tass", "locator": "p. 1"}
    assert plain["missing"][0]["parts"][0] == {
        "kind": "exchange",
        "text": "the exchange",
        "by": ["PRK", "RUS"],
        "treaty": "pact",
    }
    assert "since" not in plain


def test_members_that_are_certain() -> None:
    """A set without doubt behaves like a set of names in order."""
    members = Members(frozenset({"SWE", "FIN"}))
    assert list(members) == ["FIN", "SWE"]
    assert (len(members), "FIN" in members, "NOR" in members) == (2, True, False)
    assert str(members) == "FIN, SWE"
    assert members
    assert not Members()
    assert str(Members()) == "none"


def test_members_that_are_uncertain() -> None:
    """Only the certain ones iterate; size and membership in doubt raise instead of guessing."""
    members = Members(frozenset({"FIN"}), frozenset({"SWE"}))
    assert list(members) == sorted(members) == [*members] == ["FIN"]
    assert [str(members.holds(code)) for code in ("FIN", "SWE", "NOR")] == ["yes", "unknown", "no"]
    assert "FIN" in members
    assert "NOR" not in members
    with pytest.raises(Undetermined, match="between 1 and 2: uncertain for SWE"):
        len(members)
    with pytest.raises(Undetermined):
        _ = "SWE" in members
    with pytest.raises(Undetermined, match="between 0 and 1"):
        bool(Members(possible=frozenset({"SWE"})))
    assert members
    assert str(members) == "FIN; possibly SWE"
    assert members.to_dict() == {"version": 1, "certain": ["FIN"], "possible": ["SWE"]}


def test_certain_members_are_not_in_doubt() -> None:
    """A member that is certain does not make the size uncertain by being possible as well."""
    assert len(Members(frozenset({"FIN"}), frozenset({"FIN"}))) == 1


@pytest.mark.parametrize("other", [None, 3, ("FIN",)])
def test_only_names_are_members(other: Any) -> None:
    """What is no text is no member, even of a set in doubt."""
    assert other not in Members(frozenset({"FIN"}), frozenset({"SWE"}))


def test_equality_and_pickle() -> None:
    """Sets of members are equal by their members, whatever the reasons; answers come back from pickle."""
    assert Members(frozenset({"FIN"}), reasons=(REASON,)) == Members(frozenset({"FIN"}))
    for each in (_answer(Truth.NO), Members(frozenset({"FIN"}), frozenset({"SWE"})), EITHER, REASON):
        assert pickle.loads(pickle.dumps(each)) == each
        assert hash(pickle.loads(pickle.dumps(each))) == hash(each)


def test_a_reason_prints_as_its_text() -> None:
    """A reason reads as its sentence; rules, records and sources stand in its lines."""
    assert str(DECREE) == "the decree was signed"

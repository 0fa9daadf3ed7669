"""Expectations: the answers that the author states are those that the records give."""

import pytest

import geobrief as gb
from geobrief.brief.merge import merge
from geobrief.checks import problems
from tests.checks.found import brief_of, found

PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
SIGNED = gb.Signature(treaty="pact", by="PRK", on="2024-06-19")


def expect(answer: object, ask: str = "in-force", of: str = "pact", **options: str) -> gb.Expectation:
    """An expectation about the pact."""
    return gb.Expectation(ask=ask, of=of, answer=answer, **options)  # type: ignore[arg-type]


def test_what_holds_is_not_mentioned() -> None:
    """An expectation that the records meet is no issue."""
    assert (
        found(brief_of(PACT, SIGNED, expect=[expect("no"), expect(["PRK"], "signatories")]), "GB901", "GB902")
        == []
    )


def test_what_does_not_hold_is_found_at_its_answer() -> None:
    """The issue stands at the answer, and says what was asked, expected and found."""
    brief = brief_of(PACT, SIGNED, expect=[expect("no"), expect("yes", on="2024-10-01")])
    assert found(brief, "GB901", "GB902") == [("GB901", "expect.1.answer")]
    (message,) = [problem.message for problem in problems(brief) if problem.code == "GB901"]
    assert message == "in-force pact --on 2024-10-01: expected 'yes', got 'no'"


@pytest.mark.parametrize(
    "wrong",
    [
        expect("no", of="no-such-treaty"),
        expect("yes", "operative"),
        expect("none", "stage"),
        expect({"finding": "open"}, "standing"),
    ],
    ids=["no such record", "a state is missing", "no state", "wrong kind"],
)
def test_what_cannot_be_asked_is_found_at_the_question(wrong: gb.Expectation) -> None:
    """A question without what it needs, or about nothing, is an issue of its own, never an exception."""
    assert found(brief_of(PACT, SIGNED, expect=[wrong]), "GB901", "GB902") == [("GB902", "expect.0")]


def test_each_file_is_asked_by_itself() -> None:
    """What a first file expects stays right when a sequel changes the answer."""
    first = brief_of(PACT, id="first", expect=[expect("unknown")])
    sequel = gb.Brief(
        id="then", title="Then", as_of="2025", extends=["first"], records=[SIGNED], expect=[expect("no")]
    )
    assert found(merge([first, sequel]), "GB901", "GB902") == []

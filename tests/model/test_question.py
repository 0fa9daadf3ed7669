import re
from typing import Any

import attrs
import pytest
from hypothesis import given

from geobrief.errors import InvalidRecord
from geobrief.model.question import Expectation, Question
from geobrief.testing import strategies
from geobrief.values.plain import Plain
from geobrief.values.when import When


def test_parse() -> None:
    """A question is read as it is typed: what, of what, and options in any order."""
    question = Question(ask="in-force", of="pact", on="2024-11-12", position_of="USA")
    for typed in (
        "in-force pact --on 2024-11-12 --position-of USA",
        "in-force --position-of=USA --on=2024-11-12 pact",
        "  in-force   'pact' --on '2024-11-12' --position_of USA ",
    ):
        assert Question.parse(typed) == question
    assert str(question) == "in-force pact --on 2024-11-12 --position-of USA"


@given(strategies.of_type(Question))
def test_text_and_back(question: Question) -> None:
    """Every question is read back from its own text."""
    assert Question.parse(str(question)) == question


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "expected a question such as"),
        ("in-force 'pact", "cannot read the question"),
        ("in-force pact --when 2024", "unknown option '--when'; expected one of --by, --towards, --on"),
        ("in-force pact --on", "--on needs a value"),
        ("in-force pact other", "'other' is one too many: of is already 'pact'"),
        ("in-force pact --on 2024 --on 2025", "on is already '2024'"),
        ("in-force", "of: in-force needs the record or actor that is asked about"),
        ("is-in-force pact", "ask: 'is-in-force' is not one of in-force"),
        ("in-force pact --on soon", "on: expected a date such as"),
        ("in-force pact --by korea/south", "by: expected an ISO 3166-1"),
        ("strength kursk --policy mean", "policy: 'mean' is not one of"),
    ],
)
def test_reject(typed: str, message: str) -> None:
    """What cannot be read is a ValueError that says why."""
    with pytest.raises(ValueError, match=re.escape(message)):
        Question.parse(typed)


@pytest.mark.parametrize("ask", ["timeline", "treaties-in-force"])
def test_some_questions_are_about_the_whole_brief(ask: Any) -> None:
    """The timeline and the treaties in force need no subject."""
    assert Question(ask=ask).of is None


def test_expectations() -> None:
    """An expectation is a question with its answer, of any JSON kind, and answers of two kinds differ."""
    expectation = Expectation(ask="parties", of="pact", answer=["PRK", "RUS"])
    assert expectation.answer == Plain(["PRK", "RUS"])
    assert attrs.evolve(expectation, answer="no").answer.value == "no"
    yes: Any = True
    assert attrs.evolve(expectation, answer=1) != attrs.evolve(expectation, answer=yes)
    with pytest.raises(InvalidRecord, match=r"^Expectation: answer: expected plain JSON"):
        attrs.evolve(expectation, answer={1, 2})


def test_equality() -> None:
    """Questions are equal if what they ask is; an expectation is no question."""
    question = Question(ask="in-force", of="pact", on=When("2024"))
    assert question == Question(ask="in-force", of="pact", on="2024")
    assert (
        len({question, Question(ask="in-force", of="pact"), Expectation(ask="in-force", of="pact", answer=1)})
        == 3
    )

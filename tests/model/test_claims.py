"""Accusations, responses, findings, statements and assessments: what somebody says, each in its kind."""

from typing import Any

import attrs
import pytest

from geobrief.errors import InvalidRecord
from geobrief.model.accusation import Accusation
from geobrief.model.assessment import Assessment
from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.model.response import Response
from geobrief.model.statement import Statement
from geobrief.values.when import When

ACCUSATION = Accusation(id="claim", accusers=["KOR", "USA"], accused=["PRK"], subjects=["troop_deployment"])
RESPONSE = Response(id="reply", to="claim", by="PRK", kinds=["denied", "counter_accused"])
FINDING = Finding(id="finding", about="claim", by="un", verdict="confirmed")
STATEMENT = Statement(id="words", speaker="RUS", quote="This is our sovereign business.")
ASSESSMENT = Assessment(id="view", holders=["experts"], proposition="It will last.", likelihood="likely")
evolve: Any = attrs.evolve  # untyped, to give it what it must refuse


def test_construct() -> None:
    """A claim keeps who says it, when it was said, and when the act is said to have happened."""
    claim = attrs.evolve(
        ACCUSATION, made_on="2024-10-18", act_on="2024-10", basis=["imagery", "intelligence"]
    )
    assert (claim.made_on, claim.act_on) == (When("2024-10-18"), When("2024-10"))
    assert (claim.mode, claim.modality) == ("allege", "actual")
    assert claim.basis == frozenset({"imagery", "intelligence"})


def test_several_kinds_of_response_hold_at_once() -> None:
    """To deny and to accuse in turn is one response."""
    assert RESPONSE.kinds == {"denied", "counter_accused"}


@pytest.mark.parametrize(
    ("record", "wrong", "message"),
    [
        (ACCUSATION, {"accusers": []}, "accusers: expected at least one"),
        (ACCUSATION, {"accusers": ["South Korea"]}, "accusers[0]: expected an ISO 3166-1"),
        (ACCUSATION, {"mode": "blame"}, "mode: 'blame' is not one of disapprove, allege, investigate"),
        (ACCUSATION, {"subjects": ["spying"]}, "'spying' is not one of aggression"),
        (ACCUSATION, {"basis": "imagery"}, "basis: expected a set, got 'imagery'"),
        (ACCUSATION, {"responsibility": "guilty"}, "responsibility: 'guilty' is not one of state_prohibited"),
        (ACCUSATION, {"about": ["The Troops"]}, "about[0]: expected a lower-case id"),
        (RESPONSE, {"kinds": []}, "kinds: expected at least one"),
        (RESPONSE, {"kinds": ["refused"]}, "'refused' is not one of denied, admitted, evaded"),
        (RESPONSE, {"to": "KOR"}, "to: expected a lower-case id"),
        (FINDING, {"verdict": "true"}, "verdict: 'true' is not one of confirmed, refuted, inconclusive"),
        (FINDING, {"verdict": True}, "verdict: expected one of confirmed"),
        (STATEMENT, {"quote": None}, "a statement needs a quote or a text"),
        (STATEMENT, {"kind": "lie"}, "kind: 'lie' is not one of remark"),
        (ASSESSMENT, {"holders": ()}, "holders: expected at least one"),
        (ASSESSMENT, {"proposition": " "}, "proposition: expected at least one"),
        (ASSESSMENT, {"likelihood": 0.7}, "likelihood: expected one of almost_no_chance"),
        (ASSESSMENT, {"likelihood": "probable"}, "likelihood: 'probable' is not one of almost_no_chance"),
    ],
)
def test_reject(record: Record, wrong: dict[str, object], message: str) -> None:
    """What a claim cannot be is refused with the field and what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(record, **wrong)
    assert message in str(caught.value)


def test_confidence_is_not_likelihood() -> None:
    """How likely it is and how well that rests are two fields."""
    view = attrs.evolve(ASSESSMENT, confidence="low")
    assert (view.likelihood, view.confidence) == ("likely", "low")


def test_statements_may_be_in_other_words() -> None:
    """A statement has its words, or says in other words what was said."""
    assert Statement(id="words", speaker="RUS", text="He did not answer.").quote is None

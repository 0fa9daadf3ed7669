"""Asking: every question of the one language, on the example briefs."""

import json
from typing import Any, get_args

import pytest

import geobrief as gb
from geobrief.ask import Listing, Result, answer, unmet
from geobrief.model.question import QUESTIONS as MEANINGS
from geobrief.model.question import Ask
from geobrief.truth import Truth
from geobrief.values.plain import Plain

PACT = "dprk-russia-partnership"
TROOPS = "prk-troops-in-russia"
ACCUSED = "kor-accuses-prk-deployment"


@pytest.fixture(scope="module")
def brief() -> gb.Brief:
    """The report with its sequel."""
    return gb.example("dprk-russia-2024", "dprk-russia-2025")


def ask(brief: gb.Brief, text: str) -> Result:
    """Ask as one types it."""
    return answer(brief, gb.Question.parse(text))


QUESTIONS: dict[str, list[tuple[str, object]]] = {
    "in-force": [
        (f"{PACT} --on 2024-11-12", "no"),
        (f"{PACT} --on 2024-12-04", "yes"),
        (f"{PACT} --on 2024-12-04 --by PRK", "yes"),
        (f"{PACT} --on 2024-12-04 --by PRK --towards RUS", "yes"),
        (f"{PACT} --on 2024-12-04 --by KOR", "no"),
        (f"{PACT} --on 2024-12-25 --as-known 2024-12-01", "unknown"),
        (f"{PACT} --on 2030-01-01", "unknown"),
    ],
    "entered-into-force": [(PACT, "yes"), (f"{PACT} --as-known 2024-11-12", "no")],
    "operative": [(f"{PACT} --by PRK --towards RUS --on 2025-01-01", "yes")],
    "provisionally-applied": [(f"{PACT} --by PRK --on 2024-11-12", "no")],
    "interim-obligation": [(f"{PACT} --by PRK --on 2024-11-12", "yes")],
    "stage": [
        (f"{PACT} --by PRK --on 2024-11-12", "instrument_executed"),
        (f"{PACT} --by RUS --on 2024-11-12", "approved_domestically"),
        (f"{PACT} --by RUS --on 2024-12-04", "exchanged"),
    ],
    "parties": [(f"{PACT} --on 2025-01-01", ["RUS", "PRK"]), (f"{PACT} --on 2024-11-12", [])],
    "contracting-states": [(f"{PACT} --on 2024-11-12", [])],
    "signatories": [(f"{PACT} --on 2024-11-12", ["PRK", "RUS"]), (f"{PACT} --on 2024-06-18", [])],
    "awaiting": [(f"{PACT} --on 2024-11-12", ["PRK", "RUS"]), (f"{PACT} --on 2025-01-01", [])],
    "treaties-in-force": [("--as-known 2024-06-01", [])],
    "obligations": [
        ("PRK --towards RUS --on 2025-01-01", ["sanctions_opposition", "defense"]),
        ("PRK --towards RUS --on 2024-11-12", []),
        ("PRK --on 2025-01-01", ["sanctions_opposition", "defense"]),
    ],
    "allies": [("PRK --on 2025-01-01", ["RUS"]), ("KOR --on 2025-01-01", [])],
    "standing": [
        (f"{ACCUSED} --on 2024-11-12", {"finding": "open", "response": {"PRK": ["none_recorded"]}}),
        (f"{ACCUSED} --on 2025-04-26", {"finding": "acknowledged"}),
    ],
    "strength": [
        (f"{TROOPS} --on 2024-11-12 --policy median", {"best": 10000}),
        (f"{TROOPS} --on 2024-09-01", {"best": None}),
    ],
    "timeline": [("KOR --on 2024-09-30", [])],
    "flight": [("hwasong-19-2024-10-31", {"trajectory": ["lofted"]})],
    "related": [(TROOPS, {"record": TROOPS, "kind": "deployment"})],
}
"""For each question some that are asked of the example, with the right answers."""


def test_every_question_is_asked_here() -> None:
    """No question of the vocabulary goes without a test."""
    assert set(QUESTIONS) == set(get_args(Ask))


@pytest.mark.parametrize(
    ("text", "expected"),
    [(f"{word} {rest}", expected) for word, cases in QUESTIONS.items() for rest, expected in cases],
)
def test_the_example_answers(brief: gb.Brief, text: str, expected: Any) -> None:
    """Each question has its answer, which prints, explains itself, and turns into JSON."""
    result = ask(brief, text)
    assert unmet(result, Plain(expected)) is None
    assert str(result)
    assert result.explain()
    assert json.loads(json.dumps(result.to_dict()))["version"] == 1


def test_treaties_in_force_are_those_of_the_day() -> None:
    """A treaty is among those in force from its entry to its end."""
    brief = gb.example("new-start")
    assert unmet(ask(brief, "treaties-in-force --on 2020-01-01"), Plain(["new-start"])) is None
    assert unmet(ask(brief, "treaties-in-force --on 2010-12-31"), Plain([])) is None


# -- what a question needs -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (f"operative {PACT}", "--by"),
        (f"operative {PACT} --by PRK", "--towards"),
        (f"stage {PACT}", "--by"),
        (f"in-force {PACT} --towards PRK", "--by"),
    ],
)
def test_a_question_without_what_it_needs_says_what_is_missing(
    brief: gb.Brief, text: str, missing: str
) -> None:
    """The option that is missing is named, rather than a default taken."""
    with pytest.raises(ValueError, match=missing):
        ask(brief, text)


@pytest.mark.parametrize(
    "text",
    [
        "in-force no-such-treaty",
        f"in-force {TROOPS}",
        f"standing {TROOPS}",
        f"strength {ACCUSED}",
        f"flight {PACT}",
        "related nothing",
    ],
)
def test_a_question_about_nothing_is_not_found(brief: gb.Brief, text: str) -> None:
    """A record that does not exist, or is of another kind, is not found, and never answered with no."""
    with pytest.raises(gb.NotFound):
        ask(brief, text)


@pytest.mark.parametrize(("ask", "of"), [(ask, of) for ask, (of, _) in MEANINGS.items()])
def test_a_question_about_nobody_cannot_be_made(ask: Ask, of: str) -> None:
    """A question that says without brackets what it is asked of is refused without it, and no other."""
    if of and not of.startswith("["):
        with pytest.raises(gb.InvalidRecord, match=f"{ask} needs the record"):
            gb.Question(ask=ask)
    else:
        assert gb.Question(ask=ask).of is None


def test_as_known_uses_only_what_was_published(brief: gb.Brief) -> None:
    """A question asked as known on a day is asked of the brief of that day."""
    question = gb.Question(ask="timeline", as_known="2024-10-30")
    result = answer(brief, question)
    assert isinstance(result, Listing)
    assert result.items == brief.as_known("2024-10-30").timeline()


def test_a_position_is_taken_where_it_is_named() -> None:
    """One side's reading of contested acts decides what stays open otherwise."""
    pact = gb.Treaty(
        id="pact",
        title="Pact",
        between=["USA", "RUS"],
        entry_into_force=gb.EntryIntoForce(upon=gb.Exchange()),
    )
    exchanged = gb.InstrumentExchange(treaty="pact", between=["USA", "RUS"], on="2011-02-05")
    ended = gb.Termination(
        treaty="pact", between=["USA", "RUS"], on="2023-02-21", contested=[gb.Contest(by="USA")]
    )
    brief = gb.Brief(title="A brief", as_of="2024", records=[pact, exchanged, ended])
    assert unmet(ask(brief, "in-force pact --on 2023-06-01"), Plain("unknown")) is None
    assert unmet(ask(brief, "in-force pact --on 2023-06-01 --position-of USA"), Plain("yes")) is None
    assert unmet(ask(brief, "in-force pact --on 2023-06-01 --position-of RUS"), Plain("no")) is None


# -- comparing with an expectation -----------------------------------------------------

YES = gb.Answer(value=Truth.YES)
CERTAIN = gb.Members(frozenset({"RUS", "PRK"}))
POSSIBLE = gb.Members(frozenset({"RUS"}), frozenset({"PRK"}))


class Estimated:
    """A result with an estimate in it."""

    def explain(self) -> str:
        """Return nothing worth mentioning."""
        return "."

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {"estimate": {"best": 10}, "finding": "open", "response": {"RUS": ["evaded"]}}


@pytest.mark.parametrize(
    ("result", "expected", "difference"),
    [
        (YES, "yes", None),
        (YES, "no", "expected 'no', got 'yes'"),
        (CERTAIN, ["PRK", "RUS"], None),
        (CERTAIN, ["RUS", "PRK"], None),
        (CERTAIN, ["RUS"], "expected ['RUS'], got ['PRK', 'RUS']"),
        (CERTAIN, "PRK", "expected 'PRK', got ['PRK', 'RUS']"),
        (POSSIBLE, ["RUS"], "expected ['RUS'], got 'RUS; possibly PRK'"),
        (Listing("stage", ("none",), "none"), "none", None),
        (Listing("awaiting", (), ()), [], None),
        (Listing("awaiting", (), ()), ["PRK"], "expected ['PRK'], got []"),
        (Estimated(), {"best": 10}, None),
        (Estimated(), {"finding": "open", "response": {"RUS": ["evaded"]}}, None),
        (Estimated(), {"response": {"RUS": ["denied"]}}, "response.RUS: expected ['denied'], got ['evaded']"),
        (Estimated(), {"nothing": 1}, "nothing: expected 1, got None"),
        (
            Estimated(),
            {"best": 1, "finding": "x"},
            "best: expected 1, got 10; finding: expected 'x', got 'open'",
        ),
    ],
)
def test_what_differs_is_said(result: Result, expected: Any, difference: str | None) -> None:
    """An expectation is met, or the message says what was expected and what was found."""
    assert unmet(result, Plain(expected)) == difference


def test_a_listing_prints_a_line_for_each_thing() -> None:
    """A listing prints and explains its things line by line, and says so where there is none."""
    listing = Listing("awaiting", ("one", YES), ("one",))
    assert str(listing) == "one\nyes"
    assert listing.explain() == "one\nyes"
    assert listing.to_dict() == {"version": 1, "awaiting": ["one", YES.to_dict()]}
    assert str(Listing("awaiting", (), ())) == Listing("awaiting", (), ()).explain() == "awaiting: none"


def test_a_strength_can_be_expected_as_its_sentence(brief: gb.Brief) -> None:
    """What is neither yes, no nor a list is compared with a word by what it says."""
    result = ask(brief, f"strength {TROOPS} --on 2024-11")
    assert unmet(result, Plain(str(result))) is None
    assert (unmet(result, Plain("many")) or "").startswith("expected 'many', got 'about 10,000")


def test_a_flight_is_not_asked_for_before_it_happened() -> None:
    """A day before the test is a slip, and is not passed over."""
    question = gb.Question.parse("flight hwasong-19-2024-10-31 --on 2024-10-01")
    with pytest.raises(ValueError, match="is of 2024-10-31, after 2024-10-01"):
        answer(gb.example("dprk-russia-2024"), question)

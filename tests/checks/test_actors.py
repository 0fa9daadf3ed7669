"""Actors exist: in the tables or in the brief, and states on the day in question."""

import pytest

import geobrief as gb
from geobrief.checks import problems
from tests.checks.found import brief_of, found

KIM = gb.DeclaredActor(kind="person", name="Kim Jong Un", of="PRK")


@pytest.mark.parametrize("code", ["PRK", "SUN", "nato", "kim-jong-un"])
def test_known_actors_are_fine(code: str) -> None:
    """States of any time, organisations and declared actors are known."""
    brief = brief_of(gb.Statement(id="s", speaker=code, quote="No."), actors={"kim-jong-un": KIM})
    assert found(brief, "GB203") == []


def test_an_unknown_actor_is_found_where_it_is_named() -> None:
    """An actor that nobody knows is an issue at its place, in records, sources and actors alike."""
    brief = brief_of(
        gb.Accusation(id="a", accusers=["KOR", "nobody"]),
        sources={"s": gb.Source(publisher="P", actor="nobody")},
        actors={"kim": gb.DeclaredActor(kind="person", name="Kim", of="nobody")},
    )
    assert found(brief, "GB203") == [
        ("GB203", "accusations.a.accusers.1"),
        ("GB203", "sources.s.actor"),
        ("GB203", "actors.kim.of"),
    ]


def test_the_nearest_is_suggested() -> None:
    """A misspelt actor of the brief, and a country by its name, bring a suggestion."""
    brief = brief_of(
        gb.Statement(id="s", speaker="kim-jong-on", quote="No."),
        gb.Statement(id="t", speaker="russia", quote="No."),
        actors={"kim-jong-un": KIM},
    )
    messages = [problem.said for problem in problems(brief) if problem.code == "GB203"]
    assert "did you mean 'kim-jong-un'?" in messages[0]
    assert "'RUS'" in messages[1]


def test_a_subject_may_be_a_record() -> None:
    """Where records and actors are both allowed, either will do, and neither is an issue."""
    said = gb.Statement(id="s", speaker="PRK", quote="No.", about=["pact", "RUS", "nothing"])
    brief = brief_of(gb.Treaty(id="pact", title="Pact"), said)
    assert found(brief, "GB203") == [("GB203", "statements.s.about.2")]


def test_groups_of_a_treaty_stand_for_actors_in_it() -> None:
    """A treaty may be open to a group that it lists, or to all states."""
    treaty = gb.Treaty(
        id="t", title="T", open_to=["pioneers", "all_states"], groups={"pioneers": ["USA", "JPN"]}
    )
    assert found(brief_of(treaty), "GB203") == []
    other = gb.Treaty(id="t", title="T", open_to=["pioneers"])
    assert found(brief_of(other), "GB203") == [("GB203", "treaties.t.open_to.0")]


def test_a_state_before_or_after_its_time_is_found() -> None:
    """An act of the Soviet Union in 2024, or of South Sudan in 2000, is worth a warning."""
    late = gb.Statement(id="late", speaker="SUN", on="2024-01-01", quote="No.")
    early = gb.Signature(treaty="pact", by="SSD", on="2000-01-01")
    fine = gb.Statement(id="fine", speaker="SUN", on="1987-12-08", quote="Yes.")
    assert found(brief_of(late, early, fine), "GB204") == [
        ("GB204", f"signatures.{early.id}.by"),
        ("GB204", "statements.late.speaker"),
    ]


@pytest.mark.parametrize(
    "act",
    [
        gb.Termination(treaty="pact", between=["SUN", "USA"], on="1991-12-01", effective="1992-06-01"),
        gb.Suspension(treaty="pact", by="SUN", notified="1991-12-01", effective="1992-06-01"),
        gb.Withdrawal(treaty="pact", by="SUN", notified="1991-12-01", effective="1992-06-01"),
        gb.Extension(treaty="pact", between=["SUN", "USA"], agreed="1991-12-01", effective="1992-06-01"),
    ],
    ids=lambda act: type(act).__name__,
)
def test_a_state_must_exist_when_it_acts(act: gb.Record) -> None:
    """A state acts on the day of its act, whenever that takes effect."""
    assert found(brief_of(act), "GB204") == []


@pytest.mark.parametrize("day", [None, "1991", "1991-12"])
def test_without_an_exact_day_nothing_is_said(day: str | None) -> None:
    """Where the day is missing or imprecise, the state may have existed."""
    said = gb.Statement(id="s", speaker="SUN", on=day, quote="No.")
    assert found(brief_of(said), "GB204") == []

"""Dates agree: with the day up to which the brief is complete, and with each other."""

from typing import Any

import attrs
import pytest

import geobrief as gb
from geobrief.brief.merge import merge
from tests.checks.found import brief_of, found

SOURCES = {
    "early": gb.Source(publisher="A", published="2024-06-18"),
    "late": gb.Source(publisher="B", published="2024-06-20"),
    "undated": gb.Source(publisher="C"),
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-11-13", True), ("2024-11-12", False), ("2024-11", False), ("2024-12", True), (None, False)],
)
def test_what_certainly_lies_after_as_of_is_found(day: str | None, expected: bool) -> None:
    """A record of a later day contradicts the day up to which the brief is complete."""
    said = gb.Statement(id="s", speaker="PRK", on=day, quote="No.")
    assert found(brief_of(said), "GB304") == [("GB304", "statements.s.on")] * expected


def test_planned_acts_may_lie_after_it() -> None:
    """An act that is announced is expected to lie in the future."""
    act = gb.Signature(treaty="pact", by="PRK", on="2025-01-01")
    assert found(brief_of(act), "GB304") == [("GB304", f"signatures.{act.id}.on")]
    assert found(brief_of(attrs.evolve(act, planned=True)), "GB304") == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"notified": "2024-11-01", "effective": "2025-11-01"}, []),
        ({"notified": "2024-12-01", "effective": "2025-11-01"}, ["notified"]),
        ({"effective": "2025-11-01"}, ["effective"]),
    ],
)
def test_what_is_done_by_then_may_take_effect_later(days: Any, expected: list[str]) -> None:
    """A notice that runs is no contradiction; one of which only the day of effect is known is (VCLT 54)."""
    act = gb.Withdrawal(treaty="pact", by="PRK", **days)
    assert found(brief_of(act), "GB304") == [("GB304", f"withdrawals.{act.id}.{name}") for name in expected]


@pytest.mark.parametrize(("circulated", "expected"), [("2024-03-01", 1), ("2024-04-01", 0)])
def test_a_depositary_passes_on_what_it_has_received(circulated: str, expected: int) -> None:
    """No act is circulated before it was received, whatever day it bears (VCLT 78)."""
    consent = gb.Ratification(
        treaty="pact", by="RUS", circulated=circulated, instrument=gb.Instrument(deposited="2024-04-01")
    )
    notice = gb.Withdrawal(
        treaty="pact", by="PRK", circulated=circulated, notified="2024-01-01", received="2024-04-01"
    )
    assert (
        found(brief_of(consent, notice), "GB306")
        == [
            ("GB306", f"ratifications.{consent.id}.circulated"),
            ("GB306", f"withdrawals.{notice.id}.circulated"),
        ]
        * expected
    )


def test_each_day_of_a_record_is_looked_at() -> None:
    """Steps and deposits have their own paths."""
    act = gb.Ratification(
        treaty="pact",
        by="PRK",
        steps=[gb.Step(kind="decree", on="2024-11-11"), gb.Step(kind="publication", on="2024-11-20")],
        instrument=gb.Instrument(deposited="2024-12-01"),
    )
    assert found(brief_of(act), "GB304") == [
        ("GB304", f"ratifications.{act.id}.instrument.deposited"),
        ("GB304", f"ratifications.{act.id}.steps.1.on"),
    ]


def test_each_file_has_its_own_as_of() -> None:
    """A record of a file that reaches further is not measured by the shorter one."""
    said = gb.Statement(id="s", speaker="PRK", on="2025-01-01", quote="No.")
    whole = merge([brief_of(), gb.Brief(title="Later", as_of="2025-06-01", records=[said])])
    assert found(whole, "GB304") == []


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["early"], True),
        (["early", "late"], False),
        (["late"], False),
        (["undated"], False),
        (["early", "undated"], False),
        ([], False),
    ],
)
def test_what_every_source_published_before_it_happened_is_found(sources: list[str], expected: bool) -> None:
    """If all sources are older than the event, a date is wrong; one that may be younger is enough."""
    citations = [gb.Citation(source=name) for name in sources]
    said = gb.Statement(id="s", speaker="PRK", on="2024-06-19", quote="No.", citations=citations)
    assert found(brief_of(said, sources=SOURCES), "GB305") == [("GB305", "statements.s.citations")] * expected


def test_announcements_come_before_what_they_announce() -> None:
    """A planned act was of course reported before its day; a lasting event counts from its beginning."""
    citations = [gb.Citation(source="early")]
    act = gb.Signature(treaty="pact", by="PRK", on="2024-06-19", planned=True, citations=citations)
    troops = gb.Deployment(id="d", period="2024-06-01/..", citations=citations)
    assert found(brief_of(act, troops, sources=SOURCES), "GB305") == []
    later = gb.Deployment(id="d", period="2024-07-01/..", citations=citations)
    assert found(brief_of(later, sources=SOURCES), "GB305") == [("GB305", "deployments.d.citations")]


@pytest.mark.parametrize("field", ["deposited", "received", "sent"])
def test_an_instrument_is_executed_first(field: str) -> None:
    """An instrument leaves the house only after it was signed at home."""

    def act(executed: str, day: str) -> gb.Ratification:
        days: dict[str, Any] = {"executed": executed, field: day}
        return gb.Ratification(treaty="pact", by="PRK", instrument=gb.Instrument(**days))

    assert found(brief_of(act("2024-11-11", "2024-11-10")), "GB306") == [
        ("GB306", f"ratifications.ratification-pact-prk.instrument.{field}")
    ]
    for executed, day in (
        ("2024-11-11", "2024-11-11"),
        ("2024-11", "2024-11-10"),
        ("2024-11-10", "2024-11-11"),
    ):
        assert found(brief_of(act(executed, day)), "GB306") == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"notified": "2019-11-04", "effective": "2020-11-04"}, []),
        ({"notified": "2019-11-04", "effective": "2019-11-03"}, ["effective"]),
        ({"notified": "2019-11-04", "effective": "2019-11-04"}, []),
        ({"notified": "2019-11", "effective": "2019-11-03"}, []),
        ({"notified": "2019-11-04", "revoked": "2018"}, ["revoked"]),
        ({"notified": "2019-11-04", "received": "2019-11-01"}, ["received"]),
        (
            {"received": "2019-11-04", "effective": "2019-10-31", "revoked": "2019-10-30"},
            ["effective", "revoked"],
        ),
        ({"notified": "2019-11-04", "received": "2019-11-08", "effective": "2019-11-04"}, []),
        ({"effective": "2019-10-31", "revoked": "2019-10-30"}, []),
    ],
)
def test_a_notice_comes_before_what_becomes_of_it(days: dict[str, Any], expected: list[str]) -> None:
    """No withdrawal works, arrives or is revoked before the day of its notice."""
    act = gb.Withdrawal(treaty="pact", by="USA", **days)
    assert found(brief_of(act), "GB306") == [("GB306", f"withdrawals.{act.id}.{name}") for name in expected]

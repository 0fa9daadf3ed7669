"""Acts and clauses fit the treaty that they belong to."""

from typing import Any

import attrs
import pytest

import geobrief as gb
from geobrief.checks import problems
from tests.checks.found import brief_of, found

PACT = gb.Treaty(
    id="pact",
    title="Pact",
    between=["SUN", "USA"],
    entry_into_force=gb.EntryIntoForce(upon=gb.Exchange()),
)
EXCHANGED = gb.InstrumentExchange(treaty="pact", between=["SUN", "USA"], on="2000-01-01")


# -- GB601 -----------------------------------------------------------------------------


def test_only_the_states_of_a_closed_treaty_act_on_it() -> None:
    """An act of a stranger is found; one of the same state under its later code is not."""
    acts = [gb.Signature(treaty="pact", by=code) for code in ("RUS", "USA", "FRA")]
    joint = gb.Termination(treaty="pact", between=["USA", "DEU"])
    assert found(brief_of(PACT, *acts, joint), "GB601") == [
        ("GB601", "signatures.signature-pact-fra.by"),
        ("GB601", "terminations.termination-pact.between.1"),
    ]


def test_a_negotiating_state_is_no_stranger() -> None:
    """Who negotiated a closed treaty may act on it without being named between its states."""
    treaty = attrs.evolve(PACT, negotiating_states=["SUN", "USA", "FRA"])
    acts = [gb.Signature(treaty="pact", by=code) for code in ("FRA", "DEU")]
    assert found(brief_of(treaty, *acts), "GB601") == [("GB601", "signatures.signature-pact-deu.by")]


def test_anyone_may_act_on_an_open_treaty() -> None:
    """A treaty that does not name its states has no strangers."""
    treaty = gb.Treaty(id="open", title="Open", open_to=["all_states"])
    assert found(brief_of(treaty, gb.Signature(treaty="open", by="FRA")), "GB601") == []


# -- GB602 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "path"),
    [
        (gb.Share("emissions", at_least="0.55"), "of"),
        (gb.Consents(3, of="pioneers"), "of"),
        (gb.FractionOf(of="pioneers", at_least="2/3"), "of"),
        (gb.MembersOf(group="pioneers", at_least=3), "group"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_groups_and_tables_that_a_clause_names_are_given(condition: Any, path: str) -> None:
    """A clause that needs a table or a group is found where the treaty does not give it."""
    treaty = gb.Treaty(id="t", title="T", entry_into_force=gb.EntryIntoForce(upon=condition))
    assert found(brief_of(treaty), "GB602") == [("GB602", f"treaties.t.entry_into_force.upon.{path}")]
    given = attrs.evolve(
        treaty, groups={"pioneers": ["USA"]}, weights={"emissions": gb.WeightTable(weights={"USA": 1})}
    )
    assert found(brief_of(given), "GB602") == []


def test_sets_of_the_law_and_organisations_are_groups() -> None:
    """Signatories, parties and the members of an organisation of the tables need no list."""
    for condition in (
        gb.FractionOf(of="signatories", at_least=1),
        gb.Consents(3, of="signatories"),
        gb.MembersOf(group="un", at_least=26),
    ):
        treaty = gb.Treaty(id="t", title="T", entry_into_force=gb.EntryIntoForce(upon=condition))
        assert found(brief_of(treaty), "GB602") == []


def test_combined_conditions_are_looked_into() -> None:
    """The path leads to the part of the clause that needs what is not there."""
    clause = gb.EntryIntoForce(upon=gb.Consents(55) & gb.Share("emissions", at_least="0.55"))
    treaty = gb.Treaty(id="t", title="T", entry_into_force=clause)
    assert found(brief_of(treaty), "GB602") == [("GB602", "treaties.t.entry_into_force.upon.conditions.1.of")]


# -- GB603 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "day", "expected"),
    [
        (None, "2000-01-01", False),
        (None, "2000-01", False),
        (None, "1999-12-31", True),
        (None, "2000-01-02", True),
        ("USA", "2000-01-01", False),
        ("USA", "1999-12-31", True),
        ("USA", "2000-01-02", True),
        ("RUS", "2000-01-01", False),
        ("FRA", "2000-01-01", True),  # it never is a party
    ],
)
def test_reports_of_another_day_are_found(by: str | None, day: str, expected: bool) -> None:
    """Entry into force, of the treaty or for a state, is reported on the day that the acts give, or found."""
    treaty = attrs.evolve(PACT, reported_entries=[gb.ReportedEntry(on=day, by=by)])
    assert (
        found(brief_of(treaty, EXCHANGED), "GB603")
        == [("GB603", "treaties.pact.reported_entries.0.on")] * expected
    )


def test_a_report_without_acts_stands_by_itself() -> None:
    """Where no acts are recorded, nothing is computed that a report could differ from."""
    treaty = attrs.evolve(PACT, reported_entries=[gb.ReportedEntry(on="2000-01-01")])
    assert found(brief_of(treaty), "GB603") == []


# -- GB604 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"agreed": "2005-01-01"}, []),
        ({"agreed": "2004-06-01", "effective": "2005-01-01"}, []),
        ({"agreed": "2005-06-01"}, ["agreed"]),
        ({"agreed": "2004-06-01", "effective": "2005-06-01"}, ["effective"]),
        ({}, []),
    ],
)
def test_an_extension_takes_effect_by_the_day_of_expiry(days: dict[str, str], expected: list[str]) -> None:
    """An extension after the treaty has ended is a new agreement, and found."""
    treaty = attrs.evolve(PACT, duration=gb.Duration(term="5 years"))
    extension = gb.Extension(treaty="pact", lengthened="5 years", **days)  # type: ignore[arg-type]
    assert found(brief_of(treaty, EXCHANGED, extension), "GB604") == [
        ("GB604", f"extensions.extension-pact.{field}") for field in expected
    ]


# -- GB605 -----------------------------------------------------------------------------

MANY = gb.Treaty(
    id="many", title="Many", open_to=["all_states"], entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1))
)
JOINED = gb.Ratification(treaty="many", by="USA", instrument=gb.Instrument(deposited="2000-01-01"))
LEFT = gb.Withdrawal(treaty="many", by="USA", notified="2002-01-01")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (None, True),
        (gb.WithdrawalClause(allowed=False), True),
        (gb.WithdrawalClause(), False),
        (gb.WithdrawalClause(not_before="3 years"), True),
        (gb.WithdrawalClause(not_before="2 years"), False),
        (gb.WithdrawalClause(not_before="3 years", not_before_from="party"), True),
        (gb.WithdrawalClause(not_before="1 years", not_before_from="party"), False),
    ],
    ids=[
        "none",
        "forbidden",
        "allowed",
        "too early",
        "in time",
        "too early for the party",
        "in time for the party",
    ],
)
def test_withdrawals_that_the_treaty_does_not_allow_are_found(
    clause: gb.WithdrawalClause | None, expected: bool
) -> None:
    """Notice is given only where a clause allows it, and not before the day it names."""
    brief = brief_of(attrs.evolve(MANY, withdrawal=clause), JOINED, LEFT)
    assert found(brief, "GB605") == [("GB605", "withdrawals.withdrawal-many-usa.notified")] * expected


@pytest.mark.parametrize(("received", "expected"), [("2003-01-01", []), ("2002-12-31", ["received"])])
def test_a_notice_is_given_when_it_is_received(received: str, expected: list[str]) -> None:
    """A notice that was sent too early and received in time is in time, as it is in law."""
    treaty = attrs.evolve(MANY, withdrawal=gb.WithdrawalClause(not_before="3 years"))
    brief = brief_of(treaty, JOINED, attrs.evolve(LEFT, received=received))
    assert found(brief, "GB605") == [("GB605", f"withdrawals.withdrawal-many-usa.{day}") for day in expected]


YEARLY = gb.Duration(term="1 year", renewal=gb.Renewal(notice="90 days"))


@pytest.mark.parametrize(
    ("withdraws", "expected"), [(None, False), ("renewal", False), ("treaty", True)], ids=str
)
def test_notice_against_renewal_needs_no_clause_on_withdrawal(withdraws: Any, *, expected: bool) -> None:
    """A treaty that renews itself can be left at the end of its term, whatever it says of withdrawal."""
    treaty = attrs.evolve(MANY, duration=YEARLY, withdrawal=gb.WithdrawalClause(allowed=False))
    brief = brief_of(treaty, JOINED, attrs.evolve(LEFT, withdraws=withdraws))
    assert bool(found(brief, "GB605")) is expected
    assert found(brief, "GB608") == []


def test_withdrawal_of_a_ratification_is_another_act() -> None:
    """To take a ratification back before entry into force needs no clause on withdrawal."""
    act = attrs.evolve(LEFT, withdraws="ratification")
    assert found(brief_of(MANY, JOINED, act), "GB605") == []


def test_a_notice_without_a_day_cannot_be_too_early() -> None:
    """Where no day of the notice is known, nothing is said about its time."""
    treaty = attrs.evolve(MANY, withdrawal=gb.WithdrawalClause(not_before="3 years"))
    assert found(brief_of(treaty, JOINED, attrs.evolve(LEFT, notified=None)), "GB605") == []


def test_messages_name_the_treaty() -> None:
    """What is found is said with the name of the treaty."""
    brief = brief_of(MANY, JOINED, LEFT)
    (message,) = [problem.message for problem in problems(brief) if problem.code == "GB605"]
    assert message == "'many' has no clause on withdrawal"


# -- GB606 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (["SUN", "USA", "RUS"], ["between.2"]),
        (["RUS", "SUN"], ["between.1"]),
        (["SUN", "UKR"], []),
        (["DDR", "DEU"], []),
        (["wagner", "RUS"], []),
    ],
)
def test_one_person_is_named_once(between: list[str], expected: list[str]) -> None:
    """The Soviet Union and Russia are one person; a successor, or a stranger to the tables, is another."""
    treaty = gb.Treaty(id="t", title="T", between=between)
    act = gb.Termination(treaty="t", between=between)
    assert found(brief_of(treaty, act), "GB606") == [
        *(("GB606", f"treaties.t.{path}") for path in expected),
        *(("GB606", f"terminations.termination-t.{path}") for path in expected),
    ]


def test_an_act_names_no_state_twice() -> None:
    """The same code twice between those who act is one person named twice as well."""
    act = gb.Termination(treaty="pact", between=["USA", "SUN", "USA"])
    assert found(brief_of(PACT, act), "GB606") == [("GB606", "terminations.termination-pact.between.2")]


# -- GB608 -----------------------------------------------------------------------------


def test_declining_what_the_text_does_not_let_decline() -> None:
    """A declaration that a treaty is not applied provisionally is found where its text knows none."""
    act = gb.ProvisionalApplication(treaty="t", by="NOR", declined="1995-06-16")

    def codes(*, opting_out: bool = False) -> list[tuple[str, str]]:
        clause = gb.ProvisionalClause(since="signature", opting_out=opting_out)
        return found(brief_of(gb.Treaty(id="t", title="T", provisional_application=clause), act), "GB608")

    assert codes() == [("GB608", f"provisional_applications.{act.id}.declined")]
    assert codes(opting_out=True) == []
    assert found(brief_of(gb.Treaty(id="t", title="T"), act), "GB608") == []


@pytest.mark.parametrize(("duration", "expected"), [(None, 1), (gb.Duration(term="1 year"), 1), (YEARLY, 0)])
def test_notice_against_renewal_needs_one(duration: gb.Duration | None, expected: int) -> None:
    """Against the renewal of what does not renew itself no notice can be given."""
    brief = brief_of(attrs.evolve(MANY, duration=duration), JOINED, attrs.evolve(LEFT, withdraws="renewal"))
    assert found(brief, "GB608") == [("GB608", "withdrawals.withdrawal-many-usa.withdraws")] * expected
    assert found(brief, "GB605") == []

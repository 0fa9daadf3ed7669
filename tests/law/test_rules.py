"""The fifteen decisions of the law, each with its own test."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest

from geobrief.errors import InvalidRecord, Undetermined
from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act, Contest
from geobrief.model.condition import (
    Condition,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import SAME, EntryIntoForce, LaterParties
from geobrief.model.exchange import InstrumentExchange, Note, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Deposit, Instrument, Ratification, Reservation
from geobrief.model.renunciation import Renunciation
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import (
    Duration,
    ProvisionalClause,
    Renewal,
    Treaty,
    WeightTable,
    WithdrawalClause,
)
from geobrief.model.withdrawal import Withdrawal

AS_OF = "2020-12-31"


def consent(by: str, on: str, means: str = "ratification", treaty: str = "t", **more: Any) -> Ratification:
    """Make a consent by deposit."""
    instrument = Instrument(deposited=on, effective=more.pop("effective", None))
    return Ratification(treaty=treaty, by=by, means=means, instrument=instrument, **more)  # type: ignore[arg-type]


def signed(by: str, on: str, *, treaty: str = "t", **more: Any) -> Signature:
    """Make a signature."""
    return Signature(treaty=treaty, by=by, on=on, **more)


def left(by: str, on: str, **more: Any) -> Withdrawal:
    """Make a notice of withdrawal."""
    return Withdrawal(treaty="t", by=by, received=on, **more)


def asked(upon: Condition | None, *acts: Act, options: Any = None, **fields: Any) -> TreatyStatus:
    """Work out the status of a treaty with a condition; ``fields`` are of its clause and its record."""
    clause = {
        name: fields.pop(name)
        for name in (
            "after",
            "rounding",
            "not_before",
            "on_date_if_met_by",
            "then",
            "organisations",
            "deposits",
        )
        if name in fields
    }
    rule = None if upon is None else EntryIntoForce(upon=upon, **clause)
    treaty = Treaty(id="t", title="the treaty", entry_into_force=rule, **fields)
    told: dict[str, Any] = {"as_of": AS_OF, **(options or {})}
    return status(treaty, acts, **told)


def since(found: TreatyStatus) -> str:
    """Give the day of entry into force as text."""
    return str(found.entered_into_force.since)


class TestRule1Worlds:
    def test_an_imprecise_consent_leaves_entry_open_within_its_bounds(self) -> None:
        """Yes only if it holds in all worlds, no if in none, else unknown."""
        found = asked(Consents(2), consent("AUT", "2001-01-01"), consent("BEL", "2001-06"))
        assert found.in_force("2001-05-31").is_no
        assert found.in_force("2001-06-15").is_unknown
        assert found.in_force("2001-06-30").is_yes
        assert since(found) == "2001-06"
        with pytest.raises(Undetermined, match="2001-06"):
            bool(found.in_force("2001-06-15"))

    def test_a_term_ends_early_or_late_with_its_beginning(self) -> None:
        """Between the bounds of start and end it must be yes, though neither is known."""
        found = asked(Consents(1), consent("AUT", "2001"), duration=Duration(term="2 years"))
        truths = [
            str(found.in_force(day).value) for day in ("2001-06-01", "2002-06-01", "2003-06-01", "2004-01-01")
        ]
        assert truths == ["unknown", "yes", "unknown", "no"]

    def test_a_renewal_is_not_monotone_in_the_entry(self) -> None:
        """A notice may hit one boundary or the next, depending on the unknown day of entry."""
        found = asked(
            Exchange(),
            InstrumentExchange(treaty="t", on="2001"),
            left("AUT", "2004-06-30"),
            between=["AUT", "BEL"],
            duration=Duration(term="2 years", renewal=Renewal(each="2 years")),
        )
        assert found.in_force("2004-07-01").is_yes
        assert found.in_force("2005-03-01").is_unknown
        assert found.in_force("2007-03-01").is_no


class TestRule2Trigger:
    def test_a_withdrawal_before_the_trigger_is_not_counted(self) -> None:
        """Consents count while they stand, and a withdrawal before entry works on receipt."""
        acts = [consent("AUT", "2001-01-01"), left("AUT", "2001-02-01"), consent("BEL", "2001-03-01")]
        assert asked(Consents(2), *acts).entered_into_force.is_no
        assert since(asked(Consents(2), *acts, consent("DNK", "2001-04-01"))) == "2001-04-01"

    def test_a_withdrawal_between_trigger_and_entry_takes_the_state_out_only(self) -> None:
        """The trigger must be final."""
        acts = [consent("AUT", "2001-01-01"), consent("BEL", "2001-03-01"), left("AUT", "2001-03-15")]
        found = asked(Consents(2), *acts, after="30 days", then=SAME)
        assert since(found) == "2001-03-31"
        assert list(found.parties("2001-04-01")) == ["BEL"]

    def test_dissolution_never_uncounts_an_act(self) -> None:
        """The consent of a state that is no more must stay counted."""
        acts = [consent("CSK", "1990-01-01"), consent("AUT", "1995-01-01")]
        found = asked(Consents(2), *acts)
        assert since(found) == "1995-01-01"
        assert list(found.parties("1996-01-01")) == ["AUT"]


class TestRule3WhatCounts:
    def test_successions_do_not_count_and_means_narrow(self) -> None:
        """Every means counts but succession, unless the clause names the means."""
        acts = [consent("AUT", "2001-01-01", "succession"), consent("BEL", "2002-01-01", "accession")]
        assert since(asked(Consents(1), *acts)) == "2002-01-01"
        assert asked(Consents(1, means=["ratification"]), *acts).entered_into_force.is_no

    @pytest.mark.parametrize(
        ("rule", "day"),
        [
            ("never", "2006-01-01"),
            ("as_state", "2005-01-01"),
            ("unless_a_member_counts", "2006-01-01"),
            ("as_its_members", "2004-01-01"),
        ],
    )
    def test_organisations_count_as_the_clause_says(self, rule: str, day: str) -> None:
        """The Union beside its members counts never, once, only alone, or as all of them."""
        acts = [consent("eu", "2004-01-01"), consent("FRA", "2005-01-01"), consent("CHE", "2006-01-01")]
        assert since(asked(Consents(2), *acts, organisations=rule)) == day

    @pytest.mark.parametrize("vague", [0, 20])
    def test_an_organisation_that_may_have_consented_counts_as_its_members_then(self, vague: int) -> None:
        """Members must count within the bounds of the deposit perhaps, after them surely, in any company."""
        acts: list[Act] = [consent("CHE", "2004-01-01"), consent("eu", "2004-06")]
        acts += [signed("NOR", "2003", id=f"signature-{number}") for number in range(vague)]
        found = asked(Consents(2), *acts, organisations="as_its_members")
        assert found.in_force("2004-05-31").is_no
        assert found.in_force("2004-06-15").is_unknown
        assert found.in_force("2004-06-30").is_yes
        assert since(found) == "2004-06"

    def test_an_organisation_may_count_alone(self) -> None:
        """Where no member counts, the organisation does."""
        acts = [consent("eu", "2004-01-01"), consent("CHE", "2006-01-01")]
        assert since(asked(Consents(2), *acts, organisations="unless_a_member_counts")) == "2006-01-01"
        assert asked(Consents(2), *acts).entered_into_force.is_no

    def test_the_earliest_of_several_deposits_counts(self) -> None:
        """With several depositaries the earliest deposit counts, unless all are required."""
        deposits = [Deposit(depositary="GBR", on="2001-02-01"), Deposit(depositary="USA", on="2001-01-01")]
        act = Ratification(treaty="t", by="AUT", instrument=Instrument(deposits=deposits))
        assert since(asked(Consents(1), act)) == "2001-01-01"
        assert since(asked(Consents(1), act, deposits="all")) == "2001-02-01"


class TestRule4Delays:
    @pytest.mark.parametrize(
        ("deposited", "fields", "day"),
        [
            ("2001-01-01", {"after": "30 days"}, "2001-01-31"),
            ("2001-08-31", {"after": "6 months"}, "2002-02-28"),
            ("2004-02-29", {"after": "1 year"}, "2005-02-28"),
            ("2001-04-01", {"after": "30 days", "rounding": "first_of_following_month"}, "2001-06-01"),
            ("2001-05-01", {"rounding": "first_of_following_month"}, "2001-06-01"),
            ("2001-02-16", {"after": "6 months", "rounding": "first_of_that_month"}, "2001-08-01"),
            ("2001-01-01", {"after": "30 days", "not_before": "2002-01-01"}, "2002-01-01"),
            ("2001-01-01", {"after": "90 days", "on_date_if_met_by": "2001-01-01"}, "2001-01-01"),
            ("2001-01-02", {"after": "90 days", "on_date_if_met_by": "2001-01-01"}, "2001-04-02"),
        ],
    )
    def test_from_the_trigger_to_the_day(self, deposited: str, fields: dict[str, Any], day: str) -> None:
        """Delay, rounding and bounds must give the day, ``not_before`` last."""
        assert since(asked(Consents(1), consent("AUT", deposited), **fields)) == day

    def test_not_before_another_treaty(self) -> None:
        """A protocol must wait for its treaty; while that is not known, it is unknown."""
        parent = status(
            Treaty(id="p", title="p", entry_into_force=EntryIntoForce(upon=Consents(1))),
            [consent("AUT", "2003-01-01", treaty="p")],
            as_of=AS_OF,
        )
        acts = [consent("AUT", "2001-01-01")]
        bound: dict[str, Any] = {"not_before": TreatyInForce("p")}
        assert since(asked(Consents(1), *acts, options={"treaties": {"p": parent}}, **bound)) == "2003-01-01"
        assert asked(Consents(1), *acts, **bound).entered_into_force.is_unknown
        upon = TreatyInForce("p") & Consents(1)
        assert since(asked(upon, *acts, options={"treaties": lambda _: parent})) == "2003-01-01"


class TestRule5LaterParties:
    @pytest.mark.parametrize(
        ("then", "days"),
        [
            (None, ["2001-03-31", "2001-03-31", "2001-05-01"]),
            (SAME, ["2001-03-31", "2001-04-14", "2001-05-31"]),
            (LaterParties(after="10 days"), ["2001-03-31", "2001-03-31", "2001-05-11"]),
            (
                LaterParties(after="10 days", to="deposited_after_entry"),
                ["2001-03-31", "2001-03-31", "2001-05-11"],
            ),
        ],
    )
    def test_the_day_of_each_party(self, then: Any, days: list[str]) -> None:
        """Whoever is not later gets the treaty's day, a later one its own, never before the treaty."""
        acts = [consent("AUT", "2001-03-01"), consent("BEL", "2001-03-15"), consent("DNK", "2001-05-01")]
        found = asked(Consents(1), *acts, after="30 days", then=then)
        assert [str(found.in_force_for(who, "2010-01-01").since) for who in ("AUT", "BEL", "DNK")] == days

    def test_a_deposit_on_the_day_of_entry_is_not_after_it(self) -> None:
        """Whoever deposits on the very day of entry into force must be bound that day (CWC, art. XXI)."""
        rule = LaterParties(after="30 days", to="deposited_after_entry")
        acts = [consent("AUT", "2001-03-01"), consent("BEL", "2001-03-31"), consent("DNK", "2001-04-01")]
        found = asked(Consents(1), *acts, after="30 days", then=rule)
        assert since(found) == "2001-03-31"
        days = [str(found.in_force_for(who, "2010-01-01").since) for who in ("BEL", "DNK")]
        assert days == ["2001-03-31", "2001-05-01"]

    def test_a_declared_day_and_a_succession(self) -> None:
        """A state may declare a later day; a succession is effective from the date of succession."""
        acts = [
            consent("AUT", "2001-01-01"),
            consent("BEL", "2003-01-01", effective="2003-07-01"),
            consent("SCG", "2002-01-01"),
            consent("MNE", "2006-12-04", "succession", effective="2006-06-03"),
        ]
        found = asked(Consents(1), *acts, after="30 days", then=SAME)
        assert str(found.in_force_for("BEL", "2010-01-01").since) == "2003-07-01"
        assert str(found.in_force_for("MNE", "2010-01-01").since) == "2006-06-03"

    def test_no_clause_asks_for_all_negotiating_states(self) -> None:
        """Without a clause the consent of all negotiating states is needed (24(2))."""
        acts = [consent("AUT", "2001-01-01")]
        assert asked(None, *acts, between=["AUT", "BEL"]).entered_into_force.is_no
        assert since(asked(None, *acts, consent("BEL", "2002-01-01"), between=["AUT", "BEL"])) == "2002-01-01"


class TestRule6Contested:
    def test_a_dispute_is_unknown_and_each_side_has_its_reading(self) -> None:
        """What turns on a contested act must be unknown, with the dispute as what is missing."""
        acts = [
            consent("AUT", "2001-01-01"),
            consent("PRK", "2001-01-01"),
            left("PRK", "2003-01-10", contested=[Contest(by="USA", ground="ninety days had not run")]),
        ]
        clause: dict[str, Any] = {"withdrawal": WithdrawalClause(notice="90 days")}
        answer = asked(Consents(1), *acts, **clause).in_force_for("PRK", "2004-01-01")
        assert answer.is_unknown
        [missing] = [each for each in answer.missing if each.kind == "legal_effect"]
        assert missing.by == ("USA",)
        assert answer.reasons[0].records == ("withdrawal-t-prk",)
        usa = asked(Consents(1), *acts, options={"position_of": "USA"}, **clause)
        prk = asked(Consents(1), *acts, options={"position_of": "PRK"}, **clause)
        assert usa.in_force_for("PRK", "2004-01-01").is_yes
        assert prk.in_force_for("PRK", "2004-01-01").is_no

    def test_many_disputes_are_bounded(self) -> None:
        """Beyond the disputes that are tried out one by one, the answer must stay unknown, never wrong."""
        states = ("AUT", "BEL", "DNK", "FIN", "NOR", "SWE", "ISL", "CHE")
        acts = [consent(who, "2001-01-01", contested=[Contest(by="USA")]) for who in states]
        found = asked(Consents(8), *acts, consent("USA", "2001-01-01"))
        assert found.in_force("2002-01-01").is_unknown
        assert asked(Consents(1), *acts, consent("USA", "2001-01-01")).in_force("2002-01-01").is_yes
        assert found.in_force_for("CHE", "2002-01-01").is_unknown

    def test_a_dispute_that_decides_nothing_leaves_the_answer(self) -> None:
        """Where both readings agree, the answer must stand."""
        contest = [Contest(by="USA")]
        found = asked(
            Consents(1), consent("AUT", "2001-01-01"), consent("BEL", "2002-01-01", contested=contest)
        )
        assert found.in_force("2005-01-01").is_yes
        assert found.in_force_for("BEL", "2005-01-01").is_unknown


class TestRule7Horizon:
    def test_beyond_as_of_it_is_unknown(self) -> None:
        """After the last covered day, which is included, nothing is known."""
        found = asked(Consents(1), consent("AUT", "2001-01-01"))
        assert found.in_force(AS_OF).is_yes
        answer = found.in_force("2021-01-01")
        assert answer.is_unknown
        assert str(answer.missing[0]) == f"records after {AS_OF}"

    def test_assume_unchanged_projects_and_says_so(self) -> None:
        """The last known state may be carried forward, and the answer must say that."""
        found = asked(Consents(1), consent("AUT", "2001-01-01"), options={"assume_unchanged": True})
        answer = found.in_force("2030-01-01")
        assert answer.is_yes
        assert any("assuming that nothing has changed" in reason.text for reason in answer.reasons)

    def test_kinds_that_are_not_recorded(self) -> None:
        """Where withdrawals are not recorded, a party may have left."""
        kinds = Coverage(
            acts=["signature", "ratification", "termination", "instrument_exchange", "note_exchange"]
        )
        found = asked(Consents(1), consent("AUT", "2001-01-01"), coverage=kinds)
        answer = found.in_force_for("AUT", "2005-01-01")
        assert answer.is_unknown
        assert "withdrawals are not recorded" in map(str, answer.missing)
        assert found.in_force_for("BEL", "2005-01-01").is_no
        assert found.in_force("2005-01-01").is_yes

    def test_a_treaty_without_acts_is_not_covered(self) -> None:
        """Without any recorded act nothing is known, unless coverage says otherwise."""
        assert asked(Consents(1)).in_force("2005-01-01").is_unknown
        assert asked(Consents(1)).entered_into_force.is_unknown
        assert asked(Consents(1), coverage=Coverage()).in_force("2005-01-01").is_no

    def test_an_act_that_may_lie_beyond_is_clipped_unless_planned(self) -> None:
        """What is recorded has happened by ``as_of``; what is planned has not."""
        found = asked(Consents(1), consent("AUT", "2020-12/2021-03"))
        assert since(found) == "2020-12"
        planned = consent("AUT", "2020-12-01", planned=True)
        assert asked(Consents(1), planned, consent("BEL", "2020-12-30")).contracting_states().certain == {
            "BEL"
        }

    def test_entry_beyond_as_of_is_unknown_with_the_computed_day(self) -> None:
        """The day computed must stand in ``since`` while it lies beyond the records."""
        answer = asked(Consents(1), consent("AUT", "2020-12-15"), after="30 days").entered_into_force
        assert answer.is_unknown
        assert str(answer.since) == "2021-01-14"

    def test_an_act_whose_publication_cannot_be_placed_may_not_exist(self) -> None:
        """An uncertain act must make unknown what turns on it."""
        options = {"uncertain_acts": frozenset({"ratification-t-aut"})}
        answer = asked(Consents(1), consent("AUT", "2001-01-01"), options=options).in_force("2005-01-01")
        assert answer.is_unknown
        assert answer.missing[0].kind == "publication"


class TestRule8Intervals:
    def test_a_term_is_half_open(self) -> None:
        """The first day out is entry plus the term."""
        found = asked(Consents(1), consent("AUT", "2001-05-01"), duration=Duration(term="10 years"))
        assert found.in_force("2011-04-30").is_yes
        assert found.in_force("2011-05-01").is_no

    def test_a_notice_on_the_cut_off_day_is_in_time_and_a_late_one_works_next_time(self) -> None:
        """Boundaries count from the original entry."""
        history: dict[str, Any] = {
            "between": ["AUT", "BEL"],
            "duration": Duration(term="5 years", renewal=Renewal(each="5 years", notice="1 year")),
        }
        exchange = InstrumentExchange(treaty="t", on="2001-05-01")
        in_time = asked(Exchange(), exchange, left("AUT", "2005-05-01"), **history)
        late = asked(Exchange(), exchange, left("AUT", "2005-05-02"), **history)
        assert [str(found.in_force("2006-05-01").value) for found in (in_time, late)] == ["no", "yes"]
        assert late.in_force("2011-04-30").is_yes
        assert late.in_force("2011-05-01").is_no

    def test_notice_before_it_is_allowed_is_premature(self) -> None:
        """A notice before the first day allowed has no effect, on that day it has."""
        clause = WithdrawalClause(notice="1 year", not_before="3 years")
        acts = [consent("AUT", "2001-01-01"), consent("BEL", "2001-01-01")]
        early = asked(Consents(2), *acts, left("AUT", "2003-12-31"), withdrawal=clause)
        exact = asked(Consents(2), *acts, left("AUT", "2004-01-01"), withdrawal=clause)
        assert early.in_force_for("AUT", "2006-01-01").is_yes
        assert exact.in_force_for("AUT", "2004-12-31").is_yes
        assert exact.in_force_for("AUT", "2005-01-01").is_no

    def test_a_notice_can_be_revoked_before_it_takes_effect(self) -> None:
        """Gambia stayed in the Court because it revoked its notice in time (68)."""
        clause = WithdrawalClause(notice="1 year")
        acts = [consent("GMB", "2002-06-28"), left("GMB", "2016-11-10", revoked="2017-02-10")]
        assert asked(Consents(1), *acts, withdrawal=clause).in_force_for("GMB", "2018-01-01").is_yes
        late = [consent("GMB", "2002-06-28"), left("GMB", "2016-11-10", revoked="2017-11-10")]
        assert asked(Consents(1), *late, withdrawal=clause).in_force_for("GMB", "2018-01-01").is_no

    @pytest.mark.parametrize(
        ("rounding", "day"),
        [
            ("first_of_following_month", "2003-01-01"),
            ("end_of_year", "2003-01-01"),
            ("end_of_term", "2006-05-01"),
        ],
    )
    def test_the_day_of_effect_may_be_rounded(self, rounding: Any, day: str) -> None:
        """A clause may move the day to the next month, year or end of term."""
        found = asked(
            Consents(1),
            consent("AUT", "2001-05-01"),
            left("AUT", "2002-06-15", withdraws="treaty"),
            withdrawal=WithdrawalClause(notice="6 months", rounding=rounding),
            duration=Duration(term="5 years", renewal=Renewal(each="5 years")),
        )
        assert str(found.in_force_for("AUT", "2010-01-01").since) == day


class TestRule9Withdrawal:
    def test_withdrawal_without_a_clause_is_open_after_twelve_months(self) -> None:
        """Article 56 keeps a party in, unless the parties meant otherwise, which nobody records."""
        found = asked(Consents(1), consent("PRK", "2001-01-01"), left("PRK", "2003-01-01"))
        assert found.in_force_for("PRK", "2003-12-31").is_yes
        answer = found.in_force_for("PRK")
        assert answer.is_unknown
        assert "VCLT 56" in {reason.rule for reason in answer.reasons}

    def test_one_denunciation_ends_a_bilateral_treaty(self) -> None:
        """A treaty between two ends with one of them."""
        found = asked(
            Exchange(),
            InstrumentExchange(treaty="t", on="2001-01-01"),
            left("AUT", "2002-01-01"),
            between=["AUT", "BEL"],
            withdrawal=WithdrawalClause(notice="6 months"),
        )
        assert found.in_force("2002-06-30").is_yes
        assert found.in_force("2002-07-01").is_no

    def test_falling_in_number_ends_it_only_where_the_text_says_so(self) -> None:
        """Article 55 keeps a treaty in force among the rest."""
        acts = [consent("AUT", "2001-01-01"), consent("BEL", "2001-01-01"), left("AUT", "2002-01-01")]
        silent = WithdrawalClause(notice="0 days")
        strict = WithdrawalClause(notice="0 days", minimum_parties=2)
        assert asked(Consents(2), *acts, withdrawal=silent).in_force("2003-01-01").is_yes
        assert asked(Consents(2), *acts, withdrawal=strict).in_force("2003-01-01").is_no

    def test_a_former_party_may_return(self) -> None:
        """Several spells of one state must stay apart."""
        acts = [
            consent("AUT", "2001-01-01"),
            consent("USA", "2001-01-01", id="first"),
            left("USA", "2003-01-01"),
            consent("USA", "2005-01-01", "acceptance", id="second"),
        ]
        found = asked(Consents(1), *acts, withdrawal=WithdrawalClause(notice="1 year"))
        truths = [str(found.in_force_for("USA", f"{year}-06-01").value) for year in (2002, 2003, 2004, 2006)]
        assert truths == ["yes", "yes", "no", "yes"]


class TestRule10Extension:
    def test_an_extension_must_take_effect_by_the_day_of_expiry(self) -> None:
        """Later it is a new agreement."""
        history: dict[str, Any] = {"duration": Duration(term="2 years")}
        entry = consent("AUT", "2001-05-01")
        in_time = Extension(treaty="t", agreed="2003-05-01", lengthened="1 year")
        late = Extension(treaty="t", agreed="2003-05-02", lengthened="1 year")
        assert asked(Consents(1), entry, in_time, **history).in_force("2004-04-30").is_yes
        assert asked(Consents(1), entry, late, **history).in_force("2003-05-01").is_unknown

    def test_termination_by_agreement(self) -> None:
        """The parties may end it together, with effect from a later day (54(b))."""
        act = Termination(treaty="t", on="2003-01-01", effective="2003-07-01", basis="consent_of_all")
        answer = asked(Consents(1), consent("AUT", "2001-01-01"), act).in_force("2003-07-01")
        assert answer.is_no
        assert answer.reasons[0].records == ("termination-t",)

    def test_termination_by_some_ends_it_among_them_only(self) -> None:
        """Without the others, some parties can end it only between themselves."""
        acts = [consent(who, "2001-01-01") for who in ("AUT", "BEL", "DNK")]
        found = asked(Consents(1), *acts, Termination(treaty="t", between=["AUT", "BEL"], on="2003-01-01"))
        assert found.in_force("2004-01-01").is_yes
        answer = found.in_force_between("AUT", "BEL", "2004-01-01")
        assert answer.is_no
        assert answer.reasons[0].records == ("termination-t",)
        assert found.in_force_between("AUT", "DNK", "2004-01-01").is_yes

    def test_supersession_is_pairwise_where_not_all_moved_on(self) -> None:
        """All parties of the old must be parties of the new; otherwise it yields between some (30(4))."""
        new = status(
            Treaty(
                id="n",
                title="the new treaty",
                supersedes=["t"],
                entry_into_force=EntryIntoForce(upon=Consents(2)),
            ),
            [consent("AUT", "2005-01-01", treaty="n"), consent("BEL", "2005-01-01", treaty="n")],
            as_of=AS_OF,
        )
        acts = [consent(who, "2001-01-01") for who in ("AUT", "BEL", "DNK")]
        found = asked(Consents(2), *acts, options={"treaties": {"n": new}})
        assert found.in_force("2010-01-01").is_yes
        assert found.in_force_between("AUT", "BEL", "2010-01-01").is_no
        assert found.in_force_between("AUT", "DNK", "2010-01-01").is_yes
        two = asked(Consents(2), *acts[:2], options={"treaties": {"n": new}})
        assert two.in_force("2004-12-31").is_yes
        assert two.in_force("2005-01-01").is_no

    def test_suspension_stops_performance_only(self) -> None:
        """In force stays, operative does not, and only towards those named."""
        acts = [consent(who, "2001-01-01") for who in ("AUT", "BEL", "DNK")]
        act = Suspension(
            treaty="t", by="AUT", towards=["BEL"], notified="2003-01-01", ended="2004-01-01", basis="breach"
        )
        found = asked(Consents(1), *acts, act)
        assert found.in_force_between("AUT", "BEL", "2003-06-01").is_yes
        answer = found.operative_between("BEL", "AUT", "2003-06-01")
        assert answer.is_no
        assert answer.reasons[0].rule == "VCLT 60, 72"
        assert found.operative_between("AUT", "DNK", "2003-06-01").is_yes
        assert found.operative_between("AUT", "BEL", "2004-01-01").is_yes


class TestRule11Objections:
    def objected(self, **more: Any) -> TreatyStatus:
        """Build a treaty with a reservation and an objection to it."""
        made = Ratification(
            treaty="t",
            by="AUT",
            instrument=Instrument(deposited="2001-01-01"),
            reservations=[Reservation(text="except article 3", withdrawn=more.pop("dropped", None))],
        )
        said: dict[str, Any] = {"on": "2001-06-01", "precludes_entry": True} | more
        objection = Objection(treaty="t", by="BEL", to="AUT", **said)
        return asked(Consents(2), made, consent("BEL", "2000-01-01"), consent("DNK", "2001-01-01"), objection)

    def test_it_keeps_the_treaty_out_only_between_the_two(self) -> None:
        """An objector that says so keeps it out between the two; the reserving state still counts."""
        found = self.objected()
        answer = found.in_force_between("AUT", "BEL", "2002-01-01")
        assert answer.is_no
        assert answer.reasons[0].records == ("objection-t-bel-aut",)
        assert found.in_force_between("AUT", "DNK", "2002-01-01").is_yes
        assert sorted(found.parties("2002-01-01")) == ["AUT", "BEL", "DNK"]
        assert found.in_force_between("AUT", "BEL", "2001-01-01").is_no

    @pytest.mark.parametrize(
        "more",
        [
            {"precludes_entry": False},
            {"on": "2002-01-02"},
            {"withdrawn": "2002-01-01"},
            {"dropped": "2002-01-01"},
        ],
    )
    def test_it_does_not_where_it_does_not_say_so_or_is_late_or_withdrawn(self, more: dict[str, Any]) -> None:
        """An objection that is silent on entry, late or withdrawn must leave the treaty between the two."""
        assert self.objected(**more).in_force_between("AUT", "BEL", "2003-01-01").is_yes


class TestRule12Continuity:
    def test_a_continuing_state_is_one_person(self) -> None:
        """Acts under either code count once, shown under the code of the day."""
        acts = [consent("SUN", "1980-01-01"), consent("RUS", "1995-01-01", id="again")]
        found = asked(Consents(2), *acts, consent("AUT", "1999-01-01"))
        assert since(found) == "1999-01-01"
        assert sorted(found.contracting_states("1985-01-01")) == ["SUN"]
        assert sorted(found.contracting_states("1997-01-01")) == ["RUS"]
        assert found.in_force_for("SUN", "2000-01-01").is_yes

    def test_a_successor_that_is_silent_is_open(self) -> None:
        """Czechia is another person than Czechoslovakia; whether Slovakia is a party is open (34)."""
        acts = [
            consent("CSK", "1980-01-01"),
            consent("CZE", "1993-06-01", "succession", effective="1993-01-01"),
        ]
        found = asked(Consents(1), *acts)
        assert found.in_force_for("CZE", "1993-01-01").is_yes
        assert found.in_force_for("SVK", "1994-01-01").is_unknown
        assert found.parties("1994-01-01").certain == {"CZE"}
        assert found.parties("1994-01-01").possible == {"SVK"}

    def test_a_claimed_continuity_is_contested(self) -> None:
        """While the Federal Republic of Yugoslavia claimed to continue Yugoslavia, its part must be open."""
        acts = [consent("YUG", "1980-01-01"), consent("AUT", "1980-01-01")]
        found = asked(Consents(1), *acts)
        truths = [
            str(found.in_force_for("SCG", day).value) for day in ("1992-01-01", "1995-01-01", "2001-01-01")
        ]
        assert truths == ["no", "unknown", "unknown"]
        answer = found.in_force_for("SCG", "1995-01-01")
        assert answer.reasons[0].records == ("ratification-t-yug",)
        assert answer.missing[0].kind == "legal_effect"
        assert found.parties("1995-01-01").certain == {"AUT"}
        assert found.parties("1995-01-01").possible == {"BIH", "HRV", "MKD", "SCG", "SVN"}
        closed = {"between": ["AUT", "YUG"], "coverage": Coverage()}
        pact = asked(Exchange(), InstrumentExchange(treaty="t", on="1980-01-01"), **closed)
        assert pact.in_force_between("AUT", "SCG", "1995-01-01").is_unknown
        notified = consent("SCG", "2001-03-12", "succession", effective="1992-04-27")
        assert asked(Consents(1), *acts, notified).in_force_for("SCG", "1995-01-01").is_yes


class TestRule13Amendments:
    def parent(self) -> TreatyStatus:
        """Build a parent treaty with three parties."""
        days = {"AUT": "2001-01-01", "BEL": "2001-01-01", "DNK": "2006-01-01"}
        return status(
            Treaty(id="p", title="the parent", entry_into_force=EntryIntoForce(upon=Consents(2))),
            [consent(who, day, treaty="p") for who, day in days.items()],
            as_of=AS_OF,
        )

    def test_an_amendment_may_bind_all_parties(self) -> None:
        """Once in force it may bind those who did not accept it (UN Charter 108)."""
        acts = [consent("AUT", "2003-01-01")]
        options = {"treaties": {"p": self.parent()}}
        binding = asked(Consents(1), *acts, options=options, amends="p", binds="all_parties")
        assert sorted(binding.parties("2004-01-01")) == ["AUT", "BEL"]
        assert sorted(binding.parties("2007-01-01")) == ["AUT", "BEL", "DNK"]
        assert list(asked(Consents(1), *acts, options=options, amends="p").parties("2004-01-01")) == ["AUT"]

    def test_an_amendment_binds_parties_while_they_are_parties(self) -> None:
        """Who leaves the parent must leave the amendment that bound it as a party."""
        acts = [consent(who, "2002-01-01", treaty="p") for who in ("AUT", "BEL", "ITA")]
        away = Withdrawal(treaty="p", by="ITA", received="2010-01-01", effective="2011-01-01")
        clause = EntryIntoForce(upon=Consents(1))
        parent = Treaty(
            id="p", title="p", entry_into_force=clause, withdrawal=WithdrawalClause(notice="1 year")
        )
        known = {"treaties": {"p": status(parent, [*acts, away], as_of=AS_OF)}}
        found = asked(
            Consents(2),
            consent("AUT", "2008-01-01"),
            consent("BEL", "2008-01-01"),
            options=known,
            amends="p",
            binds="all_parties",
        )
        assert set(found.parties("2010-12-31")) == {"AUT", "BEL", "ITA"}
        assert set(found.parties("2011-01-01")) == {"AUT", "BEL"}
        assert str(found.in_force_for("ITA", "2011-01-01")) == (
            "no: it binds the parties to p, and Italy is not one of them"
        )

    def test_a_fraction_as_at_adoption_awaits_so_many(self) -> None:
        """What three quarters of the parties at adoption still lack must be counted as at adoption."""
        parties = [consent(who, "2002-01-01", treaty="p") for who in ("AUT", "BEL", "FRA", "ITA")]
        clause = EntryIntoForce(upon=Consents(1))
        parent = Treaty(
            id="p", title="p", entry_into_force=clause, withdrawal=WithdrawalClause(notice="1 year")
        )
        away = Withdrawal(treaty="p", by="ITA", received="2010-01-01")
        known = {"treaties": {"p": status(parent, [*parties, away], as_of=AS_OF)}}
        upon = FractionOf(of="parties", at_least="3/4", as_at="adoption")
        acts = [consent("AUT", "2012-01-01"), consent("BEL", "2012-01-01")]
        found = asked(upon, *acts, options=known, amends="p", adopted="2009-06-01")
        assert [each.count for each in found.awaiting()] == [1]

    def test_entry_waits_for_being_party_to_the_parent(self) -> None:
        """A state is not bound by a protocol before it is a party to the parent."""
        acts = [consent("AUT", "2003-01-01"), consent("DNK", "2003-01-01")]
        options = {"treaties": {"p": self.parent()}}
        found = asked(Consents(1), *acts, options=options, protocol_to="p", eligibility="parties_to_parent")
        assert list(found.parties("2004-01-01")) == ["AUT"]
        assert sorted(found.parties("2006-01-01")) == ["AUT", "DNK"]

    def test_only_parties_to_the_parent_count(self) -> None:
        """Where only parties to the parent may join, others do not count until they have consented to it."""
        acts = [consent("AUT", "2003-01-01"), consent("DNK", "2003-01-01")]
        options = {"treaties": {"p": self.parent()}}
        fields = {"protocol_to": "p", "eligibility": "parties_to_parent"}
        assert since(asked(Consents(2), *acts, options=options, **fields)) == "2006-01-01"
        assert since(asked(Consents(2), *acts, options=options, protocol_to="p")) == "2003-01-01"

    def test_only_signatories_of_the_parent_count(self) -> None:
        """Where signatories of the parent may join, others do not count."""
        clause = EntryIntoForce(upon=Consents(1))
        parent = status(
            Treaty(id="p", title="the parent", entry_into_force=clause),
            [
                signed("AUT", "2001-01-01", treaty="p"),
                signed("BEL", "2005-01-01", treaty="p"),
                consent("DNK", "2007-01-01", treaty="p"),
            ],
            as_of=AS_OF,
        )
        acts = [consent(who, "2003-01-01") for who in ("AUT", "BEL", "DNK", "FIN")]
        fields = {
            "protocol_to": "p",
            "eligibility": "signatories_of_parent",
            "options": {"treaties": {"p": parent}},
        }
        assert since(asked(Consents(1), *acts, **fields)) == "2003-01-01"
        assert since(asked(Consents(3), *acts, **fields)) == "2007-01-01"
        found = asked(Consents(1), *acts, **fields)
        assert list(found.parties("2004-12-31")) == ["AUT"]
        assert list(found.parties("2005-01-01")) == ["AUT", "BEL"]
        assert list(found.parties("2010-01-01")) == ["AUT", "BEL", "DNK"]

    def test_consent_to_one_may_imply_the_other(self) -> None:
        """Who joins the parent as amended consents to the amendment as well."""
        parent = status(
            Treaty(
                id="p", title="p", implies_consent_to=["t"], entry_into_force=EntryIntoForce(upon=Consents(1))
            ),
            [consent("FIN", "2005-01-01", treaty="p")],
            as_of=AS_OF,
        )
        found = asked(Consents(2), consent("AUT", "2001-01-01"), options={"treaties": {"p": parent}})
        assert since(found) == "2005-01-01"
        assert sorted(found.parties("2006-01-01")) == ["AUT", "FIN"]


def test_rule_14_a_political_commitment_is_not_a_treaty() -> None:
    """It must be answered no, with that reason, and nobody is a party to it."""
    found = asked(Signed(), signed("IRN", "2015-07-14"), binding=False)
    answer = found.in_force("2016-06-01")
    assert str(answer) == "no: it is not a treaty but a political commitment"
    assert found.entered_into_force.is_no
    assert len(found.parties("2016-06-01")) == 0
    assert found.awaiting() == ()


class TestRule15Order:
    def test_order_and_duplicates_do_not_matter(self) -> None:
        """Exact duplicates collapse, and any order of input gives the same."""
        acts = [consent("AUT", "2001-01-01"), left("AUT", "2002-01-01"), consent("BEL", "2003-01-01")]
        one = asked(Consents(2), *acts)
        other = asked(Consents(2), *reversed(acts), *acts)
        assert one.timeline() == other.timeline()

    @pytest.mark.parametrize(
        ("upon", "acts", "fields"),
        [
            (Consents(2), [consent(who, "2001-01-01") for who in ("AUT", "BEL")], {}),
            (Exchange(), [InstrumentExchange(treaty="t", on="2001-01-01")], {"between": ["AUT", "BEL"]}),
            (
                Consents(2),
                [consent("AUT", "2001-01-01"), consent("BEL", "2001-01-01"), left("AUT", "2003-01-01")],
                {"withdrawal": WithdrawalClause(notice="1 year")},
            ),
            (Consents(2), [consent("AUT", "2001-01-01"), signed("BEL", "2001-01-01")], {}),
        ],
    )
    def test_an_exact_duplicate_is_one_act(self, upon: Condition, acts: list[Act], fields: Any) -> None:
        """An act that is given twice must be counted once, and named once in every reason."""
        once = asked(upon, *acts, **fields)
        twice = asked(upon, *acts, *deepcopy(acts), **fields)
        for day in ("2001-06-01", "2003-06-01", "2005-06-01"):
            assert twice.parties(day) == once.parties(day)
            for who in ("AUT", "BEL"):
                assert twice.in_force_for(who, day) == once.in_force_for(who, day)
            answer = twice.in_force(day)
            assert answer == once.in_force(day)
            for reason in (each for one in answer.reasons for each in one.walk()):
                assert len(set(reason.records)) == len(reason.records)

    def test_endings_come_before_consents_on_one_day(self) -> None:
        """A state that leaves and returns on one day must stay bound."""
        acts = [
            consent("AUT", "2001-01-01", id="first"),
            left("AUT", "2001-02-01"),
            consent("AUT", "2001-02-01", id="second"),
            consent("BEL", "2001-03-01"),
        ]
        assert since(asked(Consents(2), *acts)) == "2001-03-01"

    def test_entry_may_precede_signature(self) -> None:
        """What the text fixes holds, even a day before signature."""
        found = asked(Consents(1), consent("AUT", "2001-01-01"), signed("BEL", "2005-01-01"))
        assert found.in_force("2002-01-01").is_yes


class TestConditions:
    def test_signature_binds_where_it_is_the_condition(self) -> None:
        """A signature is definitive there, unless marked subject to ratification (12, 14)."""
        two: dict[str, Any] = {"between": ["AUT", "BEL"]}
        assert (
            since(asked(Signed(), signed("AUT", "2001-01-01"), signed("BEL", "2001-02-01"), **two))
            == "2001-02-01"
        )
        marked = signed("BEL", "2001-02-01", effect="subject_to_ratification")
        found = asked(Signed(), signed("AUT", "2001-01-01"), marked, **two)
        assert found.entered_into_force.is_no
        assert str(found.awaiting()[0]) == "ratification by BEL (Belgium)"
        assert (
            since(asked(Signed(), signed("AUT", "2001-01-01"), marked, consent("BEL", "2001-03-01"), **two))
            == "2001-03-01"
        )

    def test_notes_bind_with_the_last(self) -> None:
        """An exchange of notes must be complete on the day of the last note (13)."""
        first, last = Note(by="AUT", on="2001-01-01"), Note(by="BEL", on="2001-02-01")
        two: dict[str, Any] = {"between": ["AUT", "BEL"]}
        assert (
            since(asked(Exchange("notes"), NoteExchange(treaty="t", notes=[first, last]), **two))
            == "2001-02-01"
        )
        alone = asked(Exchange("notes"), NoteExchange(treaty="t", notes=[first]), **two)
        assert str(alone.in_force("2001-06-01")) == "no: notes have not been exchanged"

    @pytest.mark.parametrize(("day", "expected"), [("received", "2001-03-05"), ("sent", "2001-03-01")])
    def test_the_last_notification_counts(self, day: Any, expected: str) -> None:
        """Notifications count on receipt, or on sending where the clause says so."""
        acts = [
            Ratification(
                treaty="t", by="AUT", instrument=Instrument(sent="2001-01-01", received="2001-01-05")
            ),
            Ratification(
                treaty="t", by="BEL", instrument=Instrument(sent="2001-03-01", received="2001-03-05")
            ),
        ]
        assert since(asked(Notifications(day), *acts, between=["AUT", "BEL"])) == expected
        lacking = asked(Notifications(day), acts[0], between=["AUT", "BEL"])
        assert [each.by for each in lacking.awaiting()] == [("BEL",)]

    def test_fractions_of_growing_and_of_fixed_sets(self) -> None:
        """A fraction of the signatories is taken on the day, one at adoption then."""
        acts = [signed(who, "2001-01-01") for who in ("AUT", "BEL", "DNK")] + [signed("FIN", "2001-06-01")]
        acts_all = [*acts, consent("AUT", "2001-02-01"), consent("BEL", "2001-08-01")]
        assert (
            since(
                asked(
                    FractionOf(of="signatories", at_least="2/3"), *acts_all[:-1], consent("BEL", "2001-03-01")
                )
            )
            == "2001-03-01"
        )
        late = asked(FractionOf(of="signatories", at_least="2/3"), *acts_all)
        assert late.entered_into_force.is_no
        assert late.awaiting()[0].count == 1
        fixed = asked(
            FractionOf(of="signatories", at_least="2/3", as_at="adoption"), *acts_all, adopted="2001-01-01"
        )
        assert since(fixed) == "2001-08-01"

    def test_a_majority_of_the_others(self) -> None:
        """The others are the signatories without those that the clause names (UN Charter 110)."""
        acts = [signed(who, "2001-01-01") for who in ("USA", "GBR", "AUT", "BEL", "DNK")]
        upon = Named(["USA", "GBR"]) & FractionOf(of="others", more_than="1/2")
        named = [consent("USA", "2001-02-01"), consent("GBR", "2001-02-01"), consent("AUT", "2001-03-01")]
        assert asked(upon, *acts, *named).entered_into_force.is_no
        enough = [*named, consent("BEL", "2001-04-01")]
        assert since(asked(upon, *acts, *enough)) == "2001-04-01"
        assert asked(Named(["USA", "GBR"]) & Consents(2, of="others"), *acts, *named).entered_into_force.is_no
        assert since(asked(Named(["USA", "GBR"]) & Consents(2, of="others"), *acts, *enough)) == "2001-04-01"
        alone = Named(["USA", "GBR"]) | FractionOf(of="others", more_than="1/2")
        assert since(asked(alone, *acts, *enough[2:])) == "2001-04-01"
        but_one = FractionOf(of="others", at_least=1, besides=["BEL"])
        assert asked(Named(["USA"]) & but_one, *acts, *enough).entered_into_force.is_no
        more = [*enough[:3], consent("DNK", "2001-05-01")]
        assert since(asked(Named(["USA"]) & but_one, *acts, *more)) == "2001-05-01"
        assert str(but_one) == "consent by all of the signatories other than Belgium"
        with pytest.raises(InvalidRecord, match="besides: leaves states out of 'others'"):
            FractionOf(of="signatories", at_least=1, besides=["BEL"])

    def test_an_unknown_name_may_be_any_of_the_others(self) -> None:
        """Whom an unknown name leaves out of the others is not known, so neither are they."""
        acts = [signed(who, "2000-01-01") for who in ("USA", "BRA", "ARG")]
        given = [consent("USA", "2001-01-01"), consent("BRA", "2001-02-01")]
        majority = FractionOf(of="others", more_than="1/2")
        assert asked(Named(["USA", "atlantis"]) | majority, *acts, *given).in_force("2005-01-01").is_unknown
        but_one = FractionOf(of="others", at_least=1, besides=["ARG", "atlantis"])
        assert asked(but_one, *acts, *given[:1]).in_force("2005-01-01").is_unknown

    def test_members_on_the_day(self) -> None:
        """Membership of an organisation counts as it is on the day."""
        acts = [consent("CHE", "1990-01-01"), consent("FRA", "1991-01-01")]
        found = asked(MembersOf(group="un", at_least=2), *acts)
        assert since(found) == "2002-09-10"
        groups = {"pioneers": ["FRA", "IND"]}
        assert since(asked(MembersOf(group="pioneers", at_least=1), *acts, groups=groups)) == "1991-01-01"

    def test_shares_are_exact_and_unknown_weights_an_interval(self) -> None:
        """Absent weighs nothing, unknown up to what the total leaves."""
        table = WeightTable(weights={"AUT": "55", "BEL": "30"}, total=100)
        acts = [consent("AUT", "2001-01-01"), consent("FIN", "2001-02-01")]
        share = Share("w", at_least="0.55")
        assert since(asked(share, *acts, weights={"w": table})) == "2001-01-01"
        more = asked(Share("w", at_least="0.56"), *acts, weights={"w": table})
        assert more.entered_into_force.is_no
        assert "another 1 % of w" in str(more.awaiting()[0])
        open_table = WeightTable(weights={"AUT": "55", "BEL": "30"}, total=100, unknown=["FIN"])
        assert (
            asked(Share("w", at_least="0.56"), *acts, weights={"w": open_table})
            .in_force("2002-01-01")
            .is_unknown
        )
        assert (
            asked(Share("w", at_least="0.99"), *acts, weights={"w": open_table}).in_force("2002-01-01").is_no
        )
        assert table.total == Fraction(100)

    def test_a_fixed_day_binds_nobody_before_consent(self) -> None:
        """A treaty without consents is not in force, whatever day it names."""
        two: dict[str, Any] = {"between": ["AUT", "BEL"]}
        assert (
            since(
                asked(OnDate("2001-01-01"), consent("AUT", "2000-01-01"), consent("BEL", "2002-01-01"), **two)
            )
            == "2002-01-01"
        )

    def test_tacit_acceptance(self) -> None:
        """It must enter into force when the time is over, unless too many objected."""
        parent = TestRule13Amendments().parent()
        options = {"treaties": {"p": parent}}
        upon = NoObjections(within="1 year", fraction="2/3")
        amendment = {"amends": "p", "adopted": "2004-01-01", "coverage": Coverage()}
        found = asked(upon, options=options, **amendment)
        assert since(found) == "2005-01-01"
        assert sorted(found.parties("2005-06-01")) == ["AUT", "BEL"]
        one = Objection(treaty="t", by="AUT", to="BEL", on="2004-06-01")
        other = Objection(treaty="t", by="BEL", to="AUT", on="2004-06-01")
        assert sorted(asked(upon, one, options=options, **amendment).parties("2005-06-01")) == ["BEL"]
        assert asked(upon, one, other, options=options, **amendment).entered_into_force.is_no

    def test_any_of_awaits_one(self) -> None:
        """What is missing must say that either suffices."""
        found = asked(Consents(3) | Named(["USA"]), consent("AUT", "2001-01-01"))
        [missing] = found.awaiting()
        assert missing.kind == "one_of"
        assert [part.count for part in missing.parts] == [2, None]


class TestBeforeEntry:
    def test_interim_obligation_of_signatories(self) -> None:
        """It binds from signature until a state renounces, or the treaty binds it (18)."""
        acts = [
            signed("USA", "2000-12-31"),
            signed("FRA", "1998-07-18"),
            consent("FRA", "2000-06-09"),
            Renunciation(treaty="t", by="USA", on="2002-05-06"),
            *[consent(who, "2002-04-11") for who in ("AUT", "BEL")],
        ]
        found = asked(Consents(3), *acts, after="60 days", rounding="first_of_following_month", then=SAME)
        assert since(found) == "2002-07-01"
        truths = [
            str(found.bound_by_interim_obligation("USA", day).value)
            for day in ("2000-12-30", "2001-01-01", "2002-05-06")
        ]
        assert truths == ["no", "yes", "no"]
        answer = found.bound_by_interim_obligation("USA", "2003-01-01")
        assert answer.reasons[0].records == ("renunciation-t-usa",)
        assert found.bound_by_interim_obligation("FRA", "2001-01-01").is_yes
        assert found.bound_by_interim_obligation("FRA", "2002-07-01").is_no
        assert "USA" in found.signatories("2003-01-01")

    def test_provisional_application(self) -> None:
        """It must end when the treaty enters into force for the state, or on notice (25)."""
        acts = [
            ProvisionalApplication(treaty="t", by="AUT", since="2001-01-01"),
            ProvisionalApplication(treaty="t", by="BEL", since="2001-01-01", ended="2001-06-01"),
            consent("AUT", "2002-01-01"),
        ]
        found = asked(Consents(1), *acts, after="30 days")
        truths = [
            str(found.provisionally_applied("AUT", day).value)
            for day in ("2000-12-31", "2001-01-01", "2002-01-31")
        ]
        assert truths == ["no", "yes", "no"]
        assert found.provisionally_applied("BEL", "2001-06-01").is_no
        clause = ProvisionalClause(since="signature")
        signer = asked(Consents(1), signed("DNK", "2001-05-01"), provisional_application=clause)
        assert signer.provisionally_applied("DNK", "2001-05-01").is_yes
        assert signer.provisionally_applied("DNK", "2001-04-30").is_no

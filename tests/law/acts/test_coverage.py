"""What the records do not cover: kinds of act, days, and everybody who is not named."""

from typing import Any

import pytest

from geobrief.errors import NotFound, Undetermined
from geobrief.law import allies, obligations
from geobrief.model.act import Contest
from geobrief.model.condition import Agreed, Consents, Exchange, FractionOf, NoObjections, OnDate
from geobrief.model.coverage import ActKind, Coverage
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.treaty import Duration, Provision, ProvisionalClause, WithdrawalClause
from tests.law.given import parent, ratified, signed, treaty_of

EVERY: tuple[ActKind, ...] = (
    "signature",
    "ratification",
    "withdrawal",
    "termination",
    "extension",
    "suspension",
    "renunciation",
    "objection",
    "provisional_application",
)
TWO = (ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01"))


def without(kind: ActKind) -> Coverage:
    """Cover every kind of act that an open treaty knows but one."""
    return Coverage(acts=[each for each in EVERY if each != kind])


class TestKinds:
    def test_an_open_treaty_knows_no_exchange(self) -> None:
        """Leaving exchanges out must not open a treaty upon consents, which knows none."""
        found = treaty_of(Consents(3), *TWO, coverage=Coverage(acts=EVERY))
        assert found.in_force("2010-01-01").is_no
        assert found.in_force_for("FRA", "2010-01-01").is_no

    @pytest.mark.parametrize(("day", "value"), [("2004-12-31", "yes"), ("2005-01-01", "unknown")])
    def test_extensions(self, day: str, value: str) -> None:
        """Where extensions are not recorded, a term that is over may run on."""
        fields = {"duration": Duration(term="5 years"), "coverage": without("extension")}
        found = treaty_of(Consents(1), *TWO, **fields)
        told = [str(each) for each in found.in_force(day).missing]
        assert ("extensions are not recorded" in told) is (value == "unknown")
        assert found.in_force("1999-12-31").is_no
        assert str(found.in_force(day).value) == value
        assert str(found.in_force_for("AUT", day).value) == value

    def test_withdrawals_from_a_treaty_that_needs_a_number(self) -> None:
        """Where withdrawals are not recorded, the number of parties may have fallen."""
        clause = WithdrawalClause(minimum_parties=2)
        found = treaty_of(Consents(1), *TWO, withdrawal=clause, coverage=without("withdrawal"))
        assert found.in_force("2010-01-01").is_unknown
        assert treaty_of(Consents(1), *TWO, coverage=without("withdrawal")).in_force("2010-01-01").is_yes

    def test_objections(self) -> None:
        """Where they are not recorded, one may keep a treaty out between two, or stop an amendment."""
        found = treaty_of(Consents(1), *TWO, coverage=without("objection"))
        assert found.in_force_for("AUT", "2010-01-01").is_yes
        assert found.in_force_between("AUT", "BEL", "2010-01-01").is_unknown
        of = parent(ratified("AUT", "1990-01-01", "p"))
        fields = {"amends": "p", "adopted": "2000-01-01", "coverage": without("objection")}
        tacit = treaty_of(NoObjections(within="1 year"), told=of, **fields)
        assert tacit.in_force("2010-01-01").is_unknown
        assert tacit.entered_into_force.is_unknown

    def test_ends_of_provisional_application(self) -> None:
        """Where they are not recorded, what began by signature may have ended."""
        clause = {"provisional_application": ProvisionalClause(since="signature")}
        acts = [signed("RUS", "1994-12-17")]
        assert treaty_of(Consents(9), *acts, **clause).provisionally_applied("RUS", "2010-01-01").is_yes
        found = treaty_of(Consents(9), *acts, **clause, coverage=without("provisional_application"))
        assert found.provisionally_applied("RUS", "2010-01-01").is_unknown
        ended = ProvisionalApplication(treaty="t", by="RUS", since="1994-12-17", ended="2009-10-18")
        told = treaty_of(Consents(9), *acts, ended, **clause)
        assert told.provisionally_applied("RUS", "2009-10-17").is_yes
        assert told.provisionally_applied("RUS", "2009-10-18").is_no


class TestOthers:
    @pytest.mark.parametrize(
        ("coverage", "on"),
        [
            (Coverage(covered=False), "2005-01-01"),
            (Coverage(acts=["signature"]), "2005-01-01"),
            (None, "2030-01-01"),
        ],
    )
    def test_sets_are_open_where_the_records_end(self, coverage: Coverage | None, on: str) -> None:
        """Nobody must certainly be no party where the records could not say so."""
        found = treaty_of(Consents(1), *TWO, coverage=coverage).parties(on)
        assert found.is_open
        assert found.holds("FRA").is_unknown
        assert str(found).endswith("possibly others") or "others" in str(found)
        with pytest.raises(Undetermined):
            len(found)
        with pytest.raises(Undetermined):
            _ = "FRA" in found

    def test_sets_are_closed_within_the_records(self) -> None:
        """Where consent is recorded for all, who is not named must be no party."""
        found = treaty_of(Consents(1), *TWO).parties("2005-01-01")
        assert (len(found), "FRA" in found, found.is_open) == (2, False, False)

    def test_a_possible_member_has_its_reason(self) -> None:
        """Why it is open whether a state is a party must be told with the set."""
        vague = ratified("DNK", "2001-06")
        found = treaty_of(Consents(1), *TWO, vague).parties("2001-06-10")
        assert found.possible == {"DNK"}
        assert [reason.records for reason in found.reasons] == [("ratification-t-dnk",)]


class TestDays:
    @pytest.mark.parametrize("upon", [OnDate("2000-01-01"), Agreed("2000-01-01")])
    def test_a_text_may_name_a_day_before_its_adoption(self, upon: Any) -> None:
        """A closed treaty that is adopted after the day it names must enter on that day (28)."""
        acts = [signed(who, "2000-03-01") for who in ("AUT", "BEL")]
        found = treaty_of(upon, *acts, between=["AUT", "BEL"])
        assert str(found.entered_into_force.since) == "2000-01-01"
        assert found.in_force_for("AUT", "2000-02-01").is_yes
        assert treaty_of(upon, acts[0], between=["AUT", "BEL"]).in_force("2000-04-01").is_no
        before = [signed("AUT", "1999-03-01"), signed("BEL", "2000-03-01")]
        assert str(treaty_of(upon, *before, between=["AUT", "BEL"]).entered_into_force.since) == "2000-03-01"

    @pytest.mark.parametrize(
        ("during", "value"),
        [
            ("2002/2004", "yes"),
            ("2005-01-01/", "unknown"),
            ("/2004-12-31", "unknown"),
            ("2005/..", "no"),
            ("1990/1991", "no"),
        ],
    )
    def test_a_period_of_which_an_end_is_unknown(self, during: str, value: str) -> None:
        """Where nobody knows how long a period lasted, neither must the answer."""
        found = treaty_of(Consents(1), *TWO, duration=Duration(term="10 years"))
        assert str(found.in_force(during=during).value) == value

    def test_the_reason_of_a_period_is_that_of_the_day_that_decides(self) -> None:
        """Why a period is not covered throughout must be told of the day on which it fails."""
        found = treaty_of(Consents(1), *TWO, duration=Duration(term="5 years"))
        assert str(found.in_force(during="2002/2010")) == "no: out of force since 2005-01-01: its term ended"
        unknown = found.in_force(during="2002-01-01/")
        assert [str(each) for each in unknown.missing] == ["when the period began and ended"]
        projected = treaty_of(Consents(1), *TWO, told={"assume_unchanged": True}).in_force(during="2020/2030")
        assert projected.is_yes
        assert any(reason.rule == "assumption" for reason in projected.reasons)

    def test_a_day_or_a_period(self) -> None:
        """Asking for both must be refused, not half heard."""
        with pytest.raises(TypeError, match="not both"):
            treaty_of(Consents(1), *TWO).in_force("2001-01-01", during="2001")


class TestAwaited:
    def test_beyond_the_records_they_are_awaited_too(self) -> None:
        """What is awaited after the records end must include the records."""
        found = treaty_of(Consents(3), *TWO)
        assert [each.kind for each in found.awaiting("2010-01-01")] == ["consent"]
        assert [each.kind for each in found.awaiting("2030-01-01")] == ["consent", "records"]

    def test_a_disputed_consent_is_awaited(self) -> None:
        """Where only a disputed act would bring it into force, its effect must be awaited."""
        disputed = ratified("DNK", "2001-01-01", contested=[Contest(by="ZAF")])
        awaited = treaty_of(Consents(3), *TWO, disputed).awaiting("2010-01-01")
        assert [each.kind for each in awaited] == ["legal_effect"]


class TestSlips:
    @pytest.mark.parametrize("code", ["XYZ", "aut"])
    def test_a_code_that_nobody_has_is_refused(self, code: str) -> None:
        """A slip in a code must not be answered as a state that did nothing."""
        found = treaty_of(Consents(1), *TWO)
        for ask in (found.in_force_for, found.stage, found.provisionally_applied):
            with pytest.raises(NotFound):
                ask(code, "2005-01-01")

    def test_a_position_of_nobody_is_refused(self) -> None:
        """Taking the side of a state that does not exist must be an error."""
        with pytest.raises(NotFound):
            treaty_of(Consents(1), *TWO, told={"position_of": "XYZ"})


class TestWhatSilenceMayHide:
    """Each kind of act that is not recorded must leave open whatever it could change."""

    def test_definitive_signatures(self) -> None:
        """A signature that binds may hide among those that are not recorded (12)."""
        found = treaty_of(Consents(3), *TWO, coverage=without("signature"))
        assert found.in_force("2010-01-01").is_unknown
        assert found.in_force_for("DNK", "2010-01-01").is_unknown
        assert found.parties("2010-01-01").is_open

    def test_other_signatories(self) -> None:
        """Half of the signatories have not consented for certain while others may have signed."""
        acts = [signed("AUT", "1999-01-01"), ratified("AUT", "2000-01-01")]
        upon = FractionOf(of="signatories", at_least="1/2")
        assert treaty_of(upon, *acts).in_force("2010-01-01").is_yes
        assert treaty_of(upon, *acts, coverage=without("signature")).in_force("2010-01-01").is_unknown

    @pytest.mark.parametrize("kind", ["ratification", "termination", "renunciation", "withdrawal"])
    def test_what_ends_an_interim_obligation(self, kind: ActKind) -> None:
        """Becoming a party, and the end of the treaty, end it as much as a renunciation."""
        found = treaty_of(Consents(1), signed("USA", "2000-01-01"), coverage=without(kind))
        assert found.bound_by_interim_obligation("USA", "2010-01-01").is_unknown

    @pytest.mark.parametrize("since", ["signature", "notification"])
    def test_what_begins_and_ends_provisional_application(self, since: Any) -> None:
        """It may have been notified where that is not recorded, and entry into force may have ended it."""
        clause = {"provisional_application": ProvisionalClause(since=since)}
        other = treaty_of(Consents(9), *TWO, **clause, coverage=without("provisional_application"))
        assert other.provisionally_applied("FRA", "2010-01-01").is_unknown
        acts = [ProvisionalApplication(treaty="t", by="USA", since="2000-01-01")]
        found = treaty_of(Consents(1), *acts, **clause, coverage=without("ratification"))
        assert found.provisionally_applied("USA", "2010-01-01").is_unknown

    def test_an_earlier_beginning(self) -> None:
        """A consent that is not recorded may have begun the term, and so ended it, sooner."""
        fields = {"duration": Duration(term="5 years"), "coverage": without("ratification")}
        assert treaty_of(Consents(1), *TWO, **fields).in_force("2004-01-01").is_unknown

    def test_a_closed_treaty_is_closed(self) -> None:
        """Nobody else can be a party to a treaty of two, whatever is not recorded."""
        exchange = InstrumentExchange(treaty="t", on="2000-01-01")
        partial = {"between": ["AUT", "BEL"], "coverage": without("ratification")}
        found = treaty_of(Exchange(), exchange, **partial)
        assert found.in_force("2010-01-01").is_yes
        assert found.in_force_for("CHE", "2010-01-01").is_no
        assert len(found.parties("2010-01-01")) == 2

    def test_what_is_accepted_tacitly_needs_no_ratification(self) -> None:
        """Only objections must be recorded where silence accepts."""
        of = parent(*(ratified(who, "1990-01-01", "p") for who in ("AUT", "BEL")))
        fields = {
            "amends": "p",
            "adopted": "1995-01-01",
            "coverage": Coverage(acts=["objection", "termination"]),
        }
        stopped = Objection(treaty="t", by="AUT", to="un", on="1995-03-01")
        assert (
            treaty_of(NoObjections(within="10 months"), stopped, told=of, **fields)
            .in_force("1997-01-01")
            .is_no
        )

    def test_allies_of_whom_nothing_is_recorded(self) -> None:
        """Where others may be parties to an alliance, the set of allies must say so."""
        duty = {"provisions": [Provision(kind="defense")]}
        alone = treaty_of(
            Consents(1), ratified("AUT", "2000-01-01"), **duty, coverage=without("ratification")
        )
        found = allies("AUT", "2010-01-01", [alone])
        assert found.is_open
        assert obligations("AUT", "CHE", "2010-01-01", [alone])[0].value.is_unknown
        full = treaty_of(Consents(1), *TWO, **duty)
        assert (list(allies("AUT", "2010-01-01", [full])), allies("AUT", "2010-01-01", [full]).is_open) == (
            ["BEL"],
            False,
        )

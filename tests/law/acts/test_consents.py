"""What each state did: several consents, several notices, signatures taken back, strangers."""

from typing import Any

import pytest

from geobrief.model.condition import Consents, Exchange, Named, Notifications, OnDate, Signed
from geobrief.model.exchange import InstrumentExchange, Note, NoteExchange
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Deposit, Instrument, Ratification
from geobrief.model.treaty import WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from tests.law.given import ratified, signed, treaty_of, withdrew

NOTICE = {"withdrawal": WithdrawalClause(notice="1 year", not_before="3 years")}


class TestNotices:
    def test_a_later_notice_works_though_an_earlier_was_revoked(self) -> None:
        """A notice that is revoked must leave the consent to a later one (68)."""
        first = withdrew("ZAF", "2016-10-19", revoked="2017-03-07", id="first")
        acts = [ratified("AUT", "2000-01-01"), ratified("ZAF", "2000-01-01"), first]
        assert treaty_of(Consents(1), *acts, **NOTICE).in_force_for("ZAF", "2024-01-01").is_yes
        found = treaty_of(Consents(1), *acts, withdrew("ZAF", "2020-01-01", id="second"), **NOTICE)
        assert found.in_force_for("ZAF", "2020-12-31").is_yes
        assert found.in_force_for("ZAF", "2021-01-01").is_no

    def test_a_later_notice_works_though_an_earlier_came_too_soon(self) -> None:
        """A notice before the first day allowed must leave the consent to a later one."""
        acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL")]
        notices = [withdrew("AUT", day, id=day) for day in ("2001-01-01", "2005-01-01")]
        found = treaty_of(Consents(1), *acts, *notices, **NOTICE)
        assert found.in_force_for("AUT", "2005-12-31").is_yes
        assert found.in_force_for("AUT", "2006-01-01").is_no

    def test_a_notice_ends_every_consent_before_it(self) -> None:
        """A state that consented twice must be out by one notice, and back by a third consent."""
        consents = [ratified("AUT", day, id=day) for day in ("2000-01-01", "2002-01-01", "2010-01-01")]
        found = treaty_of(
            Consents(1), ratified("BEL", "2000-01-01"), *consents, withdrew("AUT", "2005-01-01"), **NOTICE
        )
        days = ["2005-12-31", "2006-01-01", "2009-12-31", "2010-01-01"]
        assert [str(found.in_force_for("AUT", day).value) for day in days] == ["yes", "no", "no", "yes"]

    def test_before_it_binds_its_author_a_notice_works_at_once(self) -> None:
        """Consent taken back before entry into force for its author must never bind it."""
        acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2010-01-01"), withdrew("BEL", "2010-02-01")]
        found = treaty_of(Consents(1), *acts, after="90 days", then="same")
        assert found.contracting_states("2010-01-31").certain == {"AUT", "BEL"}
        assert found.contracting_states("2010-02-01").certain == {"AUT"}
        assert found.in_force_for("BEL", "2020-01-01").is_no

    def test_a_notice_may_be_revoked_until_the_day_on_which_it_works(self) -> None:
        """Whether a notice was revoked in time must be judged by the rounded day of effect (68)."""
        clause = WithdrawalClause(notice="3 months", rounding="end_of_year")
        acts = [ratified(who, "2000-01-01") for who in ("AUT", "FRA")]
        for revoked, is_out in (("2005-12-31", False), ("2006-01-01", True)):
            notice = withdrew("FRA", "2005-01-10", revoked=revoked)
            found = treaty_of(Consents(1), *acts, notice, withdrawal=clause)
            assert found.in_force_for("FRA", "2010-01-01").is_no is is_out


class TestSignatures:
    def test_a_definitive_signature_taken_back_before_entry_binds_nobody(self) -> None:
        """Both must stand at once for a treaty upon signature to enter into force."""
        acts = [signed("AUT", "2001-01-01", withdrawn="2001-06-01"), signed("BEL", "2002-01-01")]
        found = treaty_of(Signed(), *acts, between=["AUT", "BEL"])
        assert found.in_force("2003-01-01").is_no
        assert found.contracting_states("2001-03-01").certain == {"AUT"}
        assert found.contracting_states("2002-06-01").certain == {"BEL"}

    def test_a_state_that_took_its_signature_back_may_sign_again(self) -> None:
        """Taking a signature back must end that one and no later one."""
        acts = [
            signed("AUT", "2001-01-01", id="first"),
            Withdrawal(treaty="t", by="AUT", withdraws="signature", received="2002-01-01"),
            signed("AUT", "2003-01-01", id="second"),
        ]
        found = treaty_of(Consents(3), *acts)
        days = ["2001-06-01", "2002-06-01", "2003-06-01"]
        assert [len(found.signatories(day)) for day in days] == [1, 0, 1]
        assert [str(found.bound_by_interim_obligation("AUT", day).value) for day in days] == [
            "yes",
            "no",
            "yes",
        ]

    def test_a_state_that_is_no_more_signed_for_nobody(self) -> None:
        """A dissolved signatory must owe nothing and apply nothing."""
        found = treaty_of(Consents(3), signed("CSK", "1990-01-01"))
        assert found.bound_by_interim_obligation("CSK", "1992-12-31").is_yes
        assert found.bound_by_interim_obligation("CSK", "1993-01-01").is_no
        assert not found.signatories("1993-01-01").certain


class TestWhatIsConsent:
    @pytest.mark.parametrize(("between", "exchanging"), [("SUN", "RUS"), ("RUS", "SUN"), ("RUS", "RUS")])
    def test_an_exchange_by_a_continuing_state_is_its_own(self, between: str, exchanging: str) -> None:
        """Instruments exchanged under either code must bring the treaty into force (START I)."""
        exchange = InstrumentExchange(treaty="t", between=["USA", exchanging], on="1994-12-05")
        assert treaty_of(Exchange(), exchange, between=["USA", between]).in_force("1995-01-01").is_yes

    @pytest.mark.parametrize(
        ("between", "senders", "value"),
        [
            (["AUT", "BEL"], ["AUT", "BEL"], "yes"),
            (["AUT", "SUN"], ["AUT", "RUS"], "yes"),
            (["AUT", "BEL"], ["AUT", "CHE"], "no"),
            (["AUT", "BEL", "DNK"], ["AUT", "BEL"], "no"),
        ],
    )
    def test_notes_bind_once_all_concerned_have_sent_one(
        self, between: list[str], senders: list[str], value: str
    ) -> None:
        """A note by somebody else must not stand for one that is missing (13)."""
        notes = NoteExchange(treaty="t", notes=[Note(by=who, on="2000-01-01") for who in senders])
        found = treaty_of(Exchange("notes"), notes, between=between)
        assert str(found.in_force("2001-01-01").value) == value

    def test_a_stranger_consents_to_nothing(self) -> None:
        """A treaty closed between two must count nobody else, unless it succeeds one of them."""
        acts = [ratified("AUT", "2000-01-01"), ratified("CHE", "2000-01-01")]
        found = treaty_of(Consents(2), *acts, between=["AUT", "BEL"])
        assert found.in_force("2010-01-01").is_no
        assert found.contracting_states("2010-01-01").certain == {"AUT"}

    def test_a_notification_sent_may_never_have_been_received(self) -> None:
        """Where only the sending is known, consent must stay open: it counts on receipt (16(c), 78)."""
        sent = Ratification(treaty="t", by="BEL", instrument=Instrument(sent="2000-03-01"))
        received = Ratification(treaty="t", by="AUT", instrument=Instrument(received="2000-02-01"))
        found = treaty_of(Notifications(), sent, received, between=["AUT", "BEL"])
        assert found.in_force("2000-02-29").is_no
        assert found.in_force("2020-12-31").is_unknown

    @pytest.mark.parametrize(("third", "value"), [((), "no"), (("SUN",), "yes"), (("RUS",), "yes")])
    def test_all_depositaries_may_be_asked_for(self, third: tuple[str, ...], value: str) -> None:
        """A missing deposit with one depositary must hold it up, whichever code of a state is given."""
        places = ["GBR", "USA", *third]
        instrument = Instrument(deposits=[Deposit(depositary=who, on="2000-01-01") for who in places])
        act = Ratification(treaty="t", by="AUT", instrument=instrument)
        found = treaty_of(Consents(1), act, depositaries=["GBR", "SUN", "USA"], deposits="all")
        assert str(found.in_force("2001-01-01").value) == value

    def test_successions_count_where_the_text_names_them(self) -> None:
        """Succession is no consent unless the clause says so, and then to what was had before (VCSS 18)."""
        act, named = ratified("CZE", "1993-06-01", means="succession"), Consents(1, means=["succession"])
        assert treaty_of(Consents(1), act).in_force("2000-01-01").is_no
        assert treaty_of(named, act).in_force("2000-01-01").is_unknown
        assert treaty_of(named, act, ratified("CSK", "1980-01-01")).in_force("2000-01-01").is_yes
        left = (ratified("CSK", "1980-01-01"), withdrew("CSK", "1985-01-01"))
        assert treaty_of(named, act, *left).in_force("2000-01-01").is_unknown

    @pytest.mark.parametrize(
        ("more", "first"), [({}, "1993-01-01"), ({"effective": "1993-02-01"}, "1993-02-01")]
    )
    def test_a_succession_works_from_the_date_of_succession(self, more: dict[str, Any], first: str) -> None:
        """The successor must be contracting state and party from that day, whenever it notified."""
        instrument = Instrument(deposited="1993-06-01", **more)
        act = Ratification(treaty="t", by="CZE", means="succession", instrument=instrument)
        found = treaty_of(Consents(1), ratified("CSK", "1980-01-01"), ratified("AUT", "1980-01-01"), act)
        assert str(found.in_force_for("CZE", "1994-01-01").since) == first
        assert found.contracting_states(first).holds("CZE").is_yes

    def test_nobody_knows_a_group_that_is_not_defined(self) -> None:
        """A name that is no group and no actor must leave the condition open, not unmet."""
        found = treaty_of(Named(["annex-2"]), ratified("AUT", "2000-01-01"))
        assert found.in_force("2001-01-01").is_unknown


class TestFormerParties:
    """A state that left and comes back owes what every newcomer owes."""

    def test_an_obligation_of_those_who_come_back(self) -> None:
        """A consent, or a signature, after leaving must bind in the interim again (18)."""
        acts = [ratified("BEL", "1999-01-01"), ratified("AUT", "1999-01-01"), withdrew("AUT", "2005-01-01")]
        terms = {"after": "30 days", "then": "same", "withdrawal": WithdrawalClause()}
        back = treaty_of(Consents(1), *acts, ratified("AUT", "2011-01-01", id="back"), **terms)
        days = ["2010-12-31", "2011-01-01", "2011-01-30", "2011-01-31"]
        truths = [str(back.bound_by_interim_obligation("AUT", day).value) for day in days]
        assert truths == ["no", "yes", "yes", "no"]
        signs = treaty_of(Consents(1), *acts, signed("AUT", "2011-01-01"), **terms)
        assert signs.bound_by_interim_obligation("AUT", "2012-01-01").is_yes
        applied = ProvisionalApplication(treaty="t", by="AUT", since="2010-01-01")
        assert (
            treaty_of(Consents(1), *acts, applied, **terms).provisionally_applied("AUT", "2010-06-01").is_yes
        )

    def test_consents_that_never_stood_together_bind_nobody_backwards(self) -> None:
        """A day before adoption needs both consents at once, like any other."""
        acts = [ratified("AUT", "2000-06-01"), withdrew("AUT", "2000-07-01"), ratified("BEL", "2000-09-01")]
        closed = {"between": ["AUT", "BEL"], "adopted": "2000-03-01", "withdrawal": WithdrawalClause()}
        assert treaty_of(OnDate("2000-01-01"), *acts, **closed).entered_into_force.is_no


def test_an_exchange_of_notes_is_dated_by_the_day_that_is_recorded_for_it() -> None:
    """The day of the exchange goes before the days of its notes (13)."""
    notes = [Note(by="AUT", on="2000-01-01"), Note(by="BEL", on="2000-02-01")]
    for on, first in ((None, "2000-02-01"), ("2000-03-01", "2000-03-01")):
        exchange = NoteExchange(treaty="t", on=on, notes=notes)
        found = treaty_of(Exchange("notes"), exchange, between=["AUT", "BEL"])
        assert str(found.entered_into_force.since) == first

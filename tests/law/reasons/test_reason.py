"""The words of an answer: days as imprecise as they are known, and the acts that decide."""

from geobrief import example
from geobrief.law import status
from geobrief.model.condition import Consents, Exchange, FractionOf, MembersOf
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Years


def ratified(by: str, on: str) -> Ratification:
    """Make a ratification by deposit."""
    return Ratification(treaty="t", by=by, instrument=Instrument(deposited=on))


def test_an_imprecise_day_is_told_as_it_is_known() -> None:
    """A reason must never name one day where the records name a month."""
    treaty = Treaty(
        id="t", title="T", between=["AUT", "BEL"], entry_into_force=EntryIntoForce(upon=Exchange())
    )
    found = status(treaty, [InstrumentExchange(treaty="t", on="2024-12")], as_of="2025-12-31")
    assert str(found.in_force("2025-02-01")) == (
        "yes: in force since 2024-12: instruments of ratification were exchanged in 2024-12"
    )
    assert found.in_force("2024-12-15").is_unknown
    assert "2024-12-01" not in found.in_force("2024-12-15").explain()
    assert [each.kind for each in found.awaiting("2024-12-15")] == ["exchange"]


def test_a_superseded_treaty_is_over_whatever_became_of_it() -> None:
    """Once both are parties to the new treaty the old one must be over, though no act on it is recorded."""
    brief = example("dprk-russia-2024", "dprk-russia-2025")
    old = brief.status("dprk-russia-friendship-2000")
    assert old.in_force("2024-12-03").is_unknown
    answer = old.in_force("2024-12-04")
    assert answer.is_no
    assert answer.reasons[0].rule == "VCLT 59(1)"
    assert old.in_force_between("PRK", "RUS", "2025-01-01").is_no
    assert old.in_force_for("RUS", "2025-01-01").is_no
    assert old.in_force("2035-01-01").is_unknown
    assert str(old.entered_into_force).endswith(
        "the records do not cover this: instrument exchanges are not recorded"
    )
    assert old.entered_into_force.is_unknown


def test_all_of_the_signatories_are_awaited_by_name() -> None:
    """Where all must consent, each that has not must be named."""
    treaty = Treaty(
        id="t",
        title="T",
        entry_into_force=EntryIntoForce(upon=FractionOf(of="signatories", at_least=1)),
    )
    signed = [Signature(treaty="t", by=who, on="1959-12-01") for who in ("ARG", "CHL", "GBR")]
    found = status(treaty, [*signed, ratified("GBR", "1960-05-31")], as_of="1961-01-01")
    assert [each.by for each in found.awaiting()] == [("ARG",), ("CHL",)]
    assert str(found.in_force("1961-01-01")) == ("no: Argentina and Chile have not consented to be bound")


def test_a_majority_and_members_are_awaited_by_number() -> None:
    """Where any of a group will do, their number must be said."""
    signed = [Signature(treaty="t", by=who, on="1946-07-22") for who in ("CAN", "CHN", "GBR", "USA")]
    for upon, words, lacking in (
        (
            FractionOf(of="signatories", more_than="1/2"),
            "1 of the 3 consents by signatories needed has been given (a majority of 4)",
            2,
        ),
        (
            MembersOf(group="un", at_least=2),
            "1 of the 2 consents by members of the United Nations needed has been given",
            1,
        ),
    ):
        treaty = Treaty(id="t", title="T", entry_into_force=EntryIntoForce(upon=upon))
        found = status(treaty, [*signed, ratified("CAN", "1946-08-29")], as_of="1947-01-01")
        assert str(found.in_force("1947-01-01")) == f"no: {words}"
        [missing] = found.awaiting()
        assert missing.count == lacking


def test_a_ratification_taken_back_is_named() -> None:
    """Why the CTBT waits for Russia again must name the withdrawal of its ratification."""
    found = example("ctbt").status("ctbt")
    records = {name for reason in found.in_force("2023-12-01").reasons for name in reason.records}
    assert any(name.startswith("withdrawal") for name in records)
    assert not any(
        name.startswith("withdrawal")
        for reason in found.in_force("2023-10-01").reasons
        for name in reason.records
    )


def test_a_consent_taken_back_is_no_consent() -> None:
    """Of a state that withdrew its consent nobody may read that it has consented."""
    found = example("ctbt").status("ctbt")
    answer = found.in_force_for("RUS", "2023-12-01")
    assert str(answer).startswith("no: Russia withdrew its consent to be bound (ratification on 2000-06-30)")
    interim = found.bound_by_interim_obligation("RUS", "2023-12-01")
    assert str(interim) == "yes: Russia signed on 1996-09-24"
    assert str(found.bound_by_interim_obligation("RUS", "2023-10-01")).startswith("yes: Russia has consented")


def test_a_state_that_is_no_more_is_not_bound() -> None:
    """Why a dissolved state is no party must be that it ceased to exist."""
    treaty = Treaty(id="t", title="T", entry_into_force=EntryIntoForce(upon=Consents(1)))
    found = status(treaty, [ratified("CSK", "1980-01-01")], as_of="2000-01-01")
    assert found.in_force_for("CSK", "1992-12-31").is_yes
    assert str(found.in_force_for("CSK", "1993-01-01")) == "no: Czechoslovakia ceased to exist on 1993-01-01"


def test_a_revoked_notice_is_told_as_revoked() -> None:
    """Why the Gambia stayed must name that it revoked its notice (68)."""
    treaty = Treaty(
        id="t",
        title="T",
        entry_into_force=EntryIntoForce(upon=Consents(1)),
        withdrawal=WithdrawalClause(notice=Years(1)),
    )
    notice = Withdrawal(treaty="t", by="GMB", received="2016-11-10", revoked="2017-02-10")
    found = status(treaty, [ratified("GMB", "2002-06-28"), notice], as_of="2020-01-01")
    told = [reason.text for reason in found.in_force_for("GMB", "2018-01-01").reasons]
    assert told[1] == (
        "the Gambia gave notice of withdrawal on 2016-11-10 and revoked it on 2017-02-10, "
        "before it would have taken effect on 2017-11-10"
    )
    assert "revoked" not in found.in_force_for("GMB", "2017-01-01").explain()

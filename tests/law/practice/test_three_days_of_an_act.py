"""An act is done on one day, takes effect on another, and is known from a third (VCLT 39, 54, 65, 78)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import brief_of, value

ENTERED = gb.InstrumentExchange(treaty="t", on="1999-12-31")
TEN_YEARS = gb.Duration(term=gb.Years(10))


def pact(*acts: gb.Record, as_of: str, **fields: object) -> gb.TreatyStatus:
    """Make a treaty between two that entered into force on 1999-12-31."""
    told = {"as_of": as_of, "assume_unchanged": fields.pop("assume_unchanged", False)}
    return treaty_of(gb.Exchange(), ENTERED, *acts, told=told, between=["FRA", "ITA"], **fields)


BACK = gb.Extension(treaty="t", agreed="2010-06-01", effective="2009-12-31", lengthened="5 years")


def test_an_extension_agreed_after_the_last_day_recorded() -> None:
    """An extension agreed on 2010-06-01 is nothing to records that are complete to February (39)."""
    found = pact(BACK, as_of="2010-02-01", duration=TEN_YEARS)
    assert value(found.in_force("2010-02-01")) == "no"


def test_an_extension_that_is_said_to_work_back() -> None:
    """Agreed by all after expiry and said to work back, it holds in the gap too (39, 28)."""
    found = pact(BACK, as_of="2016-01-01", duration=TEN_YEARS)
    days = ("2010-02-01", "2010-06-01", "2014-12-30", "2014-12-31")
    assert [value(found.in_force(day)) for day in days] == ["yes", "yes", "yes", "no"]


def test_an_extension_agreed_after_expiry() -> None:
    """Agreed by all after expiry, it holds from then on; whether it fills the gap is not said (39)."""
    late = gb.Extension(treaty="t", agreed="2010-06-01", lengthened="5 years")
    found = pact(late, as_of="2012-01-01", duration=TEN_YEARS)
    days = ("2009-12-30", "2010-02-01", "2010-06-01", "2011-12-31")
    assert [value(found.in_force(day)) for day in days] == ["yes", "unknown", "yes", "yes"]


def science_agreement(*, effective: str | None) -> gb.Brief:
    """Make the US–China agreement on science as it ran out on 2024-08-27 and was extended in December."""
    said = gb.Source(publisher="the parties", published="2024-12-13")
    treaty = gb.Treaty(
        id="t",
        title="Agreement on Science and Technology",
        recorded="1979-01-31",
        between=["CHN", "USA"],
        entry_into_force=gb.EntryIntoForce(upon=gb.Signed()),
        duration=gb.Duration(until="2024-08-27"),
    )
    extension = gb.Extension(
        treaty="t",
        agreed="2024-12-13",
        effective=effective,
        until="2029-08-27",
        citations=[gb.Citation(source="protocol")],
    )
    signatures = [
        gb.Signature(treaty="t", by=who, on="1979-01-31", recorded="1979-01-31") for who in ("CHN", "USA")
    ]
    return gb.Brief(
        title="Science",
        as_of="2025-03-01",
        sources={"protocol": said},
        records=[treaty, extension, *signatures],
    )


def test_the_science_agreement_in_the_gap() -> None:
    """The gap of 2024 is in force only where the protocol is said to work back, else unknown (39)."""
    silent, back = science_agreement(effective=None), science_agreement(effective="2024-08-27")
    assert [value(silent.in_force("t", day)) for day in ("2024-10-01", "2024-12-13")] == ["unknown", "yes"]
    assert [value(back.in_force("t", day)) for day in ("2024-10-01", "2024-12-13")] == ["yes", "yes"]


def test_the_science_agreement_as_known_in_the_gap() -> None:
    """As known within the gap the term had run out, whatever was agreed afterwards (54(a))."""
    known = science_agreement(effective="2024-08-27").as_known("2024-10-01")
    answer = known.in_force("t", "2024-10-01")
    assert value(answer) == "no"
    assert "2024-08-27" in str(answer)


def test_a_termination_agreed_after_the_last_day_recorded() -> None:
    """A termination agreed in June, said to work from January, is nothing to records up to March (54(b))."""
    end = gb.Termination(treaty="t", on="2010-06-01", effective="2010-01-01")
    assert value(pact(end, as_of="2010-03-01").in_force("2010-02-01")) == "yes"
    assert value(pact(end, as_of="2011-01-01").in_force("2010-02-01")) == "no"


def test_a_termination_agreed_before_and_effective_after_the_last_day_recorded() -> None:
    """A termination agreed within the records ends the treaty on its day, also beyond them (54(b))."""
    end = gb.Termination(treaty="t", on="2010-06-01", effective="2011-01-01")
    found = pact(end, as_of="2010-07-01", assume_unchanged=True)
    assert [value(found.in_force(day)) for day in ("2010-12-31", "2011-01-01")] == ["yes", "no"]


def test_a_notice_beyond_the_last_day_recorded() -> None:
    """A notice given within the records takes effect beyond them, where these are carried on (54(a))."""
    found = pact(
        withdrew("ITA", "2010-06-01"),
        as_of="2010-07-01",
        assume_unchanged=True,
        withdrawal=gb.WithdrawalClause(notice="1 year"),
    )
    assert [value(found.in_force(day)) for day in ("2011-05-31", "2011-06-01")] == ["yes", "no"]


def test_a_suspension_notified_after_the_last_day_recorded() -> None:
    """A suspension notified in June is nothing to records up to March, whatever its effect (57, 65)."""
    stop = gb.Suspension(treaty="t", by="ITA", notified="2010-06-01", effective="2010-01-01")
    assert value(pact(stop, as_of="2010-03-01").operative_between("FRA", "ITA", "2010-02-01")) == "yes"
    assert value(pact(stop, as_of="2011-01-01").operative_between("FRA", "ITA", "2010-07-01")) == "no"


def test_a_suspension_notified_before_and_effective_after_the_last_day_recorded() -> None:
    """A suspension notified within the records stops performance on its day, also beyond them (57, 72)."""
    stop = gb.Suspension(treaty="t", by="ITA", notified="2010-06-01", effective="2011-01-01")
    found = pact(stop, as_of="2010-07-01", assume_unchanged=True)
    between = [value(found.operative_between("FRA", "ITA", day)) for day in ("2010-12-31", "2011-01-01")]
    assert between == ["yes", "no"]


def test_a_notice_before_entry_with_a_later_effect() -> None:
    """A notice given before entry that states a later day of effect works on that day (54(a), 78(b))."""
    clause = {"after": gb.Days(90), "then": gb.SAME, "withdrawal": gb.WithdrawalClause(notice="6 months")}
    acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    found = treaty_of(gb.Consents(1), *acts, withdrew("BEL", "2000-02-01", effective="2000-12-31"), **clause)
    days = ("2000-03-31", "2000-12-30", "2000-12-31")
    assert [value(found.in_force_for("BEL", day)) for day in days] == ["yes", "yes", "no"]


def late_notice(effective: str, **fields: str) -> gb.TreatyStatus:
    """Make a treaty that enters on 2000-03-31, and a notice of Belgium against it of 2000-02-01."""
    clause = {"after": gb.Days(90), "then": gb.SAME, "withdrawal": gb.WithdrawalClause(notice="6 months")}
    acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    notice = withdrew("BEL", "2000-02-01", effective=effective, **fields)
    return treaty_of(gb.Consents(1), *acts, notice, **clause)


@pytest.mark.parametrize("effective", ["2000-03-01", "2000-03-31"])
def test_a_notice_that_works_by_the_day_of_entry(effective: str) -> None:
    """A consent stands until the notice works; where that is before it binds, its author is never a party."""
    found, eve = late_notice(effective), gb.When(effective).plus(days=-1)
    assert [str(found.contracting_states(day)) for day in (eve, effective)] == ["AUT, BEL", "AUT"]
    assert [found.stage("BEL", day) for day in (eve, effective)] == ["deposited", "none"]
    assert str(found.parties("2000-04-01")) == "AUT"
    assert f"with effect on {effective}" in str(found.in_force_for("BEL", "2000-02-15"))


def test_a_notice_before_entry_that_is_revoked_before_its_effect() -> None:
    """What does not work yet can be revoked, before entry into force as after it (68)."""
    found = late_notice("2000-12-31", revoked="2000-03-01")
    assert [value(found.in_force_for("BEL", day)) for day in ("2000-03-31", "2001-01-01")] == ["yes", "yes"]


def test_a_notice_before_entry_against_a_treaty_between_two() -> None:
    """One that works after entry into force ends a treaty between two on its day (54(a))."""
    exchange = gb.InstrumentExchange(treaty="t", on="2000-01-01")
    notice = withdrew("BEL", "2000-02-01", effective="2000-12-31")
    fields = {"between": ["AUT", "BEL"], "after": gb.Days(90), "withdrawal": gb.WithdrawalClause()}
    found = treaty_of(gb.Exchange(), exchange, notice, **fields)
    days = ("2000-03-30", "2000-03-31", "2000-12-30", "2000-12-31")
    assert [value(found.in_force(day)) for day in days] == ["no", "yes", "yes", "no"]


def test_a_consent_is_deposited_until_a_notice_takes_effect() -> None:
    """The stage falls back when a notice takes effect, not when it is given (54(a))."""
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "2000-01-01"),
        withdrew("AUT", "2001-01-01"),
        withdrawal=gb.WithdrawalClause(notice="1 year"),
    )
    days = ("2000-12-31", "2001-12-31", "2002-01-01")
    assert [found.stage("AUT", day) for day in days] == ["deposited", "deposited", "none"]


def test_a_notice_before_entry_without_a_stated_effect() -> None:
    """A notice before entry that states no day works on receipt: its author is never a party (78(b))."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01"), withdrew("BEL", "2000-02-01")]
    found = treaty_of(gb.Consents(1), *acts, after=gb.Days(90), then=gb.SAME)
    assert value(found.in_force_for("BEL", "2000-06-01")) == "no"


def test_a_reported_effect_that_differs_is_an_issue() -> None:
    """A day of effect that the depositary reports is compared with the computed day (77)."""
    clause = gb.EntryIntoForce(upon=gb.Consents(1), after=gb.Days(30), then=gb.SAME)
    treaty = gb.Treaty(id="t", title="Convention", entry_into_force=clause)
    acts = [
        gb.Ratification(
            treaty="t", by=who, instrument=gb.Instrument(deposited="2000-01-01", reported_effect=reported)
        )
        for who, reported in (("AUT", "2000-01-31"), ("BEL", "2000-03-01"))
    ]
    found = [issue for issue in gb.check(brief_of(treaty, *acts)) if "2000-03-01" in issue.message]
    assert [issue.code for issue in found] == ["GB603"]

"""The words of notices: what they did, when, and why some did nothing."""

import pytest

from geobrief import example
from geobrief.law import TreatyStatus, status
from geobrief.model.condition import (
    Consents,
    Notifications,
)
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, Renewal, Treaty, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Years
from tests.law.given import notified, ratified, told, treaty_of, withdrew

YEARLY = Duration(term="1 year", renewal=Renewal(notice="90 days"))


def gsomia(*acts: Withdrawal) -> TreatyStatus:
    """Make a treaty of South Korea and Japan that is renewed yearly unless one gives notice."""
    both = [notified(who, "2016-11-23") for who in ("KOR", "JPN")]
    return treaty_of(Notifications(), *both, *acts, between=["KOR", "JPN"], duration=YEARLY)


@pytest.mark.parametrize(
    ("revoked", "on", "words"),
    [
        (None, "2019-10-01", " until 2019-11-23: South Korea gave notice against renewal on 2019-08-23"),
        (
            "2019-11-22",
            "2019-10-01",
            (
                " since 2016-11-23; South Korea gave notice against renewal on 2019-08-23, "
                "which was to take effect on 2019-11-23"
            ),
        ),
    ],
)
def test_a_notice_under_a_renewal_clause_is_running(revoked: str | None, on: str, words: str) -> None:
    """A notice that stops a tacit renewal has effect, with or without a withdrawal clause."""
    found = gsomia(withdrew("KOR", "2019-08-23", revoked=revoked)).in_force(on)
    assert str(found) == f"yes: in force{words}"
    assert told(found)[-1] == "its term was renewed on 2018-11-23 for 1 year"


def test_a_revoked_notice_says_what_it_would_have_done() -> None:
    """Once revoked, a notice must be told with the day on which it would have worked."""
    found = gsomia(withdrew("KOR", "2019-08-23", revoked="2019-11-22")).in_force("2020-01-01")
    assert found.is_yes
    assert told(found)[-1] == (
        "South Korea gave notice against renewal on 2019-08-23 and revoked it on 2019-11-22, "
        "before it would have taken effect on 2019-11-23"
    )
    assert found.reasons[-1].rule == "VCLT 68"


def test_the_notice_that_ended_a_bilateral_treaty_is_named() -> None:
    """What ended it must be the notice, with its author and its day."""
    found = gsomia(withdrew("KOR", "2019-08-23")).in_force("2020-01-01")
    assert (
        str(found) == "no: out of force since 2019-11-23, by the notice that South Korea gave on 2019-08-23"
    )


def test_a_withdrawal_of_which_only_the_effect_is_recorded() -> None:
    """The day of effect must not be told as that of a notice; the ground given for it is shown."""
    away = Withdrawal(treaty="t", by="RUS", effective="2022-09-16", ground="expelled.")
    found = treaty_of(Consents(1), ratified("RUS", "1998-05-05"), away)
    assert str(found.in_force_for("RUS", "2023-01-01")) == (
        "no: Russia ceased to be a party on 2022-09-16 (expelled)"
    )


def test_an_early_notice_names_the_first_day_allowed() -> None:
    """Why a notice came too early must name the day from which it may be given."""
    clause = WithdrawalClause(notice="1 year", not_before="3 years")
    found = treaty_of(
        Consents(1), ratified("USA", "2016-11-04"), withdrew("USA", "2018-01-01"), withdrawal=clause
    )
    first = found.in_force_for("USA", "2020-01-01").reasons[0]
    assert first.text == (
        "in force for the United States since 2016-11-04; the United States gave notice of withdrawal on "
        "2018-01-01, which is without effect: it came before 2019-11-04, the first day allowed"
    )
    assert first.rule == "VCLT 54(a)"


def test_the_notice_that_worked_first_decides() -> None:
    """Of several notices the one that took the state out must come first."""
    notices = [withdrew("AUT", "2003-01-01", id="w1"), withdrew("AUT", "2005-01-01", id="w2")]
    found = treaty_of(
        Consents(1), ratified("AUT", "2000-01-01"), *notices, withdrawal=WithdrawalClause(notice="1 year")
    )
    answer = found.in_force_for("AUT", "2010-01-01")
    assert str(answer) == (
        "no: Austria gave notice of withdrawal on 2003-01-01, which took effect on 2004-01-01"
    )
    assert (
        told(answer)[-1] == "Austria was bound from 2000-01-01 until 2004-01-01: ratification on 2000-01-01"
    )


def test_an_imprecise_notice_is_told_as_it_is_known() -> None:
    """While it may not have been given yet, and while it may not work yet, that must be said."""
    found = treaty_of(
        Consents(1),
        ratified("BEL", "2001-01-01"),
        withdrew("BEL", "2005"),
        withdrawal=WithdrawalClause(notice="1 year"),
    )
    assert told(found.in_force_for("BEL", "2005-05-01"))[0] == (
        "in force for Belgium until 2006: Belgium may have given notice of withdrawal in 2005"
    )
    assert str(found.in_force_for("BEL", "2006-05-01")) == (
        "unknown: Belgium gave notice of withdrawal in 2005, which takes effect in 2006; "
        "the records do not name the day"
    )


def test_a_ratification_taken_back_is_no_notice() -> None:
    """Before entry into force consent is withdrawn, by the practice of depositaries."""
    away = withdrew("FRA", "2001-01-01", withdraws="ratification")
    answer = treaty_of(Consents(9), ratified("FRA", "2000-01-01"), away).in_force_for("FRA", "2002-01-01")
    assert str(answer) == (
        "no: France withdrew its consent to be bound (ratification on 2000-01-01) on 2001-01-01"
    )
    assert answer.reasons[0].rule == "depositary practice"


LEAVE = {"withdrawal": WithdrawalClause()}


def test_who_left_before_the_term_ended_is_told_by_its_notice() -> None:
    """What had taken a state out must be told, not what would have later."""
    states = [ratified(who, "2001-01-01") for who in ("PER", "BEL", "AUT")]
    longer = Extension(treaty="t", between=["BEL", "AUT"], agreed="2010-01-01", until="2016-01-01")
    term = Duration(term=Years(10), extendable_by=Years(5))
    found = treaty_of(Consents(1), *states, longer, withdrew("PER", "2005-01-01"), duration=term, **LEAVE)
    for day in ("2012-01-01", "2019-01-01"):
        assert told(found.in_force_for("PER", day))[0].startswith(
            "Peru gave notice of withdrawal on 2005-01-01"
        )
        assert not any("took no part" in text for text in told(found.in_force_for("PER", day)))
    assert told(found.in_force_for("BEL", "2019-01-01"))[0] == "out of force since 2016-01-01: its term ended"


def test_a_notice_that_states_an_earlier_effect_is_told() -> None:
    """The notice that took a state out must be named though it was received after."""
    left = withdrew("AUT", "2005-01-01", effective="2004-01-01")
    given = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    found = treaty_of(Consents(1), *given, left, **LEAVE).in_force_for("AUT", "2006-01-01")
    assert told(found)[0].startswith("Austria gave notice of withdrawal on 2005-01-01")


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
    assert told[0] == (
        "in force for the Gambia since 2002-06-28; the Gambia gave notice of withdrawal on 2016-11-10 "
        "and revoked it on 2017-02-10, before it would have taken effect on 2017-11-10"
    )
    assert "revoked" not in found.in_force_for("GMB", "2017-01-01").explain()

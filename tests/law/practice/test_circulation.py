"""A notice is made when the depositary receives it, and others have it when it is circulated (VCLT 78)."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value


def reserved(**more: Any) -> gb.Ratification:
    """Make a consent with a reservation, received on 2001-01-05."""
    return ratified("BEL", "2001-01-05", reservations=[gb.Reservation(articles=["9"])], **more)


def between(consent: gb.Ratification, **objection: Any) -> str:
    """Tell whether a treaty is in force between a reserving and an objecting state."""
    act = gb.Objection(treaty="t", by="AUT", to="BEL", precludes_entry=True, **objection)
    found = treaty_of(gb.Consents(1), ratified("AUT", "2000-01-01"), consent, act)
    return value(found.in_force_between("AUT", "BEL", "2010-01-01"))


def test_time_to_object_runs_from_circulation() -> None:
    """Twelve months run from the circulation, not from the deposit (20(5), 78(c))."""
    assert between(reserved(circulated="2001-06-01"), on="2002-05-01") == "no"
    assert between(reserved(circulated="2001-06-01"), on="2002-07-01") == "yes"


def test_a_reservation_that_was_circulated_by_itself() -> None:
    """The day on which the reservation itself was notified goes before that of the act (20(5))."""
    consent = ratified(
        "BEL", "2001-01-05", circulated="2001-02-01", reservations=[gb.Reservation(notified="2001-06-01")]
    )
    assert between(consent, on="2002-05-01") == "no"


@pytest.mark.parametrize(("received", "answer"), [("2002-01-04", "no"), ("2002-01-20", "yes")])
def test_an_objection_is_made_on_receipt(received: str, answer: str) -> None:
    """An objection dated in time and received too late is too late (78(b))."""
    assert between(reserved(), on="2001-12-20", received=received) == answer


def test_a_withdrawal_runs_from_receipt_not_from_circulation() -> None:
    """Notice runs from its receipt by the depositary, whenever that passes it on (78(b))."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
    notice = withdrew("CHE", "2005-01-01", circulated="2005-04-01")
    found = treaty_of(gb.Consents(1), *acts, notice, withdrawal=gb.WithdrawalClause(notice="1 year"))
    assert [value(found.in_force_for("CHE", day)) for day in ("2005-12-31", "2006-01-01")] == ["yes", "no"]


def test_a_suspension_is_made_on_receipt() -> None:
    """A suspension notified within the records and received beyond them is not made by then (65, 78(b))."""
    stop = gb.Suspension(treaty="t", by="BEL", notified="2009-12-20", received="2010-01-10")
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL")]
    found = treaty_of(gb.Consents(1), *acts, stop, told={"as_of": "2009-12-31"})
    assert value(found.operative_between("AUT", "BEL", "2009-12-31")) == "yes"

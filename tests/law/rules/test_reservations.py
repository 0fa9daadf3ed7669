"""Objections to reservations (VCLT 20(4)(b), 20(5))."""

from typing import Any

import pytest

from geobrief.law import TreatyStatus
from geobrief.model.condition import Consents
from geobrief.model.objection import Objection
from geobrief.model.ratification import Instrument, Ratification, Reservation
from geobrief.model.treaty import WithdrawalClause
from tests.law.given import ratified, treaty_of, withdrew


def with_objection(on: str, *acts: Any, reservations: tuple[Reservation, ...], **more: Any) -> TreatyStatus:
    """Make a treaty of 1990 to which Bulgaria made reservations and the Netherlands objects."""
    reserving = Ratification(
        treaty="t", by="BGR", instrument=Instrument(deposited="2001-01-01"), reservations=reservations
    )
    objection = Objection(treaty="t", by="NLD", to="BGR", on=on, precludes_entry=True, **more)
    return treaty_of(
        Consents(1),
        ratified("NLD", "1990-01-01"),
        reserving,
        objection,
        *acts,
        withdrawal=WithdrawalClause(),
    )


@pytest.mark.parametrize(
    ("notified", "on", "value"),
    [
        (None, "2002-01-01", "no"),
        (None, "2002-01-02", "yes"),
        ("2001-03-01", "2002-03-01", "no"),
        ("2001-03-01", "2002-03-02", "yes"),
        ("2001-03", "2002-03-15", "unknown"),
    ],
)
def test_there_are_twelve_months_from_notification(notified: str | None, on: str, value: str) -> None:
    """An objection must come within twelve months of being told of the reservation (20(5))."""
    found = with_objection(on, reservations=(Reservation(notified=notified),))
    assert str(found.in_force_between("NLD", "BGR", "2005-01-01").value) == value


@pytest.mark.parametrize(("on", "value"), [("2005-01-01", "no"), ("2005-01-02", "yes")])
def test_whoever_consents_later_may_object_until_then(on: str, value: str) -> None:
    """An objection that comes with the objector's own consent must be in time, however late (20(5))."""
    reserving = Ratification(
        treaty="t", by="BGR", instrument=Instrument(deposited="2001-01-01"), reservations=(Reservation(),)
    )
    objection = Objection(treaty="t", by="NLD", to="BGR", on=on, precludes_entry=True)
    found = treaty_of(Consents(1), reserving, ratified("NLD", "2005-01-01"), objection)
    assert found.in_force_for("NLD", "2006-01-01").is_yes
    assert str(found.in_force_between("NLD", "BGR", "2006-01-01").value) == value


def test_an_objection_means_the_reservation_before_it() -> None:
    """A later reservation must neither excuse a late objection nor be met by an early one."""
    both = (Reservation(), Reservation(on="2010-01-01"))
    early = with_objection("2001-06-01", reservations=both)
    assert early.in_force_between("NLD", "BGR", "2005-01-01").is_no
    late = with_objection("2010-06-01", reservations=both)
    assert late.in_force_between("NLD", "BGR", "2005-01-01").is_yes
    assert late.in_force_between("NLD", "BGR", "2010-02-01").is_no


def test_it_lasts_no_longer_than_the_reservation() -> None:
    """Once the reservation is gone, the treaty must be in force between the two."""
    dropped = with_objection("2001-06-01", reservations=(Reservation(withdrawn="2004-01-01"),))
    assert dropped.in_force_between("NLD", "BGR", "2003-12-31").is_no
    assert dropped.in_force_between("NLD", "BGR", "2004-01-01").is_yes
    back = (withdrew("BGR", "2003-01-01"), ratified("BGR", "2005-01-01", id="back"))
    again = with_objection("2001-06-01", *back, reservations=(Reservation(),))
    assert again.in_force_between("NLD", "BGR", "2004-01-01").is_no
    assert again.in_force_between("NLD", "BGR", "2005-01-01").is_yes


@pytest.mark.parametrize("order", [1, -1])
def test_two_reservations_of_one_day_are_both_meant(order: int) -> None:
    """An objection that names none must stand until both are gone, whichever is listed first."""
    both = (Reservation(articles=["1"], withdrawn="2002-01-01"), Reservation(articles=["2"]))[::order]
    found = with_objection("2001-06-01", reservations=both)
    assert found.in_force_between("NLD", "BGR", "2005-01-01").is_no

"""What was suspended, or applied provisionally, once its author has left (VCLT 18, 25(2), 72)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, signed, treaty_of, withdrew


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a suspension is not ended by its author's departure (VCLT 72)"
)
def test_a_suspension_before_its_author_left_and_came_back() -> None:
    """Who suspended a treaty, left it and joined anew has not surely suspended what it joined (72)."""
    acts = [*(ratified(who, "1990-01-01") for who in ("AUT", "BEL")), withdrew("AUT", "1993-01-01")]
    acts += [
        gb.Suspension(treaty="t", by="AUT", notified="1992-01-01"),
        ratified("AUT", "1995-01-01", id="back"),
    ]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=gb.WithdrawalClause())
    assert not found.operative_between("AUT", "BEL", "1996-01-01").is_no


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a withdrawal before entry is no notice by article 25(2) yet"
)
def test_a_withdrawal_before_entry_and_provisional_application() -> None:
    """Who withdraws from a treaty before its entry does not surely go on applying it (25(2))."""
    acts = [signed("AUT", "1990-01-01"), ratified("AUT", "1991-01-01"), withdrew("AUT", "1993-01-01")]
    clause = gb.ProvisionalClause(since="signature")
    found = treaty_of(gb.Consents(9), *acts, provisional_application=clause)
    assert not found.provisionally_applied("AUT", "1994-01-01").is_yes

"""Withdrawals: from a treaty or its next term, or of a ratification or signature before entry into force."""

from datetime import date
from typing import ClassVar, Literal, cast

import attrs

from geobrief.constraint import Text
from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_period, as_optional_when
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = ["Withdrawal", "WithdrawnFrom"]

WithdrawnFrom = Literal["treaty", "renewal", "ratification", "signature"]
"""What is withdrawn: a renewal can be refused, and a ratification taken back before entry into force."""


NoConflict = Literal["none"]


def _none_or_period(value: str | date | Period | None) -> NoConflict | Period | None:
    return cast("NoConflict", value) if value == "none" else as_optional_period(value)


@attrs.frozen(kw_only=True, repr=False)
class Withdrawal(StateAct):
    """A state withdraws from a treaty, or denounces it (VCLT 54–56, 65, 67, 68).

    Taking back a *ratification* before entry into force is a different act
    (``withdraws="ratification"``: Russia and the CTBT, 2023); the state stays a signatory.
    Notice against *renewal* ends a treaty, or its author's part in one of three or more, with the
    term (China and its treaty of 1950 with the Soviet Union, 1979).  One that says nothing of it is that
    where the treaty renews itself and does not speak of leaving, or excludes it.
    The day of receipt counts before that of notice; ``effective`` overrides what the clause of the
    treaty makes of either.

    >>> act = Withdrawal(treaty="ctbt", by="RUS", withdraws="ratification", notified="2023-11-03")
    >>> act.id, act.withdraws
    ('withdrawal-ctbt-rus', 'ratification')

    Attributes:
        withdraws: what is withdrawn; left out, the treaty or its next term, whichever can be meant.
        notified: the day notice was given.
        received: the day notice was received.
        effective: the first day on which the state is out, where a source states it.
        revoked: the day on which the notice was revoked, before it took effect.
        conflict: the armed conflict in which its author was engaged, or none; left out, not known.
        ground: the ground given for it.
    """

    kind_name: ClassVar[str] = "withdrawal"
    section: ClassVar[str] = "withdrawals"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("by",),
        "day": ("notified", "received", "effective"),
    }
    done_on: ClassVar[tuple[str, ...]] = ("received", "notified", "effective")
    further_days: ClassVar[tuple[str, ...]] = ("effective", "revoked")

    withdraws: WithdrawnFrom | None = None
    notified: When | None = attrs.field(default=None, converter=as_optional_when)
    received: When | None = attrs.field(default=None, converter=as_optional_when)
    effective: When | None = attrs.field(default=None, converter=as_optional_when)
    revoked: When | None = attrs.field(default=None, converter=as_optional_when)
    conflict: NoConflict | Period | None = attrs.field(default=None, converter=_none_or_period)
    ground: Text | None = None

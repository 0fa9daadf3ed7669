"""Entry-into-force clauses: condition, trigger day, delay, rounding, bounds, later parties.

The clause of a treaty says when it enters into force, and separately when it does so for
each state that consents later (VCLT 24).
"""

from datetime import date
from typing import Final, Literal

import attrs

from geobrief.constraint import Constrained
from geobrief.model import wording
from geobrief.model.algebra import Condition
from geobrief.model.treaty_in_force import TreatyInForce
from geobrief.values.convert import as_optional_delay, as_optional_when, as_when
from geobrief.values.delay import Delay
from geobrief.values.when import When

__all__ = ["SAME", "EntryIntoForce", "LaterParties", "OrganisationRule", "Rounding"]

Rounding = Literal["first_of_following_month", "first_of_that_month"]
"""To which day the delayed day is moved; the following month is strictly the next, even from the 1st."""

OrganisationRule = Literal["never", "unless_a_member_counts", "as_state", "as_its_members"]
"""How the consent of an organisation counts beside those of its members."""

SAME: Final = "same"
"""``then=SAME``: later parties wait for the treaty's own delay and rounding."""


@attrs.frozen(kw_only=True, repr=False)
class LaterParties(Constrained):
    """When the treaty enters into force for a state that consents later (VCLT 24(3)).

    >>> print(LaterParties(after="30 days"))
    for each later party on the 30th day after its own consent

    Attributes:
        after: the delay from its own consent; left out, the day of consent itself.
        rounding: to which day that is moved.
        to: whether ``later`` means after the trigger day or after the entry into force.
    """

    after: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    rounding: Rounding | None = None
    to: Literal["deposited_after_trigger", "deposited_after_entry"] = "deposited_after_trigger"

    def in_words(self, consent: str = "its own consent") -> str:
        """Say the rule, with the words for the consent from which it counts.

        >>> print(LaterParties(after="30 days", to="deposited_after_entry"))
        for each state that consents after entry into force, on the 30th day after its own consent
        """
        when = wording.delayed(self.after, self.rounding, consent, "on the day of its own consent")
        if self.to == "deposited_after_entry":
            return f"for each state that consents after entry into force, {when}"
        return f"for each later party {when}"

    def __str__(self) -> str:
        return self.in_words()


def _date_or_treaty(value: str | date | When | TreatyInForce | None) -> When | TreatyInForce | None:
    return value if value is None or isinstance(value, TreatyInForce) else as_when(value)


ON_OWN_CONSENT = LaterParties()
"""What holds where a clause does not speak of later parties (24(3))."""


@attrs.frozen(kw_only=True, repr=False)
class EntryIntoForce(Constrained):
    """When a treaty enters into force.

    >>> from geobrief.model.condition import Consents, Share
    >>> from geobrief.values.delay import Days
    >>> paris = Consents(55) & Share("emissions", at_least="0.55")
    >>> print(EntryIntoForce(upon=paris, after=Days(30), then=SAME))
    on the 30th day after 55 consents with at least 55 % of emissions; for each later party on the 30th day \
after its own

    Attributes:
        upon: the condition; the first day on which it holds is the trigger.
        after: the delay from the trigger.
        rounding: to which day the delayed day is moved.
        not_before: a day, or the entry of another treaty, before which it does not enter; applied last.
        on_date_if_met_by: if the trigger falls by this day, the treaty enters on exactly this day.
        then: later parties: ``same`` as the treaty, a rule of their own, or left out for the day of consent.
        organisations: how the consent of an organisation counts.
        deposits: whether the earliest of several deposits counts, or all are required.
        successions: whether a succession counts where the condition names no means of consent.
        immediate_effect: whether a consent works at once where it says so (``effective``; Geneva I, 62).
    """

    upon: Condition
    after: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    rounding: Rounding | None = None
    not_before: When | TreatyInForce | None = attrs.field(default=None, converter=_date_or_treaty)
    on_date_if_met_by: When | None = attrs.field(default=None, converter=as_optional_when)
    then: LaterParties | Literal["same"] | None = None
    organisations: OrganisationRule = "never"
    deposits: Literal["earliest", "all"] = "earliest"
    successions: Literal["never", "count"] = "never"
    immediate_effect: bool = False

    @property
    def later_parties(self) -> LaterParties:
        """The rule for later parties, written out."""
        if isinstance(self.then, LaterParties):
            return self.then
        if self.then == SAME:
            return LaterParties(after=self.after, rounding=self.rounding)
        return ON_OWN_CONSENT

    def __str__(self) -> str:
        parts = [self._entry()]
        if self.then is not None:
            is_understood = "consent" in str(self.upon)
            parts.append(self.later_parties.in_words("its own" if is_understood else "its own consent"))
        return "; ".join(parts)

    def _entry(self) -> str:
        event = str(self.upon)
        entry = wording.delayed(self.after, self.rounding, event, f"{self.upon.preposition} {event}")
        if self.on_date_if_met_by is not None:
            late = wording.delayed(self.after, self.rounding, "that", "as soon as that holds")
            entry = f"on {self.on_date_if_met_by} given {event} by that day, otherwise {late}"
        return entry if self.not_before is None else f"{entry}, but not before {self.not_before}"

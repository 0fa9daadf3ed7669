"""Amendments without acceptance: who is bound by the text as amended because it joined later (VCLT 40).

Who accepts an amendment is bound by its consent, as by any treaty.  This is about the others: who was a
party before is bound only where silence accepts (40(4)), who becomes one later as the amending text and
it itself say (40(5)).
"""

from collections.abc import Iterator

from geobrief.law.acts.consents import Consent
from geobrief.law.acts.related_treaties import Amendment
from geobrief.law.rules.parties import Parties
from geobrief.law.uncertain.span import DAWN, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.ratification import Ratification
from geobrief.truth import Truth

__all__ = ["as_amended"]


def as_amended(parties: Parties, who: str, amendment: Amendment) -> Iterator[Interval]:
    """Yield when a party to a treaty is one to the text as amended, without accepting that.

    Later is who becomes a party after the amendment enters; on its very day, that is open, and so it is
    whether one that succeeds to another is, of which nothing is said.
    """
    joinings, earlier = tuple(_joinings(parties, who)), Truth.of(amendment.binds_earlier)
    for (start, end), joined, own in joinings:
        act = own.dated.act if own is not None else None
        said = act.as_amended if isinstance(act, Ratification) else None
        takes_over = said is None and (own is None or own.is_succession)
        bound = amendment.binds(said) & Truth.of(not takes_over or amendment.binds_earlier or None)
        others = (each for each, _, _ in joinings if each.start.lo < start.lo)
        day_and_before = Span(max(start.lo - 1, DAWN), start.hi)
        later = amendment.is_before(joined) & ~TruthByDay.during(others).on_one_of(day_and_before)
        yield Interval(start.given(later & bound | ~later & earlier), end)


def _joinings(parties: Parties, who: str) -> Iterator[tuple[Interval, Span, Consent | None]]:
    """Yield when a person is a party, when it became one, and by which consent, if by its own.

    Who succeeds is a party from the day of succession, and became one by its notice.
    """
    if parties.binds_without_consent:
        yield from ((each, each.start, None) for each in parties.bound(who))
        return
    for stay in parties.stays(who):
        consent, days = stay.spell.consent, Interval(stay.start, parties.end_of(who, stay.spell, stay.end))
        joined = Span.hull(stay.start, stay.spell.start) if consent.is_succession else stay.start
        yield days, joined, consent
    for each in (*(one.days for one in parties.inherited(who)), *parties.as_later_party(who)):
        yield each, each.start, None

"""The interim obligation: not to defeat the object and purpose before entry (VCLT 18).

It binds a signatory until it makes clear that it will not become a party (18(a)), and a
state that has consented while entry into force is pending (18(b)).
"""

from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import ALWAYS, Interval, Span, earliest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.renunciation import Renunciation

__all__ = ["by_day", "renounced"]


def by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state is bound by the interim obligation."""
    party = TruthByDay.during(history.party(who))
    owed = TruthByDay.during(history.pending(who))
    for start, end in history.signed(who):
        signed = Interval(start, earliest_of([end, renounced(history, who, after=start), history.end]))
        # Once the treaty itself bound it, a state that left owes nothing by the signature before.
        since = (party & TruthByDay.during([Interval(start)])).begun()
        owed |= TruthByDay.during([signed]) & ~since
    return owed & ~party


def renounced(history: History, who: str, after: Span = ALWAYS) -> Span:
    """Find when a state, having signed, made clear that it will not become a party."""
    acts = (one.day for one, _ in history.acts.of(who).done(Renunciation))
    return earliest_of(day if day.lo > after.hi else day.or_never for day in acts if day.hi > after.lo)

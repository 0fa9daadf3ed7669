"""Provisions with a period of their own, as far as an extension of single articles prolonged it (VCLT 39)."""

from collections.abc import Iterable

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules.reported import interval_of
from geobrief.law.uncertain.span import NOT_EVER, SOME_DAY, Interval, Span, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.extension import Extension
from geobrief.model.provision import Provision
from geobrief.truth import Truth

__all__ = ["applies_by_day"]


def applies_by_day(provision: Provision, acts: Iterable[DatedAct]) -> TruthByDay:
    """Tell on which days a provision applies while its treaty is operative.

    What was agreed after its end leaves the days between open: whether it works back is not said.
    """
    if provision.period is None:
        return TruthByDay.constant(Truth.YES)
    periods = [interval_of(provision.period)]
    for one in acts:
        if isinstance(one.act, Extension) and provision.article in one.act.articles:
            over, longer = periods[-1].end, one.act.lengthened
            until = NOT_EVER if one.act.indefinitely else one.on("until")
            end = until or (over.put_off(longer) if longer else SOME_DAY)
            is_sure = not one.act.contested and not one.act.between
            begins = Span(over.lo, latest_of([over, one.effect]).hi)
            periods.append(Interval(begins if is_sure else begins.or_never, end))
    return TruthByDay.during(periods)

"""Whose word it is that a state is a member, where no act is recorded."""

from collections.abc import Iterable

import attrs

from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.reported import interval_of, reports
from geobrief.model.treaty import ReportedMembership, Treaty

__all__ = ["reported"]

BEGINNINGS = {
    "signature": "counted from signature",
    "consent": "counted from its consent to be bound",
    "entry_into_force": "counted from entry into force",
    None: "without saying from which act",
}


def reported(treaty: Treaty, states: Iterable[str]) -> Explanation:
    """Say who reports what."""
    return Explanation(tuple(_report(treaty, one) for one in reports(treaty, states)))


def _report(treaty: Treaty, one: ReportedMembership) -> Reason:
    cited = dict.fromkeys(citation.source for citation in (*one.citations, *treaty.citations))
    member = f"{name(one.by)} as a member {days.during(interval_of(one.period))}"
    says = f"{', '.join(cited) or 'a source'} reports {member}, {BEGINNINGS[one.begins_with]}"
    told = reason(f"{says}; no act is recorded", "as reported", treaty)
    return attrs.evolve(told, citations=one.citations or told.citations)

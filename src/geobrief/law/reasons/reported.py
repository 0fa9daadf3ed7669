"""Whose word it is that a state is a member, where no act is recorded."""

from collections.abc import Iterable

import attrs

from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.reported import interval_of, reports
from geobrief.law.uncertain.span import Span
from geobrief.model.treaty import ReportedEntry, ReportedMembership, Treaty

__all__ = ["reported"]

BEGINNINGS = {
    "signature": "counted from signature",
    "consent": "counted from its consent to be bound",
    "entry_into_force": "counted from entry into force",
    None: "without saying from which act",
}


def reported(treaty: Treaty, states: Iterable[str], day: int | None = None) -> Explanation:
    """Say who reports what; beside acts, what bears on a day, or else on any."""
    every = reports(treaty, states)
    if day is None:
        told = (f"{_said(treaty, one)}; no act is recorded" for one in every)
        return Explanation(tuple(_report(treaty, one, text) for one, text in zip(every, told, strict=True)))
    bearing = [one for one in every if interval_of(one.period).may_hold_on(day)] or every
    found = [_report(treaty, one, _said(treaty, one)) for one in bearing]
    for entry in treaty.reported_entries:
        if Span.of(entry.on).lo <= day:
            who = f" for {name(entry.by)}" if entry.by else ""
            text = f"{_sources(treaty, entry)} reports entry into force{who} {days.on(Span.of(entry.on))}"
            found.append(_report(treaty, entry, text))
    return Explanation(tuple(found))


def _report(treaty: Treaty, one: ReportedMembership | ReportedEntry, text: str) -> Reason:
    told = reason(text, "as reported", treaty)
    return attrs.evolve(told, citations=one.citations or told.citations)


def _said(treaty: Treaty, one: ReportedMembership) -> str:
    member = f"{name(one.by)} as a member {days.during(interval_of(one.period))}"
    return f"{_sources(treaty, one)} reports {member}, {BEGINNINGS[one.begins_with]}"


def _sources(treaty: Treaty, one: ReportedMembership | ReportedEntry) -> str:
    cited = dict.fromkeys(citation.source for citation in (*one.citations, *treaty.citations))
    return ", ".join(cited) or "a source"

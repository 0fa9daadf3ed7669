"""Whose word it is that a state is a member, where no act is recorded."""

from collections.abc import Collection, Iterable, Iterator

import attrs

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.reported import days_of, interval_of, reports
from geobrief.law.uncertain.span import Span
from geobrief.model.treaty import ReportedEnd, ReportedEntry, ReportedMembership, Treaty

__all__ = ["reported"]

Report = ReportedMembership | ReportedEntry | ReportedEnd

BEGINNINGS = {
    "signature": "counted from signature",
    "consent": "counted from its consent to be bound",
    "entry_into_force": "counted from entry into force",
    None: "without saying from which act",
}


def reported(treaty: Treaty, states: Collection[str], day: int | None = None) -> Explanation:
    """Say who reports what; beside acts, what bears on a day, or else on any."""
    every = reports(treaty, states)
    if day is None:
        told = [_report(treaty, one, f"{_said(treaty, one)}; no act is recorded") for one in every]
        return Explanation((*told, *_of_days(treaty, states, treaty.reported_ends)))
    bearing = [one for one in every if days_of(treaty, one).may_hold_on(day)] or every
    stated: tuple[ReportedEntry | ReportedEnd, ...] = (*treaty.reported_entries, *treaty.reported_ends)
    dated = (one for one in stated if Span.of(one.on).lo <= day)
    told = [_report(treaty, one, _said(treaty, one)) for one in bearing]
    return Explanation((*told, *_of_days(treaty, states, dated)))


def _of_days(
    treaty: Treaty, states: Collection[str], reported: Iterable[ReportedEntry | ReportedEnd]
) -> Iterator[Reason]:
    """Yield who reports an entry into force, a provisional application, or an end."""
    for one in reported:
        if isinstance(one, ReportedEnd) and states and one.by is not None and person(one.by) not in states:
            continue
        who = f" for {name(one.by)}" if one.by else ""
        what = "an end" if isinstance(one, ReportedEnd) else "entry into force"
        if isinstance(one, ReportedEntry) and one.provisional:
            what = "provisional application"
        text = f"{_sources(treaty, one)} reports {what}{who} {days.on(Span.of(one.on))}"
        yield _report(treaty, one, text)


def _report(treaty: Treaty, one: Report, text: str) -> Reason:
    told = reason(text, "as reported", treaty)
    return attrs.evolve(told, citations=one.citations or told.citations)


def _said(treaty: Treaty, one: ReportedMembership) -> str:
    known = "on days that it does not give" if one.period is None else days.during(interval_of(one.period))
    member = f"{name(one.by)} as a member {known}"
    return f"{_sources(treaty, one)} reports {member}, {BEGINNINGS[one.begins_with]}"


def _sources(treaty: Treaty, one: Report) -> str:
    cited = dict.fromkeys(citation.source for citation in (*one.citations, *treaty.citations))
    return ", ".join(cited) or "a source"

"""Dates agree: with the day up to which the brief is complete, and with each other."""

from collections.abc import Iterable, Iterator

from geobrief.brief import Brief
from geobrief.brief.as_known import publications
from geobrief.brief.select import day_of
from geobrief.checks.placed import placed
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem
from geobrief.model.act import Act
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.record import Record
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = ["after_the_horizon", "published_before_it_happened", "steps_out_of_order"]


@rule("GB304")
def after_the_horizon(brief: Brief) -> Iterator[Problem]:
    """Find what lies after the day up to which the brief is complete and is not planned."""
    for record in brief.records:
        if isinstance(record, Act) and record.planned:
            continue
        _, until = brief.reached[record.id]
        for path in record.roles.get("day", ()):
            for place, day in placed(record, path):
                if isinstance(day, When) and day.after(until).is_yes:
                    message = f"{day} is after {until}, up to which the brief is complete"
                    yield about(record, place, "GB304", message, str(day))


@rule("GB305")
def published_before_it_happened(brief: Brief) -> Iterator[Problem]:
    """Find what every source had published before it happened."""
    for record in brief.records:
        day = _happened(record)
        if day is None or (isinstance(record, Act) and record.planned):
            continue
        days = publications(record.citations, brief.sources)
        dated = 0 < len(days) == len(record.citations)
        if dated and all(published.before(day).is_yes for published in days):
            message = f"every source was published before {day}, when it happened"
            yield about(record, ("citations",), "GB305", message)


def _happened(record: Record) -> When | None:
    day = day_of(record)
    return day.start if isinstance(day, Period) else day


@rule("GB306")
def steps_out_of_order(brief: Brief) -> Iterator[Problem]:
    """Find instruments that left before they were executed, and notices that worked before given."""
    for record in brief.of_kind(Ratification):
        if record.instrument is not None:
            for problem in _out_of_order(record.instrument, "executed", ("deposited", "received", "sent")):
                yield problem.under(record.section, record.id, "instrument")
    for withdrawal in brief.of_kind(Withdrawal):
        notice = "received" if withdrawal.notified is None else "notified"
        for problem in _out_of_order(withdrawal, notice, ("received", "effective", "revoked")):
            yield problem.under(withdrawal.section, withdrawal.id)


def _out_of_order(value: Instrument | Withdrawal, first: str, then: Iterable[str]) -> Iterator[Problem]:
    earliest: When | None = getattr(value, first)
    if earliest is None:
        return
    for name in then:
        later: When | None = getattr(value, name)
        if later is not None and later.before(earliest).is_yes:
            yield Problem((name,), "GB306", f"{name} {later}, before {first} {earliest}", str(later))

"""Dates agree: with the day up to which the brief is complete, and with each other."""

from collections.abc import Iterable, Iterator

from geobrief.brief import Brief
from geobrief.brief.as_known import publications
from geobrief.brief.select import day_of, placed
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem
from geobrief.model.act import Act, StateAct
from geobrief.model.exchange import NoteExchange
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.record import Record
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = ["after_as_of", "published_before_it_happened", "steps_out_of_order"]


@rule(
    "GB304",
    severity="warning",
    title="after the day up to which the brief is complete",
    remedy="raise as_of, correct the date, or mark it planned",
)
def after_as_of(brief: Brief) -> Iterator[Problem]:
    """Find what lies after the day up to which the brief is complete and is not planned.

    Of an act that is the day on which it is done: it may take effect later.

    Why it is bad:
        Nothing after that day is covered, so the record counts where others of its time are missing.  Often
        the day has a slip of the pen.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS]}
        signatures:
          - {treaty: pact, by: PRK, on: 2024-12-04}

    Repair:
        signatures:
          - {treaty: pact, by: PRK, on: 2024-12-04, planned: true}
    """
    for record in brief.records:
        if isinstance(record, Act) and record.planned:
            continue
        _, until = brief.reached[record.id]
        for path in _days_that_count(record):
            for place, day in placed(record, path):
                if isinstance(day, When) and day.after(until).is_yes:
                    message = f"{day} is after {until}, up to which the brief is complete"
                    yield about(record, place, "GB304", message, str(day))


def _days_that_count(record: Record) -> Iterator[str]:
    """Yield the fields that hold its days: of an act of which one is known, not those of further effects."""
    further: tuple[str, ...] = ()
    if isinstance(record, Act):
        known = [name for name in record.done_on if getattr(record, name) is not None]
        further = tuple(name for name in record.further_days if name not in known[:1])
    yield from (path for path in record.roles.get("day", ()) if path not in further)


@rule(
    "GB305",
    severity="warning",
    title="published before it happened",
    remedy="correct one of the two dates",
)
def published_before_it_happened(brief: Brief) -> Iterator[Problem]:
    """Find what every source had published before it happened.

    Why it is bad:
        A source cannot tell what was still to come: one of the days is wrong, or what it tells is a plan.

    Example:
        sources:
          kcna: {publisher: KCNA, published: 2024-06-18}
        statements:
          remark: {speaker: PRK, on: 2024-06-19, text: It is a pact., citations: [{source: kcna}]}

    Repair:
        statements:
          remark: {speaker: PRK, on: 2024-06-18, text: It is a pact., citations: [{source: kcna}]}
    """
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


@rule(
    "GB306",
    severity="warning",
    title="step out of order",
    remedy="check the days of the steps: which comes first",
)
def steps_out_of_order(brief: Brief) -> Iterator[Problem]:
    """Find instruments that left before they were executed, and notices that worked before given.

    An exchange of notes is complete with the last of them, and no sooner (VCLT 13); a depositary passes on
    what it has received (78(c)).

    Why it is bad:
        Which of the steps came when decides from which day a state is bound.  Where they are in an order that
        cannot be, two days were exchanged or one was mistyped.

    Example:
        treaties:
          pact: {title: Pact, open_to: [all_states], withdrawal: {notice: 1 year}}
        withdrawals:
          - {treaty: pact, by: USA, notified: 2020-11-04, effective: 2019-11-04}

    Repair:
        withdrawals:
          - {treaty: pact, by: USA, notified: 2019-11-04, effective: 2020-11-04}
    """
    for record in brief.of_kind(Ratification):
        if record.instrument is not None:
            for problem in _out_of_order(record.instrument, "executed", ("deposited", "received", "sent")):
                yield problem.under(record.section, record.id, "instrument")
    for withdrawal in brief.of_kind(Withdrawal):
        notice = "received" if withdrawal.notified is None else "notified"
        for problem in _out_of_order(withdrawal, notice, ("received", "effective", "revoked")):
            yield problem.under(withdrawal.section, withdrawal.id)
    yield from _circulated_too_early(brief)
    for exchange in brief.of_kind(NoteExchange):
        for note in exchange.notes:
            if exchange.on is not None and exchange.on.before(note.on).is_yes:
                message = f"exchanged on {exchange.on}, before the note of {note.on}"
                yield about(exchange, ("on",), "GB306", message, str(exchange.on))
                break


def _circulated_too_early(brief: Brief) -> Iterator[Problem]:
    for act in brief.of_kind(StateAct):
        passed_on, made = act.circulated, _received(act)
        if made is not None and passed_on is not None and passed_on.before(made).is_yes:
            message = f"circulated {passed_on}, before it was received on {made}"
            yield about(act, ("circulated",), "GB306", message, str(passed_on))


def _received(act: StateAct) -> When | None:
    """Give the day on which an act reached the depositary, where that is known."""
    held = act.instrument if isinstance(act, Ratification) else act
    days = (getattr(held, name, None) for name in ("deposited", "received", "notified", "on"))
    return next((day for day in days if isinstance(day, When)), None)


def _out_of_order(value: Instrument | Withdrawal, first: str, then: Iterable[str]) -> Iterator[Problem]:
    earliest: When | None = getattr(value, first)
    if earliest is None:
        return
    for name in then:
        later: When | None = getattr(value, name)
        if later is not None and later.before(earliest).is_yes:
            yield Problem((name,), "GB306", f"{name} {later}, before {first} {earliest}", str(later))

"""Dated acts: each act with the possible days of what it does, as the law counts them.

Several deposits become the one that counts; a notification counts on receipt, or on
sending where the clause says so (VCLT 16, 78).  An act that may lie after the horizon is
clipped to it; a planned one has not happened.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from geobrief.actors import person
from geobrief.law.uncertain.span import NEVER, NOT_EVER, SOME_DAY, Span, earliest_of, latest_of, span_of
from geobrief.model.act import Act
from geobrief.model.condition import Condition, Notifications
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.renunciation import Renunciation
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.when import When

__all__ = ["DatedAct", "conditions_in", "dated", "in_order"]

MAIN: dict[type[Act], tuple[str, ...]] = {
    Signature: ("on",),
    InstrumentExchange: ("on",),
    Renunciation: ("on", "received"),
    Objection: ("on",),
    ProvisionalApplication: ("since",),
    Withdrawal: ("received", "notified"),
    Termination: ("effective", "on"),
    Extension: ("effective", "agreed"),
    Suspension: ("effective", "notified"),
}
"""The fields that hold the day on which an act happens, the one that counts first."""

FURTHER: dict[type[Act], tuple[str, ...]] = {
    Signature: ("withdrawn",),
    Objection: ("withdrawn",),
    ProvisionalApplication: ("ended",),
    Withdrawal: ("effective", "revoked"),
    Extension: ("until",),
    Suspension: ("ended",),
}
"""The fields that hold further days; such a day need not lie within the records."""


@attrs.frozen
class DatedAct:
    """An act, the possible days on which it happened, and those of its further effects.

    ``is_open`` where nobody records whether it was completed at all, such as a notification of
    which only the sending is known.
    """

    act: Act
    day: Span
    further: Mapping[str, Span] = attrs.field(factory=dict, eq=False)
    is_open: bool = False

    def on(self, name: str) -> Span | None:
        """Give the days of a further effect; None where none is recorded."""
        return self.further.get(name)


def dated(treaty: Treaty, acts: Iterable[Act], coverage: int) -> tuple[DatedAct, ...]:
    """Put the acts on one treaty in order; exact duplicates collapse, planned ones are left out.

    The order of input does not matter: they are sorted by day and id.
    """
    own = _unique(act for act in acts if act.treaty == treaty.id and not act.planned)
    found = (one for act in own for one in _dated(act, treaty))
    within = (one for each in found if (one := _up_to(each, coverage)) is not None)
    return in_order(within)


def in_order(acts: Iterable[DatedAct]) -> tuple[DatedAct, ...]:
    """Sort acts by day, and those of one day by id."""
    return tuple(sorted(acts, key=lambda one: (one.day, one.act.id)))


def _unique(acts: Iterable[Act]) -> Iterator[Act]:
    """Yield acts in an order of their own; two that differ may share an id, outside a brief."""
    by_id: dict[str, list[Act]] = {}
    for act in acts:
        same = by_id.setdefault(act.id, [])
        if act not in same:
            same.append(act)
    for same in by_id.values():
        yield from same if len(same) == 1 else sorted(same, key=repr)


def _up_to(one: DatedAct, coverage: int) -> DatedAct | None:
    """Clip an act to the horizon; of a ratification completed later, the steps at home remain."""
    if one.day.hi <= coverage:
        return one
    if one.is_open and one.day.lo <= coverage:
        return one
    if one.day.lo <= coverage:
        return attrs.evolve(one, day=one.day.until(coverage))
    return attrs.evolve(one, day=NOT_EVER) if isinstance(one.act, Ratification) else None


def conditions_in(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all that it combines."""
    yield condition
    for part in condition.parts:
        yield from conditions_in(part)


def _dated(act: Act, treaty: Treaty) -> Iterator[DatedAct]:
    further = {
        name: span_of(when)
        for name in FURTHER.get(type(act), ())
        if isinstance(when := getattr(act, name), When)
    }
    if isinstance(act, Ratification):
        instrument = act.instrument
        if instrument and instrument.effective:
            further["effective"] = span_of(instrument.effective)
        day = _consent_day(act, treaty)
        sent = instrument is not None and instrument.sent is not None
        yield DatedAct(act, day, further, is_open=sent and day.hi >= NEVER and day.may_happen)
    elif isinstance(act, NoteExchange):
        yield DatedAct(act, _last_note(act, treaty))
    elif isinstance(act, Withdrawal):
        yield DatedAct(act, _first_recorded(act, (*MAIN[Withdrawal], "effective")), further)
    else:
        yield DatedAct(act, _first_recorded(act, MAIN[type(act)]), further)


def _first_recorded(act: Act, names: Iterable[str]) -> Span:
    days = (getattr(act, name) for name in names)
    return next((span_of(day) for day in days if isinstance(day, When)), SOME_DAY)


def _consent_day(act: Ratification, treaty: Treaty) -> Span:
    """Find the day on which consent is established internationally (VCLT 16); never for a mere stage."""
    instrument, clause = act.instrument, treaty.entry_into_force
    if instrument is None:
        return NOT_EVER
    if instrument.deposits:
        every = [span_of(deposit.on) for deposit in instrument.deposits]
        if clause is None or clause.deposits == "earliest":
            return earliest_of(every)
        received = {person(deposit.depositary) for deposit in instrument.deposits}
        complete = received.issuperset(map(person, treaty.depositaries))
        return latest_of(every) if complete else NOT_EVER
    if instrument.deposited:
        return span_of(instrument.deposited)
    counts_on_sending = clause is not None and any(
        isinstance(part, Notifications) and part.day == "sent" for part in conditions_in(clause.upon)
    )
    if instrument.sent and (counts_on_sending or instrument.received is None):
        sent = span_of(instrument.sent)
        return sent if counts_on_sending else Span(sent.lo, NEVER)
    return span_of(instrument.received) if instrument.received else NOT_EVER


def _last_note(act: NoteExchange, treaty: Treaty) -> Span:
    """Find the day of the last note (VCLT 13); never while a note is missing."""
    if act.on is not None or not act.notes:
        return span_of(act.on) if act.on else SOME_DAY
    concerned = set(map(person, act.between or treaty.between))
    notes = [note for note in act.notes if not concerned or person(note.by) in concerned]
    senders = {person(note.by) for note in notes}
    if len(senders) < 2 or not senders.issuperset(concerned):
        return NOT_EVER
    return latest_of(span_of(note.on) for note in notes)

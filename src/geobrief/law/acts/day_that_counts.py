"""The day that counts: each act with the possible days on which the law takes it to be done.

A kind of act says which of its fields hold that day.  Of several deposits one counts; a
notification counts on receipt, or on sending where the clause says so (VCLT 16, 78).  An act
that may lie beyond the records is clipped to their last day; a planned one has not happened.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs

from geobrief.actors import person
from geobrief.closed import for_every
from geobrief.constraint import Invariant
from geobrief.errors import InvalidRecord
from geobrief.law.uncertain.span import DAWN, NEVER, NOT_EVER, SOME_DAY, Span, earliest_of, latest_of
from geobrief.model.act import Act
from geobrief.model.algebra import simple_parts
from geobrief.model.condition import Notifications
from geobrief.model.coverage import ActKind
from geobrief.model.exchange import NoteExchange
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["DatedAct", "dated", "in_order"]


@attrs.frozen
class DatedAct:
    """An act, the possible days on which it was done, and those of its further effects.

    On the day on which it is done it counts, and is in time or late; its effect may begin on another.

    ``is_open`` where nobody records whether it was completed at all, such as a notification of
    which only the sending is known; ``dated_by`` is the field that gives its day; ``is_admitted`` says
    whether the treaty is open to it (15).
    """

    act: Act
    day: Span
    further: Mapping[str, Span] = attrs.field(factory=dict, eq=False)
    is_open: bool = False
    dated_by: str = ""
    is_admitted: Truth = Truth.YES

    def on(self, name: str) -> Span | None:
        """Give the days of a further effect; None where none is recorded."""
        return self.day if name == self.dated_by else self.further.get(name)

    @property
    def effect(self) -> Span:
        """The days on which it takes effect: as it states, else when it is done (VCLT 39, 54(b), 57)."""
        stated = self.further.get("effective", self.day)
        return stated if self.day.must_happen else stated.or_never


def dated(treaty: Treaty, acts: Iterable[Act], last: int) -> tuple[DatedAct, ...]:
    """Put the acts on one treaty in order; exact duplicates collapse, planned ones are left out.

    The order of input does not matter: they are sorted by day and id.  ``last`` is the last day recorded.
    Raises `InvalidRecord` where two that differ share an id.
    """
    own = (act for act in _unique(acts) if act.treaty == treaty.id and not act.planned)
    found = (_up_to(_WHEN[act.kind_name](act, treaty), last) for act in own)
    return in_order(one for one in found if one is not None)


def in_order(acts: Iterable[DatedAct]) -> tuple[DatedAct, ...]:
    """Sort acts by day, and those of one day by id."""
    return tuple(sorted(acts, key=lambda one: (one.day, one.act.id)))


def _unique(acts: Iterable[Act]) -> Iterator[Act]:
    """Yield each act once; two that differ do not share an id."""
    by_id: dict[str, Act] = {}
    for act in acts:
        known = by_id.setdefault(act.id, act)
        if known is not act and known != act:
            message = f"two acts are called {act.id!r}; give one of them an id of its own"
            raise InvalidRecord("status", [Invariant("acts", message, "GB110")])
    yield from by_id.values()


def _up_to(one: DatedAct, last: int) -> DatedAct | None:
    """Clip an act to the last day recorded; of a ratification completed later, the steps at home remain."""
    if one.day.hi <= last or (one.is_open and one.day.lo <= last):
        return one
    if one.day.lo <= last:
        return attrs.evolve(one, day=one.day.until(last))
    return attrs.evolve(one, day=NOT_EVER) if isinstance(one.act, Ratification) else None


def _recorded(act: Act, _treaty: Treaty) -> DatedAct:
    """Take the first day that is recorded of those that the kind of act names."""
    dated_by = next((name for name in act.done_on if getattr(act, name) is not None), "")
    day = Span.of(getattr(act, dated_by)) if dated_by else SOME_DAY
    further = ((name, getattr(act, name)) for name in act.further_days if name != dated_by)
    stated = {name: Span.of(day) for name, day in further if day is not None}
    return DatedAct(act, day, stated, dated_by=dated_by)


def _ratified(act: Ratification, treaty: Treaty) -> DatedAct:
    """Date a consent by its instrument (VCLT 16), one that declares a later day of effect by that too."""
    instrument = act.instrument
    if instrument is None and act.missing.get("instrument", "not_applicable") != "not_applicable":
        since = treaty.adopted and treaty.adopted.earliest  # on any day from then on, or none
        return DatedAct(act, Span(since.toordinal() if since else DAWN, NEVER), is_open=True)
    if instrument is None:
        return DatedAct(act, NOT_EVER)
    day = _consent_day(instrument, treaty)
    further = {"effective": Span.of(instrument.effective)} if instrument.effective else {}
    is_open = instrument.sent is not None and day.hi >= NEVER and day.may_happen
    return DatedAct(act, day, further, is_open=is_open)


def _consent_day(instrument: Instrument, treaty: Treaty) -> Span:
    """Find the day on which consent is established internationally (VCLT 16); never for a mere stage."""
    clause = treaty.entry_into_force
    if instrument.deposits:
        every = [Span.of(deposit.on) for deposit in instrument.deposits]
        if clause is None or clause.deposits == "earliest":
            return earliest_of(every)
        received = {person(deposit.depositary) for deposit in instrument.deposits}
        complete = received.issuperset(map(person, treaty.depositaries))
        return latest_of(every) if complete else NOT_EVER
    if instrument.deposited:
        return Span.of(instrument.deposited)
    counts_on_sending = clause is not None and any(
        isinstance(part, Notifications) and part.day == "sent" for part in simple_parts(clause.upon)
    )
    if instrument.sent and (counts_on_sending or instrument.received is None):
        sent = Span.of(instrument.sent)
        return sent if counts_on_sending else sent.or_never
    return Span.of(instrument.received) if instrument.received else NOT_EVER


def _exchanged(act: NoteExchange, treaty: Treaty) -> DatedAct:
    """Date an exchange of notes by the last one (VCLT 13); it never happens while a note is missing."""
    if act.on is not None or not act.notes:
        return _recorded(act, treaty)
    concerned = set(map(person, act.between or treaty.between))
    notes = [note for note in act.notes if not concerned or person(note.by) in concerned]
    senders = {person(note.by) for note in notes}
    if len(senders) < 2 or not senders.issuperset(concerned):
        return DatedAct(act, NOT_EVER)
    return DatedAct(act, latest_of(Span.of(note.on) for note in notes))


_WHEN: Final[Mapping[str, Callable[[Any, Treaty], DatedAct]]] = for_every(
    get_args(ActKind),
    "_WHEN of geobrief.law.acts.day_that_counts",
    {
        **dict.fromkeys(("signature", "instrument_exchange", "provisional_application"), _recorded),
        **dict.fromkeys(("objection", "renunciation", "extension", "suspension"), _recorded),
        **dict.fromkeys(("withdrawal", "termination"), _recorded),
        "ratification": _ratified,
        "note_exchange": _exchanged,
    },
)
"""By which rule an act of each kind is dated; most are on the day that is recorded."""

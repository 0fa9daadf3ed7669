"""Exchanges: of instruments of ratification, and of notes (VCLT 13, 16(a))."""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from geobrief.constraint import Constrained, Text
from geobrief.model.act import JointAct
from geobrief.values.convert import as_optional_when, as_tuple, as_when
from geobrief.values.identifier import ActorCode
from geobrief.values.place import Place
from geobrief.values.when import When

__all__ = ["InstrumentExchange", "Note", "NoteExchange"]


@attrs.frozen(kw_only=True, repr=False)
class InstrumentExchange(JointAct):
    """The states hand each other their instruments of ratification (VCLT 16(a)).

    It is the only record that says that instruments were exchanged.

    >>> InstrumentExchange(treaty="dprk-russia-partnership", between=["PRK", "RUS"], on="2024-12-04").id
    'instrument-exchange-dprk-russia-partnership'

    Attributes:
        on: the day.
        at: the place.
        protocol: the protocol that was drawn up.
    """

    kind_name: ClassVar[str] = "instrument_exchange"
    section: ClassVar[str] = "instrument_exchanges"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",), "day": ("on",)}
    done_on: ClassVar[tuple[str, ...]] = ("on",)
    further_days: ClassVar[tuple[str, ...]] = ()

    on: When | None = attrs.field(default=None, converter=as_optional_when)
    at: Place | None = None
    protocol: Text | None = None


@attrs.frozen(kw_only=True, repr=False)
class Note(Constrained):
    """One of the notes of an exchange.

    The agreement is concluded by the last one, not by the first.

    >>> Note(by="GBR", on="1940-09-02").on
    When('1940-09-02')

    Attributes:
        by: who sent it.
        on: its day.
    """

    by: ActorCode
    on: When = attrs.field(converter=as_when)


def _as_notes(value: Iterable[Note]) -> tuple[Note, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class NoteExchange(JointAct):
    """States conclude an agreement by exchanging notes (VCLT 13); the last note completes it.

    >>> bases = NoteExchange(treaty="destroyers-for-bases", between=["GBR", "USA"],
    ...                      notes=[Note(by="GBR", on="1940-09-02"), Note(by="USA", on="1940-09-02")])
    >>> [note.by for note in bases.notes]
    ['GBR', 'USA']

    Attributes:
        notes: the notes, one for each state.
        on: the day of the exchange, where it is given as one day.
        at: the place.
    """

    kind_name: ClassVar[str] = "note_exchange"
    section: ClassVar[str] = "note_exchanges"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between", "notes.by"), "day": ("on", "notes.on")}
    done_on: ClassVar[tuple[str, ...]] = ("on",)
    further_days: ClassVar[tuple[str, ...]] = ()

    notes: tuple[Note, ...] = attrs.field(default=(), converter=_as_notes)
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    at: Place | None = None

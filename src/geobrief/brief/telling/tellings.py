"""The telling table: how a record of each kind is told in one line, and what it says of which day."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

from geobrief.brief.select import values_at
from geobrief.brief.telling import sentences
from geobrief.brief.telling.moments import Aspect, Moment, alleged_act, steps_at_home
from geobrief.brief.telling.teller import Teller
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.record import Record
from geobrief.model.registry import KINDS, for_every_kind
from geobrief.model.renunciation import Renunciation
from geobrief.model.response import Response
from geobrief.model.signature import Signature
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.place import Place
from geobrief.words import worded

__all__ = ["TELLINGS", "Telling", "moments", "places_of", "those_in", "told"]

R = TypeVar("R", bound=Record)


@attrs.frozen(kw_only=True)
class Telling(Generic[R]):
    """How a record of one kind is told.

    Attributes:
        sentence: what it says, in one line and without its hedges.
        dated: for each field that holds a day, what happened on it, or was said: its ``{sentence}``.
        aspect: whether that happened or was said.
        more: yields what else is dated in it.
        others: where it names who takes part, beside those who act and are acted upon.
        places: where it names a place, or a state or venue as one.
    """

    sentence: Callable[[R, Teller], str]
    dated: Mapping[str, str]
    aspect: Aspect = "happened"
    more: Callable[[R, Teller], Iterator[Moment]] | None = None
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


TELLINGS: Final[Mapping[type[Record], Telling[Any]]] = for_every_kind(
    "telling",
    {
        Treaty: Telling(
            sentence=sentences.treaty,
            dated={
                "adopted": "{treaty} is adopted",
                "registrations.on": "{treaty} is registered",
                "reported_entries.on": "{treaty} enters into force, as a source reports",
            },
            places=("adopted_at",),
        ),
        Signature: Telling(
            sentence=sentences.act_of_one,
            dated={"on": "{who} signs {treaty}", "withdrawn": "{who} withdraws its signature of {treaty}"},
            others=("signatory",),
            places=("at",),
        ),
        Ratification: Telling(
            sentence=sentences.ratification,
            dated={
                "instrument.executed": "{who} executes its instrument of {means} of {treaty}",
                "instrument.deposited": "{who} deposits its instrument of {means} of {treaty}",
                "instrument.deposits.on": "{who} deposits an instrument of {means} of {treaty}",
                "instrument.sent": "{who} sends notice of its {means} of {treaty}",
                "instrument.received": "notice of {means} of {treaty} by {who} is received",
                "instrument.effective": "the {means} of {treaty} by {who} takes effect, as it declares",
                "reservations.on": "{who} makes a reservation or declaration to {treaty}",
                "reservations.withdrawn": "{who} withdraws a reservation or declaration to {treaty}",
            },
            more=steps_at_home,
            others=("instrument.by",),
        ),
        InstrumentExchange: Telling(
            sentence=sentences.act_of_several,
            dated={"on": "{who} exchange instruments on {treaty}"},
            places=("at",),
        ),
        NoteExchange: Telling(
            sentence=sentences.act_of_several,
            dated={"on": "{who} exchange notes on {treaty}", "notes.on": "a note is sent on {treaty}"},
            places=("at",),
        ),
        ProvisionalApplication: Telling(
            sentence=sentences.act_of_one,
            dated={
                "since": "{who} begins to apply {treaty} provisionally",
                "ended": "{who} ceases to apply {treaty} provisionally",
            },
        ),
        Objection: Telling(
            sentence=sentences.objection,
            dated={
                "on": "{who} objects to the reservation of {to} to {treaty}",
                "withdrawn": "{who} withdraws its objection to the reservation of {to} to {treaty}",
            },
        ),
        Renunciation: Telling(
            sentence=sentences.act_of_one,
            dated={
                "on": "{who} declares that it will not become a party to {treaty}",
                "received": "the declaration of {who} on {treaty} is received",
            },
        ),
        Extension: Telling(
            sentence=sentences.act_of_several,
            dated={
                "agreed": "{who} agree to extend {treaty}",
                "effective": "the extension of {treaty} takes effect",
            },
        ),
        Suspension: Telling(
            sentence=sentences.suspension,
            dated={
                "notified": "{who} gives notice that it suspends {treaty}",
                "effective": "the suspension of {treaty} by {who} begins",
                "ended": "the suspension of {treaty} by {who} ends",
            },
        ),
        Withdrawal: Telling(
            sentence=sentences.withdrawal,
            dated={
                "notified": "{who} gives notice that it withdraws {what} {treaty}",
                "received": "notice that {who} withdraws {what} {treaty} is received",
                "effective": "the notice of {who} to withdraw {what} {treaty} takes effect",
                "revoked": "{who} takes back its notice to withdraw {what} {treaty}",
            },
        ),
        Termination: Telling(
            sentence=sentences.act_of_several,
            dated={"on": "{who} end {treaty}", "effective": "the end of {treaty} takes effect"},
        ),
        Deployment: Telling(
            sentence=sentences.deployment,
            dated={"period": "{sentence}"},
            others=("host", "in_support_of"),
            places=("place", "host", "territory"),
        ),
        WeaponsTest: Telling(
            sentence=sentences.weapons_test, dated={"on": "{sentence}"}, places=("launch", "impact")
        ),
        Accusation: Telling(
            sentence=sentences.accusation, dated={"made_on": "{sentence}"}, aspect="said", more=alleged_act
        ),
        Response: Telling(
            sentence=sentences.response,
            dated={"on": "{sentence}"},
            aspect="said",
            others=("speaker",),
            places=("venue",),
        ),
        Finding: Telling(sentence=sentences.finding, dated={"on": "{sentence}"}, aspect="said"),
        Statement: Telling(
            sentence=sentences.statement, dated={"on": "{sentence}"}, aspect="said", places=("venue",)
        ),
        Assessment: Telling(sentence=sentences.assessment, dated={"on": "{sentence}"}, aspect="said"),
    },
)
"""How each kind of record is told."""


def _telling(record: Record) -> Telling[Any]:
    return TELLINGS[KINDS[record.kind_name]]


def told(record: Record, teller: Teller) -> str:
    """Say what a record says, with its hedges.

    >>> told(Signature(treaty="pact", by="PRK", planned=True), Teller({}, {}))
    'signature of pact by North Korea (planned)'
    """
    alleged = ("alleged",) if getattr(record, "alleged", False) else ()
    return teller.hedged(record, _telling(record).sentence(record, teller), *alleged)


def moments(record: Record, teller: Teller) -> Iterator[Moment]:
    """Yield every moment that a record names."""
    telling = _telling(record)
    names = _names(record, telling.sentence(record, teller), teller)
    for path, words in telling.dated.items():
        for when in values_at(record, path):
            yield Moment(
                when=when,
                aspect=telling.aspect,
                text=teller.hedged(record, words.format(**names)),
                alleged=getattr(record, "alleged", False),
            )
    if telling.more is not None:
        yield from telling.more(record, teller)


def _names(record: Record, sentence: str, teller: Teller) -> dict[str, str]:
    treaty = record.treaty if isinstance(record, Act) else record.id
    who = teller.names(record.actors) if isinstance(record, Act) else ""
    return {
        "sentence": sentence,
        "treaty": teller.name(treaty),
        "who": who or "the parties",
        "to": teller.name(getattr(record, "to", "")),
        "means": worded(getattr(record, "means", "")),
        "what": {"ratification": "its ratification of", "signature": "its signature of"}.get(
            getattr(record, "withdraws", ""), "from"
        ),
    }


def those_in(record: Record) -> tuple[str, ...]:
    """Name the actors that take part in a record: who acts, who is acted upon, who speaks."""
    paths = [*record.roles.get("by", ()), *record.roles.get("against", ()), *_telling(record).others]
    return tuple(dict.fromkeys(each for path in paths for each in values_at(record, path)))


def places_of(record: Record) -> tuple[str, ...]:
    """Name the places in which a record happens, as names and as codes of states."""
    found = (each for path in _telling(record).places for each in values_at(record, path))
    names = (name for each in found for name in (_names_of(each) if isinstance(each, Place) else (each,)))
    return tuple(dict.fromkeys(name for name in names if name))


def _names_of(place: Place) -> tuple[str | None, ...]:
    return (place.name, place.raw, place.territory, place.controlled_by)

"""Moments: every day that a record names, with what happened or was said on it.

The day on which an alleged act is said to have happened and the day on which somebody
alleges it are two moments; the second is certain even where the first is not.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

import attrs

from geobrief.brief.select import values_at
from geobrief.brief.sentence import Teller, worded
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification, Step
from geobrief.model.record import Record
from geobrief.model.renunciation import Renunciation
from geobrief.model.response import Response
from geobrief.model.signature import Signature
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.period import Period
from geobrief.values.place import Place
from geobrief.values.source import Citation
from geobrief.values.when import When

__all__ = ["Aspect", "Moment", "moments", "places_of", "those_in"]

Aspect = Literal["happened", "said", "published"]
"""Whether something happened on the day, was said on it, or was published on it."""


@attrs.frozen(kw_only=True)
class Moment:
    """A day or stretch that a record names, and what was so on it.

    Attributes:
        when: the day, or the stretch of something that lasts.
        aspect: whether it happened or was said.
        text: what, as a sentence.
        alleged: whether it is only alleged that it happened.
        actors: those who take part, beside those who take part in the whole record.
        citations: where it is said, if that is not the same as for the whole record.
    """

    when: When | Period
    aspect: Aspect
    text: str
    alleged: bool = False
    actors: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


def moments(record: Record, teller: Teller) -> Iterator[Moment]:
    """Yield every moment that a record names."""
    if type(record) in _SAID:
        yield from _said(record, teller)
    elif isinstance(record, Deployment | WeaponsTest):
        yield from _done(record, teller)
    else:
        yield from _acted(record, teller)


def _said(record: Any, teller: Teller) -> Iterator[Moment]:
    said = _SAID[type(record)](record)
    if said is not None:
        yield Moment(when=said, aspect="said", text=teller.tell(record))
    if isinstance(record, Accusation) and record.act_on is not None:
        text = f"what {teller.names(record.accusers)} allege: {record.alleges or 'the act itself'}"
        yield Moment(when=record.act_on, aspect="happened", text=text, alleged=True)


_SAID: Final[dict[type[Record], Callable[[Any], When | None]]] = {
    Accusation: lambda record: record.made_on,
    Response: lambda record: record.on,
    Finding: lambda record: record.on,
    Statement: lambda record: record.on,
    Assessment: lambda record: record.on,
}


def _done(record: Deployment | WeaponsTest, teller: Teller) -> Iterator[Moment]:
    when = record.period if isinstance(record, Deployment) else record.on
    if when is not None:
        text = teller.tell(attrs.evolve(record, alleged=False))
        yield Moment(when=when, aspect="happened", text=text, alleged=record.alleged)


def _acted(record: Record, teller: Teller) -> Iterator[Moment]:
    names = _names(record, teller)
    for path, words in _ACTED.get(type(record), {}).items():
        for when in values_at(record, path):
            yield Moment(when=when, aspect="happened", text=teller.hedged(record, words.format(**names)))
    if isinstance(record, Ratification):
        for step in record.steps:
            yield from _step(step, record, teller)


def _names(record: Record, teller: Teller) -> dict[str, str]:
    treaty = record.treaty if isinstance(record, Act) else record.id
    who = teller.names(record.actors) if isinstance(record, Act) else ""
    return {
        "treaty": teller.name(treaty),
        "who": who or "the parties",
        "to": teller.name(getattr(record, "to", "")),
        "means": worded(getattr(record, "means", "")),
        "what": {"ratification": "its ratification of", "signature": "its signature of"}.get(
            getattr(record, "withdraws", ""), "from"
        ),
    }


def _step(step: Step, record: Ratification, teller: Teller) -> Iterator[Moment]:
    if step.on is None:
        return
    body = step.body or (teller.name(step.by) if step.by else "")
    text = (
        f"{teller.name(record.by)}: {worded(step.kind)} on {teller.name(record.treaty)}"
        f"{f', {body}' if body else ''}: {step.result}"
    )
    yield Moment(
        when=step.on,
        aspect="happened",
        text=teller.hedged(record, text),
        actors=(step.by,) if step.by else (),
        citations=step.citations,
    )


_ACTED: Final[dict[type[Record], dict[str, str]]] = {
    Treaty: {
        "adopted": "{treaty} is adopted",
        "registrations.on": "{treaty} is registered",
        "reported_entries.on": "{treaty} enters into force, as a source reports",
    },
    Signature: {"on": "{who} signs {treaty}", "withdrawn": "{who} withdraws its signature of {treaty}"},
    Ratification: {
        "instrument.executed": "{who} executes its instrument of {means} of {treaty}",
        "instrument.deposited": "{who} deposits its instrument of {means} of {treaty}",
        "instrument.deposits.on": "{who} deposits an instrument of {means} of {treaty}",
        "instrument.sent": "{who} sends notice of its {means} of {treaty}",
        "instrument.received": "notice of {means} of {treaty} by {who} is received",
        "instrument.effective": "the {means} of {treaty} by {who} takes effect, as it declares",
        "reservations.on": "{who} makes a reservation or declaration to {treaty}",
        "reservations.withdrawn": "{who} withdraws a reservation or declaration to {treaty}",
    },
    InstrumentExchange: {"on": "{who} exchange instruments on {treaty}"},
    NoteExchange: {
        "on": "{who} exchange notes on {treaty}",
        "notes.on": "a note is sent on {treaty}",
    },
    ProvisionalApplication: {
        "since": "{who} begins to apply {treaty} provisionally",
        "ended": "{who} ceases to apply {treaty} provisionally",
    },
    Objection: {
        "on": "{who} objects to the reservation of {to} to {treaty}",
        "withdrawn": "{who} withdraws its objection to the reservation of {to} to {treaty}",
    },
    Renunciation: {
        "on": "{who} declares that it will not become a party to {treaty}",
        "received": "the declaration of {who} on {treaty} is received",
    },
    Extension: {
        "agreed": "{who} agree to extend {treaty}",
        "effective": "the extension of {treaty} takes effect",
    },
    Suspension: {
        "notified": "{who} gives notice that it suspends {treaty}",
        "effective": "the suspension of {treaty} by {who} begins",
        "ended": "the suspension of {treaty} by {who} ends",
    },
    Withdrawal: {
        "notified": "{who} gives notice that it withdraws {what} {treaty}",
        "received": "notice that {who} withdraws {what} {treaty} is received",
        "effective": "the notice of {who} to withdraw {what} {treaty} takes effect",
        "revoked": "{who} takes back its notice to withdraw {what} {treaty}",
    },
    Termination: {
        "on": "{who} end {treaty}",
        "effective": "the end of {treaty} takes effect",
    },
}
"""For each field that holds a day of an act: what happens on it."""


_PARTICIPANTS = ("host", "speaker", "signatory", "instrument.by", "in_support_of")


def those_in(record: Record) -> tuple[str, ...]:
    """Name the actors that take part in a record: who acts, who is acted upon, who speaks."""
    paths = [*record.roles.get("by", ()), *record.roles.get("against", ())]
    paths += [path for path in _PARTICIPANTS if hasattr(record, path.partition(".")[0])]
    return tuple(dict.fromkeys(each for path in paths for each in values_at(record, path)))


def places_of(record: Record) -> tuple[str, ...]:
    """Name the places in which a record happens, as names and as codes of states."""
    found = [getattr(record, name, None) for name in ("at", "adopted_at", "place", "launch", "impact")]
    inside = [each for place in found if isinstance(place, Place) for each in _names_of(place)]
    inside += [getattr(record, name, None) for name in ("host", "territory", "venue")]
    return tuple(dict.fromkeys(each for each in inside if each))


def _names_of(place: Place) -> tuple[str | None, ...]:
    return (place.name, place.raw, place.territory, place.controlled_by)

"""The telling table: how a record of each kind is told in one line, and what it says of which day."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar, get_args

import attrs

from geobrief.brief.select import values_at
from geobrief.brief.telling.moments import Aspect, Moment, alleged_act, reported_days, steps_at_home
from geobrief.brief.telling.teller import Teller
from geobrief.closed import for_every
from geobrief.model.accusation import Accusation, AccusationMode
from geobrief.model.act import Act, JointAct, StateAct
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.model.response import Response
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal, WithdrawnFrom
from geobrief.values.place import Place
from geobrief.words import listed, worded

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


_ACCUSATIONS: Final[Mapping[AccusationMode, str]] = for_every(
    get_args(AccusationMode),
    "the nouns for accusations of geobrief.brief.telling.tellings",
    {"allege": "accusation", "disapprove": "disapproval", "investigate": "investigation"},
)
_WITHDRAWN: Final[Mapping[WithdrawnFrom, tuple[str, str]]] = for_every(
    get_args(WithdrawnFrom),
    "the words for what is withdrawn of geobrief.brief.telling.tellings",
    {
        "treaty": ("withdraws from", "to withdraw from"),
        "renewal": ("does not renew", "not to renew"),
        "ratification": ("withdraws its ratification of", "to withdraw its ratification of"),
        "signature": ("withdraws its signature of", "to withdraw its signature of"),
    },
)


def _treaty(record: Treaty, teller: Teller) -> str:
    between = f" between {teller.names(record.between)}" if record.between else ""
    return f"{worded(record.kind or 'treaty')} “{record.name}”{between}"


def _act_of_one(record: StateAct, teller: Teller) -> str:
    return _act(worded(record.kind_name), record, teller, "by")


def _act_of_several(record: JointAct, teller: Teller) -> str:
    return _act(worded(record.kind_name), record, teller, "between")


def _ratification(record: Ratification, teller: Teller) -> str:
    return _act(worded(record.means), record, teller, "by")


def _act(noun: str, record: Act, teller: Teller, joint: str) -> str:
    who = f" {joint} {teller.names(record.actors)}" if record.actors else ""
    return f"{noun} of {teller.name(record.treaty)}{who}"


def _objection(record: Objection, teller: Teller) -> str:
    return (
        f"objection of {teller.name(record.by)} to the reservation of {teller.name(record.to)}"
        f" to {teller.name(record.treaty)}"
    )


def _withdrawal(record: Withdrawal, teller: Teller) -> str:
    if record.withdraws == "renewal":
        return f"notice of {teller.name(record.by)} against renewal of {teller.name(record.treaty)}"
    what = "" if record.withdraws in {None, "treaty"} else f"its {record.withdraws} of "
    return f"withdrawal of {teller.name(record.by)} from {what}{teller.name(record.treaty)}"


def _suspension(record: Suspension, teller: Teller) -> str:
    towards = f" towards {teller.names(record.towards)}" if record.towards else ""
    return f"suspension of {teller.name(record.treaty)} by {teller.name(record.by)}{towards}"


def _deployment(record: Deployment, teller: Teller) -> str:
    place = record.territory or (teller.name(record.host) if record.host else None)
    where = f" in {place}" if place else ""
    action = "" if record.action in {None, "deploy"} else f", {record.action}"
    return f"forces of {teller.names(record.senders) or 'nobody named'}{where}{action}"


def _weapons_test(record: WeaponsTest, teller: Teller) -> str:
    weapon = record.weapon
    what = (weapon.name or weapon.raw or weapon.range_class) if weapon else None
    deed = "combat use of a weapon" if "combat_use" in record.purposes else f"{worded(record.kind)} test"
    return f"{deed} by {teller.name(record.tester)}{f': {what}' if what else ''}"


def _accusation(record: Accusation, teller: Teller) -> str:
    against = f" against {teller.names(record.accused)}" if record.accused else ""
    what = record.alleges or listed(sorted(map(worded, record.subjects)))
    noun = _ACCUSATIONS[record.mode]
    return f"{noun} by {teller.names(record.accusers)}{against}{f': {what}' if what else ''}"


def _response(record: Response, teller: Teller) -> str:
    speaker = f", by {teller.name(record.speaker)}," if record.speaker else ""
    quote = f": “{record.quote}”" if record.quote else ""
    kinds = listed(sorted(map(worded, record.kinds)))
    return f"response of {teller.name(record.by)}{speaker} to {record.to}: {kinds}{quote}"


def _finding(record: Finding, teller: Teller) -> str:
    text = f": {record.text}" if record.text else ""
    return f"finding of {teller.name(record.by)} on {teller.name(record.about)}: {record.verdict}{text}"


def _statement(record: Statement, teller: Teller) -> str:
    words = record.text or f"“{record.quote}”"
    return f"{worded(record.kind or 'statement')} of {teller.name(record.speaker)}: {words}"


def _assessment(record: Assessment, teller: Teller) -> str:
    words = worded(record.likelihood) if record.likelihood else record.verbatim
    hedge = f" ({words})" if words else ""
    return f"judgement of {teller.names(record.holders)}{hedge}: {record.proposition}"


PASSED_ON: Final = {"circulated": "the depositary passes on: {sentence}"}
"""What a depositary does with the act of a state (VCLT 78(c))."""

TELLINGS: Final[Mapping[str, Telling[Any]]] = for_every(
    KINDS,
    "TELLINGS of geobrief.brief.telling.tellings",
    {
        "treaty": Telling(
            sentence=_treaty,
            dated={
                "adopted": "{treaty} is adopted",
                "registrations.on": "{treaty} is registered",
            },
            more=reported_days,
            places=("adopted_at",),
        ),
        "signature": Telling(
            sentence=_act_of_one,
            dated={
                "on": "{who} signs {treaty}",
                "withdrawn": "{who} withdraws its signature of {treaty}",
                **PASSED_ON,
            },
            others=("signatory",),
            places=("at",),
        ),
        "ratification": Telling(
            sentence=_ratification,
            dated={
                "instrument.executed": "{who} executes its instrument of {means} of {treaty}",
                "instrument.deposited": "{who} deposits its instrument of {means} of {treaty}",
                "instrument.deposits.on": "{who} deposits an instrument of {means} of {treaty}",
                "instrument.sent": "{who} sends notice of its {means} of {treaty}",
                "instrument.received": "notice of {means} of {treaty} by {who} is received",
                "instrument.effective": "the {means} of {treaty} by {who} takes effect, as it declares",
                "reservations.on": "{who} makes a reservation or declaration to {treaty}",
                "reservations.withdrawn": "{who} withdraws a reservation or declaration to {treaty}",
                **PASSED_ON,
            },
            more=steps_at_home,
            others=("instrument.by",),
        ),
        "instrument_exchange": Telling(
            sentence=_act_of_several,
            dated={"on": "{who} exchange instruments on {treaty}"},
            places=("at",),
        ),
        "note_exchange": Telling(
            sentence=_act_of_several,
            dated={"on": "{who} exchange notes on {treaty}", "notes.on": "a note is sent on {treaty}"},
            places=("at",),
        ),
        "provisional_application": Telling(
            sentence=_act_of_one,
            dated={
                "received": "notice of {who} on the provisional application of {treaty} is received",
                "since": "{who} begins to apply {treaty} provisionally",
                "declined": "{who} declares that it does not apply {treaty} provisionally",
                "ended": "{who} ceases to apply {treaty} provisionally",
                **PASSED_ON,
            },
        ),
        "objection": Telling(
            sentence=_objection,
            dated={
                "on": "{who} objects to the reservation of {to} to {treaty}",
                "received": "the objection of {who} to the reservation of {to} to {treaty} is received",
                "withdrawn": "{who} withdraws its objection to the reservation of {to} to {treaty}",
                **PASSED_ON,
            },
        ),
        "renunciation": Telling(
            sentence=_act_of_one,
            dated={
                "on": "{who} declares that it will not become a party to {treaty}",
                "received": "the declaration of {who} on {treaty} is received",
                **PASSED_ON,
            },
        ),
        "extension": Telling(
            sentence=_act_of_several,
            dated={
                "agreed": "{who} agree to extend {treaty}",
                "effective": "the extension of {treaty} takes effect",
            },
        ),
        "suspension": Telling(
            sentence=_suspension,
            dated={
                "notified": "{who} gives notice that it suspends {treaty}",
                "received": "notice that {who} suspends {treaty} is received",
                "effective": "the suspension of {treaty} by {who} begins",
                "ended": "the suspension of {treaty} by {who} ends",
                **PASSED_ON,
            },
        ),
        "withdrawal": Telling(
            sentence=_withdrawal,
            dated={
                "notified": "{who} gives notice that it {withdraws} {treaty}",
                "received": "notice that {who} {withdraws} {treaty} is received",
                "effective": "the notice of {who} {to_withdraw} {treaty} takes effect",
                "revoked": "{who} takes back its notice {to_withdraw} {treaty}",
                **PASSED_ON,
            },
        ),
        "termination": Telling(
            sentence=_act_of_several,
            dated={"on": "{who} end {treaty}", "effective": "the end of {treaty} takes effect"},
        ),
        "deployment": Telling(
            sentence=_deployment,
            dated={"period": "{sentence}"},
            others=("host", "in_support_of"),
            places=("place", "host", "territory"),
        ),
        "weapons_test": Telling(
            sentence=_weapons_test, dated={"on": "{sentence}"}, places=("launch", "impact")
        ),
        "accusation": Telling(
            sentence=_accusation, dated={"made_on": "{sentence}"}, aspect="said", more=alleged_act
        ),
        "response": Telling(
            sentence=_response,
            dated={"on": "{sentence}"},
            aspect="said",
            others=("speaker",),
            places=("venue",),
        ),
        "finding": Telling(sentence=_finding, dated={"on": "{sentence}"}, aspect="said"),
        "statement": Telling(
            sentence=_statement, dated={"on": "{sentence}"}, aspect="said", places=("venue",)
        ),
        "assessment": Telling(sentence=_assessment, dated={"on": "{sentence}"}, aspect="said"),
    },
)
"""How each kind of record is told, by its name."""


def told(record: Record, teller: Teller) -> str:
    """Say what a record says, with its hedges.

    >>> from geobrief import Signature
    >>> told(Signature(treaty="pact", by="PRK", planned=True), Teller({}, {}))
    'signature of pact by North Korea (planned)'
    """
    alleged = ("alleged",) if getattr(record, "alleged", False) else ()
    return teller.hedged(record, TELLINGS[record.kind_name].sentence(record, teller), *alleged)


def moments(record: Record, teller: Teller) -> Iterator[Moment]:
    """Yield every moment that a record names."""
    telling = TELLINGS[record.kind_name]
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
    what = record.withdraws if isinstance(record, Withdrawal) else None
    withdraws, to_withdraw = _WITHDRAWN[what or "treaty"]
    return {
        "sentence": sentence,
        "treaty": teller.name(treaty),
        "who": who or "the parties",
        "to": teller.name(getattr(record, "to", "")),
        "means": worded(getattr(record, "means", "")),
        "withdraws": withdraws,
        "to_withdraw": to_withdraw,
    }


def those_in(record: Record) -> tuple[str, ...]:
    """Name the actors that take part in a record: who acts, who is acted upon, who speaks."""
    paths = [
        *record.roles.get("by", ()),
        *record.roles.get("against", ()),
        *TELLINGS[record.kind_name].others,
    ]
    return tuple(dict.fromkeys(each for path in paths for each in values_at(record, path)))


def places_of(record: Record) -> tuple[str, ...]:
    """Name the places in which a record happens, as names and as codes of states."""
    found = (each for path in TELLINGS[record.kind_name].places for each in values_at(record, path))
    names = (name for each in found for name in (_names_of(each) if isinstance(each, Place) else (each,)))
    return tuple(dict.fromkeys(name for name in names if name))


def _names_of(place: Place) -> tuple[str | None, ...]:
    return (place.name, place.raw, place.territory, place.controlled_by)

"""Which treaties bear on a deployment or a test, and how.

A treaty bears on it as the basis that is claimed for it, whether or not it was in force;
as an obligation to act; or as a prohibition.  That a prohibition bears on an event is not
yet a breach: geobrief lists what has to be looked at and judges nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar, Final, Literal, get_args

import attrs

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.brief.select import day_of
from geobrief.claims.speaker import Actors, named, principal
from geobrief.closed import for_every
from geobrief.law import Obligation, TreatyStatus, obligations
from geobrief.model.deployment import Deployment, LegalBasis
from geobrief.model.record import Record
from geobrief.model.registry import ACTS, KINDS
from geobrief.model.treaty import Provision, ProvisionKind, Treaty
from geobrief.model.weapons_test import TestKind, WeaponsTest
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.period import Period
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["BEARS_ON", "Bearing", "How", "bearings", "day_asked"]

How = Literal["basis", "claimed_basis", "obligation", "prohibition"]
"""How a treaty bears on an event."""

_ASKS: Final[frozenset[ProvisionKind]] = frozenset({"defense", "offense", "consultation", "basing"})
"""What obliges to help, or to let forces in."""

_FORBIDS: Final[frozenset[ProvisionKind]] = frozenset({"nonaggression", "neutrality"})
"""What a deployment to, or in support of, somebody may run against."""

_FORBIDS_TESTS: Final[Mapping[TestKind, frozenset[ProvisionKind]]] = for_every(
    get_args(TestKind),
    "the bans of tests of geobrief.brief.bearing",
    {
        "nuclear": frozenset({"test_ban", "nonproliferation"}),
        "missile": frozenset({"arms_limitation"}),
        "engine": frozenset({"arms_limitation"}),
        "anti_satellite": frozenset({"arms_limitation"}),
        **dict.fromkeys(("air_defence", "space_launch", "other"), frozenset[ProvisionKind]()),
    },
)
"""What a test of a kind may run against; bans of tests are bans of nuclear tests."""


@attrs.frozen(kw_only=True)
class Bearing(Result):
    """How one treaty bears on a deployment or a test on a day.

    Attributes:
        treaty: the treaty.
        how: as basis, claimed or established, as an obligation, or as a prohibition.
        on: the day.
        value: whether it does: for a basis, whether the treaty was in force.
        text: it, as a sentence.
        reasons: why.
    """

    form: ClassVar[Form] = Form("treaty=treaty.id how on answer=value sentence reasons")

    treaty: Treaty
    how: How
    on: When
    value: Truth
    text: str
    reasons: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        return self.text


StatusOf = Mapping[str, TreatyStatus]
"""The statuses of all treaties of a brief, by id."""


def _on_deployment(record: Deployment, on: When, known: StatusOf, actors: Actors) -> Iterator[Bearing]:
    yield from _bases(record, on, known, actors)
    yield from _duties_in(record, on, known.values(), actors)


def _bases(record: Deployment, on: When, known: StatusOf, actors: Actors) -> Iterator[Bearing]:
    for basis in record.legal_basis:
        status = known.get(basis.treaty or "")
        if status is not None:
            claimants = listed(named(code, actors) for code in basis.by)
            yield _basis(basis, record, on, status, claimants)


_STATES = {Truth.YES: "was in force", Truth.NO: "was not in force", Truth.UNKNOWN: "may have been in force"}


def _basis(basis: LegalBasis, record: Deployment, on: When, status: TreatyStatus, claimants: str) -> Bearing:
    treaty, answer = status.treaty, status.in_force(on)
    word = "is claimed as its legal basis" if basis.claimed else "is its legal basis"
    by = f" by {claimants}" if claimants and basis.claimed else ""
    said = Reason(
        text=basis.text or f"{treaty.name} {word}{by}",
        records=(record.id, treaty.id),
        citations=basis.citations or record.citations,
    )
    return Bearing(
        treaty=treaty,
        how="claimed_basis" if basis.claimed else "basis",
        on=on,
        value=answer.value,
        text=f"{treaty.name} {word}{by}; on {on} it {_STATES[answer.value]}",
        reasons=(said, *answer.reasons),
    )


def _duties_in(
    record: Deployment, on: When, statuses: Iterable[TreatyStatus], actors: Actors
) -> Iterator[Bearing]:
    every = tuple(statuses)
    others = _states([*([record.host] if record.host else []), *record.in_support_of], actors)
    for sender in _states(record.senders, actors):
        for other in others:
            for owed in obligations(sender, other, on, every, _ASKS | _FORBIDS) if sender != other else ():
                yield _owed(owed, "prohibition" if owed.provision.kind in _FORBIDS else "obligation")


def _states(codes: Iterable[str], actors: Actors) -> tuple[str, ...]:
    """Give the states for which several actors act, each once."""
    return tuple(dict.fromkeys(principal(code, actors) for code in codes))


def _owed(owed: Obligation, how: How) -> Bearing:
    return Bearing(
        treaty=owed.treaty,
        how=how,
        on=owed.on,
        value=owed.value,
        text=f"{how} that {'bears' if owed.value.is_yes else 'may bear'} on it: {owed}",
        reasons=owed.reasons,
    )


def _on_weapons_test(record: WeaponsTest, on: When, known: StatusOf, actors: Actors) -> Iterator[Bearing]:
    tester = principal(record.tester, actors)
    kinds = _FORBIDS_TESTS[record.kind]
    for status in known.values():
        for ban in status.treaty.provisions if kinds and status.may_bind(tester) else ():
            if ban.kind in kinds and (not ban.duty_of or tester in map(person, ban.duty_of)):
                yield from _ban(ban, tester, on, status)


def _ban(ban: Provision, tester: str, on: When, status: TreatyStatus) -> Iterator[Bearing]:
    """Tell whether a ban binds: as a party, or as one that must not defeat it beforehand (VCLT 18)."""
    applies = ban.period.covers(on) if ban.period else Truth.YES
    as_party = status.in_force_for(tester, on)
    interim = status.bound_by_interim_obligation(tester, on)
    answer = interim if as_party.is_no else as_party
    value = answer.value & applies
    if value.is_no:
        return
    treaty = status.treaty
    place = f"{treaty.name}{f', art. {ban.article}' if ban.article else ''}"
    bears = "bears" if value.is_yes else "may bear"
    early = ", which it must not defeat before it is in force" if as_party.is_no else ""
    rule = Reason(
        text=f"{place}: {ban.text or worded(ban.kind)}",
        rule="VCLT 18" if as_party.is_no else "VCLT 26",
        records=(treaty.id,),
        citations=ban.citations or treaty.citations,
    )
    yield Bearing(
        treaty=treaty,
        how="prohibition",
        on=on,
        value=value,
        text=f"prohibition that {bears} on it: {place} ({worded(ban.kind)}){early}",
        reasons=(rule, *answer.reasons),
    )


BEARS_ON: Final[Mapping[str, Callable[[Any, When, StatusOf, Actors], Iterator[Bearing]] | None]] = for_every(
    KINDS,
    "BEARS_ON of geobrief.brief.bearing",
    {
        **dict.fromkeys(("treaty", *(act.kind_name for act in ACTS))),
        "deployment": _on_deployment,
        "weapons_test": _on_weapons_test,
        **dict.fromkeys(("accusation", "response", "finding", "statement", "assessment")),
    },
)
"""By the name of each kind of record what lists how treaties bear on it; None where it is no event."""


def day_asked(record: Record) -> When | None:
    """Return the day of a deployment or test: for what lasts, its first."""
    day = day_of(record) if BEARS_ON[record.kind_name] else None
    return day.start if isinstance(day, Period) else day


def bearings(
    record: Record, on: When, statuses: Iterable[TreatyStatus], actors: Actors
) -> tuple[Bearing, ...]:
    """List how treaties bear on a deployment or test on a day; nothing for other records."""
    bear = BEARS_ON[record.kind_name]
    return tuple(bear(record, on, {status.treaty.id: status for status in statuses}, actors)) if bear else ()

"""Consents: what each state has done about a treaty, as a history of repeated spells.

Acts of a continuing state under either code are acts of one person (Russia and the
Soviet Union).  A state's consent lies before its own withdrawal, or on its day; one that
consents again on the day on which it leaves has left first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, TypeVar, get_args

import attrs

from geobrief.actors import person
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.uncertain.span import NEVER, Interval, Span, earliest_of, latest_of
from geobrief.model.act import JointAct, StateAct
from geobrief.model.coverage import ActKind
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty
from geobrief.model.withdrawal import Withdrawal
from geobrief.truth import Truth

__all__ = ["ActsByState", "ActsOfState", "Consent", "ConsentSpell", "Notice", "negotiators"]

A = TypeVar("A")


@attrs.frozen
class Consent:
    """Consent to be bound, established internationally on some day (VCLT 2(1)(b), 11–16).

    Attributes:
        day: when it was established.
        means: ratification, accession …, or signature, instruments, notes, another treaty.
        dated: the act.
    """

    day: Span
    means: str
    dated: DatedAct

    @property
    def is_succession(self) -> bool:
        """Whether it rests on the consent of a predecessor (VCSS 17, 22)."""
        return self.means == "succession"

    @property
    def may_be_none(self) -> bool:
        """Whether it is a signature of which nobody says whether it is definitive (VCLT 12, 14)."""
        return self.means == "signature" and self.dated.day.must_happen and not self.day.must_happen


@attrs.frozen
class Notice:
    """A notice of withdrawal that comes, or may come, after a consent.

    Attributes:
        dated: the withdrawal.
        day: the possible days of the notice, given that it comes after the consent.
        is_after: whether it surely does.
        is_of_signature: whether it takes back a definitive signature.
    """

    dated: DatedAct
    day: Span
    is_after: bool
    is_of_signature: bool = False

    @property
    def due(self) -> Span:
        """The day on which it works before entry into force: its own, or a later one that it states."""
        stated = self.dated.on("effective")
        return self.day if stated is None else latest_of([self.day, stated])

    @property
    def takes_back(self) -> Span:
        """The day on which it takes back a consent that does not bind yet, unless it was revoked before (68).

        Possibly never where it may come before the consent.
        """
        revoked = self.dated.on("revoked") if self.dated.on("effective") is not None else None
        due = self.due if revoked is None else self.due.given(self.due.not_after(revoked))
        return due if self.is_after else due.or_never

    @property
    def is_of_renewal(self) -> bool:
        """Whether it says that it is only against the next term: it takes back no consent."""
        return isinstance(self.dated.act, Withdrawal) and self.dated.act.withdraws == "renewal"


@attrs.frozen
class ConsentSpell:
    """A consent, and the notices after it that may end it.

    A notice ends every consent before it, if it takes effect; one that is revoked, or comes too
    early, leaves them as they are, and a later one may still end them.

    Attributes:
        consent: the consent.
        start: when it was established.
        notices: the withdrawals that come after it.
    """

    consent: Consent
    start: Span
    notices: tuple[Notice, ...] = ()

    @property
    def withdrawals(self) -> tuple[Notice, ...]:
        """The notices by which the consent can be taken back before it binds."""
        return tuple(each for each in self.notices if not each.is_of_renewal) if self.notices else ()

    @property
    def noticed(self) -> Span:
        """The day on which the consent would first be withdrawn if it did not bind; never where it is not."""
        return earliest_of(each.takes_back for each in self.withdrawals)


@attrs.frozen(slots=False, eq=False)
class ActsOfState:
    """Everything that one person in law has done about a treaty."""

    who: str
    signatures: list[DatedAct] = attrs.field(factory=list, init=False)
    consents: list[Consent] = attrs.field(factory=list, init=False)
    notices: list[DatedAct] = attrs.field(factory=list, init=False)
    other: list[DatedAct] = attrs.field(factory=list, init=False)

    @cached_property
    def first(self) -> Span:
        """The day of the first thing that it did itself about the treaty; never if it did nothing."""
        consents = (one.dated.day for one in self.consents if one.means != "implied")
        done = (one.day for one in (*self.signatures, *self.notices, *self.other))
        return earliest_of((*consents, *done))

    def done(self, kind: type[A]) -> list[tuple[DatedAct, A]]:
        """List its acts of a kind that are no consent of their own, and no notice to end one."""
        return [(one, one.act) for one in self.other if isinstance(one.act, kind)]

    @cached_property
    def spells(self) -> tuple[ConsentSpell, ...]:
        """The spells of consent, in order."""
        return tuple(_spells(self.consents, self.notices, self._taken_back))

    @cached_property
    def signed(self) -> tuple[Interval, ...]:
        """From each signature to its withdrawal."""
        return tuple(
            Interval(one.day, earliest_of(day for _, day in self._unsigned(one))) for one in self.signatures
        )

    def _unsigned(self, signature: DatedAct) -> Iterator[tuple[DatedAct, Span]]:
        """Yield what takes back a signature, and when."""
        if (withdrawn := signature.on("withdrawn")) is not None:
            yield signature, withdrawn
        for one, _ in self.done(Withdrawal):
            if one.day.hi > signature.day.lo:
                yield one, one.day if one.day.lo > signature.day.hi else one.day.or_never

    def _taken_back(self, consent: Consent) -> Iterator[Notice]:
        if consent.means == "signature":
            for one, day in self._unsigned(consent.dated):
                yield Notice(one, day, is_after=True, is_of_signature=True)


class ActsByState:
    """What each state has done about a treaty, and what several did together."""

    def __init__(self, treaty: Treaty, acts: Iterable[DatedAct]) -> None:
        """Sort the acts by those who did them, each by what it means for a treaty."""
        self.treaty = treaty
        self.by_state: dict[str, ActsOfState] = {}
        self.joint: list[DatedAct] = []
        for one in acts:
            self._enters[one.act.kind_name](self, one, one.act)

    @cached_property
    def adoption(self) -> Span | None:
        """The day of adoption, or of the first signature where that is not recorded."""
        if self.treaty.adopted is not None:
            return Span.of(self.treaty.adopted)
        signed = [one.day for state_acts in self.by_state.values() for one in state_acts.signatures]
        return earliest_of(signed) if signed else None

    def together(self, kind: type[A]) -> list[tuple[DatedAct, A]]:
        """List the acts of a kind that several did together."""
        return [(one, one.act) for one in self.joint if isinstance(one.act, kind)]

    def of(self, who: str) -> ActsOfState:
        """Give what a person has done, which may be nothing."""
        return self.by_state.get(who) or ActsOfState(who)

    def add(self, who: str, consent: Consent) -> None:
        """Enter a consent that follows from elsewhere."""
        self._state_acts(who).consents.append(consent)

    def _state_acts(self, code: str) -> ActsOfState:
        who = person(code)
        if who not in self.by_state:
            self.by_state[who] = ActsOfState(who)
        return self.by_state[who]

    def _sign(self, one: DatedAct, act: Signature) -> None:
        state_acts = self._state_acts(act.by)
        state_acts.signatures.append(one)
        binds = self._signatures_bind if act.effect is None else Truth.of(act.effect == "definitive")
        if not binds.is_no:
            self._consent(state_acts, Consent(one.day.given(binds), "signature", one))

    def _ratify(self, one: DatedAct, act: Ratification) -> None:
        state_acts = self._state_acts(act.by)
        state_acts.other.append(one)
        if one.day.may_happen:
            self._consent(state_acts, Consent(one.day, act.means, one))

    def _exchange(self, one: DatedAct, act: InstrumentExchange | NoteExchange) -> None:
        self.joint.append(one)
        notes = tuple(note.by for note in act.notes) if isinstance(act, NoteExchange) else ()
        for code in act.between or notes or self.treaty.between:
            self._consent(self._state_acts(code), Consent(one.day, "exchange", one))

    def _withdraw(self, one: DatedAct, act: Withdrawal) -> None:
        state_acts = self._state_acts(act.by)
        (state_acts.other if act.withdraws == "signature" else state_acts.notices).append(one)

    def _act_otherwise(self, one: DatedAct, act: StateAct) -> None:
        self._state_acts(act.by).other.append(one)

    def _act_together(self, one: DatedAct, _act: JointAct) -> None:
        self.joint.append(one)

    _enters: ClassVar[Mapping[str, Callable[[Any, DatedAct, Any], None]]] = for_every(
        get_args(ActKind),
        "ActsByState._enters of geobrief.law.acts.consents",
        {
            "signature": _sign,
            "ratification": _ratify,
            "withdrawal": _withdraw,
            **dict.fromkeys(("instrument_exchange", "note_exchange"), _exchange),
            **dict.fromkeys(("extension", "termination"), _act_together),
            **dict.fromkeys(("objection", "renunciation", "suspension"), _act_otherwise),
            "provisional_application": _act_otherwise,
        },
    )
    """What an act of each kind is: a signature, a consent, a notice, or what the rule for it looks for."""

    def _consent(self, state_acts: ActsOfState, consent: Consent) -> None:
        """Enter a consent; of those to whom a closed treaty is not open, only a succession is one."""
        if not self.named or state_acts.who in self.named or consent.is_succession:
            state_acts.consents.append(consent)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The persons to whom a closed treaty is open."""
        return tuple(map(person, self.treaty.between))

    @cached_property
    def _signatures_bind(self) -> Truth:
        """Whether a signature that says nothing of itself is definitive (VCLT 12).

        It is where the clause speaks of signature, and where a closed one asks only for a day; where it asks
        for another means of consent, signature is subject to that (14).  What an open one that asks only for
        a day makes of it, nobody knows.
        """
        clause = self.treaty.entry_into_force
        asked = clause.upon.asked if clause else frozenset({"consent"})
        if "signature" in asked:
            return Truth.YES
        only_a_day = asked <= {"day", "another_treaty"}
        return Truth.of(only_a_day and (bool(self.named) or None))


def negotiators(treaty: Treaty, acts: ActsByState) -> tuple[str, ...]:
    """Name the negotiating states; where nobody says who they were, the signatories (VCLT 24(2))."""
    named = treaty.negotiating_states or treaty.between
    if named:
        return tuple(dict.fromkeys(map(person, named)))
    return tuple(who for who, state_acts in acts.by_state.items() if state_acts.signatures)


def _spells(
    consents: Iterable[Consent],
    notices: Iterable[DatedAct],
    taken_back: Callable[[Consent], Iterable[Notice]],
) -> Iterator[ConsentSpell]:
    """Pair each consent with the notices after it; a notice without a consent before it has no effect.

    One consent at least lies before each notice, or on its day: where only one can, it does.
    """
    ordered = sorted(consents, key=lambda one: (one.day, one.dated.act.id))
    against = [(notice, *_before(notice.day, ordered)) for notice in notices]
    for consent in ordered:
        if not against:
            yield ConsentSpell(consent, consent.day, tuple(taken_back(consent)))
            continue
        mine = [
            (notice, gap, is_sure or notice.day.lo > consent.day.hi)
            for notice, before, gap, is_sure in against
            if consent in before
        ]
        only = (notice.day.hi for notice, before, _, _ in against if before == [consent])
        after = [
            Notice(
                notice,
                Span(min(max(notice.day.lo, consent.day.lo + gap), NEVER), notice.day.hi),
                is_after=is_after,
            )
            for notice, gap, is_after in mine
        ]
        start = Span(consent.day.lo, min([consent.day.hi, *only]))
        yield ConsentSpell(consent, start, (*after, *taken_back(consent)))


def _before(noticed: Span, consents: list[Consent]) -> tuple[list[Consent], int, bool]:
    """List the consents that may lie before a notice, by at least how many days, and whether all surely do.

    One of its own day does only where none lies on a day before.
    """
    gap = int(any(one.day.hi < noticed.lo for one in consents))
    before = [one for one in consents if one.day.lo + gap <= noticed.hi]
    is_sure = len(before) == 1 or all(one.day.lo == noticed.hi for one in before)
    return before, gap, is_sure

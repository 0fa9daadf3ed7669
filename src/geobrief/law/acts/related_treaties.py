"""Related treaties: parents, successors and others on which the fate of a treaty may depend."""

from collections.abc import Callable, Iterable
from typing import Protocol

import attrs

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import ALWAYS, SOME_DAY, Interval, Span, earliest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Amendment", "EitherWay", "RelatedTreaties", "RelatedTreaty"]

EVER = (Interval(ALWAYS),)


@attrs.frozen
class Amendment:
    """What an amendment is to who joins the treaty that it amends after its entry (VCLT 40).

    Attributes:
        entry: when it entered into force.
        binds_later: whether it binds those, as its text says; None where it is silent (40(5)).
        binds_earlier: whether it binds who was a party before, without its own acceptance (40(4)).
    """

    entry: Span
    binds_later: bool | None
    binds_earlier: bool

    def is_before(self, joined: Span) -> Truth:
        """Whether it entered before somebody became a party; on the very day, nobody knows."""
        if joined.hi < self.entry.lo:
            return Truth.NO
        return Truth.YES if joined.lo > self.entry.hi else Truth.UNKNOWN

    def binds(self, said: bool | None) -> Truth:  # noqa: FBT001 - what an act says
        """Whether it binds a later party that said whether it joins the text as amended.

        Text and party may contradict each other.  Where neither speaks, article 40(5) lets it bind, but
        nobody knows that no other intention was expressed; what is accepted tacitly binds all.
        """
        words = {self.binds_later, said} - {None}
        if not words and self.binds_earlier:
            return Truth.YES
        return Truth.of(words.pop() if len(words) == 1 else None)


class RelatedTreaty(Protocol):
    """What is asked of another treaty."""

    @property
    def treaty(self) -> Treaty:
        """The treaty itself."""
        raise NotImplementedError

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who has to do with it, by person in law."""
        raise NotImplementedError

    def entry_span(self) -> Span:
        """Give the possible days of its entry into force, as far as its records reach."""
        raise NotImplementedError

    def in_force_by_day(self) -> TruthByDay:
        """Tell on which days it is in force."""
        raise NotImplementedError

    def party_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a party."""
        raise NotImplementedError

    def party_as_amended(self, who: str, amendment: Amendment) -> TruthByDay:
        """Tell on which days a person is a party to the text as an amendment has it, without accepting it."""
        raise NotImplementedError

    def joined(self, who: str) -> tuple[DatedAct, ...]:
        """List the acts by which a person consented to be bound."""
        raise NotImplementedError

    def consent_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person's consent to be bound stands."""
        raise NotImplementedError

    def signed_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a signatory."""
        raise NotImplementedError

    def standing(self, what: str, day: int) -> PartialSet:
        """Tell who is a signatory, contracting state or party on a day."""
        raise NotImplementedError


@attrs.frozen
class EitherWay:
    """A treaty of which there are two accounts: what they do not both say is unknown.

    Attributes:
        accounts: the treaty as each has it.
    """

    accounts: tuple[RelatedTreaty, RelatedTreaty]

    @property
    def treaty(self) -> Treaty:
        """The treaty itself."""
        return self.accounts[0].treaty

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who has to do with it by either account."""
        return tuple(dict.fromkeys(who for each in self.accounts for who in each.everybody))

    def entry_span(self) -> Span:
        """Give the possible days of its entry into force."""
        return Span.hull(*(each.entry_span() for each in self.accounts))

    def in_force_by_day(self) -> TruthByDay:
        """Tell on which days it is in force."""
        return TruthByDay.agreed([each.in_force_by_day() for each in self.accounts])

    def party_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a party."""
        return TruthByDay.agreed([each.party_by_day(who) for each in self.accounts])

    def party_as_amended(self, who: str, amendment: Amendment) -> TruthByDay:
        """Tell on which days a person is a party to the text as an amendment has it, without accepting it."""
        return TruthByDay.agreed([each.party_as_amended(who, amendment) for each in self.accounts])

    def joined(self, who: str) -> tuple[DatedAct, ...]:
        """List the acts by which a person consented to be bound."""
        return self.accounts[0].joined(who)

    def consent_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person's consent to be bound stands."""
        return TruthByDay.agreed([each.consent_by_day(who) for each in self.accounts])

    def signed_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a signatory."""
        return TruthByDay.agreed([each.signed_by_day(who) for each in self.accounts])

    def standing(self, what: str, day: int) -> PartialSet:
        """Tell who is a signatory, contracting state or party on a day."""
        return PartialSet.on_one_of([each.standing(what, day) for each in self.accounts])


@attrs.frozen
class RelatedTreaties:
    """Other treaties by id, and those that take the place of this one or imply consent to it.

    Attributes:
        related: gives the status of another treaty; None where it is not known.
        superseding: treaties that say they supersede this one (VCLT 59).
        implying: treaties to which consent implies consent to this one.
    """

    related: Callable[[str], RelatedTreaty | None]
    superseding: tuple[RelatedTreaty, ...] = ()
    implying: tuple[RelatedTreaty, ...] = ()

    @classmethod
    def of(
        cls, treaty: Treaty, related: Callable[[str], RelatedTreaty | None], others: Iterable[str] = ()
    ) -> "RelatedTreaties":
        """Find what matters to a treaty among the others; ``others`` names those to look at."""
        known = [found for name in others if name != treaty.id and (found := related(name)) is not None]
        return cls(
            related,
            tuple(each for each in known if treaty.id in each.treaty.supersedes and each.treaty.binding),
            tuple(each for each in known if treaty.id in each.treaty.implies_consent_to),
        )

    def parent(self, treaty: Treaty) -> RelatedTreaty | None:
        """Give the treaty to which another is a protocol, or which it amends; None where it is not known."""
        name = treaty.protocol_to or treaty.amends
        return self.related(name) if name else None

    def eligible(self, treaty: Treaty, who: str, *, binding: bool = False) -> tuple[Interval, ...]:
        """Give from when to when a person's consent may count, or may bind it if ``binding``.

        Where only parties to the parent may join, that is while its consent to the parent stands, or while
        it is a party to it; where signatories may, from its signature of the parent or its consent to it.
        What ends with its parent binds nobody who has left that, and an amendment nobody who has left what it
        amends; whether it binds one who never was a party to that is unknown, where the text is silent (40).
        """
        is_open = treaty.eligibility in {None, "anyone"} or not (treaty.protocol_to or treaty.amends)
        is_silent = treaty.amends is not None and treaty.eligibility is None
        if is_open and not (binding and (treaty.ends_with_parent or is_silent)):
            return EVER
        parent = self.parent(treaty)
        if parent is None:
            return EVER if is_silent else (Interval(SOME_DAY),)
        if is_open:
            party = parent.party_by_day(who)
            before = ~party.begun() & TruthByDay.constant(Truth.UNKNOWN if is_silent else Truth.YES)
            return tuple((party | before).spells())
        if treaty.eligibility == "signatories_of_parent":
            return tuple((parent.signed_by_day(who) | parent.consent_by_day(who)).begun().spells())
        return tuple((parent.party_by_day(who) if binding else parent.consent_by_day(who)).spells())

    def end_of_parent(self, treaty: Treaty) -> Span:
        """Give the possible days on which the parent of a treaty ends; any where it is not known."""
        parent = self.parent(treaty)
        if parent is None:
            return SOME_DAY
        spells = parent.in_force_by_day().spells()
        return earliest_of(end if start.must_happen else end.or_never for start, end in spells)

    def entry(self, name: str) -> Span:
        """Give the possible days of entry of another treaty; any day where it is not known."""
        other = self.related(name)
        return SOME_DAY if other is None else other.entry_span()

    def in_force(self, name: str) -> TruthByDay:
        """Tell on which days another treaty is in force; unknown where it is not known."""
        other = self.related(name)
        return TruthByDay.constant(Truth.UNKNOWN) if other is None else other.in_force_by_day()

"""The setting of a treaty: the other treaties on which its own fate may depend."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

import attrs

from geobrief.law.course import Course
from geobrief.law.span import ALWAYS, DAWN, NEVER, NOT_EVER, Span, earliest_of
from geobrief.law.standing import Standing
from geobrief.model.treaty import Treaty

__all__ = ["Setting", "TreatyLike"]


class TreatyLike(Protocol):
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
        """Give the possible days of its entry into force."""
        raise NotImplementedError

    def party_span(self, who: str) -> Span:
        """Give the possible days on which a person first becomes a party."""
        raise NotImplementedError

    def party_course(self, who: str) -> Course:
        """Tell on which days a person is a party."""
        raise NotImplementedError

    def consent_span(self, who: str) -> Span:
        """Give the possible days on which a person first consents to be bound."""
        raise NotImplementedError

    def signed_span(self, who: str) -> Span:
        """Give the possible days on which a person first signed."""
        raise NotImplementedError

    def standing(self, what: str, day: int) -> Standing:
        """Tell who is a signatory, contracting state or party on a day."""
        raise NotImplementedError


@attrs.frozen
class Setting:
    """Other treaties by id, and those that take the place of this one or imply consent to it.

    Attributes:
        related: gives the status of another treaty; None where it is not known.
        superseding: treaties that say they supersede this one (VCLT 59).
        implying: treaties to which consent implies consent to this one.
    """

    related: Callable[[str], TreatyLike | None]
    superseding: tuple[TreatyLike, ...] = ()
    implying: tuple[TreatyLike, ...] = ()

    @classmethod
    def of(
        cls,
        treaty: Treaty,
        treaties: Mapping[str, TreatyLike] | Callable[[str], TreatyLike | None],
        others: Iterable[str] = (),
    ) -> "Setting":
        """Find what matters to a treaty among the others; ``others`` names those to look at."""
        if callable(treaties):
            related, names = treaties, tuple(others)
        else:
            related, names = treaties.get, tuple(others) or tuple(treaties)
        known = [found for name in names if name != treaty.id and (found := related(name)) is not None]
        return cls(
            related,
            tuple(other for other in known if treaty.id in other.treaty.supersedes),
            tuple(other for other in known if treaty.id in other.treaty.implies_consent_to),
        )

    def parent(self, treaty: Treaty) -> TreatyLike | None:
        """Give the treaty to which another is a protocol, or which it amends."""
        name = treaty.protocol_to or treaty.amends
        return self.related(name) if name else None

    def eligible(self, treaty: Treaty, who: str, *, binding: bool = False) -> Span:
        """Give the possible days from which a person may join a treaty, or be bound by it if ``binding``.

        Where only parties to the parent may, consent to the parent makes the consent count and being
        party to it lets it bind; where signatories may, signature of the parent or consent to it does.
        """
        parent = self.parent(treaty) if treaty.eligibility not in {None, "anyone"} else None
        if parent is None:
            return ALWAYS
        if treaty.eligibility == "signatories_of_parent":
            return earliest_of([parent.signed_span(who), parent.consent_span(who)])
        return parent.party_span(who) if binding else parent.consent_span(who)

    def entry(self, name: str) -> Span:
        """Give the possible days of entry of another treaty; any day where it is not known."""
        other = self.related(name)
        return Span(DAWN, NEVER) if other is None else other.entry_span()

    def implied_consent(self, who: str) -> Span:
        """Give the first consent to another treaty that implies consent to this one."""
        return earliest_of(other.consent_span(who) for other in self.implying) if self.implying else NOT_EVER

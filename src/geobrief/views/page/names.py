"""Names for people: of actors and of records."""

from collections.abc import Iterable

import attrs

from geobrief.answer import Members
from geobrief.brief import Brief
from geobrief.claims.speaker import named
from geobrief.model.accusation import Accusation
from geobrief.model.deployment import Deployment
from geobrief.model.record import Record
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.words import listed, worded

__all__ = ["Names"]


@attrs.frozen
class Names:
    """The names that the actors and records of a brief go by."""

    brief: Brief

    def actor(self, code: str) -> str:
        """Give the name of an actor, with its state where the name does not tell it."""
        name = named(code, self.brief.actors)
        declared = self.brief.actors.get(code)
        if declared is None or declared.of is None:
            return name
        of = named(declared.of, self.brief.actors)
        return name if of in name else f"{name} ({of})"

    def actors(self, codes: Iterable[str]) -> str:
        """Give the names of several actors as a sentence does."""
        return listed(self.actor(code) for code in codes)

    def subject(self, name: str) -> str:
        """Give the name of whatever an id or code stands for."""
        record = self.brief.by_id.get(name)
        return self.actor(name) if record is None else self.record(record)

    def subjects(self, names: Iterable[str]) -> str:
        """Give the names of several records or actors as a sentence does."""
        return listed(self.subject(name) for name in names)

    def record(self, record: Record) -> str:
        """Say in a few words which record is meant.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024")
        >>> Names(brief).record(brief.deployments["prk-troops-in-russia"])
        'forces of North Korea in Russia'
        """
        match record:
            case Treaty():
                return record.name
            case Deployment():
                return self._deployment(record)
            case WeaponsTest():
                return self._test(record)
            case Accusation():
                return f"the accusation by {self.actors(record.accusers)}"
            case _:
                return record.id

    def _deployment(self, deployment: Deployment) -> str:
        whose = f"forces of {self.actors(deployment.senders)}" if deployment.senders else "forces"
        host = self.actor(deployment.host) if deployment.host is not None else None
        where = deployment.territory or host or deployment.place
        return whose if where is None else f"{whose} in {where}"

    def _test(self, test: WeaponsTest) -> str:
        weapon = test.weapon
        what = (weapon.name or weapon.range_class) if weapon is not None else None
        who = self.actor(test.tester)
        if "combat_use" in test.purposes:
            return f"combat use of {what or worded(test.kind)} by {who}"
        return f"{what or worded(test.kind)} test by {who}"

    def members(self, members: Members) -> str:
        """Write a set of actors or records, the uncertain ones set apart."""
        certain = ", ".join(self._coded(each) for each in members) or "none"
        possible = ", ".join(self._coded(each) for each in sorted(members.possible))
        return f"{certain}; possibly {possible}" if possible else certain

    def _coded(self, code: str) -> str:
        name = self.subject(code)
        return code if name == code else f"{name} ({code})"

"""Names for people: of actors, of records, and of the words of vocabularies."""

from collections.abc import Iterable

import attrs

from geobrief.answer import Members
from geobrief.brief import Brief
from geobrief.claims.speaker import named
from geobrief.model.treaty import Treaty

__all__ = ["Names", "listed", "worded"]


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
        if isinstance(record, Treaty):
            return record.name
        return name if record is not None else self.actor(name)

    def members(self, members: Members) -> str:
        """Write a set of actors or records, the uncertain ones set apart."""
        certain = ", ".join(self._coded(each) for each in members) or "none"
        possible = ", ".join(self._coded(each) for each in sorted(members.possible))
        return f"{certain}; possibly {possible}" if possible else certain

    def _coded(self, code: str) -> str:
        name = self.subject(code)
        return code if name == code else f"{name} ({code})"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def worded(term: str) -> str:
    """Write a term of a vocabulary as people do.

    >>> worded("troop_deployment")
    'troop deployment'
    """
    return term.replace("_", " ")

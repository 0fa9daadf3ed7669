"""Who succeeded whom since 1945: the day, the territory, and the source, one fact for each pair.

The day of succession is the day on which one state took over from another in law; it is not
when a list of states lets the successor begin.  A state that continues another is the same
person (`geobrief.actors.identity`), and stands here only as what it was when it took over or
gave up territory.  What a treaty does after it is the law's part, and not decided here.
Left out are states whose statehood is disputed to this day, and ceded parts of a state that
became no state (Hong Kong, Macao).
"""

from functools import cache
from typing import Any, Literal

import attrs

from geobrief.actors._table import read_entries
from geobrief.actors.identity import person
from geobrief.actors.lookup import get
from geobrief.values.when import When

__all__ = ["Succession", "SuccessionKind", "succession", "successions_from", "successions_to"]

SuccessionKind = Literal[
    "newly_independent", "separation", "dissolution", "uniting", "accession", "resumption"
]


@attrs.frozen(kw_only=True)
class Succession:
    """That one state took over from another, since when, for which territory, and who says so.

    ``kind`` is one of: ``newly_independent``, from the state that was responsible for its
    foreign relations as a dependency, mandate, trust territory or protected state (VCSS
    2(1)(f)); ``separation``, from a state that lives on (34); ``dissolution``, of one that
    does not (34); ``uniting`` (31), with the state named in ``united_with``; ``accession``,
    into a state that stays what it is (15); ``resumption``, of a statehood that was
    suppressed or merged, which is no succession to what came between.

    ``day`` is a day imprecisely known where no single one is settled, and None where none is
    known; ``other_days`` are those from which another depositary counts for its treaties.
    The codes are those of the time.  ``united_with`` may be the successor's own code: then
    the state that united with the predecessor had it before (the Yemen Arab Republic, now
    Yemen).  ``territory`` is empty where it is all of the successor.

    >>> from geobrief import actors
    >>> fact = actors.succession("SCG", "MNE")
    >>> str(fact)
    'Montenegro, by separation from Serbia and Montenegro on 2006-06-03'
    """

    predecessor: str
    successor: str
    kind: SuccessionKind
    source: str
    day: When | None = None
    other_days: tuple[When, ...] = ()
    united_with: str | None = None
    territory: str = ""
    note: str = ""

    def __str__(self) -> str:
        before, after = get(self.predecessor).name, get(self.successor).name
        day = "on a day that is not known" if self.day is None else f"on {self.day.text}"
        return f"{after}, {_WORDS[self.kind]} {before} {day}"


_WORDS: dict[SuccessionKind, str] = {
    "newly_independent": "newly independent from",
    "separation": "by separation from",
    "dissolution": "by dissolution of",
    "uniting": "by uniting with",
    "accession": "by accession of",
    "resumption": "resuming its statehood after",
}


def succession(predecessor: str, successor: str) -> Succession | None:
    """Give the fact that one state took over from another since 1945, if it did.

    Either code of a continuing state finds it.  Raises NotFound where no actor has a code.

    >>> succession("SUN", "UKR").day, succession("RUS", "UKR") == succession("SUN", "UKR")
    (When('1991-08-24/1991-12-26'), True)
    >>> succession("DDR", "DEU").kind, succession("SUN", "EST").kind, succession("FRA", "DEU")
    ('accession', 'resumption', None)
    """
    return _facts().get((_person(predecessor), _person(successor)))


def successions_to(code: str) -> tuple[Succession, ...]:
    """Give every fact by which this state took over from another, sorted by predecessor.

    Raises NotFound where no actor has the code.

    >>> [(fact.predecessor, str(fact.day), fact.territory) for fact in successions_to("CMR")]
    [('FRA', '1960-01-01', 'French Cameroons'), ('GBR', '1961-10-01', 'Southern Cameroons')]
    """
    wanted = _person(code)
    return tuple(fact for (_, after), fact in _facts().items() if after == wanted)


def successions_from(code: str) -> tuple[Succession, ...]:
    """Give every fact by which another state took over from this one, sorted by successor.

    Raises NotFound where no actor has the code.

    >>> [fact.successor for fact in successions_from("YUG")]
    ['BIH', 'HRV', 'MKD', 'SCG', 'SVN']
    """
    wanted = _person(code)
    return tuple(fact for (before, _), fact in _facts().items() if before == wanted)


def _person(code: str) -> str:
    return person(get(code).code)


@cache
def _facts() -> dict[tuple[str, str], Succession]:
    """Read every fact, by the persons of predecessor and successor."""
    facts = [_succession(entry) for entry in read_entries("successions.json")]
    return {(person(fact.predecessor), person(fact.successor)): fact for fact in facts}


def _succession(entry: dict[str, Any]) -> Succession:
    day, others = entry.get("day"), entry.get("other_days", ())
    fields: dict[str, Any] = {**entry, "day": day and When.of(day), "other_days": tuple(map(When.of, others))}
    return Succession(**fields)

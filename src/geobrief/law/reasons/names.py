"""How actors, treaties and consents are printed: actors as on the day; by code and name where both matter."""

from collections.abc import Collection
from functools import lru_cache
from typing import get_args

from geobrief import actors
from geobrief.law.acts.consents import Consent
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.reasons import days
from geobrief.law.uncertain.span import DAWN, day_of
from geobrief.model import wording
from geobrief.model.means import Means
from geobrief.words import listed, worded

__all__ = ["author", "code_and_name", "code_on", "consent_words", "continuing", "have", "name", "renamed"]
__all__ += ["treaty_name"]

MEANS = {
    "exchange": "exchange of instruments",
    "signature": "definitive signature",
    **{means: worded(means) for means in get_args(Means)},
}


def name(code: str, day: int | None = None) -> str:
    """Name an actor as a sentence does, on a day as it was called then; its code where no table knows it.

    >>> name("PRK"), name("USA"), name("wagner")
    ('North Korea', 'the United States', 'wagner')
    >>> from datetime import date
    >>> name("RUS", date(1955, 5, 14).toordinal())
    'the Soviet Union'
    """
    return wording.actor(code if day is None else code_on(code, day))


def continuing(who: str, since: int, day: int) -> str:
    """Name an actor on a day, and the state that it was since an earlier one, if it continues that.

    >>> from datetime import date
    >>> continuing("RUS", date(1972, 10, 3).toordinal(), date(2000, 1, 1).toordinal())
    'Russia, which continues the Soviet Union,'
    """
    now = name(who, day)
    older = name(who, min(max(since, 1), day))
    return now if older == now else f"{now}, which continues {older},"


def code_on(who: str, day: int) -> str:
    """Give the code that a person in law has on a day."""
    return actors.code_valid_on(who, day_of(day))


def author(one: DatedAct) -> str:
    """Name who did an act, as it was called on that day; of several, all."""
    day = one.day.lo if one.day.lo > DAWN else None
    return listed(name(code, day) for code in one.act.actors)


def have(codes: Collection[str], day: int | None = None) -> str:
    """Name those of whom a sentence says what they have done, or have not.

    >>> have(["PRK"]), have(["PRK", "USA"])
    ('North Korea has', 'North Korea and the United States have')
    """
    return f"{listed(name(code, day) for code in codes)} {'has' if len(codes) == 1 else 'have'}"


@lru_cache(maxsize=4_096)
def renamed(who: str) -> frozenset[int]:
    """Give the days on which a person in law may change its name.

    >>> from datetime import date
    >>> date(1991, 12, 26).toordinal() in renamed("RUS"), renamed("AUT")
    (True, frozenset())
    """
    chain = [actors.known(who)]
    while isinstance(state := chain[-1], actors.State) and state.continues:
        chain.append(actors.get(state.continues))
    spells = [spell for state in chain if isinstance(state, actors.State) for spell in state.spells]
    starts = {spell.start.toordinal() for spell in spells}
    ends = {spell.end.toordinal() + 1 for spell in spells if spell.end}
    return frozenset(starts | ends) if len(chain) > 1 else frozenset()


def code_and_name(code: str) -> str:
    """Give code and name of an actor.

    >>> code_and_name("PRK")
    'PRK (North Korea)'
    """
    actor = actors.known(code)
    return code if actor is None else f"{code} ({actor.name})"


def treaty_name(treaty: str, related: RelatedTreaties) -> str:
    """Name another treaty, or give its id where it is not known."""
    other = related.related(treaty)
    return treaty if other is None else other.treaty.name


def consent_words(consent: Consent, related: RelatedTreaties) -> str:
    """Write a consent: its means and its day."""
    if consent.may_be_none:
        return f"signature {days.on(consent.dated.day)}, which may be subject to ratification"
    if consent.means == "implied":
        other = treaty_name(consent.dated.act.treaty, related)
        return f"by its consent to {other} {days.on(consent.day)}"
    return f"{MEANS[consent.means]} {days.on(consent.day)}"

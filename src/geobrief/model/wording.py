"""Wording: the phrases of which clauses on entry into force are put together in English.

Conditions read as nouns ("55 consents"), so that "upon" or "on the 30th day after" can
stand before them.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from geobrief.values.delay import Delay
from geobrief.values.exact import exact_text
from geobrief.words import listed, worded

__all__ = [
    "NAMED_SETS",
    "actor",
    "consents",
    "delayed",
    "group",
    "members",
    "ordinal",
    "share",
    "states",
    "threshold",
    "together",
]

_TAKES_ARTICLE = (  # compiled when first used
    r"(United|Kingdom of) .*|.*\b(Antilles|Emirates|Free State|Islands|Kingdom|Republic|Sicilies|States"
    r"|Territories|Union)|Bahamas|(DR )?Congo|Comoros|Gambia|Holy See|Maldives|Netherlands|Philippines"
)
_MOST_LISTED = 7

NAMED_SETS: Final = {
    "others": "other signatories",
    "signatories": "signatories",
    "parties": "parties",
    "negotiating_states": "negotiating states",
}
"""The sets of states that a clause can name without a group of its treaty, in words."""


@lru_cache(maxsize=4_096)
def actor(code: str) -> str:
    """Name an actor in a sentence, or give its code where no table knows it.

    >>> actor("USA"), actor("un"), actor("nato"), actor("PRK"), actor("wagner")
    ('the United States', 'the United Nations', 'NATO', 'North Korea', 'wagner')
    """
    from geobrief import actors  # noqa: PLC0415 - a record loads no table before it is printed

    found = actors.known(code)
    if found is None:
        return code
    if isinstance(found, actors.Organisation):
        return f"the {found.name}" if " " in found.name else found.name
    return f"the {found.name}" if re.fullmatch(_TAKES_ARTICLE, found.name) else found.name


def states(codes: Sequence[str]) -> str:
    """Name some states, or count them where they are many.

    >>> states(["GBR", "SUN", "USA"])
    'the United Kingdom, the Soviet Union and the United States'
    """
    if len(codes) > _MOST_LISTED:
        return f"the {len(codes)} states named"
    return listed([actor(code) for code in codes])


def consents(count: int) -> str:
    """Count consents.

    >>> consents(1), consents(55)
    ('1 consent', '55 consents')
    """
    return f"{count} consent{'' if count == 1 else 's'}"


def group(name: str) -> str:
    """Name a set of states.

    >>> group("others"), group("annex-b"), group("un")
    ('the other signatories', 'annex b', 'the United Nations')
    """
    if name in NAMED_SETS:
        return f"the {NAMED_SETS[name]}"
    known = actor(name)
    return worded(name).replace("-", " ") if known == name else known


def members(name: str) -> str:
    """Name those who belong to a set of states.

    >>> members("others"), members("un"), members("pioneers")
    ('other signatories', 'members of the United Nations', 'members of pioneers')
    """
    return NAMED_SETS.get(name) or f"members of {group(name)}"


def share(part: Fraction) -> str:
    """Write a share in per cent where that is exact.

    >>> share(Fraction(11, 20)), share(Fraction(2, 3))
    ('55 %', '2/3')
    """
    hundredfold = exact_text(part * 100)
    return exact_text(part) if "/" in hundredfold else f"{hundredfold} %"


def threshold(at_least: Fraction | None, more_than: Fraction | None) -> str:
    """Write the smallest share that suffices, or the one to be exceeded.

    >>> threshold(None, Fraction(1, 2)), threshold(Fraction(3, 4), None), threshold(Fraction(1), None)
    ('a majority', 'at least 75 %', 'all')
    """
    if at_least is not None:
        return "all" if at_least == 1 else f"at least {share(at_least)}"
    more = more_than or Fraction(0)
    return "a majority" if more == Fraction(1, 2) else f"more than {share(more)}"


def together(conditions: Iterable[str]) -> str:
    """Join conditions that must all hold, without saying "consent" twice.

    >>> together(["55 consents", "consents with at least 55 % of emissions"])
    '55 consents with at least 55 % of emissions'
    >>> together(["consent by CAN and USA", "consent by a majority of the signatories"])
    'consent by CAN and USA, and by a majority of the signatories'
    """
    phrases: list[str] = []
    for condition in conditions:
        if condition.startswith("consents with ") and phrases and phrases[-1].endswith("consents"):
            phrases[-1] += condition.removeprefix("consents")
        elif (
            condition.startswith("consent by ") and phrases and phrases[-1].startswith(("consent by ", "by "))
        ):
            phrases.append(condition.removeprefix("consent "))
        else:
            phrases.append(condition)
    return (", and " if any(" and " in phrase for phrase in phrases) else " and ").join(phrases)


def delayed(after: Delay | None, rounding: str | None, event: str, at_once: str) -> str:
    """Say when something takes effect that counts from an event.

    >>> from geobrief.values.delay import Days, Months
    >>> delayed(Days(30), None, "its own", "upon its own")
    'on the 30th day after its own'
    >>> delayed(Months(3), "first_of_following_month", "20 consents", "upon 20 consents")
    'on the first day of the month after a period of 3 months from 20 consents'
    >>> delayed(Months(6), "first_of_that_month", "40 consents", "upon 40 consents")
    'on the first day of the 6th month after the month of 40 consents'
    """
    if rounding is None:
        return at_once if not (after and after.count) else _after(after, event)
    month = {"first_of_following_month": "after", "first_of_that_month": "of"}[rounding]
    if not (after and after.count):
        return f"on the first day of the month {month} {event}"
    if after.unit == "days":
        day = f"the {ordinal(after.count)} day after {event}"
        return f"on the first day of the month {month} {day}"
    if month == "after":
        return f"on the first day of the month after a period of {after} from {event}"
    months = after.count * (12 if after.unit == "years" else 1)
    return f"on the first day of the {ordinal(months)} month after the month of {event}"


def _after(after: Delay, event: str) -> str:
    if after.unit == "days":
        return f"on the {ordinal(after.count)} day after {event}"
    return f"{after} after {event}"


def ordinal(number: int) -> str:
    """Write an ordinal number.

    >>> ordinal(1), ordinal(30), ordinal(112)
    ('1st', '30th', '112th')
    """
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

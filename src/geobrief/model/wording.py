"""Wording: the phrases of which clauses on entry into force are put together in English.

Conditions read as nouns ("55 consents"), so that "upon" or "on the 30th day after" can
stand before them.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from geobrief.values.delay import Delay
from geobrief.values.exact import exact_text

__all__ = ["consents", "delayed", "group", "listed", "share", "threshold", "together"]

_GROUPS = {
    "others": "the other signatories",
    "signatories": "the signatories",
    "parties": "the parties",
    "negotiating_states": "the negotiating states",
}


def listed(words: Sequence[str], last: str = "and") -> str:
    """List words in a sentence.

    >>> listed(["GBR", "SUN", "USA"]), listed(["acceptance", "approval"], "or")
    ('GBR, SUN and USA', 'acceptance or approval')
    """
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


def consents(count: int) -> str:
    """Count consents.

    >>> consents(1), consents(55)
    ('1 consent', '55 consents')
    """
    return f"{count} consent{'' if count == 1 else 's'}"


def group(name: str) -> str:
    """Name a set of states.

    >>> group("others"), group("annex-b")
    ('the other signatories', 'annex b')
    """
    return _GROUPS.get(name, name.replace("_", " ").replace("-", " "))


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
    'on the first day of the month after the day 3 months after 20 consents'
    """
    if rounding is None:
        return at_once if not (after and after.count) else _after(after, event, "on the {} day", "{}")
    day = event if not (after and after.count) else _after(after, event, "the {} day", "the day {}")
    if rounding == "first_of_following_month":
        return f"on the first day of the month after {day}"
    return f"on the first day of the month of {day}"


def _after(after: Delay, event: str, of_days: str, of_others: str) -> str:
    if after.unit == "days":
        return f"{of_days.format(_ordinal(after.count))} after {event}"
    return f"{of_others.format(after)} after {event}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

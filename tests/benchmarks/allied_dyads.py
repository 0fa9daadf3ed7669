"""Count the pairs of states bound to defend one another or one the other, per year, from ATOP.

Each year is asked on its 1 July; a day that the data leave open counts as possible.
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from geobrief.actors import person
from geobrief.law import TreatyStatus, status
from geobrief.law.rules.reported import interval_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.coverage import Coverage
from geobrief.truth import Truth
from tests.law import atop
from tests.shared_data import SHARED

__all__ = ["main"]


def main(first: int = 1816, last: int = 2003) -> None:
    """Print certain and possible dyads for every year."""
    if not SHARED.is_dir():
        print("the data set is not beside the checkout")
        return
    treaties, _ = atop.treaties()
    alliances = [
        status(treaty, [], as_of=atop.LAST, covered=Coverage(until=atop.LAST)) for treaty in treaties
    ]
    print("year  certain  possible")
    for year in range(first, last + 1):
        certain, possible = _dyads(alliances, date(year, 7, 1))
        print(f"{year}  {certain:7}  {possible:8}")


def _dyads(alliances: list[TreatyStatus], day: date) -> tuple[int, int]:
    certain: set[frozenset[str]] = set()
    possible: set[frozenset[str]] = set()
    for alliance in alliances:
        for pair, value in _of_one(alliance, day):
            (certain if value.is_yes else possible).add(pair)
    return len(certain), len(possible - certain)


def _of_one(alliance: TreatyStatus, day: date) -> Iterator[tuple[frozenset[str], Truth]]:
    members = alliance.parties(day)
    duties = {who: _owed(alliance, who, day) for who in sorted(members.certain | members.possible)}
    for one, other in combinations(duties, 2):
        value = (duties[one] | duties[other]) & members.holds(one) & members.holds(other)
        if not value.is_no:
            yield frozenset({one, other}), value


def _owed(alliance: TreatyStatus, who: str, day: date) -> Truth:
    """Tell whether a member owes the others defence on a day."""
    truth = Truth.NO
    for provision in alliance.treaty.provisions:
        if provision.kind == "defense" and person(who) in map(person, provision.duty_of):
            assert provision.period is not None
            truth |= TruthByDay.during([interval_of(provision.period)]).at(day.toordinal())
    return truth


if __name__ == "__main__":
    main()

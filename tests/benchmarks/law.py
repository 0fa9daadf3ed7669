"""What treaty law costs in processor time: the status of 195 parties, and a point query after the first.

A made treaty has the same history for all parties; so new days are asked also of the tables of the UN,
where parties come, go and take over from one another, each day but once.
"""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from geobrief.actors import states
from geobrief.answer import Answer
from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act
from geobrief.model.condition import Consents
from geobrief.model.entry_into_force import SAME, EntryIntoForce
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty
from geobrief.values.delay import Days
from tests.law.un_treaties import read_table, treaty_files

__all__ = ["main"]

_PARTIES = 195


def main(rounds: int = 21, queries: int = 10_000) -> None:
    """Print medians over rounds, each of one status or of many queries."""
    acts = list(_acts())

    def computed() -> TreatyStatus:
        found = status(_treaty(), acts, as_of="2020-12-31")
        found.entered_into_force  # noqa: B018 - computed when first read
        return found

    def all_parties() -> None:
        computed().parties("2015-06-30")

    print(f"status of a treaty with {_PARTIES} parties and {len(acts)} acts, median of {rounds}")
    print(f"  entry into force       {_milliseconds(computed, rounds):8.2f} ms   (target below 10)")
    print(f"  with all its parties   {_milliseconds(all_parties, rounds):8.2f} ms")
    found = computed()
    days = [date(1995, 1, 1) + timedelta(number) for number in range(queries)]
    same = date(2005, 1, 1)
    print(f"point query after the first, mean of {queries}, median of {rounds} (target below 3 µs)")
    for label, ask in (
        ("in_force, the same day", lambda _: found.in_force(same)),
        ("in_force_for, the same day", lambda _: found.in_force_for("FRA", same)),
        ("in_force, another day each time", found.in_force),
        ("in_force_for, another day each time", lambda day: found.in_force_for("FRA", day)),
    ):
        print(f"  {label:36} {_microseconds(ask, days, rounds):6.2f} µs")
    _of_the_un(days[:: max(1, queries // 500)])


def _of_the_un(days: list[date], persons: int = 3) -> None:
    """Print what a day that was not asked of before costs on real treaties: the median one and the worst."""
    costs: dict[str, list[float]] = {"the answer": [], "and then its reasons": []}
    for found, acted in _real():
        for state in acted[:persons]:
            asked = partial(found.in_force_for, state)
            asked(date(1900, 1, 1))
            gc.collect()
            gc.disable()  # what it costs depends on how much else is kept
            costs["the answer"].append(_each(asked, days))
            costs["and then its reasons"].append(_each(partial(_reasons, asked), days))
            gc.enable()
    if not costs["the answer"]:
        print("the tables of the UN are not beside the checkout")
        return
    print(f"in_force_for, {len(days)} new days, {persons} states of each table of the UN (target below 3 µs)")
    for label, each in costs.items():
        print(f"  {label:36} {statistics.median(each):6.2f} µs, at most {max(each):.2f} µs")


def _reasons(asked: Callable[[date], Answer], day: date) -> object:
    return asked(day).reasons


def _each(ask: Callable[[date], object], days: list[date]) -> float:
    return 1e6 * _seconds(lambda: [ask(day) for day in days]) / len(days)


def _real() -> Iterator[tuple[TreatyStatus, list[str]]]:
    """Yield each table's status and states, as if a third of them had brought the treaty into force."""
    for path in treaty_files():
        acts = read_table(path, "t").acts
        acted = sorted({state for act in acts for state in act.actors})
        if len(acted) >= 3:
            clause = EntryIntoForce(upon=Consents(len(acted) // 3), after=Days(30), then=SAME)
            treaty = Treaty(id="t", title="a treaty", entry_into_force=clause)
            yield status(treaty, acts, as_of="2020-12-31"), acted


def _treaty() -> Treaty:
    clause = EntryIntoForce(upon=Consents(60), after=Days(60), rounding="first_of_following_month", then=SAME)
    return Treaty(id="t", title="a treaty", entry_into_force=clause)


def _acts() -> list[Act]:
    found: list[Act] = []
    for number, state in enumerate(states(date(2015, 1, 1))[:_PARTIES]):
        day = date(1990, 1, 1) + timedelta(20 * number)
        instrument = Instrument(deposited=day + timedelta(700))
        found.append(Signature(treaty="t", by=state.code, on=day))
        found.append(Ratification(treaty="t", by=state.code, instrument=instrument))
    return found


def _milliseconds(run: Callable[[], object], rounds: int) -> float:
    run()
    return 1e3 * statistics.median(_seconds(run) for _ in range(rounds))


def _microseconds(ask: Callable[[date], object], days: list[date], rounds: int) -> float:
    def run() -> None:
        for day in days:
            ask(day)

    run()
    return 1e6 * statistics.median(_seconds(run) for _ in range(rounds)) / len(days)


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


if __name__ == "__main__":
    main()

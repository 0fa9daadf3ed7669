"""Actors exist: in the tables or in the brief, and states on the day in question."""

from collections.abc import Iterator

from geobrief import actors
from geobrief.brief import Brief
from geobrief.brief.select import day_of, placed
from geobrief.checks.references import owners
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem, Steps
from geobrief.model.references import Reference, references_in
from geobrief.model.treaty import Treaty
from geobrief.model.wording import NAMED_SETS
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import nearest

__all__ = ["states_before_or_after_their_time", "unknown_actors"]


@rule(
    "GB203",
    title="actor not known",
    remedy="use an ISO 3166-1 alpha-3 code, or declare the actor under actors",
)
def unknown_actors(brief: Brief) -> Iterator[Problem]:
    """Find actors that are neither in the tables nor declared in the brief.

    Why it is bad:
        A name that stands for nobody joins nothing: acts under it bind no state, and who is meant is a guess.

    Example:
        statements:
          remark: {speaker: XXK, text: It is a pact.}

    Repair:
        statements:
          remark: {speaker: PRK, text: It is a pact.}
    """
    for section, owner, value in owners(brief):
        groups = value.groups if isinstance(value, Treaty) else ()
        known = {*brief.actors, "all_states", *NAMED_SETS, *groups}
        for reference in references_in(value):
            if (
                "actor" in reference.to
                and reference.name not in known
                and actors.known(reference.name) is None
            ):
                yield from _unknown(brief, (section, owner, *reference.path), reference)


def _unknown(brief: Brief, path: Steps, reference: Reference) -> Iterator[Problem]:
    name = reference.name
    if "record" not in reference.to:
        near = nearest(name, brief.actors, 3) or actors.suggest(name)
        yield Problem(path, "GB203", f"no actor is called {name!r}", name, near=near)
    elif name not in brief.by_id:
        near = nearest(name, [*brief.by_id, *brief.actors], 3)
        yield Problem(path, "GB203", f"neither a record nor an actor is called {name!r}", name, near=near)


@rule(
    "GB204",
    severity="warning",
    title="state did not exist then",
    remedy="use the code of that day",
)
def states_before_or_after_their_time(brief: Brief) -> Iterator[Problem]:
    """Find acts of states outside their time; they count, with this warning.

    Why it is bad:
        Whoever is meant, it was not that state: mostly the code of a predecessor or successor was typed.  The
        two are one person in law, or they are not, and what is owed differs.

    Example:
        statements:
          remark: {speaker: SUN, on: 2024-06-19, text: It is a pact.}

    Repair:
        statements:
          remark: {speaker: RUS, on: 2024-06-19, text: It is a pact.}
    """
    for record in brief.records:
        day = day_of(record)
        if not isinstance(day, When) or not day.is_day or day.earliest is None:
            continue
        for path in record.roles.get("by", ()):
            for place, code in placed(record, path):
                if actors.known(code) is not None and actors.exists(code, day.earliest) is Truth.NO:
                    yield about(record, place, "GB204", f"{code!r} did not exist on {day}", code)

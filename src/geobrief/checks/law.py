"""Acts and clauses fit the treaty that they belong to."""

from collections.abc import Iterator

from geobrief import actors
from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem
from geobrief.errors import NotFound
from geobrief.model.act import Act
from geobrief.model.condition import Condition, Consents, FractionOf, MembersOf, Named, NoObjections, Share
from geobrief.model.treaty import Treaty

__all__ = ["acts_of_strangers", "clauses_without_their_tables", "reports_that_differ"]

_SETS = {"signatories", "parties", "others", "negotiating_states"}


@rule("GB601")
def acts_of_strangers(brief: Brief) -> Iterator[Problem]:
    """Only the states of a closed treaty act on it."""
    for treaty in brief.of_kind(Treaty):
        if not treaty.between:
            continue
        members = {actors.person(code) for code in treaty.between}
        for act in brief.acts_on(treaty.id):
            yield from _strangers(act, treaty, members)


def _strangers(act: Act, treaty: Treaty, members: set[str]) -> Iterator[Problem]:
    for code in act.actors:
        if actors.person(code) not in members:
            field = "by" if hasattr(act, "by") else "between"
            yield about(act, (field,), "GB601", f"{code!r} is not among the states of {treaty.id!r}", code)


@rule("GB602")
def clauses_without_their_tables(brief: Brief) -> Iterator[Problem]:
    """Every group and table of weights that a clause names is given by the treaty."""
    for treaty in brief.of_kind(Treaty):
        clause = treaty.entry_into_force
        for condition in _simple(clause.upon) if clause is not None else ():
            yield from _untabled(treaty, condition)


def _simple(condition: Condition) -> Iterator[Condition]:
    if condition.parts:
        for part in condition.parts:
            yield from _simple(part)
    else:
        yield condition


def _untabled(treaty: Treaty, condition: Condition) -> Iterator[Problem]:
    path = ("entry_into_force", "upon")
    if isinstance(condition, Share | NoObjections):
        table = condition.of if isinstance(condition, Share) else condition.weights
        if table is not None and table not in treaty.weights:
            yield about(treaty, path, "GB602", f"no table of weights is called {table!r}", table)
    else:
        for group in _groups(condition):
            if group not in treaty.groups and group not in _SETS and not _is_actor(group):
                yield about(treaty, path, "GB602", f"no group is called {group!r}", group)


def _groups(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Consents | FractionOf) and condition.of is not None:
        yield condition.of
    elif isinstance(condition, MembersOf):
        yield condition.group
    elif isinstance(condition, Named):
        yield from (state for state in condition.states if state.islower())


def _is_actor(name: str) -> bool:
    try:
        actors.get(name)
    except NotFound:
        return False
    return True


@rule("GB603")
def reports_that_differ(brief: Brief) -> Iterator[Problem]:
    """Entry into force as a source reports it is the day that the acts give."""
    for treaty in brief.of_kind(Treaty):
        for index, report in enumerate(treaty.reported_entries):
            status = brief.status(treaty.id)
            day = report.on if report.on.latest is not None else brief.as_of
            found = status.entered_into_force if report.by is None else status.in_force_for(report.by, day)
            if found.since is not None and found.since.overlaps(report.on).is_no:
                message = f"reported as {report.on}, computed as {found.since}"
                yield about(treaty, ("reported_entries", index, "on"), "GB603", message, str(report.on))

"""Acts and clauses fit the treaty that they belong to."""

from collections.abc import Iterator
from datetime import date

from geobrief import actors
from geobrief.brief import Brief
from geobrief.brief.select import placed
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem, Steps
from geobrief.errors import NotFound
from geobrief.law import TreatyStatus
from geobrief.law.acts.day_that_counts import dated
from geobrief.law.acts.openings import admitted
from geobrief.law.status import contradicted
from geobrief.law.uncertain.span import NEVER
from geobrief.model.act import Act, JointAct
from geobrief.model.algebra import Condition
from geobrief.model.extension import Extension
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import ReportedEnd, ReportedEntry, ReportedMembership, Treaty, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.model.wording import NAMED_SETS
from geobrief.values.when import When
from geobrief.words import nearest

__all__ = [
    "acts_not_provided_for",
    "acts_of_strangers",
    "clauses_without_their_tables",
    "extensions_after_expiry",
    "joining_what_is_not_open",
    "persons_named_twice",
    "reports_that_differ",
    "withdrawals_not_allowed",
]


@rule(
    "GB601",
    severity="warning",
    title="act of a state that is not bound to act here",
    remedy="check the actor against `between`",
)
def acts_of_strangers(brief: Brief) -> Iterator[Problem]:
    """Find acts on a closed treaty of states that are not its own.

    Only those that it names, and those that negotiated it, act on it.

    Why it is bad:
        The act has no effect on the treaty, and whose it was is left unsaid where a code was mistyped.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS]}
        signatures:
          - {treaty: pact, by: CHN, on: 2024-06-19}

    Repair:
        signatures:
          - {treaty: pact, by: RUS, on: 2024-06-19}
    """
    for treaty in brief.of_kind(Treaty):
        if not treaty.between:
            continue
        members = {actors.person(code) for code in (*treaty.between, *treaty.negotiating_states)}
        for act in brief.acts_on(treaty.id):
            yield from _strangers(act, treaty, members)


def _strangers(act: Act, treaty: Treaty, members: set[str]) -> Iterator[Problem]:
    for path, code in placed(act, act.roles["by"][0]):
        if actors.person(code) not in members:
            yield about(act, path, "GB601", f"{code!r} is not among the states of {treaty.id!r}", code)


@rule(
    "GB602",
    title="clause needs what the treaty does not give",
    remedy="add the group, weights or named states",
)
def clauses_without_their_tables(brief: Brief) -> Iterator[Problem]:
    """Find groups and tables of weights that a clause names and the treaty does not give.

    Why it is bad:
        Without them nobody can tell when the condition is met, and the treaty stays unknown for ever.

    Example:
        treaties:
          bank: {title: Bank, open_to: [all_states], entry_into_force: {upon: {consents: 2, of: founders}}}

    Repair:
        treaties:
          bank:
            title: Bank
            open_to: [all_states]
            entry_into_force: {upon: {consents: 2, of: founders}}
            groups: {founders: [USA, GBR, FRA]}
    """
    for treaty in brief.of_kind(Treaty):
        if treaty.entry_into_force is not None:
            for path, condition in _simple(treaty.entry_into_force.upon, ("entry_into_force", "upon")):
                yield from _untabled(treaty, condition, path)


def _simple(condition: Condition, path: Steps) -> Iterator[tuple[Steps, Condition]]:
    if not condition.parts:
        yield path, condition
    for index, part in enumerate(condition.parts):
        yield from _simple(part, (*path, "conditions", index))


def _untabled(treaty: Treaty, condition: Condition, path: Steps) -> Iterator[Problem]:
    for field, name in condition.keys_of("weights"):
        if name not in treaty.weights:
            message = f"no table of weights is called {name!r}"
            yield about(treaty, (*path, field), "GB602", message, name, nearest(name, treaty.weights, 3))
    for field, name in condition.keys_of("groups"):
        sets = (*treaty.groups, *NAMED_SETS)
        if name not in sets and not _is_organisation(name):
            near = nearest(name, sets, 3) or filter(_is_organisation, actors.suggest(name))
            yield about(treaty, (*path, field), "GB602", f"no group is called {name!r}", name, near)


def _is_organisation(name: str) -> bool:
    return isinstance(actors.known(name), actors.Organisation)


@rule(
    "GB603",
    severity="warning",
    title="reported entry into force differs from the computed day",
    remedy="check the acts, the clause and the report",
)
def reports_that_differ(brief: Brief) -> Iterator[Problem]:
    """Find reports of entry into force, of effect for a state, of members or of an end that acts contradict.

    Why it is bad:
        One of the two is wrong: an act is missing or misdated, the clause is not as the treaty has it, or the
        report counts otherwise.

    Example:
        treaties:
          pact:
            title: Pact
            between: [PRK, RUS]
            entry_into_force: {upon: {exchange: instruments}}
            reported_entries: [{on: 2024-11-01}]
        instrument_exchanges:
          - {treaty: pact, between: [PRK, RUS], on: 2024-11-10}

    Repair:
        instrument_exchanges:
          - {treaty: pact, between: [PRK, RUS], on: 2024-11-01}
    """
    for record, treaty_id, step, report in _reported(brief):
        try:
            computed = _computed(brief.status(treaty_id), report)
        except NotFound:  # an actor that nothing knows, of which another rule tells
            continue
        if computed is not None and computed.overlaps(report.on).is_no:
            given = f"computed as {computed}" if computed.latest else "and never computed"
            yield about(record, step, "GB603", f"reported as {report.on}, {given}", str(report.on))
    for treaty in brief.of_kind(Treaty):
        for path, stated, what in _stated(treaty):
            day = contradicted(brief.status(treaty.id), stated)
            if day is not None:
                days = stated.on if isinstance(stated, ReportedEnd) else stated.period or "on unknown days"
                message = f"reported as {what} {days}, which the acts contradict from {day}"
                yield about(treaty, path, "GB603", message, str(days))


def _stated(treaty: Treaty) -> Iterator[tuple[Steps, ReportedMembership | ReportedEnd, str]]:
    for index, member in enumerate(treaty.reported_memberships):
        yield ("reported_memberships", index, "period"), member, "a member"
    for index, end in enumerate(treaty.reported_ends):
        yield ("reported_ends", index, "on"), end, "its end on"


def _reported(brief: Brief) -> Iterator[tuple[Treaty | Ratification, str, Steps, ReportedEntry]]:
    for treaty in brief.of_kind(Treaty):
        for index, report in enumerate(treaty.reported_entries):
            if not report.provisional:
                yield treaty, treaty.id, ("reported_entries", index, "on"), report
    for act in brief.of_kind(Ratification):
        effect = act.instrument.reported_effect if act.instrument else None
        if effect is not None and act.treaty in brief.treaties.ids:
            yield act, act.treaty, ("instrument", "reported_effect"), ReportedEntry(on=effect, by=act.by)


def _computed(status: TreatyStatus, report: ReportedEntry) -> When | None:
    """Give the day of entry that the acts give: for a state that came back, that of its return."""
    since = status.in_force_for(report.by, report.on).since if report.by else None
    if since is not None and not since.overlaps(report.on).is_no:
        return since
    return status.entry(report.by)


@rule(
    "GB604",
    severity="warning",
    title="extension after expiry",
    remedy="state from which day it is effective: by the day of expiry, if it works back",
)
def extensions_after_expiry(brief: Brief) -> Iterator[Problem]:
    """Find extensions that take effect after the day of expiry (VCLT 39, 54).

    Why it is bad:
        What has ended is not prolonged but agreed anew: it holds from then on, and whether the treaty was in
        force in the gap before stays unknown until a record says that the agreement works back.

    Example:
        treaties:
          start:
            title: Start
            between: [USA, RUS]
            entry_into_force: {upon: {exchange: instruments}}
            duration: {term: 10 years, extendable_by: 5 years}
        instrument_exchanges:
          - {treaty: start, between: [USA, RUS], on: 2011-02-05}
        extensions:
          - {treaty: start, between: [USA, RUS], agreed: 2021-03-01, lengthened: 5 years}

    Repair:
        extensions:
          - {treaty: start, agreed: 2021-03-01, effective: 2021-02-05, lengthened: 5 years}
    """
    for extension in brief.of_kind(Extension):
        field = "agreed" if extension.effective is None else "effective"
        day: When | None = getattr(extension, field)
        if extension.treaty not in brief.treaties.ids or day is None or day.earliest in (None, date.min):
            continue
        status = brief.without(extension.id).status(extension.treaty)
        entered = status.entered_into_force.since
        if entered is not None and entered.before(day).is_yes and status.in_force(day.plus(days=-1)).is_no:
            message = f"{extension.treaty!r} had ended by {day}"
            yield about(extension, (field,), "GB604", message, str(day))


@rule(
    "GB605",
    severity="warning",
    title="withdrawal that the treaty does not allow",
    remedy="check the clause; without one, article 56 applies",
)
def withdrawals_not_allowed(brief: Brief) -> Iterator[Problem]:
    """Find notices of withdrawal from a treaty that does not allow it, or not yet (VCLT 54, 56).

    Why it is bad:
        Such a notice does not end what its author owes.  Where it is recorded as any other, either the clause
        or the notice is not as it was.

    Example:
        treaties:
          accord:
            title: Accord
            open_to: [all_states]
            entry_into_force: {upon: {consents: 1}}
            withdrawal: {notice: 1 year, not_before: 3 years}
        ratifications:
          - {treaty: accord, by: USA, instrument: {deposited: 2016-11-04}}
        withdrawals:
          - {treaty: accord, by: USA, notified: 2019-11-03}

    Repair:
        withdrawals:
          - {treaty: accord, by: USA, notified: 2019-11-04}
    """
    for withdrawal in brief.of_kind(Withdrawal):
        treaty = brief.by_id.get(withdrawal.treaty)
        if withdrawal.withdraws in {None, "treaty"} and isinstance(treaty, Treaty):
            given = (name for name in withdrawal.done_on if getattr(withdrawal, name) is not None)
            field = next(given, withdrawal.done_on[-1])
            if message := _forbidden(brief, treaty, withdrawal, getattr(withdrawal, field)):
                yield about(withdrawal, (field,), "GB605", message)


def _forbidden(brief: Brief, treaty: Treaty, withdrawal: Withdrawal, day: When | None) -> str:
    clause, renewed = treaty.withdrawal, _renews(treaty)
    if clause is None:
        return "" if renewed or treaty.is_bilateral else f"{treaty.id!r} has no clause on withdrawal"
    if not clause.allowed:
        is_against_renewal = renewed and withdrawal.withdraws is None
        return "" if is_against_renewal else f"{treaty.id!r} does not allow withdrawal"
    if clause.not_before is None or day is None:
        return ""
    entered = _entered(brief.status(treaty.id), clause, withdrawal.by, day)
    if entered is None or not entered.is_day or entered.earliest is None:
        return ""
    first = clause.not_before.after(entered.earliest)
    return f"{treaty.id!r} allows notice from {first}" if day.before(first).is_yes else ""


def _renews(treaty: Treaty) -> bool:
    return treaty.duration is not None and treaty.duration.renewal is not None


def _entered(status: TreatyStatus, clause: WithdrawalClause, state: str, day: When) -> When | None:
    """Give the day from which a clause counts: entry of the treaty, or last entry of the state."""
    if clause.not_before_from == "treaty":
        return status.entry()
    before = status.in_force_for(state, day.plus(days=-1)) if day.earliest not in (None, date.min) else None
    return before.since if before is not None and before.is_yes else status.entry(state)


@rule(
    "GB606",
    severity="warning",
    title="one person named twice",
    remedy="name each state once, by the code of the day",
)
def persons_named_twice(brief: Brief) -> Iterator[Problem]:
    """Find one person in law named twice, mostly under two codes, between those who agree.

    Why it is bad:
        Nobody agrees with itself.  A state that is listed beside its predecessor counts once, and the other
        side may be the one that is missing.

    Example:
        treaties:
          pact: {title: Pact, between: [SUN, USA, RUS]}

    Repair:
        treaties:
          pact: {title: Pact, between: [SUN, USA]}
    """
    for record in (*brief.of_kind(Treaty), *brief.of_kind(JointAct)):
        seen: dict[str, str] = {}
        for path, code in placed(record, "between"):
            who = actors.person(code)
            if who in seen:
                yield about(record, path, "GB606", f"{code!r} and {seen[who]!r} are one person in law", code)
            seen.setdefault(who, code)


@rule(
    "GB607",
    severity="warning",
    title="signature or consent to which the treaty is not open",
    remedy="check the act against open_to; if it was let in, name it there",
)
def joining_what_is_not_open(brief: Brief) -> Iterator[Problem]:
    """Find signatures and consents that fit nothing under `open_to`: by whom, how or when (VCLT 15).

    Why it is bad:
        Whether it has effect depends on what the parties agreed (15(c)): what turns on it is unknown.

    Example:
        treaties:
          club: {title: Club, open_to: [AUT, BEL], entry_into_force: {upon: {consents: 1}}}
        ratifications:
          - {treaty: club, by: BRA, means: accession, instrument: {deposited: 2001-01-01}}

    Repair:
        treaties:
          club:
            title: Club
            open_to: [AUT, BEL, {to: [BRA], since: 2001-01-01}]
            entry_into_force: {upon: {consents: 1}}
    """
    for treaty in brief.of_kind(Treaty):
        acts = dated(treaty, brief.acts_on(treaty.id), NEVER)
        for one in admitted(treaty, acts) if treaty.open_to else ():
            if one.is_admitted.is_no:
                by = one.act.actors[0]
                yield about(one.act, ("by",), "GB607", f"{treaty.id!r} is not open to this act of {by!r}", by)


@rule(
    "GB608",
    severity="warning",
    title="act that the text does not provide for",
    remedy="check the clause; what the text does not provide for may be without effect",
)
def acts_not_provided_for(brief: Brief) -> Iterator[Problem]:
    """Find acts, and days of effect, that the text does not provide for.

    They are declarations not to apply it provisionally (VCLT 25(1)) and notices against the renewal of what
    does not renew itself (54), whose effect is open; and days of effect of a consent before that of the
    clause, which stands (24(3)) unless it has `immediate_effect`.

    Why it is bad:
        Who signed a text that is applied provisionally cannot take that back by a declaration unless the text
        says so: from its day on, the answer is unknown.

    Example:
        treaties:
          charter: {title: Charter, provisional_application: {since: signature}}
        signatures:
          - {treaty: charter, by: NOR, on: 1995-06-16}
        provisional_applications:
          - {treaty: charter, by: NOR, declined: 1995-06-16}

    Repair:
        treaties:
          charter: {title: Charter, provisional_application: {since: signature, opting_out: true}}
    """
    for act in brief.of_kind(ProvisionalApplication):
        treaty = brief.by_id.get(act.treaty)
        clause = treaty.provisional_application if isinstance(treaty, Treaty) else None
        if act.declined is not None and clause is not None and not clause.opting_out:
            message = f"{act.treaty!r} does not let a state decline to apply it provisionally"
            yield about(act, ("declined",), "GB608", message, str(act.declined))
    for notice in brief.of_kind(Withdrawal):
        treaty = brief.by_id.get(notice.treaty)
        if notice.withdraws == "renewal" and isinstance(treaty, Treaty) and not _renews(treaty):
            message = f"{treaty.id!r} does not renew itself"
            yield about(notice, ("withdraws",), "GB608", message, notice.withdraws)
    yield from _early_effects(brief)


def _early_effects(brief: Brief) -> Iterator[Problem]:
    """Yield consents that state a day of effect before that on which they bind their author."""
    for act in brief.of_kind(Ratification):
        stated = act.instrument.effective if act.instrument and act.means != "succession" else None
        if stated is None or act.planned or act.treaty not in brief.treaties.ids:
            continue
        try:
            computed = _computed(brief.status(act.treaty), ReportedEntry(on=stated, by=act.by))
        except NotFound:  # an actor that nothing knows, of which another rule tells
            continue
        if computed is not None and computed.latest is not None and stated.before(computed).is_yes:
            message = f"{act.treaty!r} enters into force for {act.by!r} on {computed}, not on {stated}"
            yield about(act, ("instrument", "effective"), "GB608", message, str(stated))

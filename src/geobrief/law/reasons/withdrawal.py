"""Why a state left a treaty, or did not: its notices, and what became of them (VCLT 54, 56, 67, 68)."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.consents import ConsentSpell, Notice
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import act_reason, author, consent_words, grounds
from geobrief.law.rules.history import History
from geobrief.law.rules.withdrawal import unrevoked
from geobrief.law.uncertain.span import Span, put_off
from geobrief.model.act import Act
from geobrief.model.withdrawal import Withdrawal

__all__ = ["is_stated_only", "notices", "withdrawn"]


def notices(
    history: History, spell: ConsentSpell, start: Span, day: int, *, until: Span | None = None
) -> Iterator[Reason]:
    """Yield the notices that were given by a day, the last first.

    Where their author was bound ``until`` some day, those by which it may have left then, the first to work
    first; later ones took back a later consent.
    """
    given = [notice for notice in spell.notices if notice.day.lo <= day]
    if until is not None:
        given.sort(key=lambda each: (history.parties.effect(each, start), each.day))
        given = [
            each for each in given if min(each.day.lo, history.parties.effect(each, start).lo) <= until.hi
        ]
    else:
        given.sort(key=lambda each: each.day, reverse=True)
    for notice in given:
        yield _notice(history, notice, start, day)


def withdrawn(history: History, spell: ConsentSpell) -> Reason:
    """Say that a consent was withdrawn before entry into force, as depositaries accept."""
    first = min(spell.notices, key=lambda notice: notice.day)
    consent = f"consent to be bound ({consent_words(spell.consent, history.related)})"
    text = f"{author(first.dated)} withdrew its {consent} {days.on(first.day)}"
    return act_reason(text, "depositary practice", first.dated.act)


def is_stated_only(act: Act) -> bool:
    """Whether of a withdrawal only the day of effect is recorded, not that of the notice."""
    return isinstance(act, Withdrawal) and act.received is None and act.notified is None


def _notice(history: History, notice: Notice, start: Span, day: int) -> Reason:
    act, out = notice.dated.act, history.parties.effect(notice, start)
    who, ground = author(notice.dated), grounds(getattr(act, "ground", None))
    gave = "gave" if notice.day.hi <= day else "may have given"
    given = f"{who} {gave} notice of withdrawal {days.on(notice.day)}{ground}"
    if notice.day.hi < start.lo:
        text = f"{who} withdrew its consent to be bound {days.on(notice.day)}{ground}"
        return act_reason(text, "depositary practice", act)
    if is_stated_only(act) and out.must_happen:
        ceased = "ceased" if out.hi <= day else "ceases"
        return act_reason(f"{who} {ceased} to be a party {days.on(out)}{ground}", "VCLT 54", act)
    revoked = notice.dated.on("revoked")
    would = history.parties.effect(unrevoked(notice), start) if revoked else out
    if revoked is not None and revoked.lo <= day and out != would:
        return act_reason(f"{given} and {_revoked(revoked, out, would)}", "VCLT 68", act)
    if would.may_happen:
        effect = f"{_takes(out, would, day)} effect {days.on(would)}"
        if would.must_happen and would.lo <= day < would.hi:
            effect += "; the records do not name the day"
        return act_reason(f"{given}, which {effect}", "VCLT 54(a), 67", act)
    return _void(history, given, start, act)


def _revoked(revoked: Span, out: Span, would: Span) -> str:
    if out.may_happen:
        return f"may have revoked it in time, {days.on(revoked)}; otherwise it takes effect {days.on(would)}"
    before = f", before it would have taken effect {days.on(would)}" if would.may_happen else ""
    return f"revoked it {days.on(revoked)}{before}"


def _takes(out: Span, would: Span, day: int) -> str:
    if out != would:
        return "was to take"
    if not would.must_happen:
        return "may take"
    return "took" if would.hi <= day else "takes"


def _void(history: History, given: str, start: Span, act: Act) -> Reason:
    """Say why a notice has no effect."""
    clause, duration, rule, why = history.treaty.withdrawal, history.treaty.duration, "VCLT 54(a)", ""
    if clause is None and duration is not None and duration.renewal is not None:
        why = ": it came too late to stop the last renewal"
    elif clause is None:
        why, rule = ": the treaty has no withdrawal clause", "VCLT 56"
    elif not clause.allowed:
        why = ": the treaty does not allow it"
    elif clause.not_before is not None:
        since = start if clause.not_before_from == "party" else history.entry
        why = f": it came before {days.named(put_off(since, clause.not_before))}, the first day allowed"
    return act_reason(f"{given}, which is without effect{why}", rule, act)

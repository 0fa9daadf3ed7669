"""Why a state left a treaty, or did not: its notices, and what became of them (VCLT 54, 56, 67, 68)."""

from collections.abc import Iterator

import attrs

from geobrief.answer import Reason
from geobrief.law.acts.consents import ConsentSpell, Notice
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, consent_words
from geobrief.law.reasons.reason import grounds, reason
from geobrief.law.rules.bearing import Noticed
from geobrief.law.rules.history import History
from geobrief.law.rules.parties import Stay
from geobrief.law.rules.termination import Ending
from geobrief.law.rules.withdrawal import can_mean, in_peace, unrevoked
from geobrief.law.uncertain.span import Span
from geobrief.model.act import Act
from geobrief.model.withdrawal import Withdrawal

__all__ = ["is_stated_only", "noticed", "notices", "which_notice", "withdrawn"]


def notices(history: History, stay: Stay, day: int, *, ending: bool = False) -> Iterator[Reason]:
    """Yield the notices that were given by a day, the last first.

    With ``ending`` those by which their author may have left, the first to work first; later ones took back
    a later consent.
    """
    given = [(history.parties.effect(each, stay.start), each) for each in stay.spell.notices]
    given = [(effect, notice) for effect, notice in given if notice.day.lo <= day]
    if ending:
        given.sort(key=lambda each: (each[0], each[1].day))
        given = [each for each in given if min(each[1].day.lo, each[0].lo) <= stay.end.hi]
    else:
        given.sort(key=lambda each: each[1].day, reverse=True)
    for effect, notice in given:
        yield _notice(history, notice, effect, stay.start, day)


def withdrawn(history: History, spell: ConsentSpell) -> Reason:
    """Say that a consent was withdrawn before entry into force, as depositaries accept."""
    first = min(spell.withdrawals, key=lambda notice: notice.takes_back)
    consent = f"consent to be bound ({consent_words(spell.consent, history.related)})"
    text = f"{author(first.dated)} withdrew its {consent} {_on(first)}"
    return reason(text, "depositary practice", first.dated.act)


def _on(notice: Notice) -> str:
    """Say on which day a notice before entry into force was given, and from which later day on it works."""
    given = days.on(notice.day)
    return given if notice.due == notice.day else f"{given}, with effect {days.on(notice.due)}"


def noticed(one: Noticed, history: History, day: int, since: str, begun: str) -> Reason:
    """Say what a notice does on a day: until when it lets the treaty run, or why it ends nothing."""
    told = _notice(history, one.notice, one.effect, one.start, day)
    if not since:
        return told
    if one.runs_on(day) and one.effect == history.parties.effect(in_peace(one.notice), one.start):
        given = f"{_given(history, one.notice, day)}{_too_few(history, one.ending)}"
        return attrs.evolve(told, text=f"{begun} until {days.named(one.effect)}: {given}")
    return attrs.evolve(told, text=f"{since}; {told.text}")


def _too_few(history: History, ending: Ending | None) -> str:
    clause = history.treaty.withdrawal
    if ending is None:
        return ""
    if ending.kind == "number" and clause is not None:
        return f", after which fewer than {clause.minimum_parties} parties are left"
    return ", after which no party is left"


def _given(history: History, notice: Notice, day: int) -> str:
    """Say who gave a notice, when, and on what ground."""
    gave = "gave" if notice.day.hi <= day else "may have given"
    ground = grounds(getattr(notice.dated.act, "ground", None))
    which = which_notice(history, notice.dated.act)
    return f"{author(notice.dated)} {gave} {which} {days.on(notice.day)}{ground}"


def which_notice(history: History, act: Act) -> str:
    """Say against what a notice is, or that it may be against either the treaty or its next term."""
    meant = can_mean(act, history.treaty)
    if len(meant) > 1:
        return "notice, of withdrawal or only against renewal,"
    return "notice against renewal" if "renewal" in meant else "notice of withdrawal"


def is_stated_only(act: Act) -> bool:
    """Whether of a withdrawal only the day of effect is recorded, not that of the notice."""
    return isinstance(act, Withdrawal) and act.received is None and act.notified is None


def _notice(history: History, notice: Notice, out: Span, start: Span, day: int) -> Reason:
    act = notice.dated.act
    who, ground = author(notice.dated), grounds(getattr(act, "ground", None))
    given = _given(history, notice, day)
    is_early = notice.day.hi < start.lo and notice.due.hi <= start.lo and out.may_happen
    if is_early and not notice.is_of_renewal:
        text = f"{who} withdrew its consent to be bound {_on(notice)}{ground}"
        return reason(text, "depositary practice", act)
    if is_stated_only(act) and out.must_happen:
        ceased = "ceased" if out.hi <= day else "ceases"
        return reason(f"{who} {ceased} to be a party {days.on(out)}{ground}", "VCLT 54", act)
    revoked = notice.dated.on("revoked")
    would = history.parties.effect(unrevoked(notice), start) if revoked else out
    if revoked is not None and revoked.lo <= day and out != would:
        return reason(f"{given} and {_revoked(revoked, out, would)}", "VCLT 68", act)
    if (due := history.parties.effect(in_peace(notice), start)) != would and due.may_happen:
        return reason(f"{given}, {_put_off(history, notice, due, would, day)}", "VCLT 54(a)", act)
    if not would.may_happen:
        return _void(history, given, start, act)
    if notice.is_of_renewal and not _renews(history):
        text = f"{given}; the treaty does not renew itself, and whether that has any effect is open"
        return reason(text, "VCLT 54(a)", act)
    if not would.must_happen and not is_stated_only(act) and _is_silent(history):
        text = f"{given}; the treaty is silent about withdrawal, and whether it took effect"
        return reason(f"{text} {days.on(Span.on(would.lo))}, twelve months later, is open", "VCLT 56", act)
    takes = "was to take" if out != would else "takes" if would.must_happen else "may take"
    if takes == "takes" and would.hi <= day:
        takes = "took"
    unnamed = "; the records do not name the day" if would.must_happen and would.lo <= day < would.hi else ""
    return reason(f"{given}, which {takes} effect {days.on(would)}{unnamed}", "VCLT 54(a), 67", act)


def _put_off(history: History, notice: Notice, due: Span, would: Span, day: int) -> str:
    """Say how an armed conflict puts off the effect of a notice, or that none is recorded."""
    act, clause = notice.dated.act, history.treaty.withdrawal
    conflict = act.conflict if isinstance(act, Withdrawal) else None
    at_notice = clause is not None and clause.barred_during_conflict == "at_notice"
    when = "on the day of the notice" if at_notice else "then"
    if conflict is None:
        engaged = f"{author(notice.dated)} was engaged in an armed conflict {when}"
        return f"which takes effect {days.on(due)} unless {engaged}"
    until = f"the armed conflict in which its author was engaged ({conflict})"
    if would.must_happen:
        takes = "took" if would.hi <= day else "takes"
        return f"which {takes} effect {days.on(would)}, not before the end of {until}"
    return f"which does not take effect before the end of {until}"


def _is_silent(history: History) -> bool:
    """Whether the text speaks neither of withdrawal nor of an end."""
    return history.treaty.withdrawal is None and history.treaty.duration is None


def _renews(history: History) -> bool:
    """Whether the text renews itself tacitly."""
    return history.treaty.duration is not None and history.treaty.duration.renewal is not None


def _revoked(revoked: Span, out: Span, would: Span) -> str:
    if out.may_happen:
        return f"may have revoked it in time, {days.on(revoked)}; otherwise it takes effect {days.on(would)}"
    before = f", before it would have taken effect {days.on(would)}" if would.may_happen else ""
    return f"revoked it {days.on(revoked)}{before}"


def _void(history: History, given: str, start: Span, act: Act) -> Reason:
    """Say why a notice has no effect."""
    clause, rule, why = history.treaty.withdrawal, "VCLT 54(a)", ""
    if "treaty" not in can_mean(act, history.treaty):
        why = ": it came too late to stop the last renewal"
    elif clause is None:
        why, rule = ": the treaty has no withdrawal clause", "VCLT 56"
    elif not clause.allowed:
        why = ": the treaty does not allow it"
    elif clause.not_before is not None:
        since = start if clause.not_before_from == "party" else history.entry
        why = f": it came before {days.named(since.put_off(clause.not_before))}, the first day allowed"
    return reason(f"{given}, which is without effect{why}", rule, act)

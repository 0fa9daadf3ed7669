"""Why: the reasons of an answer, each naming the act, its sources and the rule it rests on.

What all reasons have in common; those of each rule have a file of their own.
"""

from collections.abc import Iterable

import attrs

from geobrief.answer import Missing, Reason
from geobrief.law.acts.consents import Consent
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.reasons import days
from geobrief.law.reasons.names import code_and_name, name
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import DAWN, Span
from geobrief.model.act import Act
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.values.source import Citation
from geobrief.words import worded

__all__ = [
    "FEW",
    "Explanation",
    "act_reason",
    "author",
    "clause_reason",
    "consent_missing",
    "consent_reason",
    "consent_words",
    "day_missing",
    "end_missing",
    "grounds",
    "joining",
    "once",
    "treaty_name",
]

FEW = 4
"""How many acts or states are named one by one."""

MEANS = {"exchange": "exchange of instruments", "signature": "definitive signature"}


@attrs.frozen
class Explanation:
    """The reasons for a truth, and what would change it."""

    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()


def act_reason(text: str, rule: str, *acts: Act, because: Iterable[Reason] = ()) -> Reason:
    """Make a reason that rests on acts and what their sources say."""
    return Reason(
        text=text,
        rule=rule,
        records=tuple(dict.fromkeys(act.id for act in acts)),
        citations=tuple(dict.fromkeys(citation for act in acts for citation in _citations(act))),
        because=tuple(because),
    )


def _citations(act: Act) -> tuple[Citation, ...]:
    """Gather what is cited for an act, for its instrument and for its steps at home."""
    if not isinstance(act, Ratification):
        return act.citations
    parts = (*((act.instrument,) if act.instrument else ()), *act.steps)
    return (*act.citations, *(citation for part in parts for citation in part.citations))


def clause_reason(treaty: Treaty, text: str, rule: str, because: Iterable[Reason] = ()) -> Reason:
    """Make a reason that rests on what a treaty says."""
    return Reason(
        text=text, rule=rule, records=(treaty.id,), citations=treaty.citations, because=tuple(because)
    )


def consent_reason(history: History, consent: Consent, text: str, rule: str) -> Reason:
    """Make a reason that rests on a consent: on its act, or on the treaty that implies it."""
    act = consent.dated.act
    if consent.means != "implied":
        return act_reason(text, rule, act)
    other = history.related.related(act.treaty)
    if other is None:
        return Reason(text=text, rule=rule, records=(act.treaty,))
    return clause_reason(other.treaty, text, rule)


def consent_words(consent: Consent, related: RelatedTreaties) -> str:
    """Write a consent: its means and its day."""
    if consent.means == "implied":
        other = treaty_name(consent.dated.act.treaty, related)
        return f"by its consent to {other} {days.on(consent.day)}"
    return f"{MEANS.get(consent.means, worded(consent.means))} {days.on(consent.day)}"


def joining(treaty: Treaty) -> str:
    """Say what a state has done about the parent that a treaty asks of those whom it is to bind."""
    return "has signed" if treaty.eligibility == "signatories_of_parent" else "is a party to"


def author(one: DatedAct) -> str:
    """Name who did an act, as it was called on that day."""
    return name(one.act.actors[0], one.day.lo if one.day.lo > DAWN else None)


def grounds(*texts: str | None) -> str:
    """Write the grounds that somebody gave, in brackets; nothing where there are none.

    >>> grounds("ninety days had not run.", None, "no power")
    ' (ninety days had not run; no power)'
    """
    given = [text.rstrip(". ") for text in texts if text]
    return f" ({'; '.join(given)})" if given else ""


def treaty_name(treaty: str, related: RelatedTreaties) -> str:
    """Name another treaty, or give its id where it is not known."""
    other = related.related(treaty)
    return treaty if other is None else other.treaty.name


def consent_missing(code: str) -> Missing:
    """Say that a state's consent would decide."""
    return Missing(kind="consent", text=f"consent to be bound by {code_and_name(code)}", by=(code,))


def day_missing(what: str, span: Span) -> Missing:
    """Say that the exact day of something would decide."""
    return Missing(kind="day", text=f"the exact day of {what} ({days.named(span)})")


def end_missing(what: str, span: Span) -> Missing:
    """Say that the exact day of an end would decide, or whether there was one."""
    if span.must_happen:
        return day_missing(f"the end of {what}", span)
    return Missing(kind="day", text=f"whether, and on which day, {what} ended")


def once(explanation: Explanation) -> Explanation:
    """Leave out what says the same a second time."""
    first = {reason.text: reason for reason in reversed(explanation.reasons)}
    reasons = tuple(reason for reason in explanation.reasons if first[reason.text] is reason)
    return Explanation(reasons, tuple(dict.fromkeys(explanation.missing)))

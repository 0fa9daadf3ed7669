"""Why: the reasons of an answer, each naming the act, its sources and the rule it rests on.

What all reasons have in common; those of each rule have a file of their own.
"""

from collections.abc import Iterable

import attrs

from geobrief.answer import Missing, MissingKind, Reason, Why
from geobrief.law.acts.consents import Consent
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import code_and_name
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import Span
from geobrief.model.act import Act
from geobrief.model.ratification import Instrument, Ratification, Step
from geobrief.model.treaty import Treaty

__all__ = ["FEW", "Explanation", "act_missing", "consent_reason", "day_missing", "end_missing", "grounds"]
__all__ += ["once", "reason"]

FEW = 4
"""How many acts or states are named one by one."""


@attrs.frozen
class Explanation:
    """The reasons for a truth, and what would change it."""

    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def why(self) -> Why:
        """The same as an answer holds it."""
        return self.reasons, self.missing

    def __add__(self, other: "Explanation") -> "Explanation":
        return Explanation((*self.reasons, *other.reasons), (*self.missing, *other.missing))


def reason(text: str, rule: str = "", *on: Act | DatedAct | Treaty, because: Iterable[Reason] = ()) -> Reason:
    """Make a reason that rests on acts or on what a treaty says, and thus on what is cited for them."""
    records = [one.act if isinstance(one, DatedAct) else one for one in on]
    parts = [part for record in records for part in (record, *_parts(record))]
    return Reason(
        text=text,
        rule=rule,
        records=tuple(dict.fromkeys(record.id for record in records)),
        citations=tuple(dict.fromkeys(citation for part in parts for citation in part.citations)),
        because=tuple(because),
    )


def _parts(record: Act | Treaty) -> tuple[Instrument | Step, ...]:
    """Give the instrument of a ratification and its steps at home, for which sources are cited too."""
    if not isinstance(record, Ratification):
        return ()
    return (*((record.instrument,) if record.instrument else ()), *record.steps)


def consent_reason(history: History, consent: Consent, text: str, rule: str) -> Reason:
    """Make a reason that rests on a consent: on its act, or on the treaty that implies it."""
    act = consent.dated.act
    if consent.means != "implied":
        return reason(text, rule, act)
    other = history.related.related(act.treaty)
    return reason(text, rule, other.treaty) if other else Reason(text=text, rule=rule, records=(act.treaty,))


def grounds(*texts: str | None) -> str:
    """Write the grounds that somebody gave, in brackets; nothing where there are none.

    >>> grounds("ninety days had not run.", None, "no power")
    ' (ninety days had not run; no power)'
    """
    given = [text.rstrip(". ") for text in texts if text]
    return f" ({'; '.join(given)})" if given else ""


def act_missing(kind: MissingKind, what: str, code: str) -> Missing:
    """Say that an act of a state would decide, such as its consent to be bound."""
    return Missing(kind=kind, text=f"{what} by {code_and_name(code)}", by=(code,))


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
    first = {each.text: each for each in reversed(explanation.reasons)}
    reasons = tuple(each for each in explanation.reasons if first[each.text] is each)
    return Explanation(reasons, tuple(dict.fromkeys(explanation.missing)))

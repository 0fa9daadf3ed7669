"""Who is to perform a treaty, as a party or because it applies it provisionally (VCLT 25, 26)."""

from typing import Final

from geobrief.law.answers.questions import IN_FORCE_FOR, OPERATIVE, PROVISIONAL, Question
from geobrief.law.reasons import provisional_application as why
from geobrief.law.rules import provisional_application, reported

__all__ = ["APPLIED", "APPLIED_BETWEEN", "APPLIED_BY"]

APPLIED_BY: Final = Question[str](
    "does {1} perform {0}, as a party or provisionally?",
    by_day=provisional_application.applied_by_day,
    why=why.applied,
    bringing=lambda told, who: IN_FORCE_FOR.bringing(told, who) | PROVISIONAL.bringing(told, who),
    ending=lambda told: IN_FORCE_FOR.ending(told) | PROVISIONAL.ending(told),
    by_reports=reported.days_of,
)
APPLIED_BETWEEN: Final = Question[str, str](
    "is {0} operative between {1} and {2}, or applied provisionally?",
    by_day=provisional_application.between_by_day,
    why=why.applied_between,
    bringing=lambda told, a, b: APPLIED_BY.bringing(told, a) | APPLIED_BY.bringing(told, b),
    ending=lambda told: OPERATIVE.ending(told) | PROVISIONAL.ending(told),
    by_reports=reported.days_of,
)
APPLIED: Final = frozenset[object]({APPLIED_BY, APPLIED_BETWEEN})
